import type { Verhaal } from '../verhaal.ts';
import { aanTafel, naarAanbieders, totZorg } from './onderweg.ts';

export const zorgStartNiet: Verhaal = {
  naam: 'zorg-start-niet',
  zin: 'De zorg start niet op de afgesproken dag: het traject komt terug, en een andere aanbieder start wel.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht, datum } = spel;
    await naarAanbieders(spel, ['aanbieder-01']);
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'aanbod' });
    await coordinator('keuze', { aanbieders: ['aanbieder-01'], verwachteStartDatum: datum(4) });
    await verstrijk(7);
    await verwacht({ fase: 'overbrugging', wachtOp: 'zorgstart', signalen: ['vastgelopen'] });
    await verstrijk(5);
    await verwacht({ fase: 'voorbereiding', gekozenAanbieders: [], duidelijkheidTijdstip: null });
    await coordinator('wachtreden', { wachtreden: 'personeelstekort' });
    await aanTafel(spel, ['aanbieder-02']);
    await aanbieder('aanbieder-02', 'antwoord', { antwoord: 'aanbod' }, 2);
    await totZorg(spel, ['aanbieder-02']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      spoor: 'zorglogistiek',
      signalen: [],
      gekozenAanbieders: ['aanbieder-02'],
    },
    // <<MAILS>>
    mails: {},
    // <<EVENTS>>
    gebeurtenissen: [],
  },
};
