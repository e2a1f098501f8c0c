import type { Verhaal } from '../verhaal.ts';
import { totZorg } from './onderweg.ts';

export const directVoorleggen: Verhaal = {
  naam: 'direct-voorleggen',
  zin: 'De vraag gaat buiten de bespreking om naar twee aanbieders; een van hen maakt maatwerk.',
  aanmelding: ({ vraag }) => {
    vraag.sector = 'lvb';
  },
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk } = spel;
    await coordinator('triage', {
      uitkomst: 'direct-voorleggen',
      aanbieders: ['aanbieder-05', 'aanbieder-06'],
      afwijkReden: 'overleg-met-aanbieders',
      toelichting: 'Deze twee aanbieders werken al samen met het gezin.',
    });
    await aanbieder('aanbieder-05', 'bevestiging');
    await verstrijk(1);
    await aanbieder('aanbieder-05', 'antwoord', {
      antwoord: 'maatwerk',
      toelichting: 'Een plek met extra nachtdienst.',
    });
    await totZorg(spel, ['aanbieder-05']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      spoor: 'zorglogistiek',
      signalen: [],
      gekozenAanbieders: ['aanbieder-05'],
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'direct-voorgelegd': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-05-contact-1', 'aanbieder-06-contact-1'],
      'onderzoek-antwoord': ['coordinator-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-05-contact-1'],
      'onderzoek-vervallen': ['aanbieder-06-contact-1'],
      'zorg-gestart': ['aanmelder', 'coordinator-1'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'triage',
      'onderzoek-gevraagd',
      'onderzoek-gevraagd',
      'onderzoek-bevestiging',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'onderzoek-vervallen',
      'zorgstart',
    ],
  },
};
