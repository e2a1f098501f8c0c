import type { Verhaal } from '../verhaal.ts';

export const teruggestuurd: Verhaal = {
  naam: 'teruggestuurd',
  zin: 'Er ontbreekt te veel om een plek te zoeken: de aanmelder hoort wat, en leest de uitleg van de coördinator achter de link.',
  speel: async ({ coordinator }) => {
    await coordinator('triage', {
      uitkomst: 'teruggestuurd',
      terugstuurReden: 'informatie-ontbreekt',
      soorten: ['intelligentie', 'voorgeschiedenis'],
      afwijkReden: 'overleg-met-aanmelder',
      uitleg: 'Vraag eerst een intelligentieonderzoek aan, en beschrijf waar de jeugdige hiervoor woonde.',
      toelichting: 'Telefonisch besproken; de aanmelder vraagt het onderzoek deze week aan.',
    });
  },
  einde: {
    stand: { fase: 'afgesloten', uitkomst: 'teruggestuurd', triageVoorstel: 'bespreking', signalen: [] },
    mails: {
      'ontvangst-aanmelding': ['aanmelder'],
      'nieuwe-aanmelding': ['team'],
      teruggestuurd: ['aanmelder'],
    },
    gebeurtenissen: ['aangemeld', 'traject-begonnen', 'triage'],
  },
};
