import type { Verhaal } from '../verhaal.ts';

export const crisis: Verhaal = {
  naam: 'crisis',
  zin: 'Een crisis wacht hier niet: de aanmelder hoort meteen dat het CIT nodig is, en het traject eindigt.',
  aanmelding: (aanmelding) => {
    aanmelding.crisis = true;
  },
  speel: async () => {},
  einde: {
    stand: {
      fase: 'afgesloten',
      uitkomst: 'crisis',
      spoor: 'zorglogistiek',
      signalen: [],
      wachtOp: 'niemand',
    },
    mails: {
      crisis: ['aanmelder'],
      'crisis-gemeld': ['team'],
    },
    gebeurtenissen: ['aangemeld', 'crisis'],
  },
};
