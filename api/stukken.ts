/** Takes a stuk in: checked, scanned, kept, and then told to the traject. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { nederlandseFouten, type Veldfout, veldfout } from '../domain/fouten.ts';
import { keuzeUit } from '../domain/keuzelijst.ts';
import { bestandssoortenInWoorden, type StukSoort, stukBeleid, stukSoortKeuzes } from '../domain/stukken.ts';
import { regel } from '../domain/tekst.ts';
import {
  bewaarStuk,
  eerderStuk,
  type NieuwStuk,
  trekStukTerug,
  verwijderZonderRij,
} from '../infra/stukken/bewaren.ts';
import { keur } from '../infra/stukken/keuring.ts';
import type { OntvangenBestand } from '../infra/stukken/opslag.ts';
import { geenVirusscanner, ScannerZwijgt } from '../infra/stukken/virusscanner.ts';
import type { Prisma, Stuk, Traject } from '../prisma/client/client.ts';
import type { Formulier } from './formulier.ts';
import { afdrukVan, dienIn, eisZelfde, vorigeInvoer, weigeringAlsProbleem } from './invoer.ts';
import type { Omgeving } from './omgeving.ts';
import { ongeldigeInvoer, ProbleemFout } from './problemen.ts';
import type { Beller } from './toegang.ts';

/** The fields of the form; `bestand` stands for the name of the file. */
const formulierSchema = z.strictObject({
  soort: keuzeUit(stukSoortKeuzes).meta({ title: 'Soort stuk' }),
  vervangt: z
    .uuid('Vul hier het nummer in van het stuk dat dit vervangt. Dat staat in de lijst met stukken.')
    .optional()
    .meta({ title: 'Vervangt' }),
  bestand: regel(200).meta({ title: 'Bestand' }),
});

/** The decision by which a traject is told of a stuk, and the last part of the path to which a page sends one. */
export const stukformulierSoort = 'stuk';

/** The form as the OpenAPI document describes it; the parts themselves are read as they come in. */
export const formulierBeschrijving = z.unknown().meta({
  title: 'Stuk',
  type: 'object',
  required: ['soort', 'bestand'],
  additionalProperties: false,
  properties: {
    soort: { type: 'string', enum: Object.keys(stukSoortKeuzes), title: 'Soort stuk' },
    vervangt: {
      type: 'string',
      format: 'uuid',
      title: 'Vervangt',
      description:
        'Het nummer van het stuk waarvan dit een nieuwe versie is. Zonder dit nummer is het een nieuwe versie als de soort en de naam gelijk zijn.',
    },
    bestand: {
      type: 'string',
      contentMediaType: 'application/octet-stream',
      title: 'Bestand',
      description: `Hoogstens ${stukBeleid.grootsteStuk / 1024 / 1024} MB: ${bestandssoortenInWoorden}.`,
    },
  },
  examples: [{ soort: 'plan', bestand: 'plan.pdf' }],
});

/** A stuk that was taken in. */
export interface StukOntvangen {
  stuk: Stuk;
  /** Id of the decision by which the traject is told. */
  invoerId: string;
  /** Whether the traject has been told; the reconciler tells one that has not. */
  isGemeld: boolean;
}

interface Ingevuld {
  soort: StukSoort;
  vervangt?: string | undefined;
  naam: string;
  mediatype: string;
  ontvangen: OntvangenBestand;
}

/**
 * Takes a stuk in for a traject that the caller may know of. The same key, fields and content again give the first answer.
 * The received file is kept or left: throwing it away is up to the caller.
 * @throws ProbleemFout when it does not fit, cannot be scanned, or when the key was used for something else.
 */
export async function neemStukAan(
  omgeving: Omgeving,
  beller: Beller,
  sleutel: string,
  traject: Pick<Traject, 'kenmerk' | 'fase'>,
  formulier: Formulier,
): Promise<StukOntvangen> {
  const { db, opslag } = omgeving;
  const { kenmerk } = traject;
  const ingevuld = leesVelden(formulier);
  const { soort, vervangt = null, naam, ontvangen } = ingevuld;
  const inhoud = { soort, vervangt, naam, sha256: ontvangen.sha256 };
  const gevraagd = { soort: stukformulierSoort, kenmerk, onderzoekId: null, inhoud };

  const vorige = await vorigeInvoer(omgeving, beller, sleutel);
  if (vorige) eisZelfde(vorige, afdrukVan(omgeving, gevraagd));
  const nieuw = vorige ? null : await bewaarInhoud(omgeving, beller, sleutel, traject, ingevuld);
  const { uitkomst, invoerId } = await dienIn(omgeving, {
    ...gevraagd,
    beller,
    sleutel,
    // Row and decision stand together or not at all: no stuk is there to be read of which nobody is told.
    codes: nieuw ? (tx) => bewaarRij(omgeving, tx, nieuw, ingevuld) : {},
    vrijeTekst: {},
    toets: async () => [],
  }).finally(() => nieuw && verwijderZonderRij(db, opslag, nieuw.id));
  const stuk = await eerderStuk(db, { wie: beller.wie, idempotencyKey: sleutel });
  if (uitkomst?.uitkomst === 'geweigerd') {
    if (stuk) await trekStukTerug(db, opslag, stuk.id);
    throw weigeringAlsProbleem(uitkomst, 'traject', beller);
  }
  if (!stuk) throw new Error('Een stuk met deze sleutel is aangenomen, maar is niet te vinden.');
  return { stuk, invoerId, isGemeld: uitkomst !== null };
}

