/** What every report looks like, whatever it counts: figures and tables, ready for JSON, CSV and a page. */
import type { Periodesoort } from '../periode.ts';

/** Kinds of report. */
export type Rapportsoort = 'halfjaar' | 'experttafel' | 'wachttijden' | 'week';

/** In what a figure is counted. */
export type Eenheid = 'aantal' | 'procent' | 'dagen';

/** One figure. */
export interface Cijfer {
  /** Code of its definition (definities.ts), and its key in JSON. */
  code: string;
  /** Null when there is nothing to count from, as the median of no waiting times. */
  waarde: number | null;
  eenheid: Eenheid;
  /** The same figure over the same period before, when the report compares. */
  eerder?: number | null;
}

/** One row of a table: what is counted, and the figure per column. */
export interface Rij {
  code: string;
  titel: string;
  waarden: (number | null)[];
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
}
