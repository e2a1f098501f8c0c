import type { Verhaal } from '../verhaal.ts';
import { totZorg } from './onderweg.ts';

export const zorgbemiddeling: Verhaal = {
  naam: 'zorgbemiddeling',
  zin: 'Een gewone vraag gaat naar Zorgbemiddeling, dat zelf met een aanbieder tot een plek komt.',
  aanmelding: ({ vraag }) => {
    vraag.gevraagdeAanbieders = [];
  },
  speel: async (spel) => {
    const { coordinator, verstrijk, verwacht, datum } = spel;
    await coordinator('triage', { uitkomst: 'zorgbemiddeling', coordinator: 'coordinator-2' });
    await verwacht({ fase: 'bemiddeling', spoor: 'zorgbemiddeling', coordinator: 'coordinator-2' });
    await coordinator('stap', { stap: 'opgepakt' });
    await coordinator('stap', {
      stap: 'gesprek-aanbieder',
      opvolgDatum: datum(4),
      toelichting: 'De aanbieder kijkt of er plek is.',
    });
    await verstrijk(4);
    await totZorg(spel, ['aanbieder-20']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      spoor: 'zorgbemiddeling',
      coordinator: 'coordinator-2',
      signalen: [],
      gekozenAanbieders: ['aanbieder-20'],
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'ander-team': ['aanmelder'],
      'coordinator-gewijzigd': ['coordinator-2'],
      'norm-herinnering': ['coordinator-2'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-20-contact-1'],
      'zorg-gestart': ['aanmelder', 'coordinator-2'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'triage',
      'stap',
      'stap',
      'norm-herinnering',
      'keuze',
      'zorgstart',
    ],
  },
};