const fout = (veld: string, melding: string): Veldfout => veldfout([veld], melding, formulierSchema);

/** @throws ProbleemFout (400) with the fields that do not fit. */
function leesVelden({ velden, bestand }: Formulier): Ingevuld {
  const gelezen = formulierSchema.safeParse({
    ...velden,
    ...(bestand?.naam ? { [bestand.veld]: bestand.naam } : {}),
  });
  const kies = fout('bestand', 'Kies een bestand.');
  if (!gelezen.success)
    throw ongeldigeInvoer(
      nederlandseFouten(gelezen.error, formulierSchema).map((een) =>
        een.veld === kies.veld && !bestand?.naam ? kies : een,
      ),
    );
  // A text field of that name is no file.
  if (bestand?.veld !== 'bestand') throw ongeldigeInvoer([kies]);
  const { bestand: naam, ...rest } = gelezen.data;
  return { ...rest, naam, mediatype: bestand.mediatype, ontvangen: bestand.ontvangen };
}

function isZelfde(stuk: Stuk, kenmerk: string, { soort, naam, ontvangen }: Ingevuld): boolean {
  return (
    stuk.kenmerk === kenmerk && stuk.soort === soort && stuk.naam === naam && stuk.sha256 === ontvangen.sha256
  );
}

/** Checks a file and keeps its content, under an id of its own. @throws ProbleemFout when it cannot be taken. */
async function bewaarInhoud(
  omgeving: Omgeving,
  { wie, rol }: Beller,
  idempotencyKey: string,
  { kenmerk, fase }: Pick<Traject, 'kenmerk' | 'fase'>,
  { soort, vervangt, naam, mediatype, ontvangen }: Ingevuld,
): Promise<NieuwStuk & { id: string }> {
  if (fase === 'afgesloten')
    throw new ProbleemFout('afgesloten', 'Dit traject is afgesloten. Er kan niets meer veranderen.', {
      toegestaan: [],
    });
  const keuring = await keur(ontvangen, { naam, mediatype });
  if ('afgekeurd' in keuring) throw ongeldigeInvoer([fout('bestand', keuring.afgekeurd)]);
  const gescand = await isGescand(omgeving, kenmerk, ontvangen);
  const id = randomUUID();
  await omgeving.opslag.bewaar(ontvangen, id);
  return {
    id,
    kenmerk,
    soort,
    vervangt,
    naam,
    mediatype: keuring.mediatype,
    gescand,
    wie,
    rol,
    idempotencyKey,
  };
}

/** Stores the row of kept content; resolves with the codes of the decision that tells of it. @throws ProbleemFout when there is no place for it. */
async function bewaarRij(
  { klok }: Omgeving,
  tx: Prisma.TransactionClient,
  { id, ...nieuw }: NieuwStuk & { id: string },
  ingevuld: Ingevuld,
) {
  const stuk = await bewaarStuk(tx, id, ingevuld.ontvangen, nieuw, klok.nu());
  switch (stuk) {
    case 'te-veel':
      throw ongeldigeInvoer([
        fout(
          'bestand',
          `Dit traject heeft al ${stukBeleid.hoogstensStukken} stukken, oude versies meegeteld. Meer kan niet; vraag de coördinator om er een te verwijderen.`,
        ),
      ]);
    case 'vervangt-onbekend':
      throw ongeldigeInvoer([
        fout('vervangt', 'Dit stuk kennen wij niet in dit traject. Kijk het nummer na.'),
      ]);
  }
  if (!isZelfde(stuk, nieuw.kenmerk, ingevuld))
    throw new ProbleemFout(
      'sleutel-hergebruikt',
      'Met deze Idempotency-Key is al een ander bestand gestuurd. Kies voor ieder bestand een nieuwe sleutel.',
    );
  return { stukId: stuk.id, stukSoort: stuk.soort, versie: stuk.versie };
}

/** Whether a scanner found the file clean; false when none is set. @throws ProbleemFout when it is not, or cannot be told. */
async function isGescand(
  { scan, logboek }: Omgeving,
  kenmerk: string,
  { pad }: OntvangenBestand,
): Promise<boolean> {
  if (!scan) return false;
  try {
    const oordeel = await scan(pad);
    if (oordeel.isSchoon) return true;
    logboek.warn({ kenmerk, vondst: oordeel.vondst }, 'een stuk met een virus is geweigerd');
  } catch (oorzaak) {
    if (!(oorzaak instanceof ScannerZwijgt)) throw oorzaak;
    logboek.error({ kenmerk, err: oorzaak }, 'een stuk kon niet worden gescand en is niet bewaard');
    throw new ProbleemFout(
      'niet-beschikbaar',
      'Wij kunnen dit bestand nu niet op virussen controleren. Daarom is het niet bewaard. Stuur het over een halve minuut nog eens. Lukt het dan nog niet? Sla het op als PDF, of bel ons.',
    );
  }
  throw ongeldigeInvoer([
    fout('bestand', 'In dit bestand is een virus gevonden. Het is niet bewaard. Waarschuw uw beheerder.'),
  ]);
}

/** What is told with a stuk that no scanner has seen, or null. */
export function waarschuwing({ gescand }: Pick<Stuk, 'gescand'>): string | null {
  return gescand ? null : geenVirusscanner;
}
