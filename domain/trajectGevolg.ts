/** What everything that happens in a traject has in common: a new state, a line in the story, e-mails, onderzoeken. */
import type { BerichtOpdracht } from './berichten.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import type { OnderzoekToestand, VervalReden } from './onderzoek.ts';
import { kentRegels, type TrajectToestand, wachtOpIn } from './traject.ts';

/** What follows from a message or a timer: the new state, its line in the story, who is mailed, and what happens to onderzoeken. */
export interface TrajectGevolg {
  toestand: TrajectToestand;
  gebeurtenis: Gebeurtenis;
  berichten: BerichtOpdracht[];
  /** Onderzoeken to start; their werkdagen are filled in by the workflow, which has the calendar. */
  teStarten: OnderzoekToestand[];
  /** Onderzoeken whose answer is no longer needed. */
  teVervallen: { id: string; reden: VervalReden }[];
  /** Onderzoeken of which the answer is asked before another moment (ms since the epoch). */
  teVerplaatsen: { id: string; antwoordVoorTijdstip: number }[];
  /** Set when every aanbieder declined: what is lacking, for the register of lacunes. */
  lacune?: Lacune;
}

/** What is lacking in what the region offers (domein, "Doorbraak"; ontwerp, "Aanbieder onderzoek"): codes only. */
export interface Lacune {
  sector: string;
  gemeente: string;
  redenen: string[];
}

/** The part of the state that changes. */
export type Wijziging = Partial<{ [K in keyof TrajectToestand]: TrajectToestand[K] }>;

/**
 * The new state with one versie more: on whom it waits now, and since when it is in its fase. Norms and reminders of what
 * it no longer waits for stay: they say nothing by themselves (domain/wachten.ts), and a wait that comes back, as that of
 * a table that is moved and moved back, is not reminded and told a second time under the same cause.
 */
export function gevolg(
  t: TrajectToestand,
  wijziging: Wijziging,
  gebeurtenis: Gebeurtenis,
  nu: number,
  extra: Partial<Omit<TrajectGevolg, 'toestand' | 'gebeurtenis'>> = {},
): TrajectGevolg {
  const nieuw: TrajectToestand = { ...t, ...wijziging, versie: t.versie + 1 };
  if (extra.berichten && kentRegels(t, 5))
    nieuw.onderzoeken = metLosgelaten(nieuw.onderzoeken, extra.berichten);
  if (nieuw.fase !== t.fase) nieuw.faseTijdstip = nu;
  if (nieuw.fase === 'afgesloten') nieuw.eindeTijdstip ??= nu;
  nieuw.wachtOp = wachtOpIn(nieuw);
  if (nieuw.wachtOp !== t.wachtOp || nieuw.fase !== t.fase) nieuw.wachtSinds = nu;
  const niets = { berichten: [], teStarten: [], teVervallen: [], teVerplaatsen: [] };
  return { toestand: nieuw, gebeurtenis, ...niets, ...extra };
}

/** The onderzoeken after these mails: who made an offer and is told that it is not needed, is released. */
function metLosgelaten(
  onderzoeken: TrajectToestand['onderzoeken'],
  berichten: readonly BerichtOpdracht[],
): TrajectToestand['onderzoeken'] {
  const verteld = berichten.flatMap(({ soort, gegevens }) =>
    soort === 'onderzoek-vervallen' ? [gegevens.onderzoek] : [],
  );
  if (verteld.length === 0) return onderzoeken;
  return Object.fromEntries(
    Object.entries(onderzoeken).map(([id, o]) => [id, verteld.includes(id) ? { ...o, losgelaten: true } : o]),
  );
}

/** The state without these fields. */
export function zonder(t: TrajectToestand, ...velden: (keyof TrajectToestand)[]): TrajectToestand {
  return Object.fromEntries(
    Object.entries(t).filter(([veld]) => !(velden as string[]).includes(veld)),
  ) as unknown as TrajectToestand;
}

/** The state without the date on which a team looks again; since `regels: 4` an open advies keeps it. */
export function zonderOpvolging(t: TrajectToestand): TrajectToestand {
  return t.advies && kentRegels(t, 4) ? t : zonder(t, 'opvolgDatum');
}

/** One e-mail to send; `gelegenheid` keeps it from being sent twice. */
export const bericht = (
  soort: BerichtOpdracht['soort'],
  aan: BerichtOpdracht['aan'],
  gelegenheid: string,
  gegevens: BerichtOpdracht['gegevens'] = {},
): BerichtOpdracht => ({ soort, aan, gelegenheid, gegevens });

export const aanmelder = { wie: 'aanmelder' } as const;
/** Who a code stands for that an afspraak or a plan names, outside the team; null for somebody of the team. */
export function buitenTeam(code: string | undefined): BerichtOpdracht['aan'] | null {
  if (code === 'aanmelder') return aanmelder;
  return code?.startsWith('aanbieder') ? { wie: 'aanbieder', aanbieder: code } : null;
}
export const coordinator = { wie: 'coordinator' } as const;
/** The coördinator, unless that is who took the decision. */
export const collega = { wie: 'collega' } as const;
export const voorzitter = { wie: 'voorzitter' } as const;
export const manager = { wie: 'manager' } as const;
