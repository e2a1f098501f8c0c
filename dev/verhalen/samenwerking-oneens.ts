import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders, totZorg } from './onderweg.ts';

export const samenwerkingOneens: Verhaal = {
  naam: 'samenwerking-oneens',
  zin: 'Een aanbieder is het niet eens met het plan van een andere: dat valt op bij coördinator en voorzitter.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht } = spel;
    await naarAanbieders(spel, ['aanbieder-01']);
    await aanbieder('aanbieder-01', 'antwoord', {
      antwoord: 'samenwerking',
      metAanbieders: ['aanbieder-02'],
    });
    await verstrijk(1);
    await aanbieder('aanbieder-02', 'antwoord', {
      antwoord: 'afwijzing',
      afwijzingReden: 'niet-eens-met-plan',
      toelichting: 'Wij zien meer in behandeling thuis.',
    });
    await verwacht({
      signalen: ['vastgelopen'],
      instemmingen: [{ vanAanbieder: 'aanbieder-01', aanbieder: 'aanbieder-02', stand: 'oneens' }],
    });
    await coordinator('direct-voorleggen', { aanbieders: ['aanbieder-03'], reden: 'situatie-vraagt-het' });
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
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-03-contact-1'],
      'onderzoek-antwoord': ['coordinator-1', 'coordinator-1', 'coordinator-1'],
      'samenwerking-gevraagd': ['aanbieder-02-contact-1'],
      'samenwerking-oneens': ['coordinator-1', 'voorzitter-1'],
      'direct-voorgelegd': ['aanmelder'],
      'onderzoek-vervallen': ['aanbieder-01-contact-1'],
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
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'vastgelopen',
      'direct-voorleggen',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'zorgstart',
    ],
  },
};
