/** Reading stukken: for the API and for the pages behind personal links alike. Who may, stands in domain/stukken.ts. */
import type { Readable } from 'node:stream';
import type { Fase, OnderzoekStatus } from '../../domain/codes.ts';
import { isOpen } from '../../domain/onderzoek.ts';
import { magStukkenLezen, type StukkenLezer, type StukkenStand } from '../../domain/stukken.ts';
import { isGemist } from '../../domain/tafel.ts';
import { heeftStaandAanbod, kentRegels, type TrajectToestand } from '../../domain/traject.ts';
import type { Gebeurtenis, PrismaClient, Stuk } from '../../prisma/client/client.ts';
import { uitDatum } from '../dag.ts';
import type { Db } from '../database.ts';
import { tafelToestand } from '../tafels.ts';
import type { StukOpslag } from './opslag.ts';
import { intrekkingen } from './toegang.ts';

/**
 * Who reads: a pseudonym and a role. For an aanbieder every stuktoegang of its organisation counts; who came by a personal
 * link is a `contact`, and then only what that person was given.
 */
export type Lezer =
  | { wie: string; rol: 'coordinator' | 'manager' | 'aanmelder' }
  | { wie: string; rol: 'aanbieder'; aanbieder: string; contact?: string };

/** One version of a stuk with its content. */
export interface GeopendStuk {
  stuk: Stuk;
  inhoud: Readable;
}

/** The stukken of a traject, every version, oldest first; null when there is no such traject for this reader. */
export async function stukkenVoor(db: PrismaClient, lezer: Lezer, kenmerk: string): Promise<Stuk[] | null> {
  if (!(await magLezen(db, lezer, kenmerk))) return null;
  return stukkenVan(db, kenmerk);
}

/** As `stukkenVoor`, for who may read them; what was removed is nobody's to see any more. */
export function stukkenVan(db: PrismaClient, kenmerk: string): Promise<Stuk[]> {
  return db.stuk.findMany({
    where: { kenmerk, verwijdering: { is: null } },
    orderBy: [{ ingediendTijdstip: 'asc' }, { id: 'asc' }],
  });
}

/**
 * Opens one version of a stuk and records that this reader did; null when there is no such stuk for this reader. Recorded
 * first: what could not be recorded is not shown.
 * @param nu ms since the epoch.
 * @throws when the content is not in the storage.
 */
export async function openStuk(
  db: PrismaClient,
  opslag: StukOpslag,
  lezer: Lezer,
  stukId: string,
  nu: number,
): Promise<GeopendStuk | null> {
  const stuk = await db.stuk.findUnique({ where: { id: stukId } });
  if (!stuk || !(await magLezen(db, lezer, stuk.kenmerk))) return null;
  const isVastgelegd = await db.$transaction(async (tx) => {
    // Held against who removes it: an opening is counted there, or finds nothing to open.
    await tx.$queryRaw`SELECT 1 FROM "Stuk" WHERE "id" = ${stukId}::uuid FOR KEY SHARE`;
    if (await isVerwijderd(tx, stukId)) return false;
    await tx.stukInzage.create({
      data: {
        stukId,
        wie: lezer.wie,
        rol: lezer.rol,
        aanbieder: lezer.rol === 'aanbieder' ? lezer.aanbieder : null,
        tijdstip: new Date(nu),
      },
    });
    return true;
  });
  if (!isVastgelegd) return null;
  try {
    return { stuk, inhoud: await opslag.lees(stukId) };
  } catch (fout) {
    if (await isVerwijderd(db, stukId)) return null;
    throw fout;
  }
}

const isVerwijderd = async (db: Db, stukId: string): Promise<boolean> =>
  (await db.stukVerwijdering.count({ where: { stukId } })) > 0;

/** The contacts of aanbieders that have the stukken of a traject and may read them now, by code. */
export async function stukkenlezersVan(db: Db, kenmerk: string): Promise<string[]> {
  const [gelezen, rijen] = await Promise.all([
    leesStand(db, kenmerk),
    db.stuktoegang.findMany({
      where: { kenmerk, ingetrokkenTijdstip: null },
      select: { contact: true, aanbieder: true },
      distinct: ['contact'],
      orderBy: { contact: 'asc' },
    }),
  ]);
  if (!gelezen) return [];
  const mag = await Promise.all(
    rijen.map(async ({ contact, aanbieder }) => {
      const lezer = { wie: contact, rol: 'aanbieder', aanbieder, contact } as const;
      return magStukkenLezen(await codesVan(db, lezer, kenmerk, gelezen.ingediendDoor), gelezen.stand);
    }),
  );
  return rijen.filter((_, plaats) => mag[plaats]).map(({ contact }) => contact);
}

