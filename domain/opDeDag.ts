/**
 * The morning of a day (yyyy-mm-dd), ms since the epoch: 09:00 in the Netherlands in winter, 10:00 in summer. Made without
 * a time zone database, since workflow code needs it.
 */
export function opDeDag(datum: string): number {
  return Date.parse(datum) + 8 * 60 * 60 * 1000;
}

/**
 * Noon (UTC) of a day (yyyy-mm-dd), ms since the epoch: from here the day itself is none of the werkdagen after it, in
 * summer nor in winter.
 */
export function opDeMiddag(datum: string): number {
  return Date.parse(datum) + 12 * 60 * 60 * 1000;
}
