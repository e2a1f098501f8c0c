/**
 * When it happened what a person tells of afterwards with a day: care started, an advies was carried out. Calendar sums: never used in
 * workflow code (domain/werkdagen.ts).
 */
import { Temporal } from 'temporal-polyfill';
import { dag as dagMs } from './beleid.ts';

const tijdzone = 'Europe/Amsterdam';
const dagVan = (moment: number) =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(tijdzone).toPlainDate();
const beginVan = (dag: Temporal.PlainDate) => dag.toZonedDateTime(tijdzone).epochMilliseconds;

/**
 * The moment (ms since the epoch) of what happened on `datum` (yyyy-mm-dd, Europe/Amsterdam) and was recorded at `vastgelegd`: that moment itself
 * when it was the same day, and else as many times 24 hours after `sinds` as there are days between, so that waiting since then lasted whole
 * days; on that day. Never before `sinds` nor after `vastgelegd` (both ms since the epoch). @throws RangeError when the text is no date.
 */
export function gebeurdOp(datum: string, sinds: number, vastgelegd: number): number {
  const dag = Temporal.PlainDate.from(datum);
  if (Temporal.PlainDate.compare(dag, dagVan(vastgelegd)) >= 0) return vastgelegd;
  const heleDagen = sinds + dagVan(sinds).until(dag, { largestUnit: 'days' }).days * dagMs;
  // Between summer and winter the clock differs an hour, which can be another day.
  const opDag = Math.min(Math.max(heleDagen, beginVan(dag)), beginVan(dag.add({ days: 1 })) - 1);
  return Math.min(Math.max(opDag, sinds), vastgelegd);
}
