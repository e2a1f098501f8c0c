import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders, totZorg } from './onderweg.ts';

export const opgeschort: Verhaal = {
  naam: 'opgeschort',
  zin: 'Eerst de veiligheid: het traject staat tien dagen stil en gaat dan verder waar het was.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht, datum } = spel;
    await naarAanbieders(spel, ['aanbieder-01']);
    await verstrijk(1);
    await coordinator('opschorting', {
      reden: 'veiligheid-eerst',
      evaluatieDatum: datum(10),
      toelichting: 'Er is eerst een veilige plek voor de nacht nodig.',
    });
    await verwacht({ fase: 'onderzoek', wachtOp: 'coordinator', signalen: ['opgeschort'] });
    await verstrijk(10);
    await verwacht({ signalen: ['opgeschort'], escalatieniveau: 0 });
    await coordinator('hervatting', { toelichting: 'De veiligheid is geregeld.' });
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'aanbod' }, 2);
    await totZorg(spel, ['aanbieder-01']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      signalen: [],
      gekozenAanbieders: ['aanbieder-01'],
      wachttijd: { brutoDagen: 21, nettoDagen: 11 },
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-01-contact-1'],
      opgeschort: ['aanmelder'],
      'onderzoek-vervallen': ['aanbieder-01-contact-1'],
      'norm-herinnering': ['coordinator-1'],
      hervat: ['aanmelder'],
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
      'opschorting',
      'onderzoek-vervallen',
      'norm-herinnering',
      'hervatting',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'zorgstart',
    ],
  },
};
