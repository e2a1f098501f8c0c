import { describe, expect, it } from 'vitest';
import { maatregelen, sectoren, verblijfplaatsen, verblijfSoorten } from '../../domain/aanmeldingCodes.ts';
import { gemeenteKeuzes } from '../../domain/gemeenten.ts';
import type { CodeVan } from '../../domain/keuzelijst.ts';
import { stelTriageVoor } from '../../domain/triage.ts';
import { triageVragen } from '../../domain/triageCodes.ts';
import { bevindingOver, triageAanmelding, triageMoment } from '../support/triageAanmelding.ts';

const codes = <const L extends Readonly<Record<string, string>>>(lijst: L) =>
  Object.keys(lijst) as CodeVan<L>[];

describe('de bevindingen van een triage', () => {
  it('zijn er één voor elke vraag, in vaste volgorde, en bij een aanmelding zonder bijzonderheden allemaal binnen', () => {
    const { bevindingen } = stelTriageVoor(triageAanmelding(), triageMoment);
    expect(bevindingen.map(({ code, uitkomst }) => [code, uitkomst])).toEqual(
      triageVragen.map((code) => [code, 'binnen']),
    );
  });

  it.each(triageVragen)('%s: legt uit in het Nederlands en noemt het document en het hoofdstuk', (code) => {
    const { uitleg, bron } = bevindingOver(code);
    expect(uitleg).toMatch(/^[A-Z].*\.$/);
    expect(bron).toMatch(/^(?:halfjaarverslag-zorglogistiek-2025|regiovisie-monitor-2022), “.+”$/);
  });

  it('crisis: buiten', () => {
    expect(bevindingOver('crisis', { crisis: true })).toMatchObject({
      uitkomst: 'buiten',
      uitleg: expect.stringContaining('Crisis Interventie Team (CIT)'),
    });
    expect(bevindingOver('crisis', { crisis: false }).uitkomst).toBe('binnen');
  });

  it.each(codes(verblijfSoorten))('een %s gezocht', (verblijfSoort) => {
    const gezocht = { behandelgroep: 'binnen', woongroep: 'binnen', anders: 'let-op' };
    const verwacht = { gezinshuis: 'buiten', pleeggezin: 'buiten', jeugdzorgplus: 'buiten', ...gezocht };
    expect(bevindingOver('soort-verblijf', { vraag: { verblijfSoort } }).uitkomst).toBe(
      verwacht[verblijfSoort],
    );
  });

  it.each(codes(gemeenteKeuzes))('woonplaatsbeginsel in %s', (gemeente) => {
    expect(bevindingOver('woonplaats', { jeugdige: { gemeente } }).uitkomst).toBe(
      gemeente === 'buiten-haaglanden' ? 'buiten' : 'binnen',
    );
  });

  it.each([
    ['op de 18e verjaardag', '2007-06-05', 'buiten'],
    ['de dag voor de 18e verjaardag', '2007-06-06', 'let-op'],
    ['in de maand die zes maanden later 18 wordt', '2007-12-31', 'let-op'],
    ['een maand later', '2008-01-01', 'binnen'],
    ['een zuigeling', '2025-06-04', 'binnen'],
  ])('%s (geboren op %s): %s', (_, geboorteDatum, verwacht) => {
    expect(bevindingOver('leeftijd', { jeugdige: { geboorteDatum } }).uitkomst).toBe(verwacht);
  });

  it.each(codes(verblijfplaatsen))('wonend: %s', (verblijfplaats) => {
    expect(bevindingOver('herkomst-jeugdzorgplus', { jeugdige: { verblijfplaats } }).uitkomst).toBe(
      verblijfplaats === 'jeugdzorgplus' ? 'let-op' : 'binnen',
    );
  });

  it.each(codes(sectoren))('sector %s', (sector) => {
    expect(bevindingOver('sector-lvb', { vraag: { sector } }).uitkomst).toBe(
      sector === 'lvb' ? 'let-op' : 'binnen',
    );
  });

  it.each([
    ['gewoon', [], 'let-op'],
    ['gewoon', ['Geen', 'n.v.t.', '-'], 'let-op'],
    ['gewoon', ['Geen', 'Groep Kompas'], 'binnen'],
    ['gewoon', ['Kompas'], 'binnen'],
    ['zeer-complex', [], 'binnen'],
  ] as const)('complexiteit %s en gevraagd aan %j: %s', (complexiteit, gevraagd, verwacht) => {
    const vraag = { gevraagdeAanbieders: [...gevraagd] };
    expect(bevindingOver('rechtstreeks-aanmelden', { complexiteit, vraag }).uitkomst).toBe(verwacht);
  });

  it.each(codes(maatregelen))('maatregel %s: de GI moet bekend zijn', (maatregel) => {
    const { gi: _, ...zonderGi } = triageAanmelding({ jeugdige: { maatregel } }).jeugdige;
    const aanmelding = { ...triageAanmelding(), jeugdige: zonderGi };
    const gevonden = stelTriageVoor(aanmelding, triageMoment).bevindingen.find(({ code }) => code === 'gi');
    expect(gevonden?.uitkomst).toBe(maatregel === 'geen' ? 'binnen' : 'let-op');
    expect(bevindingOver('gi', { jeugdige: { maatregel } }).uitkomst).toBe('binnen');
  });
});
