/**
 * Links for people without an account. A link is a row; the token in the mail is its id with a seal that only this
 * installation can make, so the token itself is stored nowhere and a copy of the database opens nothing.
 */
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { parse, stringify, v7 as uuid } from 'uuid';
import { tafelId } from '../domain/tafelCodes.ts';
import type { Link, Prisma } from '../prisma/client/client.ts';
import { uitDatum } from './dag.ts';
import { doorbraakzaak } from './doorbraken.ts';
import { linkbeleid } from './linkbeleid.ts';

/** What a link leads to: an onderzoek, the questions to an aanmelder, the stukken of a tafel, an uitvraag, the agenda of a GI in a doorbraak, a report, or what was agreed with an aanbieder that has no onderzoek. */
export const linkdoelen = [
  'onderzoek',
  'informatie',
  'tafelstukken',
  'uitvraag',
  'doorbraak',
  'rapport',
  'afgesproken',
] as const;
export type Linkdoel = (typeof linkdoelen)[number];

/** What a link is made for; `onderwerp` is the id of the onderzoek, the kenmerk, or the id of the tafel, the uitvraag, the doorbraak or the report. */
export interface Linkvraag {
  doel: Linkdoel;
  onderwerp: string;
  /** Code of the mail register: `aanmelder`, `aanbieder-03-contact-1`. */
  geadresseerde: string;
}

/** What can be done with ZL_LINK_SLEUTEL, without the key itself. */
export interface Linkzegel {
  /** The token of a link, for a path: two parts in base64url. */
  token(id: string): string;
  /** The id in a token; null when the token was not made with this key. Takes as long whatever is wrong with the seal. */
  idUit(token: string): string | null;
  /** A keyed hash of a one-time code, bound to the row that it belongs to. */
  codeAfdruk(codeId: string, code: string): string;
  /** A keyed hash of the secret in a cookie. */
  sessieAfdruk(geheim: string): string;
}

const tokenVorm = /^([\w-]{22})\.[\w-]{43}$/;

/** Makes the operations on one key of 32 bytes; each use has a key of its own, derived from it (HKDF, RFC 5869). */
export function maakLinkzegel(sleutel: Uint8Array): Linkzegel {
  const afgeleid = (doel: string) => Buffer.from(hkdfSync('sha256', sleutel, 'zorglogistiek', doel, 32));
  const vanLink = afgeleid('link');
  const vanCode = afgeleid('eenmaalcode');
  const vanSessie = afgeleid('linksessie');
  const hash = (met: Buffer, inhoud: string | Uint8Array) =>
    createHmac('sha256', met).update(inhoud).digest();

  const tokenVan = (bytes: Uint8Array) =>
    `${Buffer.from(bytes).toString('base64url')}.${hash(vanLink, bytes).toString('base64url')}`;

  return {
    token: (id) => tokenVan(parse(id)),
    idUit(token) {
      const idDeel = tokenVorm.exec(token)?.[1];
      if (!idDeel) return null;
      const bytes = Buffer.from(idDeel, 'base64url');
      // The whole text is compared: base64url has spare bits at its end, so that one id has more than one spelling.
      return timingSafeEqual(Buffer.from(token), Buffer.from(tokenVan(bytes))) ? stringify(bytes) : null;
    },
    codeAfdruk: (codeId, code) => hash(vanCode, `${codeId}.${code}`).toString('base64url'),
    sessieAfdruk: (geheim) => hash(vanSessie, geheim).toString('base64url'),
  };
}

/**
 * The link for this addressee, made when there is none in force; it works for 30 days from `nu` (ms), and longer when the e-mail
 * asks for an answer until later (`totTijdstip`, ms). Asked again, at a
 * reminder or another attempt at the same mail, it is the same link for longer. Resolves with its path, `/l/<token>`; null when a
 * person revoked it, or another to the same traject, and nobody has allowed another since (docs/decisions/0021).
 */
