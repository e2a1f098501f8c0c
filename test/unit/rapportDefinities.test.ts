/** What a report shows is defined in one place, with its source, and nothing is defined that no report shows. */
import { describe, expect, it } from 'vitest';
import { type Definitie, definities } from '../../domain/rapport/definities.ts';
import { maakExperttafelrapport } from '../../domain/rapport/experttafel.ts';
import { maakHalfjaarrapport } from '../../domain/rapport/halfjaar.ts';
import { openDataRegels, openDataSchema } from '../../domain/rapport/openData.ts';
import type { Rapport } from '../../domain/rapport/rapport.ts';
import { maakWachttijdenrapport } from '../../domain/rapport/wachttijden.ts';
import { maakWeekoverzicht } from '../../domain/rapport/week.ts';
import { extraCijfers } from '../../domain/uitvraagCijfers.ts';
import { periode } from '../support/feiten.ts';

const wachttijden = maakWachttijdenrapport(periode('2025-K2'), null, null, 0);
const rapporten: [keyof typeof definities, Rapport][] = [
  ['halfjaar', maakHalfjaarrapport(periode('2025-1'), [], [], 0)],
  ['experttafel', maakExperttafelrapport(periode('2025'), [], [], 0)],
  ['wachttijden', wachttijden],
  ['week', maakWeekoverzicht(periode('2025-W27'), [], 0)],
];
/** The sources of the project: those in bronnen/ by name, and its own documents. */
const bronnen =
  /^((halfjaarverslag-zorglogistiek-2025|experttafel-2025|regiovisie-monitor-2022|domein\.md|ontwerp\.md), “[^;]+”[^;]*)(; |$)/;

describe.each(rapporten)('rapport %s', (soort, rapport) => {
  const gedefinieerd: Readonly<Record<string, Definitie>> = definities[soort];

  it('heeft bij ieder cijfer en iedere tabel een definitie in dezelfde eenheid', () => {
    const getoond = [...rapport.cijfers, ...rapport.tabellen].map(({ code, eenheid }) => [code, eenheid]);
    expect(new Set(getoond.map(([code]) => code)).size, 'iedere code één keer').toBe(getoond.length);
    expect(
      Object.entries(gedefinieerd)
        .map(([code, { eenheid }]) => [code, eenheid])
        .sort(),
    ).toEqual(getoond.sort());
  });
});

it.each(Object.entries(definities))(
  '%s noemt bij iedere definitie een zin en een bron',
  (_, gedefinieerd) => {
    for (const [code, { titel, definitie, bron }] of Object.entries<Definitie>(gedefinieerd)) {
      expect(titel, code).toMatch(/^[A-Z]/);
      expect(definitie, code).toMatch(/^[A-Z].*\.$/);
      for (const een of bron.split('; ')) expect(een, code).toMatch(bronnen);
    }
  },
);

describe('de open data', () => {
  const indicator = openDataSchema.fields.find((veld) => veld.name === 'indicator');
  const regels = openDataRegels(wachttijden, { versie: 1, peildatum: '2025-08-01' });

  it('tellen wat is gedefinieerd, en alles wat is gedefinieerd, in dezelfde eenheid', () => {
    const geteld = regels.map((regel) => `${regel.indicator} in ${regel.eenheid}`);
    const gedefinieerd = Object.entries(definities.openData).map(
      ([code, { eenheid }]) => `${code} in ${eenheid}`,
    );
    expect([...new Set(geteld)].sort()).toEqual(gedefinieerd.sort());
    expect([...(indicator?.constraints.enum ?? [])].sort()).toEqual(Object.keys(definities.openData).sort());
  });

  it('zeggen in hun schema wat iedere indicator is, met de bron', () => {
    for (const [code, { definitie, bron }] of Object.entries(definities.openData))
      expect(indicator?.description).toContain(`${code}: ${definitie} Bron: ${bron}.`);
    expect(indicator?.description).toContain('Wie bij twee aanbieders wacht, telt hier twee keer.');
  });
});

it('van een extra uitvraag is ieder cijfer gedefinieerd, en wie drie maanden wacht ook per vorm', () => {
  const { peilDatum: _, ...cijfers } = extraCijfers(0, [], '2022-04-01');
  expect(Object.keys(definities.extra).sort()).toEqual(
    [...Object.keys(cijfers), ...cijfers.perVorm.map(({ vorm }) => vorm)].sort(),
  );
});
