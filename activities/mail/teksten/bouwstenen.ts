/** What the texts of all e-mails are built from: their shape, the check of their codes, and phrases that return. */
import { z } from 'zod';
import { standaardBeleid } from '../../../domain/beleid.ts';
import { codeSchema } from '../../../domain/codes.ts';
import { leesOnderzoekId } from '../../../domain/kenmerk.ts';
import { leesbaarMoment } from '../../../domain/werkdagen.ts';
import type { Agendagegevens } from '../agenda.ts';

/** What one e-mail says. */
export interface Tekst {
  /** The heading, and with the kenmerk behind it the subject. */
  kop: string;
  alineas: string[];
  /** What the reader does, in order. */
  stappen?: string[];
  /** The text of the link. */
  actie: string;
  /** A page of somebody else that the link leads to. */
  adres?: string;
  /** Id of the onderzoek that the link leads to; without it the link leads to the traject, or to the table. */
  onderzoek?: string;
  /** Kenmerk of the traject of which an aanbieder or an aanmelder reads what was agreed, when the e-mail is of a doorbraak. */
  traject?: string;
  /** True when the link of somebody of an aanbieder leads to where it reads the stukken. */
  naarStukken?: boolean;
  /** What goes into the calendar of the reader. */
  agenda?: Pick<
    Agendagegevens,
    'beginTijd' | 'plaats' | 'volgnummer' | 'isAfgezegd' | 'titel' | 'duurMinuten'
  > & {
    /** yyyy-mm-dd; without it that of the table. */
    datum?: string;
    /** What tells two meetings of one reader apart. */
    sleutel?: string;
  };
}

/**
 * To whom a text speaks: the aanmelder, somebody of the team (also the manager), somebody of an aanbieder or of a GI, or the
 * BREN.
 */
export type Lezer = 'aanmelder' | 'team' | 'aanbieder' | 'gi' | 'bren';

/** What a text may know besides the codes of its kind. */
export interface Omstandigheid {
  kenmerk: string;
  lezer: Lezer;
  /** When the mail was registered, ms since the epoch: the same text at every attempt. */
  tijdstip: number;
  /** How to reach the Crisis Interventie Team; without it the text names the team alone. */
  cit?: { telefoon: string; pagina: string };
}

/** Makes one text of its codes; throws a ZodError when something else is among them. */
export type MaakTekst = (gegevens: unknown, omstandigheid: Omstandigheid) => Tekst;

/** A text of which the codes fit one schema. */
export function berichtVan<S extends z.ZodType>(
  schema: S,
  schrijf: (gegevens: z.output<S>, omstandigheid: Omstandigheid) => Tekst,
): MaakTekst {
  return (gegevens, omstandigheid) => schrijf(schema.parse(gegevens), omstandigheid);
}

/** A text of which the codes are exactly these fields. */
export function bericht<V extends z.core.$ZodLooseShape>(
  vorm: V,
  schrijf: (gegevens: z.output<z.ZodObject<V, z.core.$strict>>, omstandigheid: Omstandigheid) => Tekst,
): MaakTekst {
  return berichtVan(z.strictObject(vorm), schrijf);
}

/** A moment, ms since the epoch. */
export const moment = z.number().int();
/** How many there are, at least one. */
export const aantal = z.number().int().min(1);
/** Present when aanbieders are only asked once the opschorting ends. */
export const bijHervatting = z.literal('ja').optional();
/** In an e-mail to the aanmelder: how many questions need no answer any more, and how many others still do. */
export const vragenVorm = { vragenVervallen: aantal.optional(), vragenOpen: aantal.optional() };
/** The id of an onderzoek. */
export const onderzoek = z.string().refine((id) => leesOnderzoekId(id) !== null);

/** Before a moment (ms since the epoch), on the clock in the Netherlands. */
export const voor = (ms: number) => `vóór ${leesbaarMoment(ms)} uur`;
/** So many aanbieders. */
export const aanbieders = (n: number) => (n === 1 ? 'één aanbieder' : `${n} aanbieders`);
/** So many aanbieders that investigate, as a subject with its verb. */
export const aanbiedersOnderzoeken = (n: number) =>
  n === 1 ? 'Eén aanbieder onderzoekt' : `${n} aanbieders onderzoeken`;
/** Codes in one Dutch enumeration. */
export const opsomming = (codes: readonly string[]) => new Intl.ListFormat('nl-NL').format(codes);
/** The codes of aanbieders, with a space between them. */
export const aanbiederlijst = z
  .string()
  .transform((lijst) => lijst.split(' '))
  .pipe(z.array(codeSchema));
/** The link that most e-mails have. */
export const bekijkTraject = (kenmerk: string) => `Bekijk traject ${kenmerk}`;

/** What an aanbieder is asked to keep to; after the ambitie has passed there is no new date, only haste. */
export function antwoordTermijn(antwoordVoor: number, tijdstip: number): string {
  return antwoordVoor > tijdstip
    ? `Geef uw antwoord ${voor(antwoordVoor)}.`
    : `Geef uw antwoord zo snel mogelijk. Het had er moeten zijn ${voor(antwoordVoor)}.`;
}

/** What an aanbieder does in an onderzoek until it answers. */
export const onderzoekStappen = [
  `Bevestig binnen ${standaardBeleid.bevestigenWerkdagen} werkdagen dat u begint.`,
  `Laat daarna steeds binnen ${standaardBeleid.nieuwsWerkdagen} werkdagen weten hoe het staat.`,
];

/** What the aanmelder hears of questions that need no answer any more; nothing when there are none. */
export function overVragen({
  vragenVervallen: weg,
  vragenOpen: open,
}: z.output<z.ZodObject<typeof vragenVorm>>): string[] {
  if (weg === undefined) return [];
  const nietMeer =
    weg === 1
      ? 'U hoeft een vraag die wij u stelden niet meer te beantwoorden.'
      : `U hoeft ${weg} vragen die wij u stelden niet meer te beantwoorden.`;
  if (open === undefined) return [nietMeer];
  return [
    `${nietMeer} ${open === 1 ? 'Eén andere vraag staat' : `${open} andere vragen staan`} nog wel open.`,
  ];
}

/** The CIT with its number, where that is known (domein, "CIT"). */
export function hetCit({ cit }: Omstandigheid): string {
  return `het Crisis Interventie Team (CIT)${cit ? `: ${cit.telefoon}` : ''}`;
}
