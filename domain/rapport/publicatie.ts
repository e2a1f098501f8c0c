/**
 * Which reports there are, over which kinds of period, and the id under which one is published. No calendar: workflows use this;
 * the period of a code stands in rapportperiode.ts.
 */
import { z } from 'zod';
import type { BerichtOpdracht } from '../berichten.ts';
import type { Periodesoort } from '../periode.ts';
import type { Rapportsoort } from './rapport.ts';

/**
 * Per kind of report its kind of period with what its codes look like, and what it is called in ids and for people; without a name it is
 * never published.
 */
const vormen = {
  halfjaar: {
    periodesoort: 'halfjaar',
    code: '[0-9]{4}-[12]',
    naam: 'halfjaarverslag',
    titel: 'Halfjaarverslag Zorglogistiek',
  },
  experttafel: {
    periodesoort: 'jaar',
    code: '[0-9]{4}',
    naam: 'experttafelverslag',
    titel: 'Jaaroverzicht Experttafel',
  },
  wachttijden: {
    periodesoort: 'kwartaal',
    code: '[0-9]{4}-K[1-4]',
    naam: 'wachttijdenverslag',
    titel: 'Wachttijden',
  },
  week: { periodesoort: 'week', code: '[0-9]{4}-W[0-9]{2}', naam: null, titel: 'Weekoverzicht' },
} as const satisfies Record<
  Rapportsoort,
  { periodesoort: Periodesoort; code: string; naam: string | null; titel: string }
>;

/** The kinds of report that can be published. */
export type Publicatiesoort = {
  [S in Rapportsoort]: (typeof vormen)[S]['naam'] extends string ? S : never;
}[Rapportsoort];

/** One version of a published report. */
export interface Publicatie {
  soort: Publicatiesoort;
  /** Code of the period (domain/periode.ts). */
  periode: string;
  /** From 1; each next one is a correction. */
  versie: number;
}

const soorten = Object.keys(vormen) as Rapportsoort[];

/** Whether this kind of report is published, or only looked at. */
export function isPublicatiesoort(soort: Rapportsoort): soort is Publicatiesoort {
  return vormen[soort].naam !== null;
}

/** What a kind of report is called, for a person. */
export function rapportTitel(soort: Rapportsoort): string {
  return vormen[soort].titel;
}

/** Over which kind of period a kind of report goes. */
export function periodesoortVan(soort: Rapportsoort): Periodesoort {
  return vormen[soort].periodesoort;
}

/** The id of a published report and of the workflow that tells of it: `halfjaarverslag-2025-1`, and `-v2` behind it for the next. */
export function rapportId({ soort, periode, versie }: Publicatie): string {
  return `${verslagId(soort, periode)}${versie === 1 ? '' : `-v${versie}`}`;
}

/** The workflow that publishes a report and tells of it. */
export function rapportWorkflow({ soort }: Publicatie): 'halfjaarverslag' | 'rapportage' {
  return soort === 'halfjaar' ? 'halfjaarverslag' : 'rapportage';
}

/** What the versions of one report have in common: `halfjaarverslag-2025-1`. */
export function verslagId(soort: Publicatiesoort, periode: string): string {
  return `${vormen[soort].naam}-${periode}`;
}

/** The report of an id made by {@link rapportId}; null for any other text. */
export function leesRapportId(id: string): Publicatie | null {
  for (const soort of soorten.filter(isPublicatiesoort)) {
    const delen = new RegExp(`^${vormen[soort].naam}-(${vormen[soort].code})(?:-v([1-9][0-9]{0,5}))?$`).exec(
      id,
    );
    const [, periode, versie = '1'] = delen ?? [];
    if (periode && delen?.[2] !== '1') return { soort, periode, versie: Number(versie) };
  }
  return null;
}

/** The id of a published report, as it stands in the mail register. */
export const rapportIdSchema = z.string().refine((id) => leesRapportId(id) !== null);

/** The e-mails about a published version. */
export function rapportBerichten(publicatie: Publicatie): BerichtOpdracht[] {
  return [
    {
      soort: 'rapport-gepubliceerd',
      aan: { wie: 'manager' },
      gelegenheid: `versie-${publicatie.versie}`,
      gegevens: { rapport: rapportId(publicatie), versie: publicatie.versie },
    },
  ];
}

/** What the Schedule of a report tells when it publishes nothing, since the program was not in use yet. */
export const nietsTePubliceren =
  'Er is niets gepubliceerd: uit deze periode en ervoor zijn er geen aanmeldingen.';

const metVersie = ({ soort, periode, versie }: Publicatie) =>
  `${vormen[soort].titel} ${periode}${versie === 1 ? '' : `, versie ${versie}`}`;

/** The workflow of a published report in one line, for the list in the Temporal UI. */
export function rapportSamenvatting(publicatie: Publicatie): string {
  return `${metVersie(publicatie)}: vastleggen en de manager berichten`;
}

/** The workflow of a published report in the Temporal UI: what it does, and where the figures stand (Markdown). */
export function rapportDetails(publicatie: Publicatie): string {
  const { soort, periode, versie } = publicatie;
  return [
    `**${metVersie(publicatie)}**`,
    '',
    'De cijfers worden vastgelegd en de manager krijgt bericht.',
    '',
    `De cijfers staan bij \`/v1/rapportages/${soort}/${periode}?versie=${versie}\`.`,
  ].join('\n');
}
