/** What everything that happens in a traject has in common: a new state, a line in the story, e-mails, onderzoeken. */
import type { BerichtOpdracht } from './berichten.ts';
import type { Gebeurtenis } from './gebeurtenis.ts';
import type { OnderzoekToestand, VervalReden } from './onderzoek.ts';
import { kentRegels, type TrajectToestand, type Vraag, wachtOpIn } from './traject.ts';
import { overbodigeVragen, zonderVragen } from './vragen.ts';

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
 * The new state with one versie more: on whom it waits now, and since when it is in its fase; without the questions to the
 * aanmelder that nobody needs an answer to any more, of which story and e-mail tell. Norms and reminders of what
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
  const gewijzigd: TrajectToestand = { ...t, ...wijziging, versie: t.versie + 1 };
  if (extra.berichten && kentRegels(t, 5))
    gewijzigd.onderzoeken = metLosgelaten(gewijzigd.onderzoeken, extra.berichten);
  const overbodig = overbodigeVragen(gewijzigd);
  const isOverbodig = overbodig.length > 0;
  const { toestand: nieuw, open } = isOverbodig
    ? zonderVragen(gewijzigd, overbodig, nu)
    : { toestand: gewijzigd, open: 0 };
  if (nieuw.fase !== t.fase) nieuw.faseTijdstip = nu;
  if (nieuw.fase === 'afgesloten') nieuw.eindeTijdstip ??= nu;
  nieuw.wachtOp = wachtOpIn(nieuw);
  if (nieuw.wachtOp !== t.wachtOp || nieuw.fase !== t.fase) nieuw.wachtSinds = nu;
  const niets = { berichten: [], teStarten: [], teVervallen: [], teVerplaatsen: [] };
  const alles = { toestand: nieuw, gebeurtenis, ...niets, ...extra };
  return isOverbodig ? metVervallenVragen(alles, overbodig, open) : alles;
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

/** The e-mails to the aanmelder that go out anyway when the onderzoeken of aanbieders end, and tell of their questions too. */
const noemtVragen: ReadonlySet<BerichtOpdracht['soort']> = new Set([
  'duidelijkheid',
  'opgeschort',
  'situatie-veranderd',
  'ander-team',
]);

/** The same, told: to the aanmelder in the e-mail that it gets anyway, or else in a short one. */
function metVervallenVragen(
  { gebeurtenis, berichten, ...rest }: TrajectGevolg,
  vragen: readonly Vraag[],
  open: number,
): TrajectGevolg {
  const gegevens = { vragenVervallen: vragen.length, ...(open > 0 ? { vragenOpen: open } : {}) };
  const mail = berichten.find(({ aan, soort }) => aan.wie === 'aanmelder' && noemtVragen.has(soort));
  return {
    ...rest,
    gebeurtenis: { ...gebeurtenis, codes: { ...gebeurtenis.codes, ...gegevens } },
    berichten: mail
      ? berichten.map((deze) =>
          deze === mail ? { ...deze, gegevens: { ...deze.gegevens, ...gegevens } } : deze,
        )
      : [...berichten, bericht('vraag-vervallen', aanmelder, vragen[0]?.vraagId ?? '', gegevens)],
  };
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
