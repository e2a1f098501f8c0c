/** Keeps a stuk that passed every check: first its content, then its row. A file without a row is of no use to anybody, a row without a file is a lie. */
import { type Mediatype, type StukSoort, stukBeleid } from '../../domain/stukken.ts';
import type { Prisma, PrismaClient, Stuk } from '../../prisma/client/client.ts';
import type { OntvangenBestand, StukOpslag } from './opslag.ts';

/** A stuk to keep. */
export interface NieuwStuk {
  kenmerk: string;
  soort: StukSoort;
  naam: string;
  mediatype: Mediatype;
  gescand: boolean;
  /** Id of the version that this one comes after; without it that follows from soort and naam. */
  vervangt: string | undefined;
  wie: string;
  rol: string;
  idempotencyKey: string;
}

/** Why a stuk cannot be kept: the traject has too many, or what it replaces is not one of its stukken. */
export type NietBewaard = 'te-veel' | 'vervangt-onbekend';

/**
 * Stores the row of a stuk of which the content is kept under this id, within the transaction that stores its decision: as the next version of
 * the stuk that it replaces, or of the one with the same soort and naam, or else as a new stuk. The same caller and key again
 * gives the stuk that there is, which has an id of its own.
 * @param nu ms since the epoch.
 */
export async function bewaarStuk(
  tx: Prisma.TransactionClient,
  id: string,
  { grootte, sha256 }: Pick<OntvangenBestand, 'grootte' | 'sha256'>,
  { vervangt, ...nieuw }: NieuwStuk,
  nu: number,
): Promise<Stuk | NietBewaard> {
  // One at a time for each traject: the number of stukken and the next version are read before they are written.
  await tx.$queryRaw`SELECT 1 FROM "Aanmelding" WHERE "kenmerk" = ${nieuw.kenmerk} FOR UPDATE`;
  const eerder = await eerderStuk(tx, nieuw);
  if (eerder) return eerder;
  const aanwezig = { kenmerk: nieuw.kenmerk, verwijdering: { is: null } };
  if ((await tx.stuk.count({ where: aanwezig })) >= stukBeleid.hoogstensStukken) return 'te-veel';
  const vorige = await vorigeVersie(tx, nieuw, vervangt);
  if (vervangt !== undefined && !vorige) return 'vervangt-onbekend';
  return tx.stuk.create({
    data: {
      ...nieuw,
      id,
      grootte,
      sha256,
      reeks: vorige?.reeks ?? id,
      versie: (vorige?.versie ?? 0) + 1,
      ingediendTijdstip: new Date(nu),
    },
  });
}

/** Removes content of which no row was stored. */
export async function verwijderZonderRij(db: PrismaClient, opslag: StukOpslag, id: string): Promise<void> {
  if ((await db.stuk.count({ where: { id } })) === 0) await opslag.verwijder(id);
}

/** Takes a stuk away that the traject refused, since it closed meanwhile; one that is in use by now, or that a person removed, stays. */
export async function trekStukTerug(db: PrismaClient, opslag: StukOpslag, id: string): Promise<void> {
  const { count } = await db.stuk.deleteMany({
    where: {
      id,
      inzagen: { none: {} },
      verwijdering: { is: null },
      versies: { none: { id: { not: id } } },
    },
  });
  if (count === 1) await opslag.verwijder(id);
}

/** The stuk that a caller sent before under a key, or null. */
export function eerderStuk(
  db: Prisma.TransactionClient,
  { wie, idempotencyKey }: Pick<NieuwStuk, 'wie' | 'idempotencyKey'>,
): Promise<Stuk | null> {
  return db.stuk.findUnique({ where: { wie_idempotencyKey: { wie, idempotencyKey } } });
}

/** The newest version of what is replaced, or null when this is a stuk of its own. */
async function vorigeVersie(
  tx: Prisma.TransactionClient,
  { kenmerk, soort, naam }: Pick<NieuwStuk, 'kenmerk' | 'soort' | 'naam'>,
  vervangt: string | undefined,
): Promise<Stuk | null> {
  const aangewezen = await tx.stuk.findFirst({
    where: {
      kenmerk,
      verwijdering: { is: null },
      ...(vervangt === undefined ? { soort, naam } : { id: vervangt }),
    },
    orderBy: { ingediendTijdstip: 'desc' },
    select: { reeks: true },
  });
  return aangewezen && tx.stuk.findFirst({ where: { reeks: aangewezen.reeks }, orderBy: { versie: 'desc' } });
}
