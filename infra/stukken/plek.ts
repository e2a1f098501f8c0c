/** Where a contact of an aanbieder, who has no account, reads the stukken of a traject. */
import { leestBijOnderzoek } from '../../domain/betrokken.ts';
import type { OnderzoekStatus } from '../../domain/codes.ts';
import { tafelId } from '../../domain/tafelCodes.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import { uitDatum } from '../dag.ts';
import type { Linkvraag } from '../links.ts';
import { intrekkingen } from './toegang.ts';

/**
 * What a link of this contact (by code) to the stukken of a traject leads to: its onderzoek while that is open or its offer
 * may be chosen, or when it was chosen, else the last table for which it got them. Null for who has neither.
 */
export async function stukkenplek(
  db: PrismaClient,
  kenmerk: string,
  contact: string,
): Promise<Pick<Linkvraag, 'doel' | 'onderwerp'> | null> {
  const [onderzoek, toegangen] = await Promise.all([
    db.onderzoek.findFirst({
      where: { kenmerk, van: { contacten: { some: { code: contact } } } },
      orderBy: { ronde: 'desc' },
      include: { traject: { select: { toestand: true } } },
    }),
    db.stuktoegang.findMany({
      where: { kenmerk, contact },
      orderBy: { verleendTijdstip: 'desc' },
      select: { contact: true, tafelDatum: true, ingetrokkenTijdstip: true },
    }),
  ]);
  if (onderzoek) {
    const { aanbieder, traject } = onderzoek;
    const status = onderzoek.status as OnderzoekStatus;
    if (leestBijOnderzoek(traject.toestand as unknown as TrajectToestand, { aanbieder, status }))
      return { doel: 'onderzoek', onderwerp: onderzoek.id };
  }
  if (intrekkingen(toegangen).has(contact)) return null;
  // Who was asked without a table also has access under a date, on which there may be none.
  const tafels = await db.tafel.findMany({
    where: { datum: { in: toegangen.map(({ tafelDatum }) => tafelDatum) } },
    select: { datum: true },
  });
  const dagen = new Set(tafels.map(({ datum }) => uitDatum(datum)));
  const dag = toegangen.map(({ tafelDatum }) => uitDatum(tafelDatum)).find((een) => dagen.has(een));
  return dag ? { doel: 'tafelstukken', onderwerp: tafelId(dag) } : null;
}
