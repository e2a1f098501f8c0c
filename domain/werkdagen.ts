/**
 * The calendar of the Netherlands: werkdagen, calendar sums and moments in words. Never used in workflow code:
 * a workflow gets the outcome as input, so that a new time zone database cannot break a replay
 * (ontwerp, "Calendar sums ... never run in workflow code").
 *
 * A werkdag is Monday to Friday, except a day that the library `date-holidays` calls a public holiday of the
 * Netherlands: Nieuwjaarsdag, Pasen and Pinksteren with their second days, Koningsdag, Hemelvaartsdag and both
 * Kerstdagen. Goede Vrijdag and 5 mei are werkdagen: the Algemene termijnenwet exempts them for terms set by law,
 * and the terms here are the team's own rhythm; most people work on them.
 */
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';

const tijdzone = 'Europe/Amsterdam';
const feestdagen = new Holidays('NL', { types: ['public'] });
const feestdagenPerJaar = new Map<number, ReadonlySet<string>>();

function feestdagenVan(jaar: number): ReadonlySet<string> {
  const bekend = feestdagenPerJaar.get(jaar);
  if (bekend) return bekend;
  const dagen = new Set(feestdagen.getHolidays(jaar).map((feestdag) => feestdag.date.slice(0, 10)));
  feestdagenPerJaar.set(jaar, dagen);
  return dagen;
}

function inNederland(moment: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(tijdzone);
}

/** Whether a day (yyyy-mm-dd) is a werkdag in the Netherlands. Throws a RangeError when the text is no date. */
export function isWerkdag(datum: string): boolean {
  const dag = Temporal.PlainDate.from(datum);
  return dag.dayOfWeek <= 5 && !feestdagenVan(dag.year).has(dag.toString());
}

/**
 * The next `aantal` werkdagen strictly after the Dutch calendar day of `moment`, each as the moment (ms since the
 * epoch) of 09:00 in Europe/Amsterdam.
 */
export function werkdagenVanaf(moment: number, aantal: number): number[] {
  const uitkomst: number[] = [];
  let dag = inNederland(moment).toPlainDate();
  while (uitkomst.length < aantal) {
    dag = dag.add({ days: 1 });
    if (!isWerkdag(dag.toString())) continue;
    uitkomst.push(negenUurOp(dag.toString()));
  }
  return uitkomst;
}

/**
 * The moment (ms since the epoch) of 09:00 in Europe/Amsterdam on a day (yyyy-mm-dd).
 * Throws a RangeError when the text is no date.
 */
export function negenUurOp(datum: string): number {
  return Temporal.PlainDate.from(datum).toZonedDateTime({ timeZone: tijdzone, plainTime: '09:00' })
    .epochMilliseconds;
}

/** The calendar day in the Netherlands (yyyy-mm-dd) at a moment (ms since the epoch). */
export function datumInNederland(moment: number): string {
  return inNederland(moment).toPlainDate().toString();
}

/** The calendar year in the Netherlands at a moment (ms since the epoch). */
export function jaarInNederland(moment: number): number {
  return inNederland(moment).year;
}

/**
 * The same time on the clock in Europe/Amsterdam `aantal` calendar months after `moment` (both ms since the epoch),
 * on the last day of the month where that day does not exist. A time that the start of summer time skips
 * becomes one hour later.
 */
export function plusMaanden(moment: number, aantal: number): number {
  return inNederland(moment).add({ months: aantal }).epochMilliseconds;
}

/**
 * The age in whole years, at a moment (ms since the epoch, read in Europe/Amsterdam), of a person born on
 * `geboorteDatum` (yyyy-mm-dd). Who is born on 29 February becomes a year older on 1 March in other years.
 * Negative for a birth in the future; throws a RangeError when the text is no date.
 */
export function leeftijdOp(geboorteDatum: string, moment: number): number {
  const geboren = Temporal.PlainDate.from(geboorteDatum);
  const vandaag = inNederland(moment);
  const nogNietJarig =
    vandaag.month < geboren.month || (vandaag.month === geboren.month && vandaag.day < geboren.day);
  return vandaag.year - geboren.year - (nogNietJarig ? 1 : 0);
}

const datumInWoorden = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day (yyyy-mm-dd) in Dutch words: `donderdag 5 juni 2025`. Throws a RangeError when the text is no date. */
export function leesbareDatum(datum: string): string {
  return datumInWoorden.format(
    Temporal.PlainDate.from(datum).toZonedDateTime({ timeZone: 'UTC' }).epochMilliseconds,
  );
}

/** A moment (ms since the epoch) in Dutch words, in Europe/Amsterdam: `donderdag 5 juni 2025, 09:00`. */
export function leesbaarMoment(moment: number): string {
  const lokaal = inNederland(moment);
  return `${leesbareDatum(lokaal.toPlainDate().toString())}, ${lokaal.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}
