/**
 * How long a child waits: gross from aanmelding to start of care, and net, without the time that the traject was
 * opgeschort or that waiting was a choice (domein, "Waiting is reported gross and net"). Calendar sums: never used in workflow
 * code (domain/werkdagen.ts).
 */
import { gebeurdOp } from './gebeurdOp.ts';
import { opgeschortTot, wachtkeuzeDeel } from './stilstand.ts';
import type { TrajectToestand } from './traject.ts';

/**
 * Waiting in ms, gross and net, at moment `nu` (ms since the epoch) or until the traject ended: on the day that was told, when it was.
 * An opschorting or a wachtkeuze that was over between that day and the day on which it was recorded counts as if it came before: the
 * state keeps their sums. Reports read the story, which has their moments (domain/rapport/feiten.ts).
 */
export function wachttijd(t: TrajectToestand, nu: number): { bruto: number; netto: number } {
  const { aanmeldingTijdstip, eindeTijdstip, eindeDatum } = t;
  const einde =
    eindeTijdstip !== undefined && eindeDatum
      ? gebeurdOp(eindeDatum, aanmeldingTijdstip, eindeTijdstip)
      : (eindeTijdstip ?? nu);
  const bruto = einde - aanmeldingTijdstip;
  const stil = opgeschortTot(t, einde) + (t.wachtkeuzeDuur ?? 0) + wachtkeuzeDeel(t, einde);
  return { bruto, netto: Math.max(0, bruto - stil) };
}
