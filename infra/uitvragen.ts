/**
 * The uitvragen of wachttijden as PostgreSQL knows them, for the API that starts and reads them and the activities that
 * store them. Days are yyyy-mm-dd, moments ms since the epoch.
 */

import type { GemeenteCode } from '../domain/gemeenten.ts';
import type { UitvraagToestand } from '../domain/uitvraag.ts';
import { extraCijfers, kwartaalCijfers, type UitvraagCijfers } from '../domain/uitvraagCijfers.ts';
import {
  peilDatumVan,
  uitvraagId,
  uitvraagSoortVan,
  type Zorgsoort,
  type Zorgvorm,
} from '../domain/uitvraagCodes.ts';
import type { KwartaalAntwoord, Verschil, WachtendeJeugdige } from '../domain/uitvraagInvulling.ts';
import type { Prisma, Uitvraag } from '../prisma/client/client.ts';
import { alsDatum, uitDatum } from './dag.ts';
import type { Db } from './database.ts';

/** The answer to the quarterly uitvraag as it is kept: with the differences that the aanbieder confirmed. */
interface BewaardKwartaal extends KwartaalAntwoord {
  verschillen: Verschil[];
}

/** What somebody filled in, as its Invoer holds it until the workflow has taken it. */
export type Ingevuld = { kwartaal: BewaardKwartaal } | { jeugdigen: WachtendeJeugdige[] };

/** The state in which an uitvraag begins, from its row. */
export function uitvraagBegin({ begin }: Pick<Uitvraag, 'begin'>): UitvraagToestand {
  return begin as unknown as UitvraagToestand;
}

