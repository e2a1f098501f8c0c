/** Counts from 1 to 4 leave the team nowhere, and cannot be found again by recomputing (domain/rapport/onderdruk.ts). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maakExtern } from '../../domain/rapport/extern.ts';
import { kleinTotEnMet, onderdruk } from '../../domain/rapport/onderdruk.ts';
import type { Cijfer, Rapport, Tabel } from '../../domain/rapport/rapport.ts';

const rapport = (tabellen: Tabel[], cijfers: Cijfer[] = []): Rapport => ({
  soort: 'halfjaar',
  periode: '2025-1',
  periodesoort: 'halfjaar',
  peilTijdstip: 0,
  cijfers,
  tabellen,
});

/** A table with two quarters, their sum and totals: every cell stands in a sum per row and in one per column. */
function tabelVan(
  code: string,
  rijen: readonly (readonly [number, number])[],
  rest: Partial<Tabel> = {},
): Tabel {
  const metSom = ([a, b]: readonly [number, number]) => [a, b, a + b];
  return {
    code,
    kolommen: ['K1', 'K2', 'Totaal'],
    eenheid: 'aantal',
    rijen: rijen.map((rij, i) => ({ code: `rij-${i}`, titel: `Rij ${i}`, waarden: metSom(rij) })),
    teltOp: true,
    totaalKolommen: [2],
    eerderVanaf: null,
    totaal: {
      code: 'totaal',
      titel: 'Totaal',
      waarden: metSom([rijen.reduce((som, [a]) => som + a, 0), rijen.reduce((som, [, b]) => som + b, 0)]),
    },
    ...rest,
  };
}

const rijenVan = ({ rijen, totaal }: Tabel) => [...rijen, ...(totaal ? [totaal] : [])];
const getoond = (tabel: Tabel) => rijenVan(tabel).map(({ waarden }) => waarden);

/**
 * Every table that shows the same as this one, by trying: what was hidden takes any value from 1 on up to a bit more than it can
 * be. Written apart from the code under test: it knows sums, and nothing of how something came to be hidden.
 */
function mogelijk(tabel: Tabel, hoogste: number): number[][][] {
  const zicht = getoond(tabel);
  const delen = zicht.slice(0, -1);
  const totalen = zicht.at(-1) ?? [];
  const past = (waarde: number, gezien: number | null | undefined) =>
    gezien === null ? waarde >= 1 : waarde === gezien;
  const kandidaten = (gezien: number | null | undefined) =>
    gezien === null ? Array.from({ length: hoogste }, (_, i) => i + 1) : [gezien ?? 0];
  const perRij = delen.map(([a, b, som]) =>
    kandidaten(a).flatMap((x) =>
      kandidaten(b)
        .filter((y) => past(x + y, som))
        .map((y) => [x, y, x + y]),
    ),
  );
  const alle: number[][][] = [];
  const verder = (gekozen: number[][]) => {
    const rij = perRij[gekozen.length];
    const sommen = [0, 1, 2].map((k) => gekozen.reduce((som, waarden) => som + (waarden[k] ?? 0), 0));
    // A total that is shown is never passed on the way.
    if (sommen.some((som, k) => typeof totalen[k] === 'number' && som > (totalen[k] ?? 0))) return;
    if (rij) for (const waarden of rij) verder([...gekozen, waarden]);
    else if (sommen.every((som, k) => past(som, totalen[k]))) alle.push([...gekozen, sommen]);
  };
  verder([]);
  return alle;
}

const tabellen = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), {
  minLength: 1,
  maxLength: 3,
});

