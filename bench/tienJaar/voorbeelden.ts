/** Which rows of a generated database are asked for by name. */
import type { PrismaClient } from '../../prisma/client/client.ts';

/** The traject with one of the longest stories, and an e-mail near the end of the register. */
export async function zoekVoorbeelden(db: PrismaClient): Promise<{ kenmerk: string; bericht: string }> {
  const traject = await db.traject.findFirstOrThrow({ orderBy: [{ versie: 'desc' }, { kenmerk: 'asc' }] });
  const berichten = await db.bericht.findMany({ orderBy: { id: 'desc' }, take: 50, select: { id: true } });
  return { kenmerk: traject.kenmerk, bericht: berichten.at(-1)?.id ?? '' };
}
