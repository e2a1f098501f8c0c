/** What every report looks like, whatever it counts: figures and tables, ready for JSON, CSV and a page. */
import type { Periodesoort } from '../periode.ts';

/** Kinds of report. */
export type Rapportsoort = 'halfjaar' | 'experttafel' | 'wachttijden' | 'week';

/** In what a figure is counted. */
export type Eenheid = 'aantal' | 'procent' | 'dagen' | 'weken';

/** Where a figure stands in a table: the row, `totaal` for its totals, and the place of the column from 0. */
export interface Cel {
  tabel: string;
  rij: string;
  kolom: number;
}

/**
 * What a figure repeats or is computed from: it must be hidden when any of this is hidden or small (onderdruk.ts). A share or
 * a median that tells nothing of this is never hidden.
 */
export interface Onderbouwing {
  cellen?: readonly Cel[];
  /** Counts that stand in no table, such as how many waiting times a median is of. */
  aantallen?: readonly number[];
  /** So many have to stand behind it before it may leave the team, where a count that is not small is not enough. */
  minstens?: number;
}

/** One figure. */
export interface Cijfer {
  /** Code of its definition (definities.ts), and its key in JSON. */
  code: string;
  /** Null when there is nothing to count from, as the median of no waiting times. */
  waarde: number | null;
  eenheid: Eenheid;
  /** The same figure over the same period before, when the report compares. */
  eerder?: number | null;
  uit?: Onderbouwing;
  uitEerder?: Onderbouwing;
  /** Set when the figure, or that of the period before, was hidden because small numbers stand behind it. */
  onderdrukt?: true;
  eerderOnderdrukt?: true;
}

/** One row of a table: what is counted, and the figure per column. */
export interface Rij {
  code: string;
  titel: string;
  waarden: (number | null)[];
  /** The places of the columns that were hidden because small numbers stand behind them. */
  onderdrukt?: number[];
}

/** Figures that belong together, such as the aanmeldingen per gemeente. */
export interface Tabel {
  /** Code of its definition (definities.ts). */
  code: string;
  /** Heads of the columns of figures. */
  kolommen: string[];
  eenheid: Eenheid;
  rijen: Rij[];
  /** True when the rows of a column add up to a total that is shown too: then hiding one row must hide a second. */
  teltOp: boolean;
  /** The totals, when the rows add up to them. */
  totaal?: Rij;
  /** The places of the columns that are the sum of the columns before them, from the one after the last such column. */
  totaalKolommen?: readonly number[];
  /** The place of the first column of the period before; null when the table is of this period alone. What leaves the team goes by it (extern.ts). */
  eerderVanaf: number | null;
  /** The row of another table, in the same columns, of which the totals of this one are the figures. */
  totaalVan?: { tabel: string; rij: string };
}

/** A row of a table, or `totaal` for its totals. */
export type Rijplek = Omit<Cel, 'kolom'>;

/**
 * Children that no table counts, but that whoever has the tables counts out: those of `rijen` without those of `zonder`, in each column. The tables
 * have the same columns.
 */
export interface Rest {
  rijen: readonly Rijplek[];
  zonder: readonly Rijplek[];
}

/** A report over a period. */
export interface Rapport {
  soort: Rapportsoort;
  /** Code of the period (domain/periode.ts). */
  periode: string;
  periodesoort: Periodesoort;
  /** The moment up to which it counts, ms since the epoch. */
  peilTijdstip: number;
  cijfers: Cijfer[];
  tabellen: Tabel[];
  /** Must not be found either where it is small (onderdruk.ts). */
  resten?: readonly Rest[];
}

/** Whether a report has nothing to tell: no figure of it, of this period or the one before, is more than nought. */
export function isLeeg({ cijfers, tabellen }: Rapport): boolean {
  const rijen = tabellen.flatMap(({ rijen, totaal }) => [...rijen, ...(totaal ? [totaal] : [])]);
  return (
    cijfers.every(({ waarde, onderdrukt }) => !onderdrukt && !waarde) &&
    rijen.every(({ waarden, onderdrukt }) => !onderdrukt && waarden.every((waarde) => !waarde))
  );
}
