/** How reports count: shares, medians, and tables in which each aanmelding stands in exactly one row. */
import type { Cel, Cijfer, Eenheid, Rij, Tabel } from './rapport.ts';

/** Part of a whole in percent, to one decimal; null when there is no whole. */
export function aandeel(deel: number, geheel: number): number | null {
  return geheel === 0 ? null : rond((100 * deel) / geheel);
}

const rond = (getal: number) => Math.round(getal * 10) / 10;
const dagInMs = 24 * 60 * 60 * 1000;

/** The middle of these durations (ms), in days to one decimal; between the two middle ones when they are even in number. */
export function mediaan(duren: readonly number[]): number | null {
  const gesorteerd = [...duren].sort((a, b) => a - b);
  const midden = Math.floor(gesorteerd.length / 2);
  const hoog = gesorteerd[midden];
  const laag = gesorteerd.length % 2 === 1 ? hoog : gesorteerd[midden - 1];
  return hoog === undefined || laag === undefined ? null : rond((laag + hoog) / 2 / dagInMs);
}

/** The smallest of these durations (ms) that at least nine in ten do not exceed, in days to one decimal. */
export function p90(duren: readonly number[]): number | null {
  const gesorteerd = [...duren].sort((a, b) => a - b);
  const waarde = gesorteerd[Math.ceil(gesorteerd.length * 0.9) - 1];
  return waarde === undefined ? null : rond(waarde / dagInMs);
}

/** One column: its head and what is counted in it. */
export interface Kolom<F> {
  titel: string;
  feiten: readonly F[];
}

/** A table in which each fact stands in the one row that `rijVan` names; its rows add up to its totals. */
export function telTabel<F, R extends string>(
  code: string,
  kolommen: readonly Kolom<F>[],
  rijen: Readonly<Record<R, string>>,
  rijVan: (feit: F) => R,
  rest: Pick<Tabel, 'totaalKolommen' | 'totaalVan' | 'eerderVanaf'>,
): Tabel {
  const perKolom = kolommen.map(({ feiten }) => {
    const aantallen = new Map<R, number>();
    for (const feit of feiten) aantallen.set(rijVan(feit), (aantallen.get(rijVan(feit)) ?? 0) + 1);
    return aantallen;
  });
  return {
    code,
    kolommen: kolommen.map(({ titel }) => titel),
    eenheid: 'aantal',
    rijen: (Object.entries(rijen) as [R, string][]).map(([rij, titel]) => ({
      code: rij,
      titel,
      waarden: perKolom.map((aantallen) => aantallen.get(rij) ?? 0),
    })),
    teltOp: true,
    totaal: { code: 'totaal', titel: 'Totaal', waarden: kolommen.map(({ feiten }) => feiten.length) },
    ...rest,
  };
}

/** The places of the column of the period itself, and of the one of the period before. */
export interface Plaatsen {
  nu: number;
  eerder: number;
}

/** Makes figures out of the cells of tables, each with what it is made of. */
export function uitTabellen(tabellen: readonly Tabel[], plaatsen: Plaatsen) {
  const tel = (cellen: readonly Cel[]) => cellen.reduce((som, cel) => som + (lees(tabellen, cel) ?? 0), 0);
  const cellenIn = (tabel: string, rijen: readonly string[], kolom: number): Cel[] =>
    rijen.map((rij) => ({ tabel, rij, kolom }));
  const paar = (
    code: string,
    eenheid: Eenheid,
    maak: (kolom: number) => { waarde: number | null; cellen: Cel[] },
    kolommen: Plaatsen,
  ): Cijfer => {
    const nu = maak(kolommen.nu);
    const eerder = maak(kolommen.eerder);
    return {
      code,
      waarde: nu.waarde,
      eenheid,
      eerder: eerder.waarde,
      uit: { cellen: nu.cellen },
      uitEerder: { cellen: eerder.cellen },
    };
  };
  const verhouding = (
    code: string,
    tabel: string,
    rijen: readonly string[],
    geheel: readonly string[],
    kolommen: Plaatsen,
  ): Cijfer =>
    paar(
      code,
      'procent',
      (kolom) => {
        const [deel, alle] = [rijen, geheel].map((van) => tel(cellenIn(tabel, van, kolom)));
        return {
          waarde: aandeel(deel ?? 0, alle ?? 0),
          cellen: cellenIn(tabel, [...new Set([...rijen, ...geheel])], kolom),
        };
      },
      kolommen,
    );
  return {
    /** The sum of these rows. */
    aantal: (code: string, tabel: string, rijen: readonly string[], kolommen = plaatsen): Cijfer =>
      paar(
        code,
        'aantal',
        (kolom) => {
          const cellen = cellenIn(tabel, rijen, kolom);
          return { waarde: tel(cellen), cellen };
        },
        kolommen,
      ),
    /** The share of these rows in all. */
    deel: (code: string, tabel: string, rijen: readonly string[], kolommen = plaatsen): Cijfer =>
      verhouding(code, tabel, rijen, ['totaal'], kolommen),
    /** The share of these rows in those of `geheel`. */
    deelVan: (code: string, tabel: string, rijen: readonly string[], geheel: readonly string[]): Cijfer =>
      verhouding(code, tabel, rijen, geheel, plaatsen),
  };
}

function lees(tabellen: readonly Tabel[], { tabel: code, rij, kolom }: Cel): number | null {
  const tabel = tabellen.find((deze) => deze.code === code);
  const gevonden: Rij | undefined =
    rij === 'totaal' ? tabel?.totaal : tabel?.rijen.find((deze) => deze.code === rij);
  if (!gevonden) throw new RangeError(`de tabel ${code} heeft geen rij ${rij}`);
  return gevonden.waarden[kolom] ?? null;
}

/** Of fewer durations p90 is the longest of them: that of one child. */
const minstensVoorP90 = 10;

/** A figure over durations (ms): now, and in the period before. */
export function vanDuren(
  code: string,
  bereken: (duren: readonly number[]) => number | null,
  nu: readonly number[],
  eerder: readonly number[],
): Cijfer {
  const minstens = bereken === p90 ? { minstens: minstensVoorP90 } : {};
  return {
    code,
    waarde: bereken(nu),
    eenheid: 'dagen',
    eerder: bereken(eerder),
    uit: { aantallen: [nu.length], ...minstens },
    uitEerder: { aantallen: [eerder.length], ...minstens },
  };
}
