/** The coded lists of the doorbraak, and the id by which everybody knows one. Without calendar sums: workflows use it. */
import { z } from 'zod';
import { gecertificeerdeInstellingen } from './aanmeldingCodes.ts';
import { gemeenten } from './gemeenten.ts';
import type { CodeVan } from './keuzelijst.ts';

/** How often the cases are gone through: every quarter, or every month as until the summer of 2022 (regiovisie-monitor-2022, "Doorbraakaanpak GI's"). */
export const doorbraakRitmes = ['kwartaal', 'maand'] as const;
export type DoorbraakRitme = (typeof doorbraakRitmes)[number];

/**
 * Where a doorbraak stands: open until each case has an agreement, gesloten while agreements are followed up, afgerond
 * when nothing is left to follow.
 */
export const doorbraakStatussen = ['open', 'gesloten', 'afgerond'] as const;
export type DoorbraakStatus = (typeof doorbraakStatussen)[number];

/**
 * What a jeugdige on an agenda is: a zaak that is gone through, or named apart because the waiting is a choice or was
 * opgeschort (domein, "Wachten kan een keuze zijn").
 */
export const doorbraakzaakSoorten = ['zaak', 'keuze', 'opgeschort'] as const;
export type DoorbraakzaakSoort = (typeof doorbraakzaakSoorten)[number];

/** The group of who has no maatregel: beside the GI's, and apart from them (domein, "Doorbraakaanpak GI's"). */
export const zonderMaatregel = 'zonder-maatregel';

/** The code under which the children of several GI's stand together: no one of them may read the agenda of all. */
const meerInstellingen = 'andere-gi';

/** Whether a code stands for one GI, that has a mailbox and reads an agenda of its own; who is invited for any other group is the team. */
export function isEenGi(code: string): boolean {
  return code in gecertificeerdeInstellingen && code !== meerInstellingen;
}

/** Names of the groups, in the order of their meetings. */
export const doorbraakgroepen = {
  ...gecertificeerdeInstellingen,
  [zonderMaatregel]: 'Zonder maatregel',
} as const;
export type Doorbraakgroep = CodeVan<typeof doorbraakgroepen>;

/** The kind of care that is lacking (regiovisie-monitor-2022, "5 Aanpak wachttijden"; domein, "Intake / triage"). */
export const lacuneZorgsoorten = {
  behandelgroep: 'Behandelgroep',
  woongroep: 'Woongroep',
  'kleinschalig-wonen': 'Kleinschalige woonvoorziening',
  gezinshuis: 'Gezinshuis',
  pleegzorg: 'Pleegzorg',
  ambulant: 'Ambulante hulp',
  dagbehandeling: 'Dagbehandeling of kinderdagcentrum',
  respijtzorg: 'Respijtzorg',
  overbrugging: 'Hulp in de overbrugging',
  anders: 'Andere hulp',
} as const;

/** Where it is lacking: in one gemeente, in all of Haaglanden, or wider. */
export const lacuneRegios = {
  ...gemeenten,
  haaglanden: 'Heel Haaglanden',
  bovenregionaal: 'Ook buiten Haaglanden',
} as const;

/** The code of a period that a doorbraak can have: a quarter (`2025-K3`) or a month (`2025-M07`). */
export const doorbraakPeriodeSchema = z
  .string()
  .regex(
    /^\d{4}-(?:K[1-4]|M(?:0[1-9]|1[0-2]))$/,
    'Vul een kwartaal in als 2027-K1, of een maand als 2027-M01.',
  )
  .meta({ title: 'Periode', description: 'Een kwartaal of een maand.', examples: ['2027-K1'] });

/** The id of the doorbraak of a period, also its workflow id: `doorbraak-2025-K3`. */
export function doorbraakId(periode: string): string {
  return `doorbraak-${periode}`;
}

/** The period of an id made by {@link doorbraakId}; null for any other text. */
export function leesDoorbraakId(id: string): string | null {
  const { data } = doorbraakPeriodeSchema.safeParse(
    id.startsWith('doorbraak-') ? id.slice('doorbraak-'.length) : '',
  );
  return data ?? null;
}

/** The id of a doorbraak. */
export const doorbraakIdSchema = z.string().refine((id) => leesDoorbraakId(id) !== null);

const rangtelwoorden = ['eerste', 'tweede', 'derde', 'vierde'] as const;
const maanden = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
] as const;

/** A period of any kind (domain/periode.ts) in Dutch words: `het derde kwartaal van 2025`, `juli 2025`, `week 27 van 2025`. */
export function periodeInWoorden(periode: string): string {
  const [jaar = '', deel] = periode.split('-');
  if (deel === undefined) return jaar;
  const nummer = Number(deel.replace(/\D/g, ''));
  switch (deel.charAt(0)) {
    case 'K':
      return `het ${rangtelwoorden[nummer - 1]} kwartaal van ${jaar}`;
    case 'M':
      return `${maanden[nummer - 1]} ${jaar}`;
    case 'W':
      return `week ${nummer} van ${jaar}`;
    default:
      return `het ${rangtelwoorden[nummer - 1]} halfjaar van ${jaar}`;
  }
}
