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
    // <<MAILS>>
    mails: {},
    // <<EVENTS>>
    gebeurtenissen: [],
  },
};