async function magLezen(db: Db, lezer: Lezer, kenmerk: string): Promise<boolean> {
  const gelezen = await leesStand(db, kenmerk);
  return (
    gelezen !== null &&
    magStukkenLezen(await codesVan(db, lezer, kenmerk, gelezen.ingediendDoor), gelezen.stand)
  );
}

/** What of a traject decides on reading, and who signed it up; null when there is no such traject. */
async function leesStand(
  db: Db,
  kenmerk: string,
): Promise<{ stand: StukkenStand; ingediendDoor: string } | null> {
  const rij = await db.traject.findUnique({
    where: { kenmerk },
    select: {
      fase: true,
      tafelDatum: true,
      toestand: true,
      aanmelding: { select: { ingediendDoor: true } },
      onderzoeken: { select: { aanbieder: true, status: true } },
      gebeurtenissen: {
        where: { soort: { in: ['verslag', 'hervatting'] } },
        orderBy: { tijdstip: 'asc' },
        select: { soort: true, tijdstip: true, codes: true },
      },
    },
  });
  if (!rij) return null;
  const toestand = rij.toestand as unknown as TrajectToestand;
  const verslag = rij.gebeurtenissen.findLast(({ soort }) => soort === 'verslag');
  const aanbieders = rij.onderzoeken.map(({ aanbieder }) => aanbieder);
  return {
    ingediendDoor: rij.aanmelding.ingediendDoor,
    stand: {
      fase: rij.fase as Fase,
      ...(rij.tafelDatum ? { tafelDatum: uitDatum(rij.tafelDatum) } : {}),
      ...(verslag ? { verslagTijdstip: verslag.tijdstip.getTime() } : {}),
      onderzoekt: rij.onderzoeken
        .filter(({ status }) => isOpen(status as OnderzoekStatus))
        .map(({ aanbieder }) => aanbieder),
      // Before the fifth rules it is not on record who was told that its offer is not needed (docs/decisions/0025).
      biedt: kentRegels(toestand, 5)
        ? aanbieders.filter((aanbieder) => heeftStaandAanbod(toestand, aanbieder))
        : [],
      gekozen: toestand.gekozen,
      isOpgeschort: toestand.opgeschort !== undefined,
      isTafelGemist: await isTafelGemist(db, kenmerk, rij.tafelDatum, rij.gebeurtenissen),
    },
  };
}

/** Whether the table went by in a time that the traject was opgeschort, which a traject of before `regels: 4` stays on. */
async function isTafelGemist(
  db: Db,
  kenmerk: string,
  tafelDatum: Date | null,
  gebeurtenissen: readonly Pick<Gebeurtenis, 'soort' | 'tijdstip' | 'codes'>[],
): Promise<boolean> {
  const stilstanden = gebeurtenissen
    .filter(({ soort }) => soort === 'hervatting')
    .map(({ tijdstip, codes }) => {
      const tot = tijdstip.getTime();
      return { van: tot - (codes as { duur: number }).duur, tot };
    });
  if (!tafelDatum || stilstanden.length === 0) return false;
  const tafel = await db.tafel.findUnique({ where: { datum: tafelDatum } });
  return (
    tafel !== null && stilstanden.some(({ van, tot }) => isGemist(tafelToestand(tafel), kenmerk, van, tot))
  );
}

async function codesVan(db: Db, lezer: Lezer, kenmerk: string, ingediendDoor: string): Promise<StukkenLezer> {
  if (lezer.rol === 'aanmelder') return { rol: lezer.rol, isEigen: ingediendDoor === lezer.wie };
  if (lezer.rol !== 'aanbieder') return { rol: lezer.rol };
  const { aanbieder, contact } = lezer;
  const rijen = await db.stuktoegang.findMany({
    where: { kenmerk, aanbieder, ...(contact === undefined ? {} : { contact }) },
  });
  const ingetrokken = intrekkingen(rijen);
  return {
    rol: lezer.rol,
    aanbieder,
    stuktoegangen: rijen.map((rij) => ({
      verleendTijdstip: rij.verleendTijdstip.getTime(),
      tafelDatum: rij.onderzoekId === null ? uitDatum(rij.tafelDatum) : null,
      isIngetrokken: ingetrokken.has(rij.contact),
    })),
  };
}
