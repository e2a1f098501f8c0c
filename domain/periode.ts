/**
 * The periods on which the region steers: months, quarters, half-years and years, as they run on the calendar of the Netherlands.
 * Calendar sums: never used in workflow code, which gets a period with its moments as input (domain/werkdagen.ts).
 */
import { Temporal } from 'temporal-polyfill';

const tijdzone = 'Europe/Amsterdam';

/** Kinds of period, with their length in months. */
const lengte = { maand: 1, kwartaal: 3, halfjaar: 6, jaar: 12 } as const;

export type Periodesoort = keyof typeof lengte;

/** A period on the calendar of the Netherlands. */
export interface Periode {
  soort: Periodesoort;
  /** `2025-M07`, `2025-K3`, `2025-1` (half-year) or `2025`. */
  code: string;
  jaar: number;
  /** Which one in its year, from 1. */
  nummer: number;
  /** First moment that belongs to it, ms since the epoch. */
  beginTijdstip: number;
  /** First moment after it, ms since the epoch. */
  eindTijdstip: number;
}

const codes: Readonly<Record<Periodesoort, (jaar: number, nummer: number) => string>> = {
  maand: (jaar, nummer) => `${jaar}-M${String(nummer).padStart(2, '0')}`,
  kwartaal: (jaar, nummer) => `${jaar}-K${nummer}`,
  halfjaar: (jaar, nummer) => `${jaar}-${nummer}`,
  jaar: (jaar) => String(jaar),
};

const vormen: readonly [Periodesoort, RegExp][] = [
  ['maand', /^(\d{4})-M(0[1-9]|1[0-2])$/],
  ['kwartaal', /^(\d{4})-K([1-4])$/],
  ['halfjaar', /^(\d{4})-([12])$/],
  ['jaar', /^(\d{4})$/],
];

function maak(soort: Periodesoort, eersteDag: Temporal.PlainDate): Periode {
  const { year: jaar, month } = eersteDag;
  const nummer = (month - 1) / lengte[soort] + 1;
  const moment = (dag: Temporal.PlainDate) => dag.toZonedDateTime(tijdzone).epochMilliseconds;
  return {
    soort,
    code: codes[soort](jaar, nummer),
    jaar,
    nummer,
    beginTijdstip: moment(eersteDag),
    eindTijdstip: moment(eersteDag.add({ months: lengte[soort] })),
  };
}

/** The period of this kind in which a moment (ms since the epoch) falls. */
export function periodeOp(soort: Periodesoort, moment: number): Periode {
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(tijdzone);
  const maanden = lengte[soort];
  return maak(soort, Temporal.PlainDate.from({ year, month: month - ((month - 1) % maanden), day: 1 }));
}

/** Reads the code of a period; null when it is none. */
export function leesPeriode(code: string): Periode | null {
  for (const [soort, vorm] of vormen) {
    const gelezen = vorm.exec(code);
    if (!gelezen) continue;
    const month = (Number(gelezen[2] ?? 1) - 1) * lengte[soort] + 1;
    return maak(soort, Temporal.PlainDate.from({ year: Number(gelezen[1]), month, day: 1 }));
  }
  return null;
}

/** The period of the same kind so many before (or after, when negative) this one. */
export function periodeEerder({ soort, beginTijdstip }: Periode, aantal = 1): Periode {
  const begin = Temporal.Instant.fromEpochMilliseconds(beginTijdstip)
    .toZonedDateTimeISO(tijdzone)
    .toPlainDate();
  return maak(soort, begin.subtract({ months: lengte[soort] * aantal }));
}
