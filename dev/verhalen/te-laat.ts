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
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder', 'aanmelder'],
      'verslag-gedeeld': ['aanbieder-01-contact-1', 'aanmelder', 'aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
      'ambitie-waarschuwing': ['coordinator-1'],
      'onderzoek-herinnering': ['aanbieder-01-contact-1', 'aanbieder-01-contact-1'],
      'te-laat': ['coordinator-1', 'coordinator-1', 'manager-1', 'manager-1', 'voorzitter-1', 'voorzitter-1'],
      'norm-verstreken': ['coordinator-1', 'coordinator-1'],
      'norm-manager': ['manager-1'],
      'terug-naar-tafel': ['aanmelder', 'coordinator-1'],
      'onderzoek-antwoord': ['coordinator-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-02-contact-1'],
      'onderzoek-vervallen': ['aanbieder-01-contact-1'],
      'zorg-gestart': ['aanmelder', 'coordinator-1'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'triage',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-bevestiging',
      'onderzoek-nieuws',
      'contact',
      'ambitie-waarschuwing',
      'onderzoek-herinnering',
      'escalatie',
      'vastgelopen',
      'onderzoek-nieuws',
      'contact',
      'escalatie',
      'vastgelopen-manager',
      'onderzoek-nieuws',
      'contact',
      'escalatie',
      'wachtreden',
      'tafeldatum',
      'onderzoek-herinnering',
      'vastgelopen',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'onderzoek-vervallen',
      'zorgstart',
    ],
  },
};
