import { describe, expect, it } from 'vitest';
import { leesPeriode, periodeEerder, periodeOp } from '../../domain/periode.ts';

const iso = (moment: number | undefined) => new Date(moment ?? Number.NaN).toISOString();

describe('een periode', () => {
  it.each([
    ['2025-W27', 'week', '2025-06-29T22:00:00.000Z', '2025-07-06T22:00:00.000Z'],
    ['2026-W01', 'week', '2025-12-28T23:00:00.000Z', '2026-01-04T23:00:00.000Z'],
    ['2026-W53', 'week', '2026-12-27T23:00:00.000Z', '2027-01-03T23:00:00.000Z'],
    ['2025-M07', 'maand', '2025-06-30T22:00:00.000Z', '2025-07-31T22:00:00.000Z'],
    ['2025-K1', 'kwartaal', '2024-12-31T23:00:00.000Z', '2025-03-31T22:00:00.000Z'],
    ['2025-K4', 'kwartaal', '2025-09-30T22:00:00.000Z', '2025-12-31T23:00:00.000Z'],
    ['2025-1', 'halfjaar', '2024-12-31T23:00:00.000Z', '2025-06-30T22:00:00.000Z'],
    ['2025-2', 'halfjaar', '2025-06-30T22:00:00.000Z', '2025-12-31T23:00:00.000Z'],
    ['2025', 'jaar', '2024-12-31T23:00:00.000Z', '2025-12-31T23:00:00.000Z'],
  ])('%s loopt van middernacht tot middernacht in Nederland', (code, soort, begin, eind) => {
    const periode = leesPeriode(code);
    expect(periode).toMatchObject({ code, soort });
    expect([iso(periode?.beginTijdstip), iso(periode?.eindTijdstip)]).toEqual([begin, eind]);
  });

  it.each([
    '2025-W53',
    '2025-W00',
    '2025-W54',
    '2025-K5',
    '2025-K0',
    '2025-3',
    '2025-M13',
    '2025-M00',
    '25-K1',
    '',
    '2025-k1',
    '2025-K1 ',
  ])('“%s” is er geen', (code) => expect(leesPeriode(code)).toBeNull());

  it('bevat zijn eerste moment en niet het moment erna', () => {
    const eerste = Date.parse('2025-06-30T22:00:00Z');
    expect(periodeOp('kwartaal', eerste).code).toBe('2025-K3');
    expect(periodeOp('kwartaal', eerste - 1).code).toBe('2025-K2');
    expect(periodeOp('halfjaar', eerste).code).toBe('2025-2');
    expect(periodeOp('maand', eerste - 1).code).toBe('2025-M06');
    expect(periodeOp('jaar', Date.parse('2025-12-31T23:00:00Z')).code).toBe('2026');
  });

  it('heeft er een voor zich, ook over de jaarwisseling', () => {
    const codeEerder = (code: string, aantal?: number) => {
      const periode = leesPeriode(code);
      return periode && periodeEerder(periode, aantal).code;
    };
    expect(codeEerder('2027-W01')).toBe('2026-W53');
    expect(codeEerder('2025-K1')).toBe('2024-K4');
    expect(codeEerder('2025-1')).toBe('2024-2');
    expect(codeEerder('2025-1', 2)).toBe('2024-1');
    expect(codeEerder('2025-M01', -1)).toBe('2025-M02');
    expect(codeEerder('2025')).toBe('2024');
  });
});
