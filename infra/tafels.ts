/**
 * The tables as PostgreSQL knows them, for the API that plans and the activities that close and cancel: which dates there
 * are, who is on the agenda, and whether there is room. Days are yyyy-mm-dd, moments ms since the epoch.
 */

import { type AgendaPunt, wegingVolgorde } from '../domain/afwegingskader.ts';
import type { Tafellid, TafelToestand } from '../domain/tafel.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import type { Prisma, Tafel } from '../prisma/client/client.ts';
import { alsDatum, uitDatum } from './dag.ts';
import type { Db } from './database.ts';

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

/**
 * The trajecten of the table of a day, in the order of its agenda. Who is opgeschort is not discussed: nobody is invited
 * for it, and its stukken do not go out.
 */
export async function agendaVan(db: Db, datum: string): Promise<AgendaPunt[]> {
  return (await trajectenVan(db, datum)).agenda;
}

/** The trajecten that wait for the table of a day: its agenda, and who cannot be on that since it is opgeschort; both in order. */
export async function trajectenVan(
  db: Db,
  datum: string,
): Promise<{ agenda: AgendaPunt[]; opgeschort: AgendaPunt[] }> {
  const rijen = await db.traject.findMany({
    where: { fase: 'bespreking', tafelDatum: alsDatum(datum) },
    select: { kenmerk: true, aanmeldingTijdstip: true, toestand: true },
  });
  const punten = rijen
    .map(({ kenmerk, aanmeldingTijdstip, toestand }) => {
      // Who was not weighed yet stands there with the elements that apply, behind every decided voorrang.
      const { weging, elementen = [], opgeschort } = toestand as unknown as TrajectToestand;
      return {
        isOpgeschort: opgeschort !== undefined,
        punt: { kenmerk, aanmeldingTijdstip: aanmeldingTijdstip.getTime(), weging: weging ?? { elementen } },
      };
    })
    .sort((a, b) => wegingVolgorde(a.punt, b.punt));
  const waar = (wil: boolean) =>
    punten.filter(({ isOpgeschort }) => isOpgeschort === wil).map(({ punt }) => punt);
  return { agenda: waar(false), opgeschort: waar(true) };
}

/** The kenmerken that have a place on the agenda of a day: the trajecten that wait for it, and those on their way to it. */
export async function plaatsenOp(db: Db, datum: string): Promise<string[]> {
  const [rijen, onderweg] = await Promise.all([
    db.traject.findMany({
      where: { fase: 'bespreking', tafelDatum: alsDatum(datum) },
      select: { kenmerk: true },
    }),
    onderwegNaar(db, datum),
  ]);
  return [...new Set([...rijen.map(({ kenmerk }) => kenmerk), ...onderweg])];
}

/**
 * The kenmerken that are on their way to the agenda of a day: decisions for it that are stored and not yet taken (also that
 * a traject which waits for it is no longer opgeschort), trajecten of a cancelled table that go to it, and trajecten for
 * which a place is kept as long as no later change of them is stored.
 */
export async function onderwegNaar(db: Db, datum: string): Promise<string[]> {
  const rijen = await db.$queryRaw<{ kenmerk: string }[]>`
    SELECT i."kenmerk" FROM "OpenInvoer" o JOIN "Invoer" i ON i."id" = o."invoerId"
    WHERE i."codes" ->> 'tafelDatum' = ${datum}
    UNION
    SELECT t."kenmerk" FROM "OpenInvoer" o
      JOIN "Invoer" i ON i."id" = o."invoerId" AND i."soort" = 'hervatting'
      JOIN "Traject" t ON t."kenmerk" = i."kenmerk" AND t."fase" = 'bespreking' AND t."tafelDatum" = ${datum}::date
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
export const sluitDuur = 60_000;

/**
 * The Idempotency-Key of what a table is told when one cause of a traject changes who its guests are; the cause of a decision
 * is `invoer:<id>`.
 */
export const gastenSleutel = (kenmerk: string, oorzaak: string): string => `gasten-${kenmerk}-${oorzaak}`;

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
