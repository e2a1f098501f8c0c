/** The coded lists of a wachttijduitvraag, and the id by which everybody knows it. */
import { z } from 'zod';
import { datumSchema } from './codes.ts';
import { type CodeVan, keuzeUit } from './keuzelijst.ts';

/**
 * The two instruments (regiovisie-monitor-2022, "Aard en omvang van de wachttijden"): the quarterly one asks every
 * contracted aanbieder for numbers, the extra one asks selected aanbieders for each jeugdige that waits on a peildatum.
 */
export const uitvraagSoorten = ['kwartaal', 'extra'] as const;
export type UitvraagSoort = (typeof uitvraagSoorten)[number];

/** Where an uitvraag stands: open until its last day, gesloten as long as it can be opened for one aanbieder, afgerond. */
export const uitvraagStatussen = ['open', 'gesloten', 'afgerond'] as const;
export type UitvraagStatus = (typeof uitvraagStatussen)[number];

/** In which sector a jeugdige waits (regiovisie-monitor-2022, "Aard en omvang van de wachttijden": the four categories). */
export const wachtSectoren = {
  lvb: 'LVB',
  jeugdhulp: 'J&O',
  'j-ggz': 'J-GGZ',
  mix: 'Mix van twee of meer sectoren',
} as const;
export type WachtSector = CodeVan<typeof wachtSectoren>;

/** For hulp at home or for a place to live (regiovisie-monitor-2022, "Resultaten van beide bronnen"). */
export const zorgvormen = { ambulant: 'Ambulant', verblijf: 'Verblijf' } as const;
export type Zorgvorm = CodeVan<typeof zorgvormen>;

/**
 * Kinds of care with a wachttijd of their own: those that regiovisie-monitor-2022 names (chapter 5: begeleiding and
 * behandeling, KDC, respijtzorg, J-GGZ) and those that Zorglogistiek looks for (halfjaarverslag-zorglogistiek-2025).
 */
export const zorgsoorten = {
  begeleiding: 'Begeleiding',
  behandeling: 'Behandeling',
  'ggz-behandeling': 'Behandeling in de J-GGZ',
  kdc: 'Kinderdagcentrum (KDC)',
  respijtzorg: 'Respijtzorg',
  behandelgroep: 'Behandelgroep',
  woongroep: 'Woongroep',
  'ggz-opname': 'Opname in de J-GGZ',
  anders: 'Iets anders',
} as const;
export type Zorgsoort = CodeVan<typeof zorgsoorten>;

/** Why jeugdigen wait (regiovisie-monitor-2022, "Oorzaken": the monitor's own list, in its order). */
export const wachtOorzaken = {
  instroom: 'Er komen meer jeugdigen bij',
  'doorstroom-stagneert': 'De doorstroom naar een andere aanbieder stagneert',
  'uitstroom-stagneert':
    'De uitstroom stagneert: naar Wlz, Wmo, beschermd wonen, speciaal onderwijs of zelfstandig wonen',
  'capaciteit-of-aanbod': 'Er is te weinig capaciteit, of het aanbod ontbreekt',
  personeelstekort: 'Er is te weinig personeel',
  huisvesting: 'Er is te weinig huisvesting',
  triage: 'De analyse of triage was niet goed: er is eerst andere hulp ingezet',
  kostenbeheersing: 'Kostenbeheersing staat snelle hulp of nieuw aanbod in de weg',
} as const;
export type WachtOorzaak = CodeVan<typeof wachtOorzaken>;

export const wachtSectorSchema = keuzeUit(wachtSectoren);
export const zorgvormSchema = keuzeUit(zorgvormen);
export const zorgsoortSchema = keuzeUit(zorgsoorten);
export const wachtOorzaakSchema = keuzeUit(wachtOorzaken);

const kwartaalVorm = /^[0-9]{4}-K[1-4]$/;
const extraBegin = 'extra-';
const idBegin = 'uitvraag-';

/** The day (yyyy-mm-dd) on which an extra uitvraag counts, from its code; null when the code is of another kind. */
export function peilDatumVan(code: string): string | null {
  if (!code.startsWith(extraBegin)) return null;
  return datumSchema.safeParse(code.slice(extraBegin.length)).data ?? null;
}

/** The kind of uitvraag with this code; null when it is none. */
export function uitvraagSoortVan(code: string): UitvraagSoort | null {
  if (kwartaalVorm.test(code)) return 'kwartaal';
  return peilDatumVan(code) ? 'extra' : null;
}

/** The code of the extra uitvraag on a day (yyyy-mm-dd): `extra-2022-04-01`. */
export function extraCode(peilDatum: string): string {
  return `${extraBegin}${peilDatum}`;
}

/** A code: `2025-K2`, or `extra-2022-04-01`. */
export const uitvraagCodeSchema = z.string().refine((code) => uitvraagSoortVan(code) !== null);

/** The id of an uitvraag, also its workflow id: `uitvraag-2025-K2`, `uitvraag-extra-2022-04-01`. */
export function uitvraagId(code: string): string {
  return `${idBegin}${code}`;
}

/** The code in an id made by {@link uitvraagId}; null for any other text. */
export function leesUitvraagId(id: string): string | null {
  const code = id.startsWith(idBegin) ? id.slice(idBegin.length) : '';
  return uitvraagSoortVan(code) ? code : null;
}

/** The id of an uitvraag. */
export const uitvraagIdSchema = z.string().refine((id) => leesUitvraagId(id) !== null);
