import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  datumInNederland,
  isWerkdag,
  jaarInNederland,
  leeftijdOp,
  leesbaarMoment,
  leesbareDatum,
  plusMaanden,
  werkdagenVanaf,
} from '../../domain/werkdagen.ts';

const ms = (iso: string) => Date.parse(iso);
const iso = (moment: number) => new Date(moment).toISOString();
const momenten = fc.integer({ min: ms('2024-01-01T00:00Z'), max: ms('2035-12-31T23:59Z') });

describe('wat een werkdag is', () => {
  it.each([
    ['Nieuwjaarsdag', '2025-01-01', false],
    ['Goede Vrijdag', '2025-04-18', true],
    ['tweede paasdag', '2025-04-21', false],
    ['Koningsdag op zaterdag, want 27 april is een zondag', '2025-04-26', false],
    ['de maandag na die Koningsdag', '2025-04-28', true],
    ['Koningsdag', '2026-04-27', false],
    ['5 mei in een lustrumjaar', '2025-05-05', true],
    ['5 mei', '2026-05-05', true],
    ['Hemelvaartsdag', '2025-05-29', false],
    ['de vrijdag na Hemelvaartsdag', '2025-05-30', true],
    ['tweede pinksterdag', '2025-06-09', false],
    ['eerste kerstdag', '2025-12-25', false],
    ['tweede kerstdag', '2025-12-26', false],
    ['oudejaarsdag', '2025-12-31', true],
    ['een zaterdag', '2025-06-07', false],
    ['een zondag', '2025-06-15', false],
    ['een schrikkeldag', '2028-02-29', true],
  ])('%s (%s): %s', (_, datum, verwacht) => {
    expect(isWerkdag(datum)).toBe(verwacht);
  });

  it('weigert een tekst die geen datum is', () => {
    expect(() => isWerkdag('2025-02-30')).toThrow(RangeError);
  });
});

describe('de volgende werkdagen, om 09:00 in Nederland', () => {
  it.each([
    ['over een weekend', '2025-06-12T10:00Z', ['2025-06-13T07:00:00.000Z', '2025-06-16T07:00:00.000Z']],
    ['over Pasen', '2025-04-17T12:00Z', ['2025-04-18T07:00:00.000Z', '2025-04-22T07:00:00.000Z']],
    ['over kerst', '2025-12-24T10:00Z', ['2025-12-29T08:00:00.000Z', '2025-12-30T08:00:00.000Z']],
    ['over het jaareinde', '2025-12-31T10:00Z', ['2026-01-02T08:00:00.000Z', '2026-01-05T08:00:00.000Z']],
    ['zomertijd begint', '2026-03-27T10:00Z', ['2026-03-30T07:00:00.000Z', '2026-03-31T07:00:00.000Z']],
    ['wintertijd begint', '2025-10-24T10:00Z', ['2025-10-27T08:00:00.000Z', '2025-10-28T08:00:00.000Z']],
    [
      'vlak voor middernacht',
      '2025-06-11T21:59:59Z',
      ['2025-06-12T07:00:00.000Z', '2025-06-13T07:00:00.000Z'],
    ],
    ['vlak na middernacht', '2025-06-11T22:00Z', ['2025-06-13T07:00:00.000Z', '2025-06-16T07:00:00.000Z']],
    [
      'om 8 uur op een werkdag',
      '2025-06-11T06:00Z',
      ['2025-06-12T07:00:00.000Z', '2025-06-13T07:00:00.000Z'],
    ],
  ])('%s', (_, vanaf, verwacht) => {
    expect(werkdagenVanaf(ms(vanaf), 2).map(iso)).toEqual(verwacht);
  });

  it('geeft het gevraagde aantal, oplopend, alleen werkdagen, en slaat er geen over', () => {
    fc.assert(
      fc.property(momenten, fc.integer({ min: 0, max: 30 }), (vanaf, aantal) => {
        const dagen = werkdagenVanaf(vanaf, aantal);
        expect(dagen).toHaveLength(aantal);
        const gevonden = new Set(dagen.map(datumInNederland));
        expect(gevonden.size).toBe(aantal);
        for (const dag of dagen) expect(leesbaarMoment(dag)).toMatch(/, 09:00$/);
        const laatste = dagen.at(-1);
        if (laatste === undefined) return;
        const eerste = Date.parse(`${datumInNederland(vanaf)}T12:00Z`) + 86_400_000;
        for (
          let middag = eerste;
          datumInNederland(middag) <= datumInNederland(laatste);
          middag += 86_400_000
        ) {
          const datum = datumInNederland(middag);
          expect(gevonden.has(datum)).toBe(isWerkdag(datum));
        }
      }),
    );
  });
});

