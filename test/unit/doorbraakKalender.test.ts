/** When a doorbraak begins, about which day, and when its agreements are followed up; on the clock in the Netherlands. */
import { describe, expect, it } from 'vitest';
import { periodeInWoorden } from '../../domain/doorbraakCodes.ts';
import {
  afspraakTermijnen,
  beginDoorbraak,
  doorbraakVanSchema,
  foutInPeriode,
} from '../../domain/doorbraakkalender.ts';

const uur = 60 * 60 * 1000;
const basis = 'http://zorglogistiek.example';
/** 06:00 in the Netherlands on the first of July and of October 2025. */
const juli = Date.UTC(2025, 6, 1, 4);
const oktober = Date.UTC(2025, 9, 1, 4);

describe('het schema', () => {
  it('begint de doorbraak van het kwartaal of de maand waarin het loopt', () => {
    expect(doorbraakVanSchema('kwartaal', juli, juli, basis)).toMatchObject({
      periode: '2025-K3',
      peilDatum: '2025-07-01',
      besprekingDatum: '2025-07-15',
    });
    expect(doorbraakVanSchema('maand', juli, juli, basis)).toMatchObject({ periode: '2025-M07' });
    // An hour and a half after midnight of New Year in the Netherlands it is still the year before in UTC.
    const nieuwjaar = Date.UTC(2025, 11, 31, 23, 30);
    expect(doorbraakVanSchema('kwartaal', nieuwjaar, nieuwjaar, basis)).toMatchObject({ periode: '2026-K1' });
  });

  it('haalt een kwartaal in zolang het duurt, over wie op de eerste dag wachtte, en daarna niet meer', () => {
    // Midnight in the Netherlands.
    const einde = oktober - 6 * uur;
    const laat = einde - 1;
    expect(doorbraakVanSchema('kwartaal', juli, laat, basis)).toMatchObject({
      periode: '2025-K3',
      peilDatum: '2025-07-01',
      besprekingDatum: '2025-10-14',
    });
    expect(doorbraakVanSchema('kwartaal', juli, einde, basis)).toBeNull();
  });

  it('bespreekt niet op een feestdag of in het weekend', () => {
    // Fourteen days after 5 April 2026 is a Sunday; after 23 April it is 7 May, after 13 April it is Koningsdag.
    const bespreking = (nu: number) => beginDoorbraak('2026-K2', nu, nu, basis).besprekingDatum;
    expect(bespreking(Date.UTC(2026, 3, 5, 10))).toBe('2026-04-20');
    expect(bespreking(Date.UTC(2026, 3, 13, 10))).toBe('2026-04-28');
  });
});

describe('een doorbraak die open blijft', () => {
  it('wordt een week na de bespreking herinnerd, een week later gemeld, en sluit een week na haar kwartaal', () => {
    expect(beginDoorbraak('2025-K3', juli, juli, basis).sluitnorm).toEqual({
      // The meetings are on Tuesday 15 July.
      herinnerTijdstip: Date.UTC(2025, 6, 22, 7),
      managerTijdstip: Date.UTC(2025, 6, 29, 7),
      sluitTijdstip: Date.UTC(2025, 9, 8, 7),
    });
  });

  it('sluit nooit eerder dan een week nadat de manager het weet, hoe laat in haar periode zij ook begon', () => {
    const laat = Date.UTC(2025, 8, 29, 10);
    expect(beginDoorbraak('2025-K3', laat, laat, basis).sluitnorm).toEqual({
      herinnerTijdstip: Date.UTC(2025, 9, 20, 7),
      managerTijdstip: Date.UTC(2025, 9, 27, 8),
      sluitTijdstip: Date.UTC(2025, 10, 3, 8),
    });
  });
});

describe('een afspraak', () => {
  it('wordt herinnerd om 09:00 uur op de dag zelf, en vijf werkdagen later gemeld', () => {
    expect(afspraakTermijnen('2025-08-15')).toEqual({
      herinnerTijdstip: Date.UTC(2025, 7, 15, 7),
      escalatieTijdstip: Date.UTC(2025, 7, 22, 7),
      // Half a year later, in winter time.
      vervalTijdstip: Date.UTC(2026, 1, 22, 8),
    });
  });

  it('wordt herinnerd op de eerstvolgende werkdag, ook over de wintertijd heen', () => {
    expect(afspraakTermijnen('2025-10-25')).toEqual({
      herinnerTijdstip: Date.UTC(2025, 9, 27, 8),
      escalatieTijdstip: Date.UTC(2025, 10, 3, 8),
      vervalTijdstip: Date.UTC(2026, 4, 3, 7),
    });
  });
});

describe('een periode die iemand zelf kiest', () => {
  it('moet de periode van nu zijn', () => {
    for (const goed of ['2025-K3', '2025-M07']) expect(foutInPeriode(goed, juli)).toBeNull();
    for (const voorbij of ['2025-K2', '2025-M06'])
      expect(foutInPeriode(voorbij, juli)).toContain('is voorbij');
    for (const later of ['2025-K4', '2025-M08'])
      expect(foutInPeriode(later, juli)).toContain('nog niet begonnen');
  });

  it('heet in woorden zoals mensen haar noemen', () => {
    expect(['2025-K1', '2025-K4', '2025-M01', '2025-M12'].map(periodeInWoorden)).toEqual([
      'het eerste kwartaal van 2025',
      'het vierde kwartaal van 2025',
      'januari 2025',
      'december 2025',
    ]);
  });
});
