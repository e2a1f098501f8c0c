/** What is known before a bespreking of what its verslag has to tell (domein, "One traject", step 5). */
import { z } from 'zod';
import type { Aanmelding } from '../domain/aanmelding.ts';
import { trajectBesluiten } from '../domain/besluiten.ts';
import { uitDatum } from '../infra/dag.ts';
import { tafelledenOp } from '../infra/tafels.ts';
import type { Prisma, PrismaClient, Traject } from '../prisma/client/client.ts';
import { afspraak } from './verhaal.ts';

const { aanwezig, geprobeerd, waaromNiet, verslag } = trajectBesluiten.verslag.inhoud.shape;

/** The body of a verslag, but for what the table agreed. */
export const verslagsjabloonSchema = z
  .object({ aanwezig, geprobeerd, waaromNiet, verslag })
  .meta({ id: 'Verslagsjabloon', title: 'Sjabloon voor een verslag' });

/**
 * The verslag of the coming bespreking as far as it can be filled in: who is expected, what the aanmelding tells, and what
 * was agreed at the last bespreking.
 */
export async function maakVerslagsjabloon(
  db: PrismaClient,
  traject: Traject,
): Promise<z.infer<typeof verslagsjabloonSchema>> {
  const { kenmerk, coordinator } = traject;
  const [{ inhoud }, tafelleden, afspraken] = await Promise.all([
    db.aanmelding.findUniqueOrThrow({ where: { kenmerk }, select: { inhoud: true } }),
    genodigdeTafelleden(db, traject),
    laatsteAfspraken(db, kenmerk),
  ]);
  const { vraag } = inhoud as unknown as Aanmelding;
  return {
    aanwezig: ['aanmelder', ...(coordinator ? [coordinator] : []), ...tafelleden],
    geprobeerd: vraag.geprobeerd,
    waaromNiet: vraag.waaromGeenPlek,
    verslag: [
      ...(afspraken.length > 0
        ? ['Afgesproken bij de vorige bespreking:', ...afspraken.map((een) => `- ${een}`), '']
        : []),
      'Wat is besproken:',
      '',
      'Wat is afgesproken, wie doet het, en wanneer is het klaar:',
    ].join('\n'),
  };
}

/** The tafelleden that were invited to the table of a traject; before its agenda closes, those of that day. */
async function genodigdeTafelleden(db: PrismaClient, { tafelDatum }: Traject): Promise<string[]> {
  if (!tafelDatum) return [];
  const genodigden = await db.tafeluitnodiging.findMany({
    where: { tafel: tafelDatum, status: 'uitgenodigd' },
    select: { geadresseerde: true },
  });
  if (genodigden.length === 0)
    return (await tafelledenOp(db, uitDatum(tafelDatum))).map(({ aanbieder }) => aanbieder);
  const contacten = await db.contact.findMany({
    where: { code: { in: genodigden.map(({ geadresseerde }) => geadresseerde) } },
    orderBy: { aanbieder: 'asc' },
    select: { aanbieder: true },
  });
  return contacten.map(({ aanbieder }) => aanbieder);
}

/** The agreed next steps of the last verslag that was taken, in words. */
async function laatsteAfspraken(db: PrismaClient, kenmerk: string): Promise<string[]> {
  const laatste = await db.gebeurtenis.findFirst({
    where: { kenmerk, soort: 'verslag' },
    orderBy: { tijdstip: 'desc' },
    select: { codes: true },
  });
  const { afspraken = [] } = (laatste?.codes ?? {}) as { afspraken?: Prisma.JsonObject[] };
  return afspraken.map(afspraak);
}
