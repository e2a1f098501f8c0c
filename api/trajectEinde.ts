/** What an aanmelder may read of how its traject ended. */
import type { CodesVan } from '../domain/besluiten.ts';
import type { Uitkomst } from '../domain/codes.ts';
import { waaromAfgewezen, waaromDoorverwezen, waaromTeruggestuurd } from '../domain/eindTeksten.ts';
import type { PrismaClient } from '../prisma/client/client.ts';

/**
 * Why a traject went no further, for its aanmelder after the code; null while it is open, and where the uitkomst says it all.
 * What the coördinator wrote for the aanmelder stands in the triage.
 */
export async function leesEinde(db: PrismaClient, kenmerk: string, uitkomst: Uitkomst | null) {
  if (uitkomst !== 'doorverwezen' && uitkomst !== 'teruggestuurd' && uitkomst !== 'afgewezen') return null;
  const laatste = await db.invoer.findFirst({
    where: { kenmerk, soort: { in: ['triage', 'verhuizing'] }, uitkomst: { uitkomst: 'verwerkt' } },
    orderBy: { uitkomst: { tijdstip: 'desc' } },
    select: { soort: true, codes: true, vrijeTekst: true },
  });
  const { reden, doorverwezenNaar, terugstuurReden, soorten } = (laatste?.codes ?? {}) as Partial<
    CodesVan<'triage'>
  >;
  const naar = laatste?.soort === 'verhuizing' ? 'andere-regio' : doorverwezenNaar;
  const waarom =
    (reden && waaromAfgewezen[reden]) ??
    (naar && waaromDoorverwezen(naar)) ??
    (terugstuurReden && waaromTeruggestuurd(terugstuurReden, soorten)) ??
    null;
  const { uitleg = null } = (laatste?.vrijeTekst ?? {}) as { uitleg?: string };
  return { uitkomst, waarom, uitleg };
}
