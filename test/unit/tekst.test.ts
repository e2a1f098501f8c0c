import { describe, expect, it } from 'vitest';
import { regel } from '../../domain/tekst.ts';

const past = (tekst: string) => regel(50).safeParse(tekst).success;

describe('één regel tekst', () => {
  it.each([
    ['een regeleinde', 'Kim\nVoorbeeld'],
    ['een tab', 'Kim\tVoorbeeld'],
    ['een regelscheiding (U+2028)', 'Kim\u2028Voorbeeld'],
    ['een alineascheiding (U+2029)', 'Kim\u2029Voorbeeld'],
    ['een omgekeerde leesrichting (U+202E)', 'Kim\u202EVoorbeeld'],
    ['een spatie zonder breedte (U+200B)', 'Kim\u200BVoorbeeld'],
    ['een half teken', 'Kim\uD83D'],
  ])('weigert %s', (_, tekst) => {
    expect(past(tekst)).toBe(false);
  });

  it.each([
    ['een naam met tekens van elders', 'Zoë Öztürk-Ağaoğlu'],
    ['een harde spatie', 'Kim\u00A0Voorbeeld'],
    ['een emoji van meer delen', 'Gezin 👨‍👩‍👧'],
  ])('neemt aan: %s', (_, tekst) => {
    expect(past(tekst)).toBe(true);
  });
});
