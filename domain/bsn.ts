/** Burgerservicenummer: the number by which a jeugdige is known to the municipalities. */

const gewichten = [9, 8, 7, 6, 5, 4, 3, 2, -1] as const;

/**
 * Whether the text is a well-formed BSN: nine digits, not all zero, that pass the 11-check (the digits times
 * 9, 8, … 2 and −1 add up to a multiple of 11). It does not say that the number was ever given out.
 */
export function isBsn(tekst: string): boolean {
  if (!/^[0-9]{9}$/.test(tekst) || tekst === '000000000') return false;
  const som = gewichten.reduce((totaal, gewicht, plaats) => totaal + gewicht * Number(tekst[plaats]), 0);
  return som % 11 === 0;
}
