/** What everything that happens in a traject has in common: a new state, a line in the story, e-mails, onderzoeken. */
import type { BerichtOpdracht } from './berichten.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import type { OnderzoekToestand, VervalReden } from './onderzoek.ts';
import { type TrajectToestand, wachtOpIn } from './traject.ts';
import { wachtenVan } from './wachten.ts';

/** What follows from a message or a timer: the new state, its line in the story, who is mailed, and what happens to onderzoeken. */
export interface TrajectGevolg {
  toestand: TrajectToestand;
  gebeurtenis: Gebeurtenis;
  berichten: BerichtOpdracht[];
  /** Onderzoeken to start; their werkdagen are filled in by the workflow, which has the calendar. */
  teStarten: OnderzoekToestand[];
  /** Onderzoeken whose answer is no longer needed. */
  teVervallen: { id: string; reden: VervalReden }[];
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
 * The new state with one versie more: on whom it waits now, since when it is in its fase, and without the norms and
 * reminders of what it no longer waits for. The act that ends a wait so clears its signaal.
 */
export function gevolg(
  t: TrajectToestand,
  wijziging: Wijziging,
  gebeurtenis: Gebeurtenis,
  nu: number,
  extra: Partial<Pick<TrajectGevolg, 'berichten' | 'teStarten' | 'teVervallen' | 'lacune'>> = {},
): TrajectGevolg {
  const nieuw: TrajectToestand = { ...t, ...wijziging, versie: t.versie + 1 };
  if (nieuw.fase !== t.fase) nieuw.faseTijdstip = nu;
  if (nieuw.fase === 'afgesloten') nieuw.eindeTijdstip = nu;
  nieuw.wachtOp = wachtOpIn(nieuw);
  if (nieuw.wachtOp !== t.wachtOp || nieuw.fase !== t.fase) nieuw.wachtSinds = nu;
  const wachten = new Set(wachtenVan(nieuw).map(({ gelegenheid }) => gelegenheid));
  if (nieuw.overschreden) nieuw.overschreden = alleenVan(nieuw.overschreden, wachten);
  if (nieuw.herinnerd) nieuw.herinnerd = alleenVan(nieuw.herinnerd, wachten);
  return { toestand: nieuw, gebeurtenis, berichten: [], teStarten: [], teVervallen: [], ...extra };
}

function alleenVan<W>(per: Readonly<Record<string, W>>, namen: ReadonlySet<string>): Record<string, W> {
  return Object.fromEntries(Object.entries(per).filter(([naam]) => namen.has(naam)));
}

/** The state without these fields. */
export function zonder(t: TrajectToestand, ...velden: (keyof TrajectToestand)[]): TrajectToestand {
  return Object.fromEntries(
    Object.entries(t).filter(([veld]) => !(velden as string[]).includes(veld)),
  ) as unknown as TrajectToestand;
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
