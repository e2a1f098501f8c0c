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

/** A telephone number in the Netherlands, as digits alone. */
const telefoonnummer = /^(?:0|31|0031)[1-9][0-9]{8}$/;

/**
 * Whether a code (lower case, digits and hyphens) is no pseudonym but a number of a person: digits alone, or a BSN or a telephone
 * number somewhere in it, with hyphens or not. A UUID, as many programs to log in with give, is a pseudonym.
 */
export function bevatPersoonsnummer(code: string): boolean {
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(code)) return false;
  if (!/[a-z]/.test(code)) return true;
  const reeksen = code.replaceAll(/(?<=[0-9])-(?=[0-9])/g, '').match(/[0-9]+/g) ?? [];
  return reeksen.some((reeks) => isBsn(reeks) || telefoonnummer.test(reeks));
}
