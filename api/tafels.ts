/** Places on the agenda of a table, and what the API shows of one. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { type Veldfout, veldfout } from '../domain/fouten.ts';
import {
  beginTafel,
  type TafelBegin,
  type TafelToestand,
  tafelAntwoord,
  weigerTafelBesluit,
} from '../domain/tafel.ts';
import type { TafelBesluitSoort } from '../domain/tafelBesluiten.ts';
import { tafelBeginTijd } from '../domain/tafelbeleid.ts';
import { tafelId } from '../domain/tafelCodes.ts';
import { eersteWerkdag, plusDagen, tafelMomenten } from '../domain/tafelkalender.ts';
import { isWerkdag, leesbareDatum } from '../domain/werkdagen.ts';
import { alsDatum } from '../infra/dag.ts';
import type { Db } from '../infra/database.ts';
import {
  neemPlaatsenslot,
  plaatsenOp,
  tafelRij,
  tafelToestand,
  volgendeTafelMetRuimte,
} from '../infra/tafels.ts';
import type { Invoer, Prisma, Tafel } from '../prisma/client/client.ts';
import { afdrukVan, type Indiening } from './invoer.ts';
import type { Omgeving } from './omgeving.ts';
import { ProbleemFout } from './problemen.ts';
import type { Beller } from './toegang.ts';

type Tx = Prisma.TransactionClient;

/**
 * Makes the row of a table, in the transaction of the decision that asks for it. False when that day has one: whoever was
 * first, also when both came at the same moment.
 */
export async function maakTafel(
  { klok, instellingen }: Pick<Omgeving, 'klok' | 'instellingen'>,
  tx: Tx,
  wens: Pick<TafelBegin, 'datum'> & Partial<Pick<TafelBegin, 'beginTijd' | 'plaats' | 'agendaLimiet'>>,
): Promise<boolean> {
  const { datum, beginTijd = tafelBeginTijd, plaats = 'kantoor' } = wens;
  const gemaaktTijdstip = klok.nu();
  const begin: TafelBegin = {
    datum,
    beginTijd,
    plaats,
    agendaLimiet: wens.agendaLimiet ?? instellingen.ZL_TAFEL_LIMIET,
    gemaaktTijdstip,
    basisUrl: instellingen.ZL_PUBLIC_URL,
  };
  const toestand = beginTafel(begin, tafelMomenten(datum, beginTijd, gemaaktTijdstip));
  const { count } = await tx.tafel.createMany({ data: [tafelRij(toestand)], skipDuplicates: true });
  return count === 1;
}

/**
 * Gives a traject a place on the agenda of a day, in the transaction that stores its decision. A day without a table gets
 * one: then the Invoer of that table is returned, to be handled after the transaction.
 * @throws ProbleemFout (409) when the agenda has closed or is full; it names the next table with room.
 */
async function neemPlaats(
  omgeving: Omgeving,
  tx: Tx,
  besluit: Invoer,
  datum: string,
): Promise<Invoer | null> {
  await neemPlaatsenslot(tx);
  if (!(await leesTafel(tx, datum)) && (await maakTafel(omgeving, tx, { datum })))
    return bewaarTafelInvoer(tx, besluit, datum);
  const tafel = tafelToestand(await tx.tafel.findUniqueOrThrow({ where: { datum: alsDatum(datum) } }));
  const { status, agendaLimiet } = tafel;
  const isOpen = isAgendaOpen(tafel, omgeving.klok.nu());
  if (isOpen && (await heeftRuimte(tx, tafel, besluit.kenmerk))) return null;
  const volgende = await volgendeTafelMetRuimte(tx, datum, omgeving.klok.nu());
  const advies = volgende
    ? `De eerstvolgende tafel met plaats is op ${leesbareDatum(volgende)} (${volgende}).`
    : 'Er is nog geen latere tafel met plaats. Kies een andere datum, dan wordt er een tafel gepland.';
  const dag = leesbareDatum(datum);
  if (status === 'vervallen')
    throw new ProbleemFout('agenda-gesloten', `De tafel van ${dag} is vervallen. ${advies}`);
  if (!isOpen)
    throw new ProbleemFout(
      'agenda-gesloten',
      `De agenda van de tafel van ${dag} is al gesloten en de stukken zijn verdeeld. ${advies}`,
    );
  throw new ProbleemFout(
    'agenda-vol',
    `De agenda van de tafel van ${dag} is vol: er passen ${agendaLimiet} trajecten op. ${advies}`,
  );
}

function isAgendaOpen({ status, agendaSluitTijdstip }: TafelToestand, nu: number): boolean {
  return status === 'gepland' && nu < agendaSluitTijdstip;
}

/** Whether one more traject fits; `kenmerk` is that traject, when it may have its place already. */
async function heeftRuimte(
  db: Db,
  { datum, agendaLimiet }: TafelToestand,
  kenmerk?: string,
): Promise<boolean> {
  const anderen = (await plaatsenOp(db, datum)).filter((ander) => ander !== kenmerk);
  return anderen.length < agendaLimiet;
}

