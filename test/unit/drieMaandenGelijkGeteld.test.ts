/** Three months of waiting is the same day in the doorbraak and in the extra uitvraag, also where a month is too short. */
import { describe, expect, it } from 'vitest';
import { kiesZaken } from '../../domain/doorbraakselectie.ts';
import { wachtDrieMaanden } from '../../domain/drieMaanden.ts';
import { plusDagen } from '../../domain/tafelkalender.ts';
import { extraCijfers } from '../../domain/uitvraagCijfers.ts';
import { negenUurOp } from '../../domain/werkdagen.ts';
import { begonnenTraject } from '../support/berichten.ts';

const begin = begonnenTraject('ZL-2025-0014');
const inDoorbraak = (sindsDatum: string, peilDatum: string) =>
  kiesZaken(
    [
      {
        jeugdigeId: 'een',
        toestand: { ...begin, aanmeldingTijdstip: negenUurOp(sindsDatum) },
        maatregel: 'geen',
      },
    ],
    peilDatum,
  ).length;
const inUitvraag = (wachtSindsDatum: string, peilDatum: string) =>
  extraCijfers(
    1,
    [[{ bsnIndex: 'een', zorgsoort: 'behandeling', vorm: 'ambulant', gemeente: 'delft', wachtSindsDatum }]],
    peilDatum,
  ).drieMaanden;

describe('drie maanden wachten', () => {
  it.each([
    ['2025-11-28', '2026-02-28'],
    ['2025-11-29', '2026-02-28'],
    ['2025-11-30', '2026-02-28'],
    ['2025-12-01', '2026-03-01'],
    // A leap year.
    ['2027-11-29', '2028-02-29'],
    ['2027-11-30', '2028-02-29'],
    ['2027-12-01', '2028-03-01'],
    ['2025-01-31', '2025-04-30'],
    ['2025-08-31', '2025-11-30'],
    // Over the begin and the end of summer time.
    ['2025-01-15', '2025-04-15'],
    ['2025-09-15', '2025-12-15'],
  ])('sinds %s is het op %s, en een dag eerder nog niet', (sinds, dag) => {
    const ervoor = plusDagen(dag, -1);
    for (const telt of [inDoorbraak, inUitvraag]) {
      expect(telt(sinds, dag)).toBe(1);
      expect(telt(sinds, ervoor)).toBe(0);
    }
  });

  it('is van iedere dag van vier jaar in beide dezelfde dag', () => {
    for (let sinds = '2025-01-01'; sinds < '2029-01-01'; sinds = plusDagen(sinds, 1)) {
      let dag = plusDagen(sinds, 88);
      while (!wachtDrieMaanden(negenUurOp(sinds), dag)) dag = plusDagen(dag, 1);
      for (const peilDatum of [plusDagen(dag, -1), dag])
        expect(inUitvraag(sinds, peilDatum), `${sinds} ${peilDatum}`).toBe(inDoorbraak(sinds, peilDatum));
    }
  });
});
