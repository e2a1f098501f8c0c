/** The id of a published report is read as it was made, and nothing else is taken for one (domain/rapport/publicatie.ts). */
import { describe, expect, it } from 'vitest';
import {
  isPublicatiesoort,
  leesRapportId,
  type Publicatie,
  rapportDetails,
  rapportId,
  rapportSamenvatting,
} from '../../domain/rapport/publicatie.ts';
import { periodeVan } from '../../domain/rapport/rapportperiode.ts';

describe('het nummer van een rapport', () => {
  it.each<[string, Publicatie]>([
    ['halfjaarverslag-2025-1', { soort: 'halfjaar', periode: '2025-1', versie: 1 }],
    ['halfjaarverslag-2025-1-v2', { soort: 'halfjaar', periode: '2025-1', versie: 2 }],
    ['experttafelverslag-2025', { soort: 'experttafel', periode: '2025', versie: 1 }],
    ['experttafelverslag-2025-v12', { soort: 'experttafel', periode: '2025', versie: 12 }],
    ['wachttijdenverslag-2025-K2', { soort: 'wachttijden', periode: '2025-K2', versie: 1 }],
  ])('%s', (id, publicatie) => {
    expect(rapportId(publicatie)).toBe(id);
    expect(leesRapportId(id)).toEqual(publicatie);
    expect(rapportSamenvatting(publicatie)).toContain(publicatie.periode);
    expect(Buffer.byteLength(rapportDetails(publicatie))).toBeLessThan(2_000);
  });

  it.each([
    'halfjaarverslag-2025-3',
    'halfjaarverslag-2025-1-v1',
    'halfjaarverslag-2025-1-v0',
    'halfjaarverslag-2025',
    'experttafelverslag-2025-1',
    'weekverslag-2025-W27',
    'traject-ZL-2025-0001',
    ' halfjaarverslag-2025-1',
    '',
  ])('“%s” is er geen', (id) => expect(leesRapportId(id)).toBeNull());
});

it('een rapport gaat over een periode van zijn eigen soort; het weekoverzicht wordt niet gepubliceerd', () => {
  expect(periodeVan('halfjaar', '2025-1')?.code).toBe('2025-1');
  expect(periodeVan('halfjaar', '2025')).toBeNull();
  expect(periodeVan('experttafel', '2025')?.soort).toBe('jaar');
  expect(periodeVan('week', '2025-W27')?.nummer).toBe(27);
  expect(periodeVan('week', '2025-W54')).toBeNull();
  expect(isPublicatiesoort('week')).toBe(false);
});
