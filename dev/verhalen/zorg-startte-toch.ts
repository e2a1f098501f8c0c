import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders } from './onderweg.ts';

export const zorgStartteToch: Verhaal = {
  naam: 'zorg-startte-toch',
  zin: 'De zorg startte op tijd, maar dat hoort het team pas als de keuze al is vervallen: de start wordt alsnog vastgelegd.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk, verwacht, datum } = spel;
    await naarAanbieders(spel, ['aanbieder-01']);
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'aanbod' });
    const startDatum = datum(4);
    await coordinator('keuze', { aanbieders: ['aanbieder-01'], verwachteStartDatum: startDatum });
    await verstrijk(12);
    await verwacht({ fase: 'voorbereiding', gekozenAanbieders: [], duidelijkheidTijdstip: null });
    await coordinator('direct-voorleggen', { aanbieders: ['aanbieder-02'], reden: 'tijd-winnen' });
    await verstrijk(1);
    await coordinator('zorgstart', { startDatum });
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      spoor: 'zorglogistiek',
      signalen: [],
      gekozenAanbieders: ['aanbieder-01'],
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
      'onderzoek-antwoord': ['coordinator-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-01-contact-1'],
      'norm-verstreken': ['coordinator-1'],
      'zorgstart-uitgebleven': ['aanbieder-01-contact-1', 'aanmelder', 'coordinator-1', 'voorzitter-1'],
      'te-laat': ['coordinator-1', 'voorzitter-1'],
      'direct-voorgelegd': ['aanmelder'],
      'onderzoek-vervallen': ['aanbieder-02-contact-1'],
      'zorg-gestart': ['aanbieder-01-contact-1', 'aanmelder', 'coordinator-1'],
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
      'keuze',
      'vastgelopen',
      'ambitie-waarschuwing',
      'zorgstart-uitgebleven',
      'escalatie',
      'direct-voorleggen',
      'onderzoek-gevraagd',
      'zorgstart',
      'onderzoek-vervallen',
    ],
  },
};
