/** What the decisions on a traject and in an onderzoek share: from body to codes and free text, from outcome to answer. */
import type { z } from 'zod';
import { toetsBesluit, type Waarin } from './besluitToets.ts';
import { dienIn, type Ingediend, weigeringAlsProbleem } from './invoer.ts';
import type { Omgeving } from './omgeving.ts';
import { foutAntwoorden } from './problemen.ts';
import type { bewaardSchema } from './schemas.ts';
import type { Beller, BesluitOver } from './toegang.ts';

type Inhoud = Readonly<Record<string, unknown>>;

/** The error answers of every decision. */
export const besluitFouten = foutAntwoorden(
  'ongeldige-invoer',
  'ongeldige-json',
  'niet-ingelogd',
  'geen-toegang',
  'niet-gevonden',
  'verkeerde-fase',
  'afgesloten',
  'wachtreden-ontbreekt',
  'geen-aanbod',
  'al-beantwoord',
  'opgeschort',
  'afwijking-zonder-reden',
  'niet-ingestemd',
  'niet-van-toepassing',
  'afspraak-ontbreekt',
  'lacune-ontbreekt',
  'agenda-vol',
  'agenda-gesloten',
  'sleutel-hergebruikt',
  'te-groot',
  'verkeerd-mediatype',
  'interne-fout',
  'niet-beschikbaar',
);

/** What every decision tells of itself in the OpenAPI document. */
export const besluitUitleg =
  'Het antwoord vertelt waar het staat na dit besluit. Kan het besluit niet meteen worden verwerkt, dan is het antwoord 202: het is bewaard en wordt binnen een minuut verwerkt. Kan het besluit nu niet, dan vertelt `toegestaan` wat wel kan.';

/** Splits a body into its codes, for the workflow, and its free text, which stays in the database. */
export function splits(
  inhoud: Inhoud,
  tekstvelden: readonly string[],
): { codes: Inhoud; vrijeTekst: Inhoud } {
  const delen = Object.entries(inhoud);
  const isTekst = ([veld]: [string, unknown]) => tekstvelden.includes(veld);
  return {
    codes: Object.fromEntries(delen.filter((deel) => !isTekst(deel))),
    vrijeTekst: Object.fromEntries(delen.filter(isTekst)),
  };
}

/** A decision of which the body has passed its schema. */
export interface GelezenBesluit {
  beller: Beller;
  sleutel: string;
  soort: string;
  kenmerk: string;
  onderzoekId: string | null;
  besluit: { inhoud: z.core.$ZodType; tekstvelden: readonly string[] };
  inhoud: Inhoud;
  waarin: Waarin;
}

/** Stores a decision and brings it to its outcome; see `dienIn`. @throws ProbleemFout when it does not fit. */
export function dienBesluitIn(omgeving: Omgeving, gelezen: GelezenBesluit): Promise<Ingediend> {
  const { besluit, waarin, ...rest } = gelezen;
  const { codes, vrijeTekst } = splits(gelezen.inhoud, besluit.tekstvelden);
  return dienIn(omgeving, {
    ...rest,
    codes,
    vrijeTekst,
    toets: () => toetsBesluit(omgeving, codes, besluit.inhoud, waarin),
  });
}

/** The answer to a decision. @throws ProbleemFout (409) when it was refused. */
export function antwoordVan(
  { invoerId, uitkomst }: Ingediend,
  over: BesluitOver,
  beller: Beller,
): { verwerkt: Record<string, unknown> } | { bewaard: z.infer<typeof bewaardSchema> } {
  if (uitkomst?.uitkomst === 'geweigerd') throw weigeringAlsProbleem(uitkomst, over, beller);
  if (uitkomst) return { verwerkt: uitkomst.antwoord };
  const melding = 'Uw besluit is bewaard en wordt binnen een minuut verwerkt.';
  return { bewaard: { invoerId, status: 'bewaard', melding } };
}
