import type { Verhaal } from '../verhaal.ts';

export const doorverwezen: Verhaal = {
  naam: 'doorverwezen',
  zin: 'Een gemeente buiten Haaglanden is verantwoordelijk: de aanmelder hoort welke regio kan helpen.',
  aanmelding: ({ jeugdige }) => {
    jeugdige.gemeente = 'buiten-haaglanden';
    jeugdige.gemeenteNaam = 'Rotterdam';
  },
  speel: async ({ coordinator }) => {
    await coordinator('triage', { uitkomst: 'doorverwezen', doorverwezenNaar: 'andere-regio' });
  },
  einde: {
    stand: { fase: 'afgesloten', uitkomst: 'doorverwezen', triageVoorstel: 'doorverwezen', signalen: [] },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      doorverwezen: ['aanmelder'],
    },
    gebeurtenissen: ['aangemeld', 'traject-begonnen', 'triage'],
  },
};
