/** What the shape of a decision cannot tell: whether its dates and its codes can be right at this moment. */
import type { z } from 'zod';
import type { CodesVan } from '../domain/besluiten.ts';
import { bevatPersoonsnummer } from '../domain/bsn.ts';
import { type Veldfout, veldfout } from '../domain/fouten.ts';
import { datumInNederland, plusMaanden } from '../domain/werkdagen.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import type { Omgeving } from './omgeving.ts';
import { foutInTafeldatum } from './tafels.ts';

/** On which side of today (Europe/Amsterdam) each date may lie; today itself is right, but for what lasts until after today. */
const datumRegels = {
  tafelDatum: 'later',
  verwachteStartDatum: 'later',
  evaluatieDatum: 'later',
  totDatum: 'na-vandaag',
  opvolgDatum: 'later',
  startDatum: 'eerder',
  uitgevoerdDatum: 'eerder',
} as const;

/** How far ahead a date may lie, in months: further is a slip of the pen. */
const hoogstensVooruit = 24;

/** What is decided on: a traject, or the onderzoek of an aanbieder. */
export type Waarin = { kenmerk: string; aanmeldingTijdstip: Date } | { aanbieder: string };

/** The fields of a decision that cannot be right at this moment; `schema` gives their labels. */
export async function toetsBesluit(
  { db, klok }: Pick<Omgeving, 'db' | 'klok'>,
  codes: Readonly<Record<string, unknown>>,
  schema: z.core.$ZodType,
  waarin: Waarin,
): Promise<Veldfout[]> {
  const nu = klok.nu();
  const fouten: Veldfout[] = [];
  for (const [veld, kant] of Object.entries(datumRegels)) {
    const datum = codes[veld];
    if (typeof datum !== 'string') continue;
    const melding =
      (kant === 'eerder' ? foutTerug(datum, nu, waarin) : foutVooruit(datum, nu)) ??
      // Who asks for time until today is late at once; a wachtlijst until today is none.
      (kant === 'na-vandaag' && datum === datumInNederland(nu)
        ? 'Deze datum is vandaag. Vul een latere datum in, of kies een ander antwoord.'
        : null) ??
      (veld === 'tafelDatum' ? await foutInTafeldatum(db, datum, nu) : null) ??
      (veld === 'uitgevoerdDatum' && 'kenmerk' in waarin
        ? await foutVoorAdvies(db, datum, waarin.kenmerk)
        : null);
    if (melding) fouten.push(veldfout([veld], melding, schema));
  }
  for (const veld of ['aanbieders', 'metAanbieders'])
    fouten.push(...(await onbekendeAanbieders(db, veld, codes[veld], schema)));
  fouten.push(...foutenInAfspraken(codes, nu, schema), ...(await onbekendePersonen(db, codes, schema)));
  const { metAanbieders, coordinator, aanmelderCode } = codes;
  if ('aanbieder' in waarin && Array.isArray(metAanbieders) && metAanbieders.includes(waarin.aanbieder))
    fouten.push(
      veldfout(
        ['metAanbieders', metAanbieders.indexOf(waarin.aanbieder)],
        'Dit is de aanbieder van dit onderzoek zelf. Noem alleen de andere aanbieders.',
        schema,
      ),
    );
  if (typeof coordinator === 'string' && !(await isCoordinator(db, coordinator)))
    fouten.push(
      veldfout(['coordinator'], 'Deze coördinator kennen wij niet. Vul de code in van een collega.', schema),
    );
  // Who has not signed anybody up yet is known to nobody, so the code cannot be looked up; it travels to the history all the same.
  if (typeof aanmelderCode === 'string' && bevatPersoonsnummer(aanmelderCode))
    fouten.push(
      veldfout(
        ['aanmelderCode'],
        'Vul de code in waarmee de nieuwe aanmelder inlogt, en nooit een BSN, een telefoonnummer of een ander nummer. Is er geen code? Laat dit veld dan leeg.',
        schema,
      ),
    );
  return fouten;
}

type Afspraken = NonNullable<CodesVan<'verslag'>['afspraken']>;

/** Where the codes of a decision name a person or an organisation by a free code. */
interface Genoemd {
  pad: readonly PropertyKey[];
  code: string;
}

/**
 * The fields of a decision that name nobody whom we know: a code must be `aanmelder`, or that of a colleague, of an
 * aanbieder or, with `metGi`, of a GI. What is typed there travels to histories and mails, so it is never a name or a BSN.
 */
