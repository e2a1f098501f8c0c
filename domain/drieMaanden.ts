/**
 * Three months of waiting, the inspection's norm for schadelijk wachten: counted in one way wherever it is counted. Calendar sums: never used in
 * workflow code (domain/werkdagen.ts).
 */
import { schadelijkNaMaanden } from './beleid.ts';
import { datumInNederland, plusMaanden } from './werkdagen.ts';

/**
 * Whether who waits since moment `sinds` (ms since the epoch) has waited three calendar months or longer on a day (yyyy-mm-dd), the day
 * itself included; `zonder` is the time, in ms, that does not count. From 30 November it is the last day of February.
 */
export function wachtDrieMaanden(sinds: number, peilDatum: string, zonder = 0): boolean {
  return datumInNederland(plusMaanden(sinds, schadelijkNaMaanden) + zonder) <= peilDatum;
}
