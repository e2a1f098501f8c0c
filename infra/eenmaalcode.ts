/**
 * The one-time code that turns a link into access. Everything that counts is counted by the database, in one statement
 * or behind the lock of the link's row, so that two guesses or two requests at the same moment both count.
 */
import { randomInt, timingSafeEqual } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Eenmaalcode, Prisma, PrismaClient } from '../prisma/client/client.ts';
import { linkbeleid } from './linkbeleid.ts';
import type { Linkzegel } from './links.ts';

const cijfers = 6;

/**
 * A new code of six digits for a link, in force from `nu` (ms) for ten minutes; an earlier one no longer works. The code itself
 * is not stored. When too many were asked for lately: within the hour, or within the day.
 */
export function maakCode(
  db: PrismaClient,
  zegel: Linkzegel,
  linkId: string,
  bezorgwijze: 'sms' | 'mail',
  nu: number,
): Promise<{ id: string; code: string } | { teVeel: 'uur' | 'dag' }> {
  const id = uuid();
  const code = String(randomInt(10 ** cijfers)).padStart(cijfers, '0');
  const tijdstip = new Date(nu);
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Link" WHERE "id" = ${linkId}::uuid FOR UPDATE`;
    const sinds = (duur: number) =>
      tx.eenmaalcode.count({ where: { linkId, gemaaktTijdstip: { gt: new Date(nu - duur) } } });
    if ((await sinds(linkbeleid.dag)) >= linkbeleid.codesPerDag) return { teVeel: 'dag' };
    if ((await sinds(linkbeleid.uur)) >= linkbeleid.codesPerUur) return { teVeel: 'uur' };
    await tx.eenmaalcode.updateMany({
      where: { linkId, eindeTijdstip: null },
      data: { eindeTijdstip: tijdstip },
    });
    await tx.eenmaalcode.create({
      data: {
        id,
        linkId,
        bezorgwijze,
        afdruk: zegel.codeAfdruk(id, code),
        gemaaktTijdstip: tijdstip,
        verlooptTijdstip: new Date(nu + linkbeleid.codeGeldig),
      },
    });
    return { id, code };
  });
}

/** Takes back a code that did not reach anybody; it still counts among the codes of the hour. */
export async function trekCodeIn(db: PrismaClient, id: string, nu: number): Promise<void> {
  await db.eenmaalcode.updateMany({
    where: { id, eindeTijdstip: null },
    data: { eindeTijdstip: new Date(nu) },
  });
}

/** How the code that is in force for a link at moment `nu` (ms) was sent; null when there is none. */
export async function codeOnderweg(
  db: PrismaClient,
  linkId: string,
  nu: number,
): Promise<'sms' | 'mail' | null> {
  const code = await db.eenmaalcode.findFirst({
    where: { linkId, eindeTijdstip: null, verlooptTijdstip: { gt: new Date(nu) } },
    select: { bezorgwijze: true },
  });
  return (code?.bezorgwijze as 'sms' | 'mail' | undefined) ?? null;
}

/** What became of one try: right, wrong with so many tries left, or there is no code that can be tried. */
export type Codepoging =
  | { uitkomst: 'goed'; codeId: string }
  | { uitkomst: 'fout'; over: number }
  | { uitkomst: 'geen-code' };

/**
 * Tries a code for a link at moment `nu` (ms). Every try counts before it is judged; the fifth wrong one ends the code,
 * and a right one is used once.
 */
export async function probeerCode(
  db: Prisma.TransactionClient,
  zegel: Linkzegel,
  linkId: string,
  code: string,
  nu: number,
): Promise<Codepoging> {
  const tijdstip = new Date(nu);
  const [rij] = await db.$queryRaw<Pick<Eenmaalcode, 'id' | 'afdruk' | 'pogingen'>[]>`
    UPDATE "Eenmaalcode" SET "pogingen" = "pogingen" + 1
    WHERE "linkId" = ${linkId}::uuid AND "eindeTijdstip" IS NULL
      AND "verlooptTijdstip" > ${tijdstip} AND "pogingen" < ${linkbeleid.pogingenPerCode}
    RETURNING "id", "afdruk", "pogingen"`;
  if (!rij) return { uitkomst: 'geen-code' };
  const isGoed = timingSafeEqual(Buffer.from(zegel.codeAfdruk(rij.id, code)), Buffer.from(rij.afdruk));
  const over = linkbeleid.pogingenPerCode - rij.pogingen;
  if (isGoed || over <= 0) {
    const { count } = await db.eenmaalcode.updateMany({
      where: { id: rij.id, eindeTijdstip: null },
      data: { eindeTijdstip: tijdstip },
    });
    if (isGoed && count === 1) return { uitkomst: 'goed', codeId: rij.id };
  }
  return over > 0 && !isGoed ? { uitkomst: 'fout', over } : { uitkomst: 'geen-code' };
}
