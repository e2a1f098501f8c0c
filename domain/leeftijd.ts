/**
 * The ages that change what happens to a traject, as moments that may travel through workflow history: each is the
 * first day of a month, so that none tells the day of a birth (docs/decisions/0013-leeftijd-reist-per-maand.md).
 * Never called in workflow code: calendar sums are made by the API and by activities.
 */
import { Temporal } from 'temporal-polyfill';
import { leeftijdOp, negenUurOp } from './werkdagen.ts';

/** Until this age a child counts as a jong kind (afwegingskader-deeltafel-2025-05-15, "Voorrang voor het jonge kind"). */
const jongKindTot = 7;

/** The age from which youth care no longer answers for a person (domein, "Jeugdige": 0–18). */
const volwassenVanaf = 18;

/**
 * What a traject may know of the age of its jeugdige. Moments in ms since the epoch, 09:00 in Europe/Amsterdam on the
 * first day of a month; they depend on the year and month of birth alone.
 */
export interface Leeftijdsmomenten {
  /** Whether the child counts as younger than seven: true exactly as long as there is a `zevenTijdstip`. */
  isJongKind: boolean;
  /** The month after the one of the seventh birthday begins; absent when that has passed. */
  zevenTijdstip?: number;
  /** The month that lies six months before the one of the 18th birthday begins; absent when that has passed. */
  achttienOver6Tijdstip?: number;
  /** The month that lies three months before the one of the 18th birthday begins; absent when that has passed. */
  achttienOver3Tijdstip?: number;
  /** The month of the 18th birthday begins. Always there: once it has passed, it is due at once. */
  achttienTijdstip: number;
}

/**
 * The moments at which the age of a jeugdige born on `geboorteDatum` (yyyy-mm-dd) changes what happens, seen from `nu`
 * (ms since the epoch). Seven is rounded up, so that voorrang never ends too early; what leads to eighteen is rounded
 * down, so that nobody is warned too late (domein, "What goes wrong in practice": the jeugdige turns 18).
 * Throws a RangeError when the text is no date.
 */
export function leeftijdsmomenten(geboorteDatum: string, nu: number): Leeftijdsmomenten {
  const geboren = Temporal.PlainDate.from(geboorteDatum).toPlainYearMonth();
  const beginVanMaand = (jaren: number, maanden: number) =>
    negenUurOp(
      geboren
        .add({ months: jaren * 12 + maanden })
        .toPlainDate({ day: 1 })
        .toString(),
    );

  const zeven = beginVanMaand(jongKindTot, 1);
  const achttienOver6 = beginVanMaand(volwassenVanaf, -6);
  const achttienOver3 = beginVanMaand(volwassenVanaf, -3);
  return {
    isJongKind: zeven > nu,
    ...(zeven > nu && { zevenTijdstip: zeven }),
    ...(achttienOver6 > nu && { achttienOver6Tijdstip: achttienOver6 }),
    ...(achttienOver3 > nu && { achttienOver3Tijdstip: achttienOver3 }),
    achttienTijdstip: beginVanMaand(volwassenVanaf, 0),
  };
}

/**
 * Whether a person born on `geboorteDatum` (yyyy-mm-dd) is 18 or older at `nu` (ms since the epoch, read in
 * Europe/Amsterdam), to the day. Throws a RangeError when the text is no date.
 */
export function isVolwassen(geboorteDatum: string, nu: number): boolean {
  return leeftijdOp(geboorteDatum, nu) >= volwassenVanaf;
}