export async function zorgVoorLink(
  db: Prisma.TransactionClient,
  zegel: Linkzegel,
  vraag: Linkvraag,
  nu: number,
  totTijdstip = nu,
): Promise<string | null> {
  if (await db.link.findFirst({ where: { ...(await bereikVan(db, vraag)), blijftIngetrokken: true } }))
    return null;
  const { doel, onderwerp, geadresseerde } = vraag;
  const verloopt = Math.max(nu + linkbeleid.linkGeldig, totTijdstip + linkbeleid.naTermijn);
  const [link] = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO "Link" (
      "id", "doel", "onderwerp", "geadresseerde", "gemaaktTijdstip", "laatsteMailTijdstip", "verlooptTijdstip"
    )
    VALUES (${uuid()}::uuid, ${doel}, ${onderwerp}, ${geadresseerde},
            ${new Date(nu)}, ${new Date(nu)}, ${new Date(verloopt)})
    ON CONFLICT ("doel", "onderwerp", "geadresseerde") WHERE "ingetrokkenTijdstip" IS NULL OR "blijftIngetrokken"
    DO UPDATE SET
      "laatsteMailTijdstip" = GREATEST("Link"."laatsteMailTijdstip", EXCLUDED."laatsteMailTijdstip"),
      "verlooptTijdstip" = GREATEST("Link"."verlooptTijdstip", EXCLUDED."verlooptTijdstip")
    WHERE "Link"."ingetrokkenTijdstip" IS NULL
    RETURNING "id"`;
  return link ? `/l/${zegel.token(link.id)}` : null;
}

/** A link that works, or why it does not. */
export type GelezenLink =
  | { link: Link }
  | { link: Link; reden: 'verlopen' }
  | { reden: 'onbekend' | 'ingetrokken' };

/** Reads the link of a token at moment `nu` (ms). Whether its onderwerp still asks for anything is for the caller to see. */
export async function leesLink(
  db: Prisma.TransactionClient,
  zegel: Linkzegel,
  token: string,
  nu: number,
): Promise<GelezenLink> {
  const id = zegel.idUit(token);
  const link = id && (await db.link.findUnique({ where: { id } }));
  if (!link) return { reden: 'onbekend' };
  if (link.ingetrokkenTijdstip) return { reden: 'ingetrokken' };
  return link.verlooptTijdstip.getTime() <= nu ? { link, reden: 'verlopen' } : { link };
}

/**
 * Revokes the links that fit, from `nu` (ms) on, with every access that they gave, since they are somebody else's from now on: those of
 * one addressee, or of one thing. One that was revoked before keeps its moment. The next mail makes a new one, also where a
 * person had revoked the link of who was there before.
 */
export async function trekLinksIn(
  db: Prisma.TransactionClient,
  welke: { geadresseerde: string } | { doel: Linkdoel; onderwerp: string },
  nu: number,
): Promise<void> {
  await db.link.updateMany({
    where: { ...welke, ingetrokkenTijdstip: null },
    data: { ingetrokkenTijdstip: new Date(nu) },
  });
  await db.link.updateMany({
    where: { ...welke, blijftIngetrokken: true },
    data: { blijftIngetrokken: false },
  });
}

/**
 * What a revocation by a person is about: the addressee and the traject, whichever onderzoek of it a link is to; else the
 * addressee and the one thing, since a tafel holds the stukken of more trajecten.
 */
async function bereikVan(
  db: Prisma.TransactionClient,
  { doel, onderwerp, geadresseerde }: Pick<Link, 'doel' | 'onderwerp' | 'geadresseerde'>,
): Promise<Prisma.LinkWhereInput> {
  if (doel !== 'onderzoek' && doel !== 'afgesproken') return { doel, onderwerp, geadresseerde };
  const kenmerk = await kenmerkVanLink(db, { doel, onderwerp });
  const onderzoeken = await db.onderzoek.findMany({ where: { kenmerk }, select: { id: true } });
  return {
    geadresseerde,
    OR: [
      { doel: 'afgesproken', onderwerp: kenmerk },
      { doel: 'onderzoek', onderwerp: { in: onderzoeken.map(({ id }) => id) } },
    ],
  };
}

/**
 * Revokes a link because a person decided so, from `nu` (ms) on, with every access that it gave, and with it the others of this
 * addressee to the same traject: no mail holds one until `staLinkWeerToe`. What was revoked before stays as it is.
 */
export async function trekLinkBlijvendIn(
  db: Prisma.TransactionClient,
  link: Pick<Link, 'id' | 'doel' | 'onderwerp' | 'geadresseerde'>,
  nu: number,
): Promise<void> {
  const { id } = link;
  const ingetrokken = await db.link.updateMany({
    where: { id, ingetrokkenTijdstip: null },
    data: { ingetrokkenTijdstip: new Date(nu), blijftIngetrokken: true },
  });
  if (ingetrokken.count === 0) return;
  await db.link.updateMany({
    where: { ...(await bereikVan(db, link)), ingetrokkenTijdstip: null },
    data: { ingetrokkenTijdstip: new Date(nu), blijftIngetrokken: true },
  });
}

/**
 * Lets the next mail hold a new link for the same addressee to the same traject, or the same thing. What was revoked stays dead.
 * Resolves with how many revocations it ended.
 */
export async function staLinkWeerToe(
  db: Prisma.TransactionClient,
  link: Pick<Link, 'doel' | 'onderwerp' | 'geadresseerde'>,
): Promise<number> {
  const { count } = await db.link.updateMany({
    where: { ...(await bereikVan(db, link)), blijftIngetrokken: true },
    data: { blijftIngetrokken: false },
  });
  return count;
}

/**
 * Every link by which something of a traject can be read, revoked and expired ones too, oldest first: of its aanmelder, of
 * aanbieders with something to carry out, of its onderzoeken, of the tables for which a contact was given its stukken, and of a GI that has it
 * on its agenda in a doorbraak or an agreement on it.
 */
export async function linksVan(db: Prisma.TransactionClient, kenmerk: string): Promise<Link[]> {
  const [onderzoeken, toegangen, zaken] = await Promise.all([
    db.onderzoek.findMany({ where: { kenmerk }, select: { id: true } }),
    db.stuktoegang.findMany({
      where: { kenmerk, onderzoekId: null },
      select: { contact: true, tafelDatum: true },
    }),
    db.doorbraakzaak.findMany({ where: { kenmerk } }),
  ]);
  return db.link.findMany({
    where: {
      OR: [
        { doel: { in: ['informatie', 'afgesproken'] }, onderwerp: kenmerk },
        { doel: 'onderzoek', onderwerp: { in: onderzoeken.map(({ id }) => id) } },
        ...toegangen.map(({ contact, tafelDatum }) => ({
          doel: 'tafelstukken',
          onderwerp: tafelId(uitDatum(tafelDatum)),
          geadresseerde: contact,
        })),
        ...zaken.map((zaak) => ({
          doel: 'doorbraak',
          onderwerp: zaak.doorbraak,
          geadresseerde: { in: [zaak.groep, ...doorbraakzaak(zaak).afspraken.map(({ wie }) => wie)] },
        })),
      ],
    },
    orderBy: [{ gemaaktTijdstip: 'asc' }, { id: 'asc' }],
  });
}

/** What the audit trail of a link is kept under: the kenmerk of its traject, or the id of its tafel. */
export async function kenmerkVanLink(
  db: Prisma.TransactionClient,
  { doel, onderwerp }: Pick<Link, 'doel' | 'onderwerp'>,
): Promise<string> {
  if (doel !== 'onderzoek') return onderwerp;
  return (await db.onderzoek.findUnique({ where: { id: onderwerp } }))?.kenmerk ?? onderwerp;
}
