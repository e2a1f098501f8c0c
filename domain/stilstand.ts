/** How long a traject was opgeschort, and how long waiting was a choice: what counts in the gross waiting alone (domain/wachttijd.ts). */
import type { TrajectToestand } from './traject.ts';

/**
 * How long, in ms, the traject has been opgeschort up to moment `nu` (ms since the epoch), the present opschorting as far as it began
 * before.
 */
export function opgeschortTot(t: TrajectToestand, nu: number): number {
  return (t.opgeschortDuur ?? 0) + (t.opgeschort ? Math.max(0, nu - t.opgeschort.sindsTijdstip) : 0);
}

/**
 * How long, in ms, the present wachtkeuze lasts at moment `nu` (ms since the epoch), without the time that the traject was
 * opgeschort as well: that counts once. Nought when it began later.
 */
export function wachtkeuzeDeel(t: TrajectToestand, nu: number): number {
  if (!t.wachtkeuze || nu < t.wachtkeuze.sindsTijdstip) return 0;
  const { sindsTijdstip, opgeschortDuur } = t.wachtkeuze;
  return nu - sindsTijdstip - (opgeschortTot(t, nu) - opgeschortDuur);
}
