/**
 * The stukken of a traject: which kinds there are, what may be sent, and who may read them (domein, "One traject, from
 * aanmelding to a place", step 4; ontwerp, "Data").
 */
import type { Fase } from './codes.ts';
import type { CodeVan } from './keuzelijst.ts';

/**
 * What a stuk is about, with its label. Missing intelligence and social-emotional development hold trajecten up
 * (halfjaarverslag-zorglogistiek-2025, "ambities"); a validated risicotaxatie counts in the afwegingskader
 * (afwegingskader-deeltafel-2025-05-15, "Kracht van herhaling").
 */
export const stukSoortKeuzes = {
  'verslag-onderzoek': 'Verslag van een onderzoek',
  intelligentieonderzoek: 'Intelligentieonderzoek',
  'sociaal-emotioneel-onderzoek': 'Onderzoek naar de sociaal-emotionele ontwikkeling',
  risicotaxatie: 'Risicotaxatie',
  plan: 'Plan',
  beschikking: 'Beschikking',
  toestemming: 'Toestemming',
  anders: 'Ander stuk',
} as const;
export type StukSoort = CodeVan<typeof stukSoortKeuzes>;
export const stukSoorten = Object.keys(stukSoortKeuzes) as [StukSoort, ...StukSoort[]];

/**
 * What may be sent: what aanmelders have (reports, letters, scans and photos of paper) and what everybody can open. No
 * form that runs macros, no archive and no web page.
 */
const bestandssoorten = {
  'application/pdf': { naam: 'een PDF', extensies: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    naam: 'een Word-document (docx)',
    extensies: ['docx'],
  },
  'application/vnd.oasis.opendocument.text': { naam: 'een ODT-document', extensies: ['odt'] },
  'image/jpeg': { naam: 'een JPEG-foto', extensies: ['jpg', 'jpeg'] },
  'image/png': { naam: 'een PNG-afbeelding', extensies: ['png'] },
} as const satisfies Record<string, { naam: string; extensies: readonly string[] }>;
export type Mediatype = keyof typeof bestandssoorten;

const opsomming = new Intl.ListFormat('nl-NL', { type: 'disjunction' });

/** The kinds of file that may be sent, as a Dutch enumeration. */
export const bestandssoortenInWoorden = opsomming.format(
  Object.values(bestandssoorten).map(({ naam }) => naam),
);

/** The policy of what may be sent; sizes in bytes. */
export const stukBeleid = {
  /** A scanned report of some hundred pages is 5 to 20 MB; more is a film or a photo album. */
  grootsteStuk: 25 * 1024 * 1024,
  /** A case has some ten stukken; three times that, old versions counted, still fits one reader. */
  hoogstensStukken: 30,
  /** A docx or odt of the largest size with pictures, which hardly shrink, stays well under this once unpacked. */
  hoogstensUitgepakt: 100 * 1024 * 1024,
  /** Parts in a docx or odt: pictures, styles and settings; a real one has some dozens. */
  hoogstensOnderdelen: 1_000,
} as const;

/**
 * Why a file is not what it says it is, or may not be sent at all, in Dutch; null when it is in order.
 * @param bestand the name under which it was sent, the media type that came with it, and the one that its content has.
 */
export function weigerBestandssoort(bestand: {
  naam: string;
  opgegeven: string;
  gevonden: string | undefined;
}): string | null {
  const soort = Object.hasOwn(bestandssoorten, bestand.gevonden ?? '')
    ? bestandssoorten[bestand.gevonden as Mediatype]
    : undefined;
  if (!soort) return `Dit soort bestand nemen wij niet aan. Stuur ${bestandssoortenInWoorden}.`;
  const extensie = /\.([^.]+)$/.exec(bestand.naam)?.[1]?.toLowerCase();
  const extensies: readonly string[] = soort.extensies;
  // A program that does not know a kind says `application/octet-stream`: that is no statement about it.
  const klopt = [bestand.gevonden, 'application/octet-stream'].includes(bestand.opgegeven);
  if (extensie && extensies.includes(extensie) && klopt) return null;
  return `Dit bestand liegt over zijn soort: de inhoud is ${soort.naam}, maar de naam of de opgegeven soort zegt iets anders. Sla het opnieuw op en stuur het onder een naam die eindigt op .${extensies.join(' of .')}.`;
}

