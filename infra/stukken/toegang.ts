/** Access of aanbieders to the stukken of a traject: given at the distribution, revoked by a person, and given back. */
import { leestBijOnderzoek } from '../../domain/betrokken.ts';
import type { OnderzoekStatus } from '../../domain/codes.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import type { Prisma, PrismaClient, Stuktoegang } from '../../prisma/client/client.ts';
import { alsDatum } from '../dag.ts';
import { tafelToestand } from '../tafels.ts';

/** To whom access is given, and for which tafelbespreking (yyyy-mm-dd). */
export interface TeVerlenen {
  kenmerk: string;
  /** Code of the contact. */
  contact: string;
  aanbieder: string;
  tafelDatum: string;
}

/**
 * Gives a contact of an aanbieder access to the stukken of a traject. Once per traject, contact and table: again changes
 * nothing. Whom a person took it from reads nothing by it, until a person gives it back (`intrekkingen`).
 * @param nu ms since the epoch.
 */
export async function verleenStuktoegang(
  db: PrismaClient | Prisma.TransactionClient,
  { tafelDatum, ...van }: TeVerlenen,
  nu: number,
): Promise<void> {
  await db.stuktoegang.createMany({
    data: [{ ...van, tafelDatum: alsDatum(tafelDatum), verleendTijdstip: new Date(nu) }],
    skipDuplicates: true,
  });
}

/**
 * From when on each contact may not read, by code, from all the rows of a traject. A revocation is about a person and a traject: it
 * holds for whatever the access was given for, also later, so that no table and no onderzoek undoes it.
 */
export function intrekkingen(
  rijen: readonly Pick<Stuktoegang, 'contact' | 'ingetrokkenTijdstip'>[],
): ReadonlyMap<string, Date> {
  return new Map(
    rijen.flatMap(({ contact, ingetrokkenTijdstip }) =>
      ingetrokkenTijdstip ? [[contact, ingetrokkenTijdstip] as const] : [],
    ),
  );
}

/** Whose access: of a contact, to one traject. */
type VanWie = Pick<Stuktoegang, 'kenmerk' | 'contact'>;

/**
 * Takes access back, at once and until a person gives it back: all that this contact was given to the stukken of the traject, by a
 * table or by an onderzoek. A second time changes nothing.
 * @param nu ms since the epoch.
 */
export async function trekStuktoegangIn(
  db: Prisma.TransactionClient,
  { kenmerk, contact }: VanWie,
  nu: number,
): Promise<void> {
  await db.stuktoegang.updateMany({
    where: { kenmerk, contact, ingetrokkenTijdstip: null },
    data: { ingetrokkenTijdstip: new Date(nu) },
  });
}

/**
 * Gives back what a person revoked: this contact reads the stukken of the traject again where domain/stukken.ts lets it. Resolves
 * with how many rows it gave back: a second time none.
 */
export async function geefStuktoegangTerug(
  db: Prisma.TransactionClient,
  { kenmerk, contact }: VanWie,
): Promise<number> {
  const ingetrokken = { kenmerk, contact, ingetrokkenTijdstip: { not: null } };
  const dagen = await db.stuktoegang.findMany({
    where: { ...ingetrokken, onderzoekId: null },
    select: { tafelDatum: true },
  });
  const { count } = await db.stuktoegang.updateMany({
    where: ingetrokken,
    data: { ingetrokkenTijdstip: null },
  });
  // What a table took back while the revocation stood, it takes back of this contact too.
  const tafels = await db.tafel.findMany({
    where: { datum: { in: dagen.map(({ tafelDatum }) => tafelDatum) } },
  });
  for (const tafel of tafels) {
    const { datum, status, genodigden } = tafelToestand(tafel);
    if (status === 'vervallen' || !genodigden.includes(contact))
      await neemTafeltoegang(db, datum, { kenmerk, contact });
  }
  return count;
}

/**
 * Takes back what a table (yyyy-mm-dd) gave. Who looks into the question now, offers a place or was chosen, keeps the access; an onderzoek of an
 * earlier round that has ended keeps nothing. What a person revoked stays as it is.
 */
export async function neemTafeltoegang(
  db: Prisma.TransactionClient,
  datum: string,
  van: Pick<Prisma.StuktoegangWhereInput, 'kenmerk' | 'contact'>,
): Promise<void> {
  const tafeltoegang: Prisma.StuktoegangWhereInput = {
    ...van,
    tafelDatum: alsDatum(datum),
    onderzoekId: null,
    ingetrokkenTijdstip: null,
  };
  const onderzoeken = await db.onderzoek.findMany({
    where: { traject: { stuktoegangen: { some: tafeltoegang } } },
    select: { kenmerk: true, aanbieder: true, status: true, traject: { select: { toestand: true } } },
  });
  const houdt = onderzoeken.filter(({ aanbieder, status, traject }) =>
    leestBijOnderzoek(traject.toestand as unknown as TrajectToestand, {
      aanbieder,
      status: status as OnderzoekStatus,
    }),
  );
  await db.stuktoegang.deleteMany({
    where: { ...tafeltoegang, NOT: houdt.map(({ kenmerk, aanbieder }) => ({ kenmerk, aanbieder })) },
  });
}
