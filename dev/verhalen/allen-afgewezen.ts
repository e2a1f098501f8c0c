import type { Verhaal } from '../verhaal.ts';
import { aanTafel, naarAanbieders, totZorg } from './onderweg.ts';

export const allenAfgewezen: Verhaal = {
  naam: 'allen-afgewezen',
  zin: 'Alle aanbieders wijzen af: terug naar de tafel, met een aantekening van wat ontbreekt.',
  speel: async (spel) => {
    const { aanbieder, verstrijk, verwacht } = spel;
    await naarAanbieders(spel, ['aanbieder-01', 'aanbieder-02']);
    await verstrijk(1);
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    await aanbieder('aanbieder-02', 'antwoord', {
      antwoord: 'afwijzing',
      afwijzingReden: 'personeelstekort',
    });
    await verwacht({ fase: 'voorbereiding', wachtOp: 'coordinator' });
    await aanTafel(spel, ['aanbieder-03']);
    await aanbieder('aanbieder-03', 'antwoord', { antwoord: 'aanbod' }, 2);
    await totZorg(spel, ['aanbieder-03']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      spoor: 'zorglogistiek',
      signalen: [],
      gekozenAanbieders: ['aanbieder-03'],
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder', 'aanmelder'],
      'verslag-gedeeld': ['aanmelder', 'aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-02-contact-1', 'aanbieder-03-contact-1'],
      'onderzoek-antwoord': ['coordinator-1', 'coordinator-1', 'coordinator-1'],
      'terug-naar-tafel': ['aanmelder', 'coordinator-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-03-contact-1'],
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
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'onderzoek-antwoord',
      'allen-afgewezen',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'zorgstart',
    ],
  },
};
