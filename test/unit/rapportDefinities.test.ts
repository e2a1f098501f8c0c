/** What a report shows is defined in one place, with its source, and nothing is defined that no report shows. */
import { describe, expect, it } from 'vitest';
import { type Definitie, definities } from '../../domain/rapport/definities.ts';
import { maakExperttafelrapport } from '../../domain/rapport/experttafel.ts';
import { maakHalfjaarrapport } from '../../domain/rapport/halfjaar.ts';
import type { Rapport } from '../../domain/rapport/rapport.ts';
import { maakWachttijdenrapport } from '../../domain/rapport/wachttijden.ts';
import { maakWeekoverzicht } from '../../domain/rapport/week.ts';
import { periode } from '../support/feiten.ts';

const rapporten: [keyof typeof definities, Rapport][] = [
  ['halfjaar', maakHalfjaarrapport(periode('2025-1'), [], [], 0)],
  ['experttafel', maakExperttafelrapport(periode('2025'), [], [], 0)],
  ['wachttijden', maakWachttijdenrapport(periode('2025-K2'), null, null, 0)],
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

  it('noemt bij iedere definitie een zin en een bron', () => {
    for (const [code, { titel, definitie, bron }] of Object.entries(gedefinieerd)) {
      expect(titel, code).toMatch(/^[A-Z]/);
      expect(definitie, code).toMatch(/^[A-Z].*\.$/);
      for (const een of bron.split('; ')) expect(een, code).toMatch(bronnen);
    }
  });
});
