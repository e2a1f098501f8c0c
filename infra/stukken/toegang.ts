/** Access of aanbieders to the stukken of a traject: given at the distribution, and taken back. */
import type { Prisma, PrismaClient, Stuktoegang } from '../../prisma/client/client.ts';

/** To whom access is given, and for which tafelbespreking (yyyy-mm-dd). */
export interface TeVerlenen {
  kenmerk: string;
  /** Code of the contact. */
  contact: string;
  aanbieder: string;
  tafelDatum: string;
}

/**
 * Gives a contact of an aanbieder access to the stukken of a traject. Once per traject, contact and table: again gives the
 * access that there is, and one that was revoked stays so, since distributing late documents must not undo that.
 * @param nu ms since the epoch.
 */
export async function verleenStuktoegang(
  db: PrismaClient | Prisma.TransactionClient,
  { kenmerk, contact, aanbieder, tafelDatum }: TeVerlenen,
  nu: number,
): Promise<Stuktoegang> {
  const sleutel = { kenmerk, contact, tafelDatum: new Date(`${tafelDatum}T00:00:00Z`) };
  await db.stuktoegang.createMany({
    data: [{ ...sleutel, aanbieder, verleendTijdstip: new Date(nu) }],
    skipDuplicates: true,
  });
  return db.stuktoegang.findUniqueOrThrow({ where: { kenmerk_contact_tafelDatum: sleutel } });
}

/**
 * Takes access back, at once and for good: all that this contact was given to the stukken of the traject, by a table or by an
 * onderzoek. A second time changes nothing. False when there is no such access.
 * @param nu ms since the epoch.
 */
export async function trekStuktoegangIn(
  db: PrismaClient | Prisma.TransactionClient,
  id: string,
  nu: number,
): Promise<boolean> {
  const rij = await db.stuktoegang.findUnique({ where: { id }, select: { kenmerk: true, contact: true } });
  if (!rij) return false;
  await db.stuktoegang.updateMany({
    where: { ...rij, ingetrokkenTijdstip: null },
    data: { ingetrokkenTijdstip: new Date(nu) },
  });
  return true;
}
