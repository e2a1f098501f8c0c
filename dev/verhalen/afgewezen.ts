import type { Verhaal } from '../verhaal.ts';

export const afgewezen: Verhaal = {
  naam: 'afgewezen',
  zin: 'Gezocht wordt een gezinshuis; dat zoekt Zorglogistiek niet, en de aanmelder hoort waarom.',
  aanmelding: ({ vraag }) => {
    vraag.verblijfSoort = 'gezinshuis';
  },
  speel: async ({ coordinator }) => {
    await coordinator('triage', { uitkomst: 'afgewezen', reden: 'gezinshuis-of-pleeggezin' });
  },
  einde: {
    stand: { fase: 'afgesloten', uitkomst: 'afgewezen', triageVoorstel: 'afgewezen', signalen: [] },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      'aanmelding-afgewezen': ['aanmelder'],
    },
    gebeurtenissen: ['aangemeld', 'traject-begonnen', 'triage'],
  },
};
