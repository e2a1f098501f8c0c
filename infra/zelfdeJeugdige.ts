/** The same jeugdige again: seen by the keyed index of the BSN, without reading the BSN itself (ontwerp, "Data"). */
import type { PrismaClient } from '../prisma/client/client.ts';

/**
 * The kenmerken of the other open trajecten of the jeugdige of this traject, in order. For the coördinator alone: an aanmelder must not
 * learn that another organisation signed the same child up.
 */
export async function andereKenmerkenVan(db: PrismaClient, kenmerk: string): Promise<string[]> {
  const rijen = await db.traject.findMany({
    where: {
      kenmerk: { not: kenmerk },
      fase: { not: 'afgesloten' },
      aanmelding: { jeugdige: { aanmeldingen: { some: { kenmerk } } } },
    },
    orderBy: { kenmerk: 'asc' },
    select: { kenmerk: true },
  });
  return rijen.map((rij) => rij.kenmerk);
}
