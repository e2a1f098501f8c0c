/** What a person tells of afterwards with a day happened on that day in the Netherlands, whole days after the aanmelding. */
import { expect, it } from 'vitest';
import { gebeurdOp } from '../../domain/gebeurdOp.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';

it.each<[string, datum: string, sinds: string, vastgelegd: string, verwacht: string]>([
  [
    'dezelfde dag',
    '2026-04-04',
    '2026-02-03T10:00+01:00',
    '2026-04-04T09:00+02:00',
    '2026-04-04T09:00+02:00',
  ],
  [
    'een eerdere dag',
    '2026-03-10',
    '2026-02-03T10:00+01:00',
    '2026-04-04T09:00+02:00',
    '2026-03-10T10:00+01:00',
  ],
  [
    'over de zomertijd heen',
    '2026-03-31',
    '2026-02-03T10:00+01:00',
    '2026-04-04T09:00+02:00',
    '2026-03-31T11:00+02:00',
  ],
  [
    'laat op de avond',
    '2026-03-31',
    '2026-02-03T23:30+01:00',
    '2026-04-04T09:00+02:00',
    '2026-03-31T23:59:59.999+02:00',
  ],
  [
    'net na middernacht',
    '2026-12-31',
    '2026-06-03T00:30+02:00',
    '2027-01-04T09:00+01:00',
    '2026-12-31T00:00+01:00',
  ],
  [
    'de dag van de aanmelding',
    '2026-02-03',
    '2026-02-03T10:00+01:00',
    '2026-04-04T09:00+02:00',
    '2026-02-03T10:00+01:00',
  ],
  [
    'een dag ervoor',
    '2026-02-02',
    '2026-02-03T10:00+01:00',
    '2026-04-04T09:00+02:00',
    '2026-02-03T10:00+01:00',
  ],
  [
    'een dag erna',
    '2026-04-05',
    '2026-02-03T10:00+01:00',
    '2026-04-04T09:00+02:00',
    '2026-04-04T09:00+02:00',
  ],
])('%s', (_, datum, sinds, vastgelegd, verwacht) => {
  const moment = gebeurdOp(datum, Date.parse(sinds), Date.parse(vastgelegd));
  expect(new Date(moment)).toEqual(new Date(verwacht));
  if (datum >= '2026-02-03' && datum <= '2026-04-04') expect(datumInNederland(moment)).toBe(datum);
});

it('een tekst die geen dag is, is een fout', () => {
  expect(() => gebeurdOp('gisteren', 0, 1)).toThrow(RangeError);
});
