/** The timer of a traject in a test of the rules alone: the next one, and what happens when time passes. */

import type { TrajectBesluit } from '../../domain/besluiten.ts';
import { weigerTrajectBesluit } from '../../domain/overgangen.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import { pasTrajectBesluitToe } from '../../domain/trajectBesluit.ts';
import type { TrajectGevolg } from '../../domain/trajectGevolg.ts';
import { type TrajectWekker, verwerkWekker, volgendeWekker } from '../../domain/trajectWekker.ts';
import { kalenderVraag } from '../../domain/wachten.ts';
import { werkdagenVanaf } from '../../domain/werkdagen.ts';

/** A timer that changes the traject: every one but the fetching of the calendar. */
export type Gebeurt = Exclude<TrajectWekker, { soort: 'kalender' }>;

/** The state with the calendar that it needs at moment `nu` (ms since the epoch), as the workflow fetches it. */
export function metKalender(t: TrajectToestand, nu: number): TrajectToestand {
  const { vanaf, aantal } = kalenderVraag(t, nu);
  return { ...t, werkdagen: werkdagenVanaf(vanaf, aantal) };
}

/** The first timer that changes the traject; throws when nothing happens by itself, or the calendar comes first. */
export function eersteWekker(t: TrajectToestand): Gebeurt {
  const wekker = volgendeWekker(t);
  if (!wekker || wekker.soort === 'kalender') throw new Error(`geen wekker: ${wekker?.gelegenheid}`);
  return wekker;
}

/** One timer that fired, with the moment at which it did (ms since the epoch) and what followed. */
export interface Afgegaan {
  wekker: Gebeurt;
  nu: number;
  gevolg: TrajectGevolg;
}

/**
 * Lets every timer fire in its turn up to and including moment `tot`, from moment `nu` on (both ms since the epoch): one
 * that was due before fires at `nu`. Throws when that does not end.
 */
export function laatAfgaan(
  begin: TrajectToestand,
  nu: number,
  tot: number,
  tafelDatum: string | null = null,
): { toestand: TrajectToestand; afgegaan: Afgegaan[] } {
  const afgegaan: Afgegaan[] = [];
  let toestand = begin;
  let klok = nu;
  let kalenders = 0;
  for (let w = volgendeWekker(toestand); w && w.tijdstip <= tot; w = volgendeWekker(toestand)) {
    klok = Math.max(klok, w.tijdstip);
    if (w.soort === 'kalender') {
      kalenders += 1;
      toestand = metKalender(toestand, klok);
    } else {
      const gevolg = verwerkWekker(toestand, w, klok, tafelDatum);
      afgegaan.push({ wekker: w, nu: klok, gevolg });
      toestand = gevolg.toestand;
    }
    if (kalenders + afgegaan.length > 2_000) throw new Error(`komt niet tot rust: ${w.gelegenheid}`);
  }
  return { toestand, afgegaan };
}

/** One decision at moment `nu` (ms since the epoch). */
export type Daad = TrajectBesluit & { nu: number };

/**
 * A traject as it stands at moment `tot` (ms since the epoch) after these decisions, with every timer that was due before, between and
 * after them: a state that time can produce. Throws when a decision is refused.
 */
export function geleefd(begin: TrajectToestand, daden: readonly Daad[], tot: number): TrajectToestand {
  let toestand = begin;
  let klok = begin.aanmeldingTijdstip;
  for (const { nu, ...besluit } of daden) {
    toestand = laatAfgaan(toestand, klok, nu).toestand;
    const weigering = weigerTrajectBesluit(toestand, besluit);
    if (weigering) throw new Error(`${besluit.soort}: ${weigering.uitleg}`);
    toestand = pasTrajectBesluitToe(toestand, besluit, `invoer-${nu}`, nu).toestand;
    klok = nu;
  }
  return laatAfgaan(toestand, klok, tot).toestand;
}
