import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders } from './onderweg.ts';

export const verhuizing: Verhaal = {
  naam: 'verhuizing',
  zin: 'De jeugdige verhuist tijdens het onderzoek naar een andere regio, die het overneemt.',
  speel: async (spel) => {
    const { coordinator, aanbieder, verstrijk } = spel;
    await naarAanbieders(spel, ['aanbieder-01', 'aanbieder-02']);
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'aanbod' });
    await verstrijk(1);
    await coordinator('verhuizing', {
      gemeente: 'buiten-haaglanden',
      afloop: 'overgedragen',
      toelichting: 'Het gezin verhuist; de nieuwe regio weet ervan.',
    });
  },
  einde: {
    stand: { fase: 'afgesloten', uitkomst: 'doorverwezen', gemeente: 'buiten-haaglanden', signalen: [] },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
      'onderzoek-antwoord': ['coordinator-1'],
      doorverwezen: ['aanmelder'],
      'onderzoek-vervallen': ['aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
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
      'verhuizing',
      'onderzoek-vervallen',
    ],
  },
};
