import { leesPeriode, type Periode } from '../periode.ts';
import { periodesoortVan } from './publicatie.ts';
import type { Rapportsoort } from './rapport.ts';

/** The period with this code, when a report of this kind goes over such periods; null for any other text. */
export function periodeVan(soort: Rapportsoort, code: string): Periode | null {
  const periode = leesPeriode(code);
  return periode?.soort === periodesoortVan(soort) ? periode : null;
}
