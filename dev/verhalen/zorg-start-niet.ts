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
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder', 'aanmelder'],
      'verslag-gedeeld': ['aanmelder', 'aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
      'onderzoek-antwoord': ['coordinator-1', 'coordinator-1'],
      duidelijkheid: ['aanmelder', 'aanmelder'],
      gekozen: ['aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
      'norm-verstreken': ['coordinator-1'],
      'zorgstart-uitgebleven': ['aanbieder-01-contact-1', 'aanmelder', 'coordinator-1', 'voorzitter-1'],
      'te-laat': ['coordinator-1', 'voorzitter-1'],
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
      'keuze',
      'vastgelopen',
      'ambitie-waarschuwing',
      'zorgstart-uitgebleven',
      'escalatie',
      'wachtreden',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'zorgstart',
    ],
  },
};
