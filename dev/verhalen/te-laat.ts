import type { Verhaal } from '../verhaal.ts';
import { aanTafel, naarAanbieders, totZorg } from './onderweg.ts';

export const teLaat: Verhaal = {
  naam: 'te-laat',
  zin: 'Er komt geen antwoord binnen de ambitie: drie keer een trede hoger, tot het traject terug is aan tafel.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht } = spel;
    await naarAanbieders(spel, ['aanbieder-01']);
    await aanbieder('aanbieder-01', 'bevestiging');
    for (const niveau of [0, 1, 2]) {
      await verstrijk(niveau === 0 ? 5 : 7);
      await verwacht({ escalatieniveau: niveau });
      await aanbieder('aanbieder-01', 'nieuws', { nieuws: 'Het team zoekt nog naar personeel.' });
      await coordinator('contact', { met: 'ouders', verslag: 'De ouders weten dat het langer duurt.' });
    }
    await verstrijk(7);
    await verwacht({ escalatieniveau: 3, fase: 'voorbereiding' });
    await coordinator('wachtreden', { wachtreden: 'personeelstekort' });
    await aanTafel(spel, ['aanbieder-01', 'aanbieder-02']);
    await aanbieder('aanbieder-02', 'antwoord', { antwoord: 'aanbod' }, 2);
    await totZorg(spel, ['aanbieder-02']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      signalen: [],
      gekozenAanbieders: ['aanbieder-02'],
      wachtreden: 'personeelstekort',
      escalatieniveau: 3,
    },
    // <<MAILS>>
    mails: {},
    // <<EVENTS>>
    gebeurtenissen: [],
  },
};
