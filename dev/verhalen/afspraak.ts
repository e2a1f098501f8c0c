import type { Verhaal } from '../verhaal.ts';
import { totZorg } from './onderweg.ts';

export const afspraak: Verhaal = {
  naam: 'afspraak',
  zin: 'Na een herinnering pakt een collega het op; een aanbieder hoort het antwoord op een vraag, een ander van een afspraak, en die loopt vast tot zij is gedaan.',
  speel: async (spel) => {
    const { coordinator, aanmelder, aanbieder, verstrijk, verwacht, datum } = spel;
    await verstrijk(2);
    await verwacht({ fase: 'intake', signalen: [] });
    await coordinator('triage', { uitkomst: 'bespreking', coordinator: 'coordinator-2' });
    await coordinator('tafeldatum', { tafelDatum: datum(1) });
    await verstrijk(1);
    const voorDatum = datum(4);
    await coordinator('verslag', {
      aanwezig: ['aanmelder', 'coordinator-2', 'aanbieder-01', 'aanbieder-03'],
      aanbieders: ['aanbieder-01'],
      afspraken: [{ wie: 'aanbieder-03', wat: 'overleg-voeren', voorDatum }],
      geprobeerd: 'Anderhalf jaar in een gezinshuis, met traumabehandeling.',
      waaromNiet: 'De groepen die zijn gevraagd, nemen geen kinderen van deze leeftijd.',
      verslag: 'De ene aanbieder onderzoekt een plek, de andere overlegt over de behandeling.',
    });
    await aanbieder('aanbieder-01', 'vraag', {
      soorten: ['intelligentie'],
      vraag: 'Is er een recent onderzoek?',
    });
    await aanmelder('informatie', { antwoord: 'Het onderzoek is van dit voorjaar.' });
    await verstrijk(6);
    await verwacht({ fase: 'onderzoek', signalen: ['vastgelopen'] });
    await coordinator('afspraak-gedaan', { nummer: 1, toelichting: 'Zij hebben elkaar gesproken.' });
    await verwacht({ signalen: [], vastgelopen: [] });
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'aanbod' });
    await totZorg(spel, ['aanbieder-01']);
  },
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
      coordinator: 'coordinator-2',
      triageVoorstel: 'bespreking',
      triage: { uitkomst: 'bespreking', afwijkReden: null },
      signalen: [],
      gekozenAanbieders: ['aanbieder-01'],
    },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'norm-herinnering': ['team', 'coordinator-2', 'aanbieder-03-contact-1'],
      'naar-bespreking': ['aanmelder'],
      'coordinator-gewijzigd': ['coordinator-2'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder', 'aanbieder-03-contact-1'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1'],
      'informatie-gevraagd': ['aanmelder'],
      'informatie-ontvangen': ['coordinator-2'],
      'vraag-beantwoord': ['aanbieder-01-contact-1'],
      'norm-verstreken': ['coordinator-2'],
      'onderzoek-antwoord': ['coordinator-2', 'coordinator-2'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-01-contact-1'],
      'zorg-gestart': ['aanmelder', 'coordinator-2'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'norm-herinnering',
      'triage',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-vraag',
      'informatievraag',
      'informatie',
      'norm-herinnering',
      'vastgelopen',
      'afspraak-gedaan',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'zorgstart',
    ],
  },
};
