import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders } from './onderweg.ts';

export const zorgGestart: Verhaal = {
  naam: 'zorg-gestart',
  zin: 'Van aanmelding via tafel en onderzoek naar de start van de zorg, binnen de ambitie.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, datum } = spel;
    await naarAanbieders(spel, ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
    await aanbieder('aanbieder-01', 'bevestiging');
    await verstrijk(1);
    await aanbieder('aanbieder-02', 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    await aanbieder('aanbieder-01', 'antwoord', {
      antwoord: 'aanbod',
      toelichting: 'Er komt een plek vrij.',
    });
    await coordinator('keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: datum(14),
      evaluatieDatum: datum(7),
      overbruggingsplan: 'Tot de start twee keer per week begeleiding thuis.',
    });
    await verstrijk(7);
    await coordinator('overbrugging', {
      evaluatieDatum: datum(14),
      overbruggingsplan: 'De begeleiding thuis gaat door tot de start.',
    });
    await verstrijk(7);
    await coordinator('zorgstart', { startDatum: datum(0) });
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      spoor: 'zorglogistiek',
      signalen: [],
      gekozenAanbieders: ['aanbieder-01'],
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-02-contact-1', 'aanbieder-03-contact-1'],
      'onderzoek-antwoord': ['coordinator-1', 'coordinator-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-01-contact-1'],
      'onderzoek-vervallen': ['aanbieder-03-contact-1'],
      'norm-herinnering': ['coordinator-1'],
      'zorg-gestart': ['aanmelder', 'coordinator-1'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'triage',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-gevraagd',
      'onderzoek-gevraagd',
      'onderzoek-bevestiging',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'onderzoek-vervallen',
      'norm-herinnering',
      'overbrugging',
      'zorgstart',
    ],
  },
};
