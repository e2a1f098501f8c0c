import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders } from './onderweg.ts';

export const wachtenIsKeuze: Verhaal = {
  naam: 'wachten-is-keuze',
  zin: 'Het gezin kiest voor een behandelaar met een wachtlijst: na drie maanden is dat geen schadelijk wachten.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht, datum } = spel;
    await naarAanbieders(spel, ['aanbieder-01']);
    await coordinator('wachtkeuze', {
      reden: 'gekozen-behandelaar',
      evaluatieDatum: datum(105),
      toelichting: 'Het gezin wil bij deze behandelaar blijven. Andere hulp is aangeboden.',
    });
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'wachtlijst', totDatum: datum(100) });
    await coordinator('keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: datum(100),
      evaluatieDatum: datum(105),
      overbruggingsplan: 'Elke week een gesprek thuis, tot er plek is.',
    });
    for (let keer = 0; keer < 4; keer += 1) {
      await verstrijk(24);
      await coordinator('contact', {
        met: 'ouders',
        verslag: 'Het gaat goed; het gezin wil blijven wachten.',
      });
    }
    await verwacht({ fase: 'overbrugging', signalen: ['wachten-is-keuze'] });
    await verstrijk(4);
    await coordinator('zorgstart', { startDatum: datum(0) });
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      signalen: ['wachten-is-keuze'],
      gekozenAanbieders: ['aanbieder-01'],
      wachttijd: { brutoDagen: 103, nettoDagen: 3 },
    },
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
      'zorg-gestart': ['aanmelder', 'coordinator-1'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'triage',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'wachtkeuze',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'contact',
      'contact',
      'contact',
      'contact',
      'zorgstart',
    ],
  },
};
