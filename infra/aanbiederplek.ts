/** Where a contact of an aanbieder, who has no account, reads what concerns its organisation in a traject. */
import type { PrismaClient } from '../prisma/client/client.ts';
import type { Linkvraag } from './links.ts';

/** What a link of this contact (by code) leads to: the last onderzoek of its organisation, else what was agreed with it. */
export async function aanbiederplek(
  db: PrismaClient,
  kenmerk: string,
  contact: string,
): Promise<Pick<Linkvraag, 'doel' | 'onderwerp'>> {
  const onderzoek = await db.onderzoek.findFirst({
    where: { kenmerk, van: { contacten: { some: { code: contact } } } },
    orderBy: { ronde: 'desc' },
    select: { id: true },
  });
  return onderzoek
    ? { doel: 'onderzoek', onderwerp: onderzoek.id }
    : { doel: 'afgesproken', onderwerp: kenmerk };
}