/**
 * Why no traject can be planned on a day (yyyy-mm-dd) at moment `nu` (ms): the table meets on werkdagen. It names the first
 * day after it that can. Null for a werkdag, and for a day that has a table.
 */
export async function foutInTafeldatum(db: Db, datum: string, nu: number): Promise<string | null> {
  if (isWerkdag(datum) || (await leesTafel(db, datum))) return null;
  return geenWerkdag(datum, async (dag) => {
    const tafel = await leesTafel(db, dag);
    return !tafel || (isAgendaOpen(tafel, nu) && (await heeftRuimte(db, tafel)));
  });
}

/** Why a new table cannot be planned on a day (yyyy-mm-dd), with the first day after it that can; null for a werkdag. */
export async function foutInNieuweTafel(db: Db, datum: string): Promise<string | null> {
  return isWerkdag(datum) ? null : geenWerkdag(datum, async (dag) => !(await leesTafel(db, dag)));
}

async function geenWerkdag(datum: string, kan: (dag: string) => Promise<boolean>): Promise<string> {
  let dag = eersteWerkdag(datum);
  while (!(await kan(dag))) dag = eersteWerkdag(plusDagen(dag, 1));
  return `Op deze dag komt de tafel niet bij elkaar: het is weekend of een feestdag. Kies een werkdag. De eerste die kan, is ${leesbareDatum(dag)} (${dag}).`;
}

/**
 * The fields of a decision on a table that cannot be right at moment `nu` (ms): a table that is to come cannot begin in the past,
 * or it would have been held at once and its guests would get an appointment that is over.
 */
export function foutenInBeginTijd(
  tafel: TafelToestand,
  soort: TafelBesluitSoort,
  { beginTijd }: Readonly<Record<string, unknown>>,
  schema: z.core.$ZodType,
  nu: number,
): Veldfout[] {
  if (typeof beginTijd !== 'string' || weigerTafelBesluit(tafel, soort)) return [];
  const { beginTijdstip } = tafelMomenten(tafel.datum, beginTijd, tafel.gemaaktTijdstip);
  return beginTijdstip > nu
    ? []
    : [veldfout(['beginTijd'], 'Dit tijdstip is al voorbij. Kies een later tijdstip.', schema)];
}

async function leesTafel(db: Db, datum: string): Promise<TafelToestand | null> {
  const rij = await db.tafel.findUnique({ where: { datum: alsDatum(datum) } });
  return rij && tafelToestand(rij);
}

/** The table that a coördinator asks for by planning a traject on a day without one: a decision of its own. */
async function bewaarTafelInvoer(tx: Tx, besluit: Invoer, datum: string): Promise<Invoer> {
  const invoer: Invoer = {
    ...besluit,
    id: randomUUID(),
    idempotencyKey: `tafel-bij-${besluit.id}`,
    soort: 'tafel',
    kenmerk: tafelId(datum),
    onderzoekId: null,
    codes: { datum },
    vrijeTekst: {},
  };
  await tx.invoer.createMany({ data: [invoer as Prisma.InvoerCreateManyInput] });
  return invoer;
}

/**
 * Stores, in the transaction that changes when `aanbieder` is a tafellid or who its contact is, what the tables of these days
 * are told of it: a decision for each, to be handled after the transaction.
 */
export async function bewaarWissels(
  omgeving: Omgeving,
  tx: Tx,
  { wie, rol }: Beller,
  aanbieder: string,
  dagen: readonly string[],
): Promise<Invoer[]> {
  const wissels = dagen.map((datum): Invoer => {
    const vraag = { soort: 'tafelleden', kenmerk: tafelId(datum), onderzoekId: null };
    const codes = { aanbieder };
    const id = randomUUID();
    return {
      ...vraag,
      id,
      wie,
      rol,
      idempotencyKey: `tafelleden-${id}`,
      bodyHash: afdrukVan(omgeving, { ...vraag, inhoud: codes }),
      codes,
      vrijeTekst: {},
      ingediendTijdstip: new Date(omgeving.klok.nu()),
    };
  });
  await tx.invoer.createMany({ data: wissels as Prisma.InvoerCreateManyInput[] });
  return wissels;
}

/** What the storing of a decision takes along when it plans a traject on the table of a day; nothing when it does not. */
export function plaatsAanTafel(
  omgeving: Omgeving,
  { tafelDatum }: Readonly<Record<string, unknown>>,
): Pick<Indiening, 'bijBewaren'> {
  return typeof tafelDatum === 'string'
    ? { bijBewaren: (tx, invoer) => neemPlaats(omgeving, tx, invoer, tafelDatum) }
    : {};
}

/** A table as every reader sees it. */
export function toonTafel(rij: Tafel) {
  const toestand = tafelToestand(rij);
  const { tafelId: id, ...rest } = tafelAntwoord(toestand);
  return {
    tafelId: id,
    ...rest,
    beginTijdstip: new Date(toestand.beginTijdstip).toISOString(),
    eindTijdstip: new Date(toestand.eindTijdstip).toISOString(),
    vervalreden: toestand.vervalreden ?? null,
  };
}
