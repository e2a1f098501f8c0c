import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders, totZorg } from './onderweg.ts';

export const samenwerking: Verhaal = {
  naam: 'samenwerking',
  zin: 'Een aanbieder maakt met een andere één plan; die stemt in, en samen starten zij de zorg.',
  speel: async (spel) => {
    const { aanbieder, verstrijk, verwacht } = spel;
    await naarAanbieders(spel, ['aanbieder-01']);
    await aanbieder('aanbieder-01', 'antwoord', {
      antwoord: 'samenwerking',
      metAanbieders: ['aanbieder-02'],
    });
    await verwacht({
      instemmingen: [{ vanAanbieder: 'aanbieder-01', aanbieder: 'aanbieder-02', stand: 'gevraagd' }],
    });
    await verstrijk(1);
    await aanbieder('aanbieder-02', 'antwoord', {
      antwoord: 'samenwerking',
      metAanbieders: ['aanbieder-01'],
    });
    await totZorg(spel, ['aanbieder-01', 'aanbieder-02']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      signalen: [],
      gekozenAanbieders: ['aanbieder-01', 'aanbieder-02'],
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1'],
      'onderzoek-antwoord': ['coordinator-1', 'coordinator-1'],
      'samenwerking-gevraagd': ['aanbieder-02-contact-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-01-contact-1', 'aanbieder-02-contact-1'],
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
      'keuze',
      'zorgstart',
    ],
  },
};
