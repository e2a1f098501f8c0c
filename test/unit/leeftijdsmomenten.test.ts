import { describe, expect, it } from 'vitest';
import { isVolwassen, leeftijdsmomenten } from '../../domain/leeftijd.ts';

const ms = (iso: string) => Date.parse(iso);

/** The moments as a reader checks them: in UTC, so that summer and winter time show. */
function momenten(geboorteDatum: string, nu: string) {
  const { isJongKind, ...tijdstippen } = leeftijdsmomenten(geboorteDatum, ms(nu));
  return {
    isJongKind,
    ...Object.fromEntries(
      Object.entries(tijdstippen).map(([naam, moment]) => [naam, new Date(moment).toISOString()]),
    ),
  };
}

describe('de momenten van een leeftijd, om 09:00 in Nederland', () => {
  it('liggen op de eerste van een maand, in zomertijd en in wintertijd', () => {
    expect(momenten('2020-09-15', '2025-06-05T10:00Z')).toEqual({
      isJongKind: true,
      zevenTijdstip: '2027-10-01T07:00:00.000Z',
      achttienOver6Tijdstip: '2038-03-01T08:00:00.000Z',
      achttienOver3Tijdstip: '2038-06-01T07:00:00.000Z',
      achttienTijdstip: '2038-09-01T07:00:00.000Z',
    });
  });

  it.each([
    ['op de eerste dag van een maand', '2020-03-01'],
    ['op de laatste dag van een maand', '2020-03-31'],
  ])('geboren %s', (_, geboorteDatum) => {
    expect(momenten(geboorteDatum, '2025-06-05T10:00Z')).toMatchObject({
      zevenTijdstip: '2027-04-01T07:00:00.000Z',
      achttienOver6Tijdstip: '2037-09-01T07:00:00.000Z',
      achttienOver3Tijdstip: '2037-12-01T08:00:00.000Z',
      achttienTijdstip: '2038-03-01T08:00:00.000Z',
    });
  });

  it('geboren op 29 februari, jarig in een jaar zonder die dag', () => {
    expect(momenten('2020-02-29', '2025-06-05T10:00Z')).toMatchObject({
      zevenTijdstip: '2027-03-01T08:00:00.000Z',
      achttienOver6Tijdstip: '2037-08-01T07:00:00.000Z',
      achttienOver3Tijdstip: '2037-11-01T08:00:00.000Z',
      achttienTijdstip: '2038-02-01T08:00:00.000Z',
    });
  });

  it('geboren in december: zeven en achttien vallen over het jaareinde', () => {
    expect(momenten('2020-12-31', '2025-06-05T10:00Z')).toMatchObject({
      zevenTijdstip: '2028-01-01T08:00:00.000Z',
      achttienOver6Tijdstip: '2038-06-01T07:00:00.000Z',
      achttienOver3Tijdstip: '2038-09-01T07:00:00.000Z',
      achttienTijdstip: '2038-12-01T08:00:00.000Z',
    });
  });

  it.each([
    ['één milliseconde ervoor', '2027-10-01T06:59:59.999Z', true],
    ['op het moment zelf', '2027-10-01T07:00:00.000Z', false],
  ])('een jong kind tot de maand na de zevende verjaardag: %s', (_, nu, jong) => {
    const gevonden = leeftijdsmomenten('2020-09-15', ms(nu));
    expect(gevonden.isJongKind).toBe(jong);
    expect('zevenTijdstip' in gevonden).toBe(jong);
  });

  it.each([
    ['2025-05-31T12:00Z', ['achttienOver6Tijdstip', 'achttienOver3Tijdstip', 'achttienTijdstip']],
    ['2025-06-01T07:00Z', ['achttienOver3Tijdstip', 'achttienTijdstip']],
    ['2025-09-01T07:00Z', ['achttienTijdstip']],
    ['2025-12-20T07:00Z', ['achttienTijdstip']],
  ])('op %s staan voor wie in december 2025 achttien wordt nog open: %s', (nu, verwacht) => {
    const { isJongKind, ...tijdstippen } = leeftijdsmomenten('2007-12-24', ms(nu));
    expect(isJongKind).toBe(false);
    expect(Object.keys(tijdstippen)).toEqual(verwacht);
  });

  it('weigert een tekst die geen datum is', () => {
    expect(() => leeftijdsmomenten('2025-02-30', 0)).toThrow(RangeError);
  });
});

describe('of iemand achttien is, op de dag', () => {
  it.each([
    ['2007-06-05', '2025-06-04T21:59Z', false],
    ['2007-06-05', '2025-06-04T22:00Z', true],
    ['2008-02-29', '2026-02-28T22:59Z', false],
    ['2008-02-29', '2026-02-28T23:00Z', true],
  ])('geboren op %s, om %s: %s', (geboorteDatum, nu, verwacht) => {
    expect(isVolwassen(geboorteDatum, ms(nu))).toBe(verwacht);
  });
});
