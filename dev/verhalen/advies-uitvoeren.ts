import type { Verhaal } from '../verhaal.ts';
import { totZorg } from './onderweg.ts';

export const adviesUitvoeren: Verhaal = {
  naam: 'advies-uitvoeren',
  zin: 'De Experttafel adviseert maatwerk en Zorglogistiek voert het uit: het advies gaat mee, ook als de situatie verandert en een aanbieder zwijgt.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht, datum } = spel;
    await coordinator('triage', { uitkomst: 'experttafel', afwijkReden: 'individuele-situatie' });
    await verwacht({ fase: 'advies', coordinator: null });
    await coordinator('coordinator', { coordinator: 'coordinator-2' });
    await coordinator('advies', {
      advies: 'maatwerk',
      opvolgDatum: datum(5),
      toelichting: 'Eén aanbieder maakt een plan rond deze jeugdige.',
    });
    await coordinator('spoor', {
      spoor: 'zorglogistiek',
      coordinator: 'coordinator-1',
      toelichting: 'Zorglogistiek zoekt de aanbieder die het plan maakt.',
    });
    await verwacht({ fase: 'voorbereiding', advies: 'maatwerk' });
    await coordinator('situatie', { toelichting: 'De jeugdige woont weer bij zijn moeder.' });
    await coordinator('weging', { besluit: 'geen-voorrang', elementen: [] });
    await coordinator('direct-voorleggen', { aanbieders: ['aanbieder-01'], reden: 'situatie-vraagt-het' });
    await verstrijk(5);
    await verwacht({ fase: 'onderzoek', signalen: ['vastgelopen'], opvolgDatum: datum(0) });
    await aanbieder('aanbieder-01', 'bevestiging');
    await coordinator('stap', { stap: 'opvolging', opvolgDatum: datum(20) });
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'maatwerk' });
    await totZorg(spel, ['aanbieder-01']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      spoor: 'zorglogistiek',
      coordinator: 'coordinator-1',
      advies: 'maatwerk',
      signalen: [],
      gekozenAanbieders: ['aanbieder-01'],
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'ander-team': ['aanmelder', 'team', 'aanmelder'],
      'coordinator-gewijzigd': ['coordinator-2', 'aanmelder'],
      'advies-gegeven': ['aanmelder'],
      'situatie-veranderd': ['aanmelder'],
      'weging-herzien': ['coordinator-1'],
      'direct-voorgelegd': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1'],
      'onderzoek-herinnering': ['aanbieder-01-contact-1'],
      'norm-verstreken': ['coordinator-1'],
      'norm-herinnering': ['coordinator-1'],
      'onderzoek-antwoord': ['coordinator-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-01-contact-1'],
      'zorg-gestart': ['aanmelder', 'coordinator-1'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'triage',
      'coordinator',
      'advies',
      'spoor',
      'situatie',
      'weging',
      'direct-voorleggen',
      'onderzoek-gevraagd',
      'onderzoek-herinnering',
      'vastgelopen',
      'norm-herinnering',
      'onderzoek-bevestiging',
      'onderzoek-gemeld',
      'stap',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'zorgstart',
    ],
  },
};
