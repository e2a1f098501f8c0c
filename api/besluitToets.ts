/** What the shape of a decision cannot tell: whether its dates and its codes can be right at this moment. */
import type { z } from 'zod';
import { type Veldfout, veldfout } from '../domain/fouten.ts';
import { datumInNederland, plusMaanden } from '../domain/werkdagen.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import type { Omgeving } from './omgeving.ts';
import { foutInTafeldatum } from './tafels.ts';

/** On which side of today (Europe/Amsterdam) each date may lie; today itself is always right. */
const datumRegels = {
  tafelDatum: 'later',
  verwachteStartDatum: 'later',
  evaluatieDatum: 'later',
  totDatum: 'later',
  opvolgDatum: 'later',
  startDatum: 'eerder',
} as const;

/** How far ahead a date may lie, in months: further is a slip of the pen. */
const hoogstensVooruit = 24;

/** What is decided on: a traject, or the onderzoek of an aanbieder. */
export type Waarin = { aanmeldingTijdstip: Date } | { aanbieder: string };

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
      (kant === 'later' ? foutVooruit(datum, nu) : foutTerug(datum, nu, waarin)) ??
      (veld === 'tafelDatum' ? await foutInTafeldatum(db, datum, nu) : null);
    if (melding) fouten.push(veldfout([veld], melding, schema));
  }
  for (const veld of ['aanbieders', 'metAanbieders'])
    fouten.push(...(await onbekendeAanbieders(db, veld, codes[veld], schema)));
  const { metAanbieders, coordinator } = codes;
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
  return fouten;
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
