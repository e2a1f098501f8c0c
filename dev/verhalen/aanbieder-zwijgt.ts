import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders, totZorg } from './onderweg.ts';

export const aanbiederZwijgt: Verhaal = {
  naam: 'aanbieder-zwijgt',
  zin: 'Een aanbieder antwoordt niet: herinnerd, vastgelopen, via de leiding gevraagd; een andere aanbieder vindt een plek.',
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
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
      'onderzoek-herinnering': ['aanbieder-01-contact-1', 'aanbieder-01-contact-1', 'aanbieder-01-contact-1'],
      'ambitie-waarschuwing': ['coordinator-1'],
      'onderzoek-escalatie': ['aanbieder-01-contact-2'],
      'norm-verstreken': ['coordinator-1', 'coordinator-1'],
      'norm-manager': ['manager-1'],
      'te-laat': ['coordinator-1', 'voorzitter-1'],
      'direct-voorgelegd': ['aanmelder'],
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
      'onderzoek-herinnering',
      'vastgelopen',
      'onderzoek-herinnering',
      'ambitie-waarschuwing',
      'onderzoek-escalatie',
      'vastgelopen',
      'escalatie',
      'onderzoek-herinnering',
      'vastgelopen-manager',
      'wachtreden',
      'direct-voorleggen',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'onderzoek-vervallen',
      'zorgstart',
    ],
  },
};
