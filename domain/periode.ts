/**
 * The periods on which the region steers: weeks, months, quarters, half-years and years, as they run on the calendar of the Netherlands.
 * Calendar sums: never used in workflow code, which gets a period with its moments as input (domain/werkdagen.ts).
 */
import { Temporal } from 'temporal-polyfill';

const tijdzone = 'Europe/Amsterdam';

/** Kinds of period that are made of whole months, with how many. */
const lengte = { maand: 1, kwartaal: 3, halfjaar: 6, jaar: 12 } as const;

type Maandsoort = keyof typeof lengte;
export type Periodesoort = Maandsoort | 'week';

/** A period on the calendar of the Netherlands. */
export interface Periode {
  soort: Periodesoort;
  /** `2025-W27` (ISO 8601), `2025-M07`, `2025-K3`, `2025-1` (half-year) or `2025`. */
  code: string;
  jaar: number;
  /** Which one in its year, from 1. */
  nummer: number;
  /** First moment that belongs to it, ms since the epoch. */
  beginTijdstip: number;
  /** First moment after it, ms since the epoch. */
  eindTijdstip: number;
}

const jaarcijfers = (jaar: number) => String(jaar).padStart(4, '0');
const tweeCijfers = (nummer: number) => String(nummer).padStart(2, '0');
const codes: Readonly<Record<Periodesoort, (jaar: number, nummer: number) => string>> = {
  week: (jaar, nummer) => `${jaarcijfers(jaar)}-W${tweeCijfers(nummer)}`,
  maand: (jaar, nummer) => `${jaarcijfers(jaar)}-M${tweeCijfers(nummer)}`,
  kwartaal: (jaar, nummer) => `${jaarcijfers(jaar)}-K${nummer}`,
  halfjaar: (jaar, nummer) => `${jaarcijfers(jaar)}-${nummer}`,
  jaar: jaarcijfers,
};

const weekvorm = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/;
const vormen: readonly [Maandsoort, RegExp][] = [
  ['maand', /^(\d{4})-M(0[1-9]|1[0-2])$/],
  ['kwartaal', /^(\d{4})-K([1-4])$/],
  ['halfjaar', /^(\d{4})-([12])$/],
  ['jaar', /^(\d{4})$/],
];

const momentVan = (dag: Temporal.PlainDate) => dag.toZonedDateTime(tijdzone).epochMilliseconds;
const dagVan = (moment: number) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(tijdzone).toPlainDate();

function maak(soort: Maandsoort, eersteDag: Temporal.PlainDate): Periode {
  const { year: jaar, month } = eersteDag;
  const nummer = (month - 1) / lengte[soort] + 1;
  return {
    soort,
    code: codes[soort](jaar, nummer),
    jaar,
    nummer,
    beginTijdstip: momentVan(eersteDag),
    eindTijdstip: momentVan(eersteDag.add({ months: lengte[soort] })),
  };
}

/** The week of a day; the year is that of its Thursday (ISO 8601). */
function weekVan(dag: Temporal.PlainDate): Periode {
  const maandag = dag.subtract({ days: dag.dayOfWeek - 1 });
  const jaar = dag.yearOfWeek ?? dag.year;
  const nummer = dag.weekOfYear ?? 1;
  return {
    soort: 'week',
    code: codes.week(jaar, nummer),
    jaar,
    nummer,
    beginTijdstip: momentVan(maandag),
    eindTijdstip: momentVan(maandag.add({ weeks: 1 })),
  };
}

/** The week with this number; null when that year does not have so many. */
function leesWeek(jaar: number, nummer: number): Periode | null {
  // 4 January always lies in the first week.
  const week = weekVan(Temporal.PlainDate.from({ year: jaar, month: 1, day: 4 }).add({ weeks: nummer - 1 }));
  return week.jaar === jaar && week.nummer === nummer ? week : null;
}

/** The period of this kind in which a moment (ms since the epoch) falls. */
export function periodeOp(soort: Periodesoort, moment: number): Periode {
  const dag = dagVan(moment);
  if (soort === 'week') return weekVan(dag);
  const { year, month } = dag;
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
  const week = weekvorm.exec(code);
  return week && leesWeek(Number(week[1]), Number(week[2]));
}

/** The period of the same kind so many before (or after, when negative) this one. */
export function periodeEerder({ soort, beginTijdstip }: Periode, aantal = 1): Periode {
  const begin = dagVan(beginTijdstip);
  if (soort === 'week') return weekVan(begin.subtract({ weeks: aantal }));
  return maak(soort, begin.subtract({ months: lengte[soort] * aantal }));
}
