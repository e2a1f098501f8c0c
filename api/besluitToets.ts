/** What the shape of a decision cannot tell: whether its dates and its codes can be right at this moment. */
import type { z } from 'zod';
import { type Veldfout, veldfout } from '../domain/fouten.ts';
import { datumInNederland } from '../domain/werkdagen.ts';
import type { PrismaClient } from '../prisma/client/client.ts';

/** On which side of today (Europe/Amsterdam) each date may lie; today itself is always right. */
const datumRegels = {
  tafelDatum: 'later',
  verwachteStartDatum: 'later',
  evaluatieDatum: 'later',
  totDatum: 'later',
  startDatum: 'eerder',
} as const;

const datumMelding = {
  later: 'Deze datum is al voorbij. Vul vandaag of een latere datum in.',
  eerder: 'Deze datum is nog niet geweest. Vul vandaag of een eerdere datum in.',
} as const;

/** The fields of a decision that cannot be right at moment `nu` (ms since the epoch). `schema` gives their labels. */
export async function toetsBesluit(
  db: PrismaClient,
  codes: Readonly<Record<string, unknown>>,
  schema: z.core.$ZodType,
  nu: number,
): Promise<Veldfout[]> {
  const vandaag = datumInNederland(nu);
  const fouten: Veldfout[] = [];
  for (const [veld, kant] of Object.entries(datumRegels)) {
    const datum = codes[veld];
    if (typeof datum !== 'string') continue;
    if (kant === 'later' ? datum < vandaag : datum > vandaag)
      fouten.push(veldfout([veld], datumMelding[kant], schema));
  }
  for (const veld of ['aanbieders', 'metAanbieders'])
    fouten.push(...(await onbekendeAanbieders(db, veld, codes[veld], schema)));
  const { coordinator } = codes;
  if (typeof coordinator === 'string' && !(await isCoordinator(db, coordinator)))
    fouten.push(
      veldfout(['coordinator'], 'Deze coördinator kennen wij niet. Vul de code in van een collega.', schema),
    );
  return fouten;
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
