import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders, totZorg } from './onderweg.ts';

export const aanbiederZwijgt: Verhaal = {
  naam: 'aanbieder-zwijgt',
  zin: 'Een aanbieder antwoordt niet: herinnerd, via de leiding gevraagd, vastgelopen; een andere aanbieder vindt een plek.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht } = spel;
    await naarAanbieders(spel, ['aanbieder-01']);
    await verstrijk(12);
    await verwacht({ fase: 'onderzoek', wachtOp: 'aanbieder', signalen: ['te-laat', 'vastgelopen'] });
    await coordinator('wachtreden', { wachtreden: 'aanbieder-reageert-niet' });
    await coordinator('direct-voorleggen', { aanbieders: ['aanbieder-02'], reden: 'tijd-winnen' });
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