describe('de dag en het jaar in Nederland', () => {
  it.each([
    ['2025-12-31T22:59:59Z', '2025-12-31', 2025],
    ['2025-12-31T23:00:00Z', '2026-01-01', 2026],
    ['2025-06-30T21:59:59Z', '2025-06-30', 2025],
    ['2025-06-30T22:00:00Z', '2025-07-01', 2025],
    ['2028-02-29T12:00:00Z', '2028-02-29', 2028],
  ])('%s is %s', (moment, datum, jaar) => {
    expect(datumInNederland(ms(moment))).toBe(datum);
    expect(jaarInNederland(ms(moment))).toBe(jaar);
  });
});

describe('kalendermaanden later', () => {
  it.each([
    [
      'dezelfde tijd op de klok, over het begin van de wintertijd',
      '2025-08-20T07:15Z',
      3,
      '2025-11-20T08:15:00.000Z',
    ],
    ['over het begin van de zomertijd', '2026-01-15T08:15Z', 3, '2026-04-15T07:15:00.000Z'],
    ['naar de laatste dag van de maand', '2025-11-30T11:00Z', 3, '2026-02-28T11:00:00.000Z'],
    ['naar een schrikkeldag', '2027-11-30T11:00Z', 3, '2028-02-29T11:00:00.000Z'],
    ['over het jaareinde', '2025-10-31T11:00Z', 3, '2026-01-31T11:00:00.000Z'],
    ['een tijd die de zomertijd overslaat', '2025-12-29T01:30Z', 3, '2026-03-29T01:30:00.000Z'],
    ['nul maanden is hetzelfde moment', '2025-08-20T07:15Z', 0, '2025-08-20T07:15:00.000Z'],
  ])('%s', (_, moment, aantal, verwacht) => {
    expect(iso(plusMaanden(ms(moment), aantal))).toBe(verwacht);
  });
});

describe('de leeftijd op een moment', () => {
  it.each([
    ['de dag voor de verjaardag, één minuut voor middernacht', '2008-06-12', '2026-06-11T21:59Z', 17],
    ['de verjaardag begint om middernacht in Nederland', '2008-06-12', '2026-06-11T22:00Z', 18],
    ['geboren op een schrikkeldag, 28 februari', '2008-02-29', '2026-02-28T22:59Z', 17],
    ['geboren op een schrikkeldag, 1 maart', '2008-02-29', '2026-02-28T23:00Z', 18],
    ['geboren op een schrikkeldag, op een schrikkeldag', '2008-02-29', '2028-02-29T12:00Z', 20],
    ['vandaag geboren', '2026-06-12', '2026-06-12T12:00Z', 0],
    ['nog niet geboren', '2026-06-13', '2026-06-12T12:00Z', -1],
  ])('%s', (_, geboren, moment, verwacht) => {
    expect(leeftijdOp(geboren, ms(moment))).toBe(verwacht);
  });
});

describe('een dag en een moment in woorden', () => {
  it('schrijft de dag van de week, de dag, de maand en het jaar', () => {
    expect(leesbareDatum('2025-06-05')).toBe('donderdag 5 juni 2025');
  });

  it.each([
    ['2025-06-05T07:00Z', 'donderdag 5 juni 2025, 09:00'],
    ['2025-12-31T23:05Z', 'donderdag 1 januari 2026, 00:05'],
  ])('%s is %s', (moment, woorden) => {
    expect(leesbaarMoment(ms(moment))).toBe(woorden);
  });
});
