/** What everything that happens in a traject has in common: a new state, a line in the story, e-mails, onderzoeken. */
import type { BerichtOpdracht } from './berichten.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import type { OnderzoekToestand, VervalReden } from './onderzoek.ts';
import { type TrajectToestand, wachtOpIn } from './traject.ts';

/** What follows from a message or a timer: the new state, its line in the story, who is mailed, and what happens to onderzoeken. */
export interface TrajectGevolg {
  toestand: TrajectToestand;
  gebeurtenis: Gebeurtenis;
  berichten: BerichtOpdracht[];
  /** Onderzoeken to start; their werkdagen are filled in by the workflow, which has the calendar. */
  teStarten: OnderzoekToestand[];
  /** Onderzoeken whose answer is no longer needed. */
  teVervallen: { id: string; reden: VervalReden }[];
}

/** The part of the state that changes. */
export type Wijziging = Partial<{ [K in keyof TrajectToestand]: TrajectToestand[K] }>;

/** The new state with one versie more, and on whom it waits now. */
export function gevolg(
  t: TrajectToestand,
  wijziging: Wijziging,
  gebeurtenis: Gebeurtenis,
  nu: number,
  extra: Partial<Pick<TrajectGevolg, 'berichten' | 'teStarten' | 'teVervallen'>> = {},
): TrajectGevolg {
  const nieuw: TrajectToestand = { ...t, ...wijziging, versie: t.versie + 1 };
  nieuw.wachtOp = wachtOpIn(nieuw);
  if (nieuw.wachtOp !== t.wachtOp || nieuw.fase !== t.fase) nieuw.wachtSinds = nu;
  return { toestand: nieuw, gebeurtenis, berichten: [], teStarten: [], teVervallen: [], ...extra };
}

/** One e-mail to send; `gelegenheid` keeps it from being sent twice. */
export const bericht = (
  soort: BerichtOpdracht['soort'],
  aan: BerichtOpdracht['aan'],
  gelegenheid: string,
  gegevens: BerichtOpdracht['gegevens'] = {},
): BerichtOpdracht => ({ soort, aan, gelegenheid, gegevens });

export const aanmelder = { wie: 'aanmelder' } as const;
export const coordinator = { wie: 'coordinator' } as const;
export const voorzitter = { wie: 'voorzitter' } as const;
export const manager = { wie: 'manager' } as const;