describe('kleine aantallen', { timeout: 60_000 }, () => {
  it('staan nergens, ook niet als totaal', () => {
    fc.assert(
      fc.property(tabellen, (rijen) => {
        const { tabellen: uit } = onderdruk(rapport([tabelVan('t', rijen)]));
        for (const waarde of uit.flatMap(getoond).flat())
          expect(waarde === null || waarde === 0 || waarde > kleinTotEnMet).toBe(true);
      }),
    );
  });

  it('zijn niet terug te rekenen uit wat er wel staat: iedere verborgen plek kan nog twee waarden hebben', () => {
    fc.assert(
      fc.property(tabellen, (rijen) => {
        const [tabel] = onderdruk(rapport([tabelVan('t', rijen)])).tabellen;
        if (!tabel) throw new Error('de tabel is weg');
        const verborgen = rijenVan(tabel).flatMap(({ waarden }, r) =>
          waarden.flatMap((waarde, k) => (waarde === null ? [[r, k] as const] : [])),
        );
        if (verborgen.length === 0) return;
        const kan = mogelijk(tabel, 9);
        for (const [r, k] of verborgen)
          expect(new Set(kan.map((waarden) => waarden[r]?.[k])).size, `rij ${r} kolom ${k}`).toBeGreaterThan(
            1,
          );
      }),
      { numRuns: 400 },
    );
  });

  it('zijn ook niet terug te rekenen met de versie ervoor, en niemand vindt dat er 1 tot en met 4 bij kwamen', () => {
    // Mostly numbers that the first version shows, and often one child more.
    const eerder = fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 4 }) },
      { weight: 4, arbitrary: fc.integer({ min: 5, max: 8 }) },
    );
    const erbij = fc.oneof(
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.constant(1) },
      { weight: 1, arbitrary: fc.integer({ min: 2, max: 4 }) },
      { weight: 2, arbitrary: fc.integer({ min: 5, max: 6 }) },
    );
    const groei = fc.oneof(
      fc.array(fc.tuple(eerder, eerder, erbij, erbij), { minLength: 1, maxLength: 2 }),
      // With a third row another can be the cover of a small number.
      fc.array(fc.tuple(eerder, fc.constant(0), erbij, fc.constant(0)), { minLength: 3, maxLength: 3 }),
    );
    fc.assert(
      fc.property(groei, (rijen) => {
        const heel = rapport([
          tabelVan(
            't',
            rijen.map(([a, b]) => [a, b]),
          ),
        ]);
        const extern = maakExtern(heel, [], null);
        const later = rapport([
          tabelVan(
            't',
            rijen.map(([a, b, c, d]) => [a + c, b + d]),
          ),
        ]);
        const [eerst, daarna] = [extern, maakExtern(later, [{ heel, extern }], null)].map(
          ({ tabellen: [tabel] }) => {
            if (!tabel) throw new Error('de tabel is weg');
            return tabel;
          },
        );
        if (!eerst || !daarna) throw new Error('een versie is weg');
        const plekken = rijenVan(daarna).flatMap(({ waarden }, r) => waarden.map((_, k) => [r, k] as const));
        const lees = (waarden: number[][], [r, k]: readonly [number, number]) => waarden[r]?.[k] ?? 0;
        // Of each place what it can be in both versions, and how many can have come.
        const kan = plekken.map(() => ({
          eerst: new Set<number>(),
          daarna: new Set<number>(),
          erbij: new Set<number>(),
        }));
        const isVrij = (plaats: number) => {
          const plek = plekken[plaats] ?? [0, 0];
          const wat = kan[plaats];
          const ruim = (tabel: Tabel, waarden?: Set<number>) =>
            getoond(tabel)[plek[0]]?.[plek[1]] !== null || (waarden?.size ?? 0) > 1;
          const [aantal = 0] = wat?.erbij ?? [];
          const isKlein = wat?.erbij.size === 1 && aantal >= 1 && aantal <= kleinTotEnMet;
          return ruim(eerst, wat?.eerst) && ruim(daarna, wat?.daarna) && !isKlein;
        };
        const toen = mogelijk(eerst, 10);
        for (const nu of mogelijk(daarna, 16)) {
          for (const was of toen)
            if (plekken.every((plek) => lees(nu, plek) >= lees(was, plek)))
              for (const [plaats, plek] of plekken.entries()) {
                kan[plaats]?.eerst.add(lees(was, plek));
                kan[plaats]?.daarna.add(lees(nu, plek));
                kan[plaats]?.erbij.add(lees(nu, plek) - lees(was, plek));
              }
          if (plekken.every((_, plaats) => (kan[plaats]?.erbij.size ?? 0) > 0 && isVrij(plaats))) return;
        }
        expect(plekken.filter((_, plaats) => !isVrij(plaats))).toEqual([]);
      }),
      {
        numRuns: 200,
        examples: [
          [
            [
              [0, 0, 5, 1],
              [5, 5, 0, 0],
            ],
          ],
          [
            [
              [0, 0, 1, 0],
              [6, 0, 0, 0],
              [6, 0, 6, 0],
            ],
          ],
        ],
      },
    );
  });

  it('verbergen niet meer dan nodig: zonder kleine aantallen blijft alles staan, en een nul ook', () => {
    const groot = rapport([
      tabelVan('t', [
        [6, 7],
        [0, 9],
        [12, 0],
      ]),
    ]);
    expect(onderdruk(groot)).toEqual(groot);
    const [klein] = onderdruk(
      rapport([
        tabelVan('t', [
          [3, 7],
          [0, 9],
          [12, 8],
        ]),
      ]),
    ).tabellen;
    expect(klein && getoond(klein)).toEqual([
      [null, null, 10],
      [0, 9, 9],
      [null, null, 20],
      [15, 24, 39],
    ]);
  });

  it('nemen hun totaal mee als dat ook klein is, in iedere tabel waarin het staat', () => {
    const een = tabelVan('een', [
      [2, 9],
      [1, 8],
    ]);
    const twee = tabelVan('twee', [[3, 17]], { totaalVan: { tabel: 'een', rij: 'totaal' } });
    const uit = onderdruk(rapport([een, twee])).tabellen;
    expect(uit.map((tabel) => tabel.totaal?.waarden[0])).toEqual([null, null]);
    expect(uit[1]?.rijen[0]?.waarden[0]).toBeNull();
  });

  it('nemen mee wat eruit is berekend: een som, een aandeel, een mediaan', () => {
    const cel = (rij: string) => ({ tabel: 't', rij, kolom: 2 });
    const uit = onderdruk(
      rapport(
        [
          tabelVan('t', [
            [1, 2],
            [4, 9],
            [12, 8],
          ]),
        ],
        [
          { code: 'som', waarde: 16, eenheid: 'aantal', uit: { cellen: [cel('rij-0'), cel('rij-1')] } },
          { code: 'deel', waarde: 8.3, eenheid: 'procent', uit: { cellen: [cel('rij-0'), cel('totaal')] } },
          { code: 'mediaan', waarde: 12, eenheid: 'dagen', uit: { aantallen: [3] } },
          {
            code: 'ruim',
            waarde: 12,
            eenheid: 'dagen',
            uit: { aantallen: [30] },
            eerder: 8,
            uitEerder: { aantallen: [2] },
          },
          { code: 'los', waarde: 4, eenheid: 'aantal' },
          { code: 'niets', waarde: null, eenheid: 'dagen', uit: { aantallen: [0] } },
        ],
      ),
    );
    expect(uit.cijfers).toEqual([
      { code: 'som', waarde: null, eenheid: 'aantal', onderdrukt: true },
      { code: 'deel', waarde: null, eenheid: 'procent', onderdrukt: true },
      { code: 'mediaan', waarde: null, eenheid: 'dagen', onderdrukt: true },
      { code: 'ruim', waarde: 12, eenheid: 'dagen', eerder: null, eerderOnderdrukt: true },
      { code: 'los', waarde: null, eenheid: 'aantal', onderdrukt: true },
      { code: 'niets', waarde: null, eenheid: 'dagen' },
    ]);
    expect(uit.tabellen[0]?.rijen[0]).toMatchObject({ onderdrukt: [0, 1, 2] });
  });
});
