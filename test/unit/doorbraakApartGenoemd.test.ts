/** Waiting that is a choice, or that was opgeschort, is named apart: nothing has to be agreed about it. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { kiesZaken } from '../../domain/doorbraakselectie.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { aanmeldingTijdstip, begonnenTraject } from '../support/berichten.ts';

const peilDatum = '2025-08-08';
const soorten = (deel: Partial<TrajectToestand>) =>
  kiesZaken(
    [{ jeugdigeId: 'a', toestand: { ...begonnenTraject('ZL-2025-0014'), ...deel }, maatregel: 'geen' }],
    peilDatum,
  ).map(({ zaak }) => zaak.soort);
const keuze = {
  reden: 'behandeling-later',
  evaluatieDatum: '2025-09-01',
  sindsTijdstip: aanmeldingTijdstip + 20 * dag,
  opgeschortDuur: 0,
} as const;
const opgeschort = {
  reden: 'veiligheid-eerst',
  evaluatieDatum: '2025-09-01',
  sindsTijdstip: aanmeldingTijdstip + 80 * dag,
} as const;

describe('apart genoemd wordt', () => {
  it('wie nu uit keuze wacht, ook als het eerder schadelijk was', () => {
    expect(soorten({ wachtkeuze: keuze })).toEqual(['keuze']);
    expect(soorten({ wachtkeuze: keuze, schadelijk: true })).toEqual(['keuze']);
  });

  it('wie uit keuze wachtte, en daarom netto nog geen drie maanden wacht', () => {
    expect(soorten({ wachtkeuzeDuur: 30 * dag })).toEqual(['keuze']);
    expect(soorten({ wachtkeuzeDuur: 30 * dag, opgeschortDuur: 40 * dag })).toEqual(['opgeschort']);
  });

  it('wie is opgeschort en netto nog geen drie maanden wacht', () => {
    expect(soorten({ opgeschort })).toEqual(['opgeschort']);
  });

  it('niet wie ondanks een opschorting netto drie maanden wacht, of nog geen drie maanden geleden is aangemeld', () => {
    expect(soorten({ opgeschort: { ...opgeschort, sindsTijdstip: Date.UTC(2025, 7, 7) } })).toEqual(['zaak']);
    expect(soorten({ aanmeldingTijdstip: Date.UTC(2025, 5, 1), opgeschort })).toEqual([]);
    expect(soorten({ aanmeldingTijdstip: Date.UTC(2025, 5, 1), wachtkeuze: keuze })).toEqual([]);
  });
});
