import type { Verhaal } from '../verhaal.ts';
import { naarAanbieders, totZorg } from './onderweg.ts';

export const informatieOntbreekt: Verhaal = {
  naam: 'informatie-ontbreekt',
  zin: 'De aanmelder wordt om informatie gevraagd, herinnerd, en antwoordt pas als het traject is vastgelopen.',
  aanmelding: ({ vraag }) => {
    delete vraag.intelligentieOnderzoek;
    vraag.sociaalEmotioneelOnderzoek = 'loopt';
  },
  speel: async (spel) => {
    const { coordinator, aanmelder, aanbieder, verstrijk, verwacht } = spel;
    await coordinator('informatievraag', {
      soorten: ['intelligentie', 'sociaal-emotioneel'],
      vraag: 'Wilt u de uitkomst van beide onderzoeken sturen?',
    });
    await verwacht({ fase: 'intake', wachtOp: 'aanmelder', signalen: [] });
    await verstrijk(16);
    await verwacht({ wachtOp: 'aanmelder', signalen: ['te-laat', 'vastgelopen'] });
    await aanmelder('informatie', {
      antwoord: 'Beide onderzoeken zijn afgerond; de uitkomst staat hierbij.',
    });
    await verwacht({ wachtOp: 'coordinator', signalen: ['te-laat'] });
    await coordinator('wachtreden', { wachtreden: 'informatie-ontbreekt' });
    await naarAanbieders(spel, ['aanbieder-01']);
    await aanbieder('aanbieder-01', 'vraag', {
      soorten: ['voorgeschiedenis'],
      vraag: 'Hoe ging het op de vorige plek?',
    });
    await verwacht({ fase: 'onderzoek', signalen: ['te-laat'] });
    await aanmelder('informatie', { antwoord: 'Op de vorige plek ging het een jaar goed.' });
    await aanbieder('aanbieder-01', 'antwoord', { antwoord: 'aanbod' });
    await totZorg(spel, ['aanbieder-01']);
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
      'informatie-gevraagd': ['aanmelder', 'aanmelder'],
      'informatie-herinnering': ['aanmelder', 'aanmelder'],
      'ambitie-waarschuwing': ['team'],
      'te-laat': ['team', 'voorzitter-1'],
      'norm-verstreken': ['team'],
      'informatie-ontvangen': ['coordinator-1', 'team'],
      'vraag-beantwoord': ['aanbieder-01-contact-1'],
      'naar-bespreking': ['aanmelder'],
      'tafeldatum-gepland': ['aanmelder'],
      'verslag-gedeeld': ['aanmelder'],
      'onderzoek-gevraagd': ['aanbieder-01-contact-1'],
      'onderzoek-antwoord': ['coordinator-1', 'coordinator-1'],
      duidelijkheid: ['aanmelder'],
      gekozen: ['aanbieder-01-contact-1'],
      'zorg-gestart': ['aanmelder', 'coordinator-1'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'informatievraag',
      'norm-herinnering',
      'norm-herinnering',
      'ambitie-waarschuwing',
      'escalatie',
      'vastgelopen',
      'informatie',
      'wachtreden',
      'triage',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-vraag',
      'informatievraag',
      'informatie',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'zorgstart',
    ],
  },
};
