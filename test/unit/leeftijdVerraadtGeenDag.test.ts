import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { leeftijdsmomenten } from '../../domain/leeftijd.ts';
import { datumInNederland, leeftijdOp, leesbaarMoment } from '../../domain/werkdagen.ts';

const dagInMs = 86_400_000;
const momenten = fc.integer({ min: Date.parse('2020-01-01T00:00Z'), max: Date.parse('2060-01-01T00:00Z') });
const maanden = fc.record({
  year: fc.integer({ min: 2000, max: 2045 }),
  month: fc.integer({ min: 1, max: 12 }),
});
const dagVan = (maand: { year: number; month: number }) =>
  fc.integer({ min: 1, max: 31 }).map((day) => Temporal.PlainDate.from({ ...maand, day }).toString());
const geboorten = maanden.chain(dagVan);

/** The first moments of the Dutch day on which a person is `jaren` years old for the first time. */
function verjaardag(geboorteDatum: string, jaren: number): Temporal.PlainDate {
  const geboren = Temporal.PlainDate.from(geboorteDatum);
  const bijna = geboren.add({ years: jaren });
  const middag = bijna.toZonedDateTime({
    timeZone: 'Europe/Amsterdam',
    plainTime: '12:00',
  }).epochMilliseconds;
  return leeftijdOp(geboorteDatum, middag) === jaren ? bijna : bijna.add({ days: 1 });
}

describe('de momenten van een leeftijd', () => {
  it('zijn gelijk voor wie in dezelfde maand geboren is, op welk moment er ook wordt gekeken', () => {
    const tweeling = maanden.chain((maand) => fc.tuple(dagVan(maand), dagVan(maand)));
    fc.assert(
      fc.property(tweeling, momenten, ([een, ander], nu) => {
        expect(leeftijdsmomenten(een, nu)).toEqual(leeftijdsmomenten(ander, nu));
      }),
    );
  });

  it('liggen om 09:00 op de eerste dag van een maand', () => {
    fc.assert(
      fc.property(geboorten, momenten, (geboorteDatum, nu) => {
        const { isJongKind, ...tijdstippen } = leeftijdsmomenten(geboorteDatum, nu);
        expect(isJongKind).toBe('zevenTijdstip' in tijdstippen);
        for (const moment of Object.values(tijdstippen)) {
          expect(datumInNederland(moment)).toMatch(/-01$/);
          expect(leesbaarMoment(moment)).toMatch(/, 09:00$/);
        }
      }),
    );
  });

  it('waarschuwen nooit na de echte dag, en hoogstens een maand ervoor', () => {
    fc.assert(
      fc.property(geboorten, (geboorteDatum) => {
        const bijGeboorte = leeftijdsmomenten(geboorteDatum, Date.parse('1999-01-01T00:00Z'));
        const achttien = verjaardag(geboorteDatum, 18);
        for (const [moment, echt] of [
          [bijGeboorte.achttienOver6Tijdstip, achttien.subtract({ months: 6 })],
          [bijGeboorte.achttienOver3Tijdstip, achttien.subtract({ months: 3 })],
          [bijGeboorte.achttienTijdstip, achttien],
        ] as const) {
          const gewaarschuwd = Temporal.PlainDate.from(datumInNederland(moment ?? Number.NaN));
          const dagenErvoor = gewaarschuwd.until(echt).days;
          expect(dagenErvoor).toBeGreaterThanOrEqual(0);
          expect(dagenErvoor).toBeLessThanOrEqual(31);
        }
      }),
    );
  });

  it('laten een kind nooit te vroeg geen jong kind meer zijn, en hoogstens een maand te laat', () => {
    fc.assert(
      fc.property(geboorten, momenten, (geboorteDatum, nu) => {
        const { isJongKind } = leeftijdsmomenten(geboorteDatum, nu);
        if (leeftijdOp(geboorteDatum, nu) < 7) expect(isJongKind).toBe(true);
        if (leeftijdOp(geboorteDatum, nu - 32 * dagInMs) >= 7) expect(isJongKind).toBe(false);
      }),
    );
  });
});
