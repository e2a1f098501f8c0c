import type { Verhaal } from '../verhaal.ts';
import { aanTafel, naarAanbieders, totZorg } from './onderweg.ts';

export const situatieWijzigt: Verhaal = {
  naam: 'situatie-wijzigt',
  zin: 'De situatie verandert: wat loopt vervalt, en een nieuwe bespreking begint een nieuwe ronde.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht } = spel;
    await naarAanbieders(spel, ['aanbieder-01', 'aanbieder-02']);
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'aanbod' });
    await verstrijk(1);
    await coordinator('situatie', {
      toelichting: 'De jeugdige woont nu bij een tante en heeft minder nodig.',
    });
    await verwacht({ fase: 'voorbereiding', signalen: [] });
    await coordinator('weging', { besluit: 'geen-voorrang', elementen: [] });
    await aanTafel(spel, ['aanbieder-01', 'aanbieder-03']);
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
      'onderzoek-gevraagd': [
        'aanbieder-01-contact-1',
        'aanbieder-01-contact-1',
        'aanbieder-02-contact-1',
        'aanbieder-03-contact-1',
      ],
      'onderzoek-antwoord': ['coordinator-1', 'coordinator-1'],
      'situatie-veranderd': ['aanmelder'],
      'weging-herzien': ['coordinator-1'],
      'onderzoek-vervallen': ['aanbieder-01-contact-1', 'aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
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
      'situatie',
      'onderzoek-vervallen',
      'weging',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'onderzoek-vervallen',
      'zorgstart',
    ],
  },
};
