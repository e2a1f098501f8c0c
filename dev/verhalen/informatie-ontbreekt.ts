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
    // <<MAILS>>
    mails: {},
    // <<EVENTS>>
    gebeurtenissen: [],
  },
};
