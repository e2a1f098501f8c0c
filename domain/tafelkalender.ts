/**
 * The calendar of the table. As with domain/werkdagen.ts: never in workflow code, which gets the outcome as input. All
 * days are days in the Netherlands, all moments ms since the epoch.
 */
import { Temporal } from 'temporal-polyfill';
import { tafelDuurMinuten, tafelSluitWerkdagen, tafelVooruitWeken } from './tafelbeleid.ts';
import { isWerkdag } from './werkdagen.ts';

const tijdzone = 'Europe/Amsterdam';
const uur = 60 * 60 * 1000;

/** The days on which the table can meet, in the order of the week. */
export const tafelDagen = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag'] as const;
export type TafelDag = (typeof tafelDagen)[number];

/** When what happens around a table. */
export interface TafelMomenten {
  agendaSluitTijdstip: number;
  beginTijdstip: number;
  eindTijdstip: number;
  afrondTijdstip: number;
}

/**
 * The moments of the table of `datum` (yyyy-mm-dd) that begins at `beginTijd` (HH:MM) and was made at `gemaaktTijdstip`.
 * Its agenda closes at 09:00, three werkdagen before (domain/tafelbeleid.ts). When
 * that had passed as it was made, it closes an hour later, since there is somebody to be invited; a table of the day
 * itself stays open for that day.
 * @throws RangeError when the texts are no date and time.
 */
export function tafelMomenten(datum: string, beginTijd: string, gemaaktTijdstip: number): TafelMomenten {
  const dag = Temporal.PlainDate.from(datum);
  const begin = op(dag, beginTijd);
  const sluit = sluitMoment(dag, begin, gemaaktTijdstip);
  const einde = Math.max(begin + tafelDuurMinuten * 60_000, sluit);
  return {
    agendaSluitTijdstip: sluit,
    beginTijdstip: begin,
    eindTijdstip: einde,
    afrondTijdstip: op(dag.add({ days: 1 }), '09:00'),
  };
}

function sluitMoment(dag: Temporal.PlainDate, begin: number, gemaakt: number): number {
  const gewoon = op(werkdagVoor(dag, tafelSluitWerkdagen), '09:00');
  if (gewoon > gemaakt) return gewoon;
  const vandaag = Temporal.Instant.fromEpochMilliseconds(gemaakt).toZonedDateTimeISO(tijdzone).toPlainDate();
  return Temporal.PlainDate.compare(dag, vandaag) <= 0
    ? op(vandaag.add({ days: 1 }), '00:00')
    : Math.min(gemaakt + uur, begin);
}

function op(dag: Temporal.PlainDate, plainTime: string): number {
  return dag.toZonedDateTime({ timeZone: tijdzone, plainTime }).epochMilliseconds;
}

function werkdagVoor(dag: Temporal.PlainDate, aantal: number): Temporal.PlainDate {
  let gevonden = dag;
  for (let nog = aantal; nog > 0; ) {
    gevonden = gevonden.subtract({ days: 1 });
    if (isWerkdag(gevonden.toString())) nog -= 1;
  }
  return gevonden;
}

/** A Monday: weeks are counted from here, so that the rhythm of the table does not shift at New Year. */
const eersteMaandag = Temporal.PlainDate.from('2024-01-01');

/**
 * The day (yyyy-mm-dd) of the table that is planned in the week of `moment`, `tafelVooruitWeken` weeks ahead: on `dag`,
 * or the next werkdag when that is a holiday. Null when there is no table in that week: it meets once in `weken` weeks.
 */
export function tafelVanSchema(moment: number, dag: TafelDag, weken: number): string | null {
  const vandaag = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(tijdzone).toPlainDate();
  const maandag = vandaag.subtract({ days: vandaag.dayOfWeek - 1 }).add({ weeks: tafelVooruitWeken });
  const week = eersteMaandag.until(maandag, { largestUnit: 'days' }).days / 7;
  if (week % weken !== 0) return null;
  return eersteWerkdag(maandag.add({ days: tafelDagen.indexOf(dag) }).toString());
}

/** The first werkdag on or after a day, both yyyy-mm-dd. Throws a RangeError when the text is no date. */
export function eersteWerkdag(datum: string): string {
  let dag = datum;
  while (!isWerkdag(dag)) dag = plusDagen(dag, 1);
  return dag;
}

/** The day `aantal` days after a day, both yyyy-mm-dd. Throws a RangeError when the text is no date. */
export function plusDagen(datum: string, aantal: number): string {
  return Temporal.PlainDate.from(datum).add({ days: aantal }).toString();
}
