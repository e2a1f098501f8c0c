/** Keeps a stuk that passed every check: first its content, then its row. */
import { randomUUID } from 'node:crypto';
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
 * Keeps a file as the next version of the stuk that it replaces, or of the one with the same soort and naam, or else as a
 * new stuk. The same caller and key again gives the stuk that there is.
 * @param nu ms since the epoch.
 */
export async function bewaarStuk(
  db: PrismaClient,
  opslag: StukOpslag,
  bestand: OntvangenBestand,
  nieuw: NieuwStuk,
  nu: number,
): Promise<Stuk | NietBewaard> {
  const id = randomUUID();
  // The row only after the file stands: a file without a row is of no use to anybody, a row without a file is a lie.
  await opslag.bewaar(bestand, id);
  const bewaard = await schrijfRij(db, id, bestand, nieuw, nu);
  if (typeof bewaard === 'string' || bewaard.id !== id) await opslag.verwijder(id);
  return bewaard;
}

/** Takes a stuk away that the traject refused, since it closed meanwhile; one that is in use by now stays. */
export async function trekStukTerug(db: PrismaClient, opslag: StukOpslag, id: string): Promise<void> {
  const { count } = await db.stuk.deleteMany({
    where: { id, inzagen: { none: {} }, versies: { none: { id: { not: id } } } },
  });
  if (count === 1) await opslag.verwijder(id);
}

/** The stuk that a caller sent before under a key, or null. */
export function eerderStuk(
  db: PrismaClient,
  { wie, idempotencyKey }: Pick<NieuwStuk, 'wie' | 'idempotencyKey'>,
): Promise<Stuk | null> {
  return db.stuk.findUnique({ where: { wie_idempotencyKey: { wie, idempotencyKey } } });
}

function schrijfRij(
  db: PrismaClient,
  id: string,
  { grootte, sha256 }: OntvangenBestand,
  { vervangt, ...nieuw }: NieuwStuk,
  nu: number,
): Promise<Stuk | NietBewaard> {
  return db.$transaction(async (tx) => {
    // One at a time for each traject: the number of stukken and the next version are read before they are written.
    await tx.$queryRaw`SELECT 1 FROM "Aanmelding" WHERE "kenmerk" = ${nieuw.kenmerk} FOR UPDATE`;
    const eerder = await tx.stuk.findUnique({
      where: { wie_idempotencyKey: { wie: nieuw.wie, idempotencyKey: nieuw.idempotencyKey } },
    });
    if (eerder) return eerder;
    if ((await tx.stuk.count({ where: { kenmerk: nieuw.kenmerk } })) >= stukBeleid.hoogstensStukken)
      return 'te-veel';
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
  });
}

/** The newest version of what is replaced, or null when this is a stuk of its own. */
async function vorigeVersie(
  tx: Prisma.TransactionClient,
  { kenmerk, soort, naam }: Pick<NieuwStuk, 'kenmerk' | 'soort' | 'naam'>,
  vervangt: string | undefined,
): Promise<Stuk | null> {
  const aangewezen = await tx.stuk.findFirst({
    where: vervangt === undefined ? { kenmerk, soort, naam } : { kenmerk, id: vervangt },
    orderBy: { ingediendTijdstip: 'desc' },
    select: { reeks: true },
  });
  return aangewezen && tx.stuk.findFirst({ where: { reeks: aangewezen.reeks }, orderBy: { versie: 'desc' } });
}
