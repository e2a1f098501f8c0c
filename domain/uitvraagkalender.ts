/**
 * When an uitvraag begins, reminds and closes, on the calendar of the Netherlands. Calendar sums: never used in workflow
 * code, which gets the moments as input (domain/werkdagen.ts).
 */
import { Temporal } from 'temporal-polyfill';
import { type Periode, periodeEerder, periodeOp } from './periode.ts';
import { eersteWerkdag, plusDagen } from './tafelkalender.ts';
import { datumInNederland, negenUurOp, plusMaanden } from './werkdagen.ts';

/** Days after the begin at which whoever has not answered is reminded. */
const herinneringDagen = [14, 21] as const;
/** Days after the begin at which an uitvraag closes. */
const sluitDagen = 28;
/** Months for which a closed uitvraag can be opened again: until the next quarter is asked for. */
const levensduurMaanden = 3;

/** The moments of an uitvraag, ms since the epoch. */
export interface UitvraagMomenten {
  herinneringTijdstippen: number[];
  sluitTijdstip: number;
  afrondTijdstip: number;
}

/**
 * The moments of an uitvraag that begins at `begin` (ms since the epoch): reminders after two and three weeks, the closing
 * after four, each at 09:00 on that day or the first werkdag after it; three months after the begin it is over.
 */
export function uitvraagMomenten(begin: number): UitvraagMomenten {
  const na = (dagen: number) => negenUurOp(eersteWerkdag(plusDagen(datumInNederland(begin), dagen)));
  return {
    herinneringTijdstippen: herinneringDagen.map(na),
    sluitTijdstip: na(sluitDagen),
    afrondTijdstip: plusMaanden(begin, levensduurMaanden),
  };
}

/**
 * The quarter that the Schedule asks about at a moment (ms since the epoch): the one that has just ended. Null before the
 * first werkdag of a quarter: the Schedule tries again the next day.
 */
export function kwartaalVanSchema(moment: number): Periode | null {
  const kwartaal = periodeOp('kwartaal', moment);
  const eerste = eersteWerkdag(datumInNederland(kwartaal.beginTijdstip));
  return datumInNederland(moment) < eerste ? null : periodeEerder(kwartaal);
}

/** The first moment (ms since the epoch) after a day (yyyy-mm-dd) in the Netherlands. */
export function naDeDag(datum: string): number {
  return Temporal.PlainDate.from(datum).add({ days: 1 }).toZonedDateTime('Europe/Amsterdam')
    .epochMilliseconds;
}
