/** Whose is it: an aanmelder meets only what it sent itself, an aanbieder only its own onderzoeken. */
import { andereKenmerkenVan } from '../infra/zelfdeJeugdige.ts';
import type { Onderzoek, Prisma, PrismaClient, Traject } from '../prisma/client/client.ts';
import { nietGevonden } from './problemen.ts';
import type { Beller } from './toegang.ts';

/** The trajecten that a caller may know of. */
export function trajectenVoor(beller: Beller): Prisma.TrajectWhereInput {
  return beller.rol === 'aanmelder' ? { aanmelding: { ingediendDoor: beller.wie } } : {};
}

/** The onderzoeken that a caller may know of. */
export function onderzoekenVoor(beller: Beller): Prisma.OnderzoekWhereInput {
  return beller.rol === 'aanbieder' ? { aanbieder: beller.aanbieder } : {};
}

/** The traject of a kenmerk. @throws ProbleemFout (404) when it does not exist for this caller. */
export async function zichtbaarTraject(db: PrismaClient, beller: Beller, kenmerk: string): Promise<Traject> {
  const rij = await db.traject.findFirst({ where: { kenmerk, ...trajectenVoor(beller) } });
  if (!rij) throw nietGevonden();
  return rij;
}

/** The onderzoek of an id. @throws ProbleemFout (404) when it does not exist for this caller. */
export async function zichtbaarOnderzoek(db: PrismaClient, beller: Beller, id: string): Promise<Onderzoek> {
  const rij = await db.onderzoek.findFirst({ where: { id, ...onderzoekenVoor(beller) } });
  if (!rij) throw nietGevonden();
  return rij;
}

/** The other open trajecten of the same jeugdige, for the coördinator; for anybody else it is not even told that there are none. */
export async function andereVoor(
  db: PrismaClient,
  beller: Beller,
  kenmerk: string,
): Promise<{ andereKenmerken?: string[] }> {
  return beller.rol === 'coordinator' ? { andereKenmerken: await andereKenmerkenVan(db, kenmerk) } : {};
}
