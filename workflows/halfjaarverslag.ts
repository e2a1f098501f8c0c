import type { Publicatie } from '../domain/rapport/publicatie.ts';
import { rapportage } from './rapportage.ts';

/** The half-year report, every half-year by itself: a workflow type of its own, to be found by in the Temporal UI. */
export function halfjaarverslag(publicatie: Publicatie): Promise<void> {
  return rapportage(publicatie);
}
