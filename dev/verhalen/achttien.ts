import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders } from './onderweg.ts';

export const achttien: Verhaal = {
  naam: 'achttien',
  zin: 'De jeugdige wordt 18 tijdens het wachten: gewaarschuwd zes en drie maanden ervoor, en op tijd overgedragen.',
  aanmelding: ({ jeugdige }, begin) => {
    // Eighteen in the April after the story begins.
    jeugdige.geboorteDatum = `${new Date(begin).getUTCFullYear() - 17}-04-15`;
  },
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht, datum } = spel;
    const spreek = () =>
      coordinator('contact', { met: 'jeugdige', verslag: 'De jeugdige wil zelfstandig wonen.' });
    await naarAanbieders(spel, ['aanbieder-01']);
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'wachtlijst', totDatum: datum(240) });
    await coordinator('keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: datum(240),
      evaluatieDatum: datum(240),
      overbruggingsplan: 'Begeleiding op school en thuis.',
    });
    // Whatever day the first Monday of September is, the firsts of October, January and April fall between two of these days.
    for (const dagen of [17, 20, 20, 20, 20, 24, 20, 20, 20, 20, 18]) {
      await verstrijk(dagen);
      await spreek();
    }
    await verwacht({ signalen: ['vastgelopen', 'schadelijk', 'achttien'] });
    await coordinator('overdracht', {
      naar: 'beschermd-wonen',
      toelichting: 'De gemeente heeft een plek met begeleiding.',
    });
  },
  einde: {
    stand: { fase: 'afgesloten', uitkomst: 'overgedragen', signalen: ['schadelijk', 'achttien'] },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1'],
      'onderzoek-antwoord': ['coordinator-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-01-contact-1'],
      'achttien-nadert': ['coordinator-1', 'coordinator-1'],
      'schadelijk-wachtend': ['coordinator-1'],
      'norm-verstreken': ['coordinator-1'],
      achttien: ['coordinator-1', 'manager-1'],
      'norm-manager': ['manager-1'],
      overgedragen: ['aanmelder'],
      'traject-beeindigd': ['aanbieder-01-contact-1'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'triage',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'contact',
      'achttien-nadert',
      'contact',
      'contact',
      'contact',
      'schadelijk-wachtend',
      'contact',
      'achttien-nadert',
      'contact',
      'contact',
      'contact',
      'contact',
      'contact',
      'vastgelopen',
      'achttien',
      'vastgelopen-manager',
      'contact',
      'overdracht',
    ],
  },
};
