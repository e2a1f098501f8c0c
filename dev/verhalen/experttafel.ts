import type { Verhaal } from '../verhaal.ts';

export const experttafel: Verhaal = {
  naam: 'experttafel',
  zin: 'Op weg naar de tafel blijkt het een vraag over inhoud: de Experttafel adviseert, en volgt tot het advies is uitgevoerd.',
  speel: async ({ coordinator, verstrijk, verwacht, datum }) => {
    await coordinator('triage', { uitkomst: 'bespreking' });
    await coordinator('spoor', {
      spoor: 'experttafel',
      toelichting: 'De vraag gaat over welke behandeling past.',
    });
    await verwacht({ fase: 'advies', spoor: 'experttafel' });
    await coordinator('stap', { stap: 'opgepakt' });
    await verstrijk(3);
    await coordinator('stap', { stap: 'overleg-deskundigen' });
    await coordinator('advies', {
      advies: 'samenwerking',
      opvolgDatum: datum(14),
      toelichting: 'Twee aanbieders maken samen één plan voor behandeling thuis.',
    });
    await verstrijk(14);
    await coordinator('stap', { stap: 'opvolging', opvolgDatum: datum(10) });
    await verstrijk(9);
    await coordinator('advies-uitgevoerd', { toelichting: 'De behandeling thuis is begonnen.' });
  },
  einde: {
    stand: { fase: 'afgesloten', uitkomst: 'advies-uitgevoerd', spoor: 'experttafel', signalen: [] },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'naar-bespreking': ['aanmelder'],
      'ander-team': ['aanmelder', 'team'],
      'advies-gegeven': ['aanmelder'],
      'norm-herinnering': ['coordinator-1'],
      'advies-uitgevoerd': ['aanmelder'],
    },
    gebeurtenissen: [
      'aangemeld',
      'traject-begonnen',
      'triage',
      'spoor',
      'stap',
      'stap',
      'advies',
      'norm-herinnering',
      'stap',
      'advies-uitgevoerd',
    ],
  },
};
