import type { Verhaal } from '../verhaal.ts';
import { totZorg, verslag } from './onderweg.ts';

export const besprekingVervalt: Verhaal = {
  naam: 'bespreking-vervalt',
  zin: 'De tafel waarop de vraag wordt besproken, gaat niet door: de vraag gaat vanzelf naar de volgende tafel.',
  speel: async (spel) => {
    const { coordinator, aanbieder, planTafel, zegTafelAf, verstrijk, verwacht, datum } = spel;
    await planTafel(datum(7));
    await planTafel(datum(10));
    await coordinator('triage', { uitkomst: 'bespreking' });
    await coordinator('tafeldatum', { tafelDatum: datum(7) });
    await verstrijk(1);
    await zegTafelAf(datum(6), 'voorzitter-ziek');
    await verwacht({ fase: 'bespreking', tafelDatum: datum(9), signalen: [] });
    await verstrijk(9);
    await verslag(spel, ['aanbieder-01']);
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'aanbod' });
    await totZorg(spel, ['aanbieder-01']);
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
      'tafeldatum-gepland': ['aanmelder', 'aanmelder'],
      'bespreking-vervallen': ['coordinator-1'],
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
      'bespreking-vervallen',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'zorgstart',
    ],
  },
};
