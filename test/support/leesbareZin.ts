import { expect } from 'vitest';

/**
 * A sentence that a person can read in the Temporal UI: with nothing in it that was not filled in, no word of the code or of
 * English, and no more than 200 bytes, of the 400 that the server takes. Returns it.
 */
export function eisLeesbareZin(zin: string): string {
  expect(zin).not.toMatch(/undefined|null|NaN|Invalid|\[object|\{|\}|\$|,,| ,|\(\)| {2}/);
  expect(zin).not.toMatch(/\b(?:the|and|of the|reminder|timer|send|store|mail to|days?|due)\b/i);
  // An identifier of the code, or a moment as the machine writes it.
  expect(zin).not.toMatch(/[a-z][A-Z]|\d{10,}|\dT\d|Z$/);
  expect(zin).toMatch(/^[^\s.].*[^\s.,:]$/);
  expect(Buffer.byteLength(zin)).toBeLessThan(200);
  return zin;
}
