/** The sentence that the Temporal UI shows beside each activity. */
import { describe, expect, it } from 'vitest';
import { legVastZin, meldZin, verstuurZin } from '../../domain/activiteitZinnen.ts';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import { trajectBesluiten } from '../../domain/besluiten.ts';
import { alleBerichten } from '../support/berichten.ts';
import { eisLeesbareZin } from '../support/leesbareZin.ts';

const bericht = (soort: BerichtOpdracht['soort'], aan: BerichtOpdracht['aan']): BerichtOpdracht => ({
  soort,
  aan,
  gelegenheid: 'gelegenheid',
  gegevens: {},
});
const teLaat = [
  bericht('te-laat', { wie: 'coordinator' }),
  bericht('te-laat', { wie: 'voorzitter' }),
  bericht('te-laat', { wie: 'manager' }),
];

describe('de zin bij een activiteit', () => {
  it('noemt het besluit dat wordt vastgelegd, of wat er vanzelf gebeurde', () => {
    expect(legVastZin({ invoer: { soort: 'triage' } }, 'triage')).toBe('besluit triage vastleggen');
    expect(legVastZin({}, 'onderzoek-antwoord')).toBe('onderzoek-antwoord vastleggen');
    expect(meldZin({ berichten: [] }, 'schadelijk-wachtend')).toBe('schadelijk-wachtend vastleggen');
    for (const soort of Object.keys(trajectBesluiten)) eisLeesbareZin(legVastZin({ invoer: { soort } }, ''));
  });

  it('noemt per soort e-mail aan wie die gaat, ieder één keer', () => {
    expect(verstuurZin({ berichten: [bericht('norm-verstreken', { wie: 'coordinator' })] })).toBe(
      'e-mail norm-verstreken aan de coördinator versturen',
    );
    expect(verstuurZin({ berichten: [...teLaat, ...teLaat] })).toBe(
      'e-mail te-laat aan de coördinator, de voorzitter en de manager versturen',
    );
    expect(
      verstuurZin({
        berichten: [
          bericht('gekozen', { wie: 'aanbieder', aanbieder: 'aanbieder-01' }),
          bericht('duidelijkheid', { wie: 'aanmelder' }),
        ],
      }),
    ).toBe('e-mail gekozen aan aanbieder-01 en e-mail duidelijkheid aan de aanmelder versturen');
    expect(meldZin({ berichten: teLaat.slice(2) }, 'escalatie')).toBe(
      'escalatie vastleggen en e-mail te-laat aan de manager versturen',
    );
  });

  it('telt de e-mails als het er te veel zijn om te noemen', () => {
    const veel = Array.from({ length: 30 }, (_, i) =>
      bericht('tafel-uitnodiging', { wie: 'genodigde', code: `aanbieder-${i}-contact-1` }),
    );
    expect(verstuurZin({ berichten: veel })).toBe('30 e-mails versturen');
  });

  it('is leesbaar bij iedere e-mail die er is', () => {
    const alle = alleBerichten('ZL-2025-0014');
    for (const een of alle) {
      eisLeesbareZin(verstuurZin({ berichten: [een] }));
      eisLeesbareZin(meldZin({ berichten: [een, ...teLaat] }, 'zorgstart-uitgebleven'));
    }
    eisLeesbareZin(meldZin({ berichten: alle }, 'zorgstart-uitgebleven'));
  });
});
