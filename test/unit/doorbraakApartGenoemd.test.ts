/** Waiting that is a choice, or that was opgeschort, is named apart: nothing has to be agreed about it. */
import { describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { kiesZaken } from '../../domain/doorbraakselectie.ts';
import type { TrajectBegin } from '../../domain/traject.ts';
import { negenUurOp, plusMaanden } from '../../domain/werkdagen.ts';
import { aanmeldingTijdstip, begonnenTraject } from '../support/berichten.ts';
import { type Daad, geleefd } from '../support/wekker.ts';

const peilDatum = '2025-08-08';
const soorten = (daden: readonly Daad[], deel: Partial<TrajectBegin> = {}) =>
  kiesZaken(
    [
      {
        jeugdigeId: 'a',
        toestand: geleefd(begonnenTraject('ZL-2025-0014', deel), daden, negenUurOp(peilDatum)),
        maatregel: 'geen',
      },
    ],
    peilDatum,
  ).map(({ zaak }) => zaak.soort);

const opDag = (hoeveelste: number) => aanmeldingTijdstip + hoeveelste * dag;
const evaluatieDatum = '2025-12-01';
const opschorting = (nu: number): Daad => ({
  nu,
  soort: 'opschorting',
  codes: { reden: 'veiligheid-eerst', evaluatieDatum },
});
const hervatting = (nu: number): Daad => ({ nu, soort: 'hervatting', codes: {} });
const keuze = (nu: number): Daad => ({
  nu,
  soort: 'wachtkeuze',
  codes: { reden: 'behandeling-later', evaluatieDatum },
});
const geenKeuze = (nu: number): Daad => ({ nu, soort: 'wachtkeuze-einde', codes: {} });

describe('apart genoemd wordt', () => {
  it('wie nu uit keuze wacht, ook als het eerder schadelijk was', () => {
    expect(soorten([keuze(opDag(20))])).toEqual(['keuze']);
    expect(soorten([keuze(opDag(95))])).toEqual(['keuze']);
  });

  it('wie uit keuze wachtte, en daarom netto nog geen drie maanden wacht', () => {
    const dertigDagen = [keuze(opDag(5)), geenKeuze(opDag(35))];
    expect(soorten(dertigDagen)).toEqual(['keuze']);
    expect(soorten([...dertigDagen, opschorting(opDag(40)), hervatting(opDag(80))])).toEqual(['opgeschort']);
  });

  it('wie is opgeschort en netto nog geen drie maanden wacht', () => {
    expect(soorten([opschorting(opDag(80))])).toEqual(['opgeschort']);
  });

  it('niet wie ondanks een opschorting netto drie maanden wacht, of nog geen drie maanden geleden is aangemeld', () => {
    expect(soorten([opschorting(opDag(98))])).toEqual(['zaak']);
    const juni = Date.UTC(2025, 5, 1);
    const later = { aanmeldingTijdstip: juni, schadelijkTijdstip: plusMaanden(juni, 3) };
    expect(soorten([opschorting(opDag(40))], later)).toEqual([]);
    expect(soorten([keuze(opDag(40))], later)).toEqual([]);
  });
});