export async function onbekendePersonen(
  db: PrismaClient,
  codes: Readonly<Record<string, unknown>>,
  schema: z.core.$ZodType,
  { metGi = false } = {},
): Promise<Veldfout[]> {
  const genoemd = genoemdIn(codes).filter(({ code }) => code !== 'aanmelder');
  if (genoemd.length === 0) return [];
  const gevraagd = { where: { code: { in: genoemd.map(({ code }) => code) } }, select: { code: true } };
  const rijen = await Promise.all([
    db.medewerker.findMany(gevraagd),
    db.aanbieder.findMany(gevraagd),
    metGi ? db.organisatie.findMany({ ...gevraagd, where: { ...gevraagd.where, soort: 'gi' } }) : [],
  ]);
  const bekend = new Set(rijen.flat().map(({ code }) => code));
  const melding = `Deze code kennen wij niet. Vul “aanmelder” in, of de code van ${metGi ? 'een GI, ' : ''}een collega of een aanbieder, en nooit een naam of een BSN.`;
  return genoemd.flatMap(({ pad, code }) => (bekend.has(code) ? [] : [veldfout(pad, melding, schema)]));
}

function genoemdIn(codes: Readonly<Record<string, unknown>>): Genoemd[] {
  const { eigenaar, wie, aanwezig } = codes;
  const lijst: { pad: readonly PropertyKey[]; code: unknown }[] = [
    { pad: ['eigenaar'], code: eigenaar },
    { pad: ['wie'], code: wie },
    ...(Array.isArray(aanwezig) ? aanwezig : []).map((code, plaats) => ({ pad: ['aanwezig', plaats], code })),
    ...afsprakenIn(codes).map((afspraak, plaats) => ({
      pad: ['afspraken', plaats, 'wie'],
      code: afspraak.wie,
    })),
  ];
  return lijst.flatMap(({ pad, code }) => (typeof code === 'string' ? [{ pad, code }] : []));
}

function foutenInAfspraken(
  codes: Readonly<Record<string, unknown>>,
  nu: number,
  schema: z.core.$ZodType,
): Veldfout[] {
  return afsprakenIn(codes).flatMap(({ voorDatum }, plaats) => {
    const melding = foutVooruit(voorDatum, nu);
    return melding ? [veldfout(['afspraken', plaats, 'voorDatum'], melding, schema)] : [];
  });
}

/** The agreements of a verslag; the body has passed its schema. */
function afsprakenIn({ afspraken = [] }: Readonly<Record<string, unknown>>): Afspraken {
  return afspraken as Afspraken;
}

/** Why a day (yyyy-mm-dd) cannot lie ahead at moment `nu` (ms); null when it can. */
export function foutVooruit(datum: string, nu: number): string | null {
  if (datum < datumInNederland(nu)) return 'Deze datum is al voorbij. Vul vandaag of een latere datum in.';
  return datum > datumInNederland(plusMaanden(nu, hoogstensVooruit))
    ? 'Deze datum ligt meer dan twee jaar vooruit. Kijk het jaar na.'
    : null;
}

function foutTerug(datum: string, nu: number, waarin: Waarin): string | null {
  if (datum > datumInNederland(nu))
    return 'Deze datum is nog niet geweest. Vul vandaag of een eerdere datum in.';
  return 'aanmeldingTijdstip' in waarin && datum < datumInNederland(waarin.aanmeldingTijdstip.getTime())
    ? 'Deze datum ligt voor de aanmelding. Vul de dag van de aanmelding of een latere datum in.'
    : null;
}

/** An advies was not carried out before it was given; the last one counts. */
async function foutVoorAdvies(db: PrismaClient, datum: string, kenmerk: string): Promise<string | null> {
  const advies = await db.gebeurtenis.findFirst({
    where: { kenmerk, soort: 'advies' },
    orderBy: { tijdstip: 'desc' },
    select: { tijdstip: true },
  });
  return advies && datum < datumInNederland(advies.tijdstip.getTime())
    ? 'Deze datum ligt voor het advies. Vul de dag van het advies of een latere datum in.'
    : null;
}

async function onbekendeAanbieders(
  db: PrismaClient,
  veld: string,
  waarde: unknown,
  schema: z.core.$ZodType,
): Promise<Veldfout[]> {
  if (!Array.isArray(waarde)) return [];
  const rijen = await db.aanbieder.findMany({ where: { code: { in: waarde } }, select: { code: true } });
  const bekend = new Set(rijen.map(({ code }) => code));
  return waarde.flatMap((code, plaats) =>
    bekend.has(code)
      ? []
      : [
          veldfout(
            [veld, plaats],
            'Deze aanbieder kennen wij niet. Kijk de code na bij /v1/aanbieders.',
            schema,
          ),
        ],
  );
}

async function isCoordinator(db: PrismaClient, code: string): Promise<boolean> {
  return (await db.medewerker.count({ where: { code, rol: 'coordinator' } })) === 1;
}
