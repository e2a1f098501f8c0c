/**
 * The tables as PostgreSQL knows them, for the API that plans and the activities that close and cancel: which dates there
 * are, who is on the agenda, and whether there is room. Days are yyyy-mm-dd, moments ms since the epoch.
 */

import { type AgendaPunt, wegingVolgorde } from '../domain/afwegingskader.ts';
import type { Tafellid, TafelToestand } from '../domain/tafel.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import type { Prisma, PrismaClient, Tafel } from '../prisma/client/client.ts';
import { alsDatum, uitDatum } from './dag.ts';

/** The database, or one transaction in it. */
export type Db = PrismaClient | Prisma.TransactionClient;

/** The advisory lock under which places on agendas are given out: any number that nobody else in this database locks on. */
const plaatsenslot = 5_243_117;

/** The state of a table from its row. */
export function tafelToestand({ toestand }: Pick<Tafel, 'toestand'>): TafelToestand {
  return toestand as unknown as TafelToestand;
}

/** The columns that follow from the state of a table. */
export function tafelRij(t: TafelToestand): Prisma.TafelCreateManyInput {
  return {
    datum: alsDatum(t.datum),
    status: t.status,
    versie: t.versie,
    beginTijd: t.beginTijd,
    plaats: t.plaats,
    agendaLimiet: t.agendaLimiet,
    agendaSluitTijdstip: new Date(t.agendaSluitTijdstip),
    uitnodigingVersie: t.uitnodigingVersie,
    toestand: t as unknown as Prisma.InputJsonObject,
  };
}

/** Within the transaction: places on agendas are given out one after the other, so that no table gets one too many. */
export async function neemPlaatsenslot(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${plaatsenslot})`;
}

/** The trajecten that wait for the table of a day, in the order of its agenda. */
export async function agendaVan(db: Db, datum: string): Promise<AgendaPunt[]> {
  const rijen = await db.traject.findMany({
    where: { fase: 'bespreking', tafelDatum: alsDatum(datum) },
    select: { kenmerk: true, aanmeldingTijdstip: true, toestand: true },
  });
  return (
    rijen
      // Who is opgeschort is not discussed: nobody is invited for it, and its stukken do not go out.
      .filter(({ toestand }) => !(toestand as unknown as TrajectToestand).opgeschort)
      .map(({ kenmerk, aanmeldingTijdstip, toestand }): AgendaPunt => {
        // Who was not weighed yet stands there with the elements that apply, behind every decided voorrang.
        const { weging, elementen = [] } = toestand as unknown as TrajectToestand;
        return { kenmerk, aanmeldingTijdstip: aanmeldingTijdstip.getTime(), weging: weging ?? { elementen } };
      })
      .sort(wegingVolgorde)
  );
}

/**
 * The kenmerken that have a place on the agenda of a day: the trajecten that wait for it, decisions for it that are stored
 * and not yet taken, trajecten of a cancelled table that are on their way to it, and trajecten for which a place is kept
 * as long as no later change of them is stored.
 */
export async function plaatsenOp(db: Db, datum: string): Promise<string[]> {
  const rijen = await db.$queryRaw<{ kenmerk: string }[]>`
    SELECT t."kenmerk" FROM "Traject" t WHERE t."fase" = 'bespreking' AND t."tafelDatum" = ${datum}::date
    UNION
    SELECT i."kenmerk" FROM "OpenInvoer" o JOIN "Invoer" i ON i."id" = o."invoerId"
    WHERE i."codes" ->> 'tafelDatum' = ${datum}
    UNION
    SELECT b."key" FROM "Tafel" v
      CROSS JOIN LATERAL jsonb_each(v."bestemmingen") b
      JOIN "Traject" t ON t."kenmerk" = b."key" AND t."fase" = 'bespreking' AND t."tafelDatum" = v."datum"
    WHERE v."status" = 'vervallen' AND b."value" ->> 'tafelDatum' = ${datum}
    UNION
    SELECT p."kenmerk" FROM "Tafelplaats" p JOIN "Traject" t ON t."kenmerk" = p."kenmerk" AND t."versie" <= p."versie"
    WHERE p."tafel" = ${datum}::date`;
  return rijen.map(({ kenmerk }) => kenmerk);
}

/** True while a traject is on its way to this table: a decision is stored and not yet taken, or a place is kept for it. */
export async function isBesluitOnderweg(db: Db, datum: string): Promise<boolean> {
  const [rij] = await db.$queryRaw<{ onderweg: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM "OpenInvoer" o JOIN "Invoer" i ON i."id" = o."invoerId"
      WHERE i."codes" ->> 'tafelDatum' = ${datum}
      UNION ALL
      SELECT FROM "Tafelplaats" p JOIN "Traject" t ON t."kenmerk" = p."kenmerk" AND t."versie" <= p."versie"
      WHERE p."tafel" = ${datum}::date
    ) AS "onderweg"`;
  return rij?.onderweg === true;
}

/** The tables after a day with an open agenda at moment `nu`, the nearest first, each with its room; until `totEnMet`. */
export async function tafelsNa(
  db: Db,
  datum: string,
  nu: number,
  totEnMet?: string,
): Promise<{ datum: string; ruimte: number }[]> {
  const rijen = await db.tafel.findMany({
    where: {
      status: 'gepland',
      agendaSluitTijdstip: { gt: new Date(nu) },
      datum: { gt: alsDatum(datum), ...(totEnMet ? { lte: alsDatum(totEnMet) } : {}) },
    },
    orderBy: { datum: 'asc' },
    select: { datum: true, agendaLimiet: true },
  });
  return Promise.all(
    rijen.map(async (rij) => {
      const dag = uitDatum(rij.datum);
      return { datum: dag, ruimte: rij.agendaLimiet - (await plaatsenOp(db, dag)).length };
    }),
  );
}

/** The first table after a day with an open agenda and room at moment `nu`; null when there is none. */
export async function volgendeTafelMetRuimte(db: Db, datum: string, nu: number): Promise<string | null> {
  const tafels = await tafelsNa(db, datum, nu);
  return tafels.find(({ ruimte }) => ruimte > 0)?.datum ?? null;
}

/** How long (ms) the closing of an agenda may take that has begun by its own moment. */
const sluitDuur = 60_000;

/**
 * The days (yyyy-mm-dd) of the tables that may have invited their tafelleden by moment `nu`, and that are still to be held:
 * the agenda has closed, or is closing.
 */
export async function tafelsMetGenodigden(db: Db, nu: number): Promise<string[]> {
  const rijen = await db.tafel.findMany({
    where: {
      OR: [
        { status: 'agenda-gesloten' },
        { status: 'gepland', agendaSluitTijdstip: { lte: new Date(nu + sluitDuur) } },
      ],
    },
    orderBy: { datum: 'asc' },
    select: { datum: true },
  });
  return rijen.map(({ datum }) => uitDatum(datum));
}

/** Which memberships hold on a day. */
export function lidOp(datum: string): Prisma.TafellidmaatschapWhereInput {
  const dag = alsDatum(datum);
  return { vanafDatum: { lte: dag }, OR: [{ totDatum: null }, { totDatum: { gt: dag } }] };
}

/** The tafelleden on a day, by code. */
export async function tafelledenOp(db: Db, datum: string): Promise<Tafellid[]> {
  const rijen = await db.tafellidmaatschap.findMany({
    where: lidOp(datum),
    orderBy: { aanbieder: 'asc' },
    select: { aanbieder: true, van: { select: { sectoren: true } } },
  });
  return rijen.map(({ aanbieder, van }) => ({ aanbieder, sectoren: van.sectoren }));
}
