/** The access that a right code gives: a secret in a cookie, and a row that knows its keyed hash and its link. */
import { randomBytes } from 'node:crypto';
import type { Prisma } from '../prisma/client/client.ts';
import { linkbeleid } from './linkbeleid.ts';
import type { Linkzegel } from './links.ts';

/** Gives access to a link from `nu` (ms) on, for half an hour; resolves with the secret for the cookie. */
export async function beginSessie(
  db: Prisma.TransactionClient,
  zegel: Linkzegel,
  linkId: string,
  nu: number,
): Promise<string> {
  const geheim = randomBytes(32).toString('base64url');
  await db.linksessie.create({
    data: {
      afdruk: zegel.sessieAfdruk(geheim),
      linkId,
      gemaaktTijdstip: new Date(nu),
      verlooptTijdstip: new Date(nu + linkbeleid.sessieGeldig),
    },
  });
  return geheim;
}

/** Whether this secret gives access to this link at moment `nu` (ms); a revoked link is never asked. */
export async function heeftToegang(
  db: Prisma.TransactionClient,
  zegel: Linkzegel,
  linkId: string,
  geheim: string | undefined,
  nu: number,
): Promise<boolean> {
  if (!geheim) return false;
  const sessie = await db.linksessie.findUnique({ where: { afdruk: zegel.sessieAfdruk(geheim) } });
  return sessie !== null && sessie.linkId === linkId && sessie.verlooptTijdstip.getTime() > nu;
}
