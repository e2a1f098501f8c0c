/**
 * How long a child waits: gross from aanmelding to start of care, and net, without the time that the traject was
 * opgeschort or that waiting was a choice (domein, "Waiting is reported gross and net").
 */
import type { TrajectToestand } from './traject.ts';

/** Waiting in ms, gross and net, at moment `nu` (ms since the epoch) or until the traject ended. */
export function wachttijd(t: TrajectToestand, nu: number): { bruto: number; netto: number } {
  const einde = t.eindeTijdstip ?? nu;
  const bruto = einde - t.aanmeldingTijdstip;
  return {
    bruto,
    netto: bruto - opgeschortTot(t, einde) - (t.wachtkeuzeDuur ?? 0) - wachtkeuzeDeel(t, einde),
  };
}

/** How long, in ms, the traject has been opgeschort up to moment `nu` (ms since the epoch), the present opschorting included. */
function opgeschortTot(t: TrajectToestand, nu: number): number {
  return (t.opgeschortDuur ?? 0) + (t.opgeschort ? nu - t.opgeschort.sindsTijdstip : 0);
}

/**
 * How long, in ms, the present wachtkeuze lasts at moment `nu` (ms since the epoch), without the time that the traject was
 * opgeschort as well: that counts once.
 */
export function wachtkeuzeDeel(t: TrajectToestand, nu: number): number {
  if (!t.wachtkeuze) return 0;
  const { sindsTijdstip, opgeschortDuur } = t.wachtkeuze;
  return nu - sindsTijdstip - (opgeschortTot(t, nu) - opgeschortDuur);
}
