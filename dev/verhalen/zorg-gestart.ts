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
    // <<MAILS>>
    mails: {},
    // <<EVENTS>>
    gebeurtenissen: [],
  },
};