/** Why a stuk is removed, with its label: it was sent by mistake, or holds what its readers may not know. */
export const stukVerwijderredenen = {
  'andere-jeugdige': 'Het gaat over een andere jeugdige',
  'niet-bestemd': 'Er staan gegevens in die hier niet horen',
  'verkeerd-bestand': 'Het is het verkeerde bestand',
  dubbel: 'Het staat er al, of er is een nieuwere versie',
} as const;
export type StukVerwijderreden = CodeVan<typeof stukVerwijderredenen>;

/** Whether the same content under another name goes along: what is wrong with it is wrong there too, unless it merely stands there twice. */
export function neemtKopieenMee(reden: StukVerwijderreden): boolean {
  return reden !== 'dubbel';
}

/** Who wants to read: for an aanbieder with the stuktoegangen that it has. */
export type StukkenLezer =
  | { rol: 'coordinator' }
  | { rol: 'manager' }
  | { rol: 'aanmelder'; isEigen: boolean }
  | { rol: 'aanbieder'; aanbieder: string; stuktoegangen: readonly StuktoegangCodes[] };

/** One grant of access; moments in ms since the epoch. */
interface StuktoegangCodes {
  verleendTijdstip: number;
  /** The day of the table for which it was given (yyyy-mm-dd); null when it was given for an onderzoek. */
  tafelDatum: string | null;
  isIngetrokken: boolean;
}

/** What of a traject decides on reading; moments in ms since the epoch. */
export interface StukkenStand {
  fase: Fase;
  /** The day of the table at which it is to be spoken of (yyyy-mm-dd), when one is planned. */
  tafelDatum?: string;
  /** When the last verslag was made. */
  verslagTijdstip?: number;
  /** The aanbieders that still have to answer an onderzoek. */
  onderzoekt: readonly string[];
  /** The aanbieders of which the offer may still be chosen. */
  biedt: readonly string[];
  gekozen: readonly string[];
  isOpgeschort: boolean;
  /** Whether that table went by while it was opgeschort, so that nobody speaks of it there. */
  isTafelGemist: boolean;
}

/**
 * Whether somebody may read the stukken of a traject. The coördinator always may, since its office keeps the file; the aanmelder
 * those of its own traject until that closes. An aanbieder needs them to prepare the bespreking, to look into the question, as long as it offers a place and to begin
 * care: its access ends when the verslag is shared unless it does one of the others, when it is revoked, and when the traject closes (docs/decisions/0025). A grant for
 * a table holds for that table alone: it does not revive when the traject comes back to the table another day, or before it does (domein, "One traject", steps 4 and 5);
 * it rests while the traject is opgeschort, when nobody prepares for it, and is over when the table went by without it.
 * A manager watches progress and reads nothing of a jeugdige.
 */
export function magStukkenLezen(lezer: StukkenLezer, stand: StukkenStand): boolean {
  if (lezer.rol === 'coordinator') return true;
  if (lezer.rol === 'manager') return false;
  if (stand.fase === 'afgesloten') return false;
  if (lezer.rol === 'aanmelder') return lezer.isEigen;
  const geldig = lezer.stuktoegangen.filter(({ isIngetrokken }) => !isIngetrokken);
  if (geldig.length === 0) return false;
  const { onderzoekt, biedt, gekozen } = stand;
  if ([onderzoekt, biedt, gekozen].some((codes) => codes.includes(lezer.aanbieder))) return true;
  const { verslagTijdstip = Number.NEGATIVE_INFINITY } = stand;
  return (
    stand.fase === 'bespreking' &&
    !stand.isOpgeschort &&
    !stand.isTafelGemist &&
    geldig.some(
      ({ tafelDatum, verleendTijdstip }) =>
        tafelDatum !== null && tafelDatum === stand.tafelDatum && verleendTijdstip > verslagTijdstip,
    )
  );
}
