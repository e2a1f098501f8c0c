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
    // <<MAILS>>
    mails: {},
    // <<EVENTS>>
    gebeurtenissen: [],
  },
};
