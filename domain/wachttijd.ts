/**
 * How long a child waits: gross from aanmelding to start of care, and net, without the time that the traject was
 * opgeschort or that waiting was a choice (domein, "Waiting is reported gross and net").
 */
import type { TrajectToestand } from './traject.ts';

/** Waiting in ms, gross and net, at moment `nu` (ms since the epoch) or until the traject ended. */
export function wachttijd(t: TrajectToestand, nu: number): { bruto: number; netto: number } {
  const einde = t.eindeTijdstip ?? nu;
  const bruto = einde - t.aanmeldingTijdstip;
  return { bruto, netto: bruto - (t.opgeschortDuur ?? 0) - (t.wachtkeuzeDuur ?? 0) - lopend(t, einde) };
}

/** What is going on at the end: an opschorting and a wachtkeuze at the same time count once. */
function lopend({ opgeschort, wachtkeuze }: TrajectToestand, einde: number): number {
  const begin = [opgeschort?.sindsTijdstip, wachtkeuze?.sindsTijdstip].filter((sinds) => sinds !== undefined);
  return begin.length === 0 ? 0 : einde - Math.min(...begin);
}