/** Makes the rows of an uitvraag, in a transaction; false when there is one with this code. */
export async function maakUitvraag(tx: Prisma.TransactionClient, t: UitvraagToestand): Promise<boolean> {
  const peilDatum = peilDatumVan(t.code);
  const { count } = await tx.uitvraag.createMany({
    data: [
      {
        code: t.code,
        soort: t.soort,
        status: t.status,
        versie: t.versie,
        herinneringen: t.herinneringen,
        peilDatum: peilDatum ? alsDatum(peilDatum) : null,
        begonnenTijdstip: new Date(t.begonnenTijdstip),
        sluitTijdstip: new Date(t.sluitTijdstip),
        begin: t as unknown as Prisma.InputJsonObject,
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.uitvraagAanbieder.createMany({
    data: t.aanbieders.map((aanbieder) => ({ uitvraag: t.code, aanbieder })),
  });
  return true;
}

/**
 * Within the transaction: an answer is taken, and the figures of an uitvraag are published, one after the other. So a version either counts
 * an answer, or is known when that answer comes.
 */
export async function neemUitvraagslot(tx: Prisma.TransactionClient, code: string): Promise<void> {
  await tx.$queryRaw`SELECT "code" FROM "Uitvraag" WHERE "code" = ${code} FOR NO KEY UPDATE`;
}

/** Whether there was an uitvraag with this code, and it has closed: only then its figures stand. */
export async function isUitvraagGesloten(db: Db, code: string): Promise<boolean> {
  const uitvraag = await db.uitvraag.findUnique({ where: { code }, select: { status: true } });
  return uitvraag !== null && uitvraag.status !== 'open';
}

/** Whether an answer to the uitvraag with this code is stored, and neither taken nor refused yet. */
export async function isAntwoordOnderweg(db: Db, code: string): Promise<boolean> {
  const onderweg = { invoer: { kenmerk: uitvraagId(code), soort: 'antwoord' } };
  return (await db.openInvoer.count({ where: onderweg })) > 0;
}

/** Those of these aanbieders that have no contact, so that no e-mail reaches them. */
export async function zonderContact(db: Db, aanbieders: readonly string[]): Promise<string[]> {
  const rijen = await db.contact.findMany({
    where: { aanbieder: { in: [...aanbieders] } },
    distinct: ['aanbieder'],
    select: { aanbieder: true },
  });
  const bereikbaar = new Set(rijen.map(({ aanbieder }) => aanbieder));
  return aanbieders.filter((aanbieder) => !bereikbaar.has(aanbieder));
}

/** The codes of all contracted aanbieders. */
export async function alleAanbieders(db: Db): Promise<string[]> {
  const rijen = await db.aanbieder.findMany({ orderBy: { code: 'asc' }, select: { code: true } });
  return rijen.map(({ code }) => code);
}

/** The answers of an uitvraag that count: of each aanbieder the last. */
function tellendeAntwoorden(db: Db, uitvraag: string) {
  return db.uitvraagAntwoord.findMany({
    where: { uitvraag },
    orderBy: [{ aanbieder: 'asc' }, { versie: 'desc' }],
    distinct: ['aanbieder'],
    select: { inhoud: true, jeugdigen: true },
  });
}

/** The last answer of an aanbieder about a quarter before this one; null when there is none. */
export async function vorigKwartaalAntwoord(
  db: Db,
  code: string,
  aanbieder: string,
): Promise<KwartaalAntwoord | null> {
  const vorige = await db.uitvraagAntwoord.findFirst({
    // The codes of quarters sort as the quarters do, and those of extra uitvragen behind them.
    where: { uitvraag: { lt: code }, aanbieder },
    orderBy: [{ uitvraag: 'desc' }, { versie: 'desc' }],
    select: { inhoud: true },
  });
  return vorige && (vorige.inhoud as unknown as KwartaalAntwoord);
}

/**
 * Computes the figures of an uitvraag from the answers that are there at moment `nu`, under the number `cijferversie`. The
 * uitvraag has to exist.
 */
export async function berekenCijfers(
  db: Db,
  code: string,
  cijferversie: number,
  nu: number,
): Promise<UitvraagCijfers> {
  const [gevraagd, antwoorden] = await Promise.all([
    db.uitvraagAanbieder.count({ where: { uitvraag: code } }),
    tellendeAntwoorden(db, code),
  ]);
  const peilDatum = peilDatumVan(code);
  const kwartaal = antwoorden.map(({ inhoud }) => inhoud as unknown as KwartaalAntwoord);
  const jeugdigen = antwoorden.map((antwoord) =>
    antwoord.jeugdigen.map(({ bsnIndex, zorgsoort, vorm, gemeente, wachtSindsDatum }) => ({
      bsnIndex,
      zorgsoort: zorgsoort as Zorgsoort,
      vorm: vorm as Zorgvorm,
      gemeente: gemeente as GemeenteCode,
      wachtSindsDatum: uitDatum(wachtSindsDatum),
    })),
  );
  return {
    code,
    soort: uitvraagSoortVan(code) ?? 'kwartaal',
    cijferversie,
    berekendTijdstip: new Date(nu).toISOString(),
    kwartaal: peilDatum ? null : kwartaalCijfers(gevraagd, kwartaal),
    extra: peilDatum ? extraCijfers(gevraagd, jeugdigen, peilDatum) : null,
  };
}

/**
 * The figures of an uitvraag: while it is open those of the answers so far at moment `nu`, after the closing the version
 * that was kept last, or the one asked for. Null when there is no such uitvraag or version.
 */
export async function uitvraagCijfers(
  db: Db,
  code: string,
  nu: number,
  cijferversie?: number,
): Promise<UitvraagCijfers | null> {
  const bewaard = await db.uitvraagCijferversie.findFirst({
    where: { uitvraag: code, ...(cijferversie === undefined ? {} : { versie: cijferversie }) },
    orderBy: { versie: 'desc' },
    select: { cijfers: true },
  });
  if (bewaard) return bewaard.cijfers as unknown as UitvraagCijfers;
  const uitvraag = await db.uitvraag.findUnique({ where: { code }, select: { status: true } });
  return uitvraag?.status === 'open' && cijferversie === undefined ? berekenCijfers(db, code, 0, nu) : null;
}
