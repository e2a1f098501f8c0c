/** What the workflow of a table asks of PostgreSQL: who is on its agenda and who is invited, and where its trajecten go. */
import { ApplicationFailure } from '@temporalio/activity';
import {
  beginTafel,
  bestemmingenNaVervallen,
  type GeslotenAgenda,
  isGemist,
  isOvergeslagen,
  type TafelToestand,
  type Verdeling,
} from '../domain/tafel.ts';
import { naarVolgendeTafelDagen, tafelBeginTijd } from '../domain/tafelbeleid.ts';
import { plusDagen, type TafelDag, tafelMomenten, tafelVanSchema } from '../domain/tafelkalender.ts';
import { datumInNederland } from '../domain/werkdagen.ts';
import { alsDatum, uitDatum } from '../infra/dag.ts';
import type { Klok } from '../infra/klok.ts';
import {
  neemPlaatsenslot,
  onderwegNaar,
  tafelledenOp,
  tafelRij,
  tafelsNa,
  tafelToestand,
  trajectenVan,
  volgendeTafelMetRuimte,
} from '../infra/tafels.ts';
import { zonderContact } from '../infra/uitvragen.ts';
import type { Prisma, PrismaClient } from '../prisma/client/client.ts';
import { aanmelderVan } from './geadresseerden.ts';
import { aanmeldersVan, contactenOp, teamAanTafel } from './tafelgasten.ts';

/** The choices of an installation for its tables. */
export interface Tafelbeleid {
  limiet: number;
  dag: TafelDag;
  /** The table meets once in so many weeks. */
  weken: number;
}

/** What giving out places needs. */
interface PlaatsDeps {
  db: PrismaClient;
  klok: Klok;
}

/**
 * Who is on the way to this table, so that no traject is overlooked: it is waited for as long as `magWachten`, after that
 * the table goes on without it. Under the lock, since a place may just be given out by a transaction that has not ended.
 */
async function wachtOpOnderweg(
  tx: Prisma.TransactionClient,
  datum: string,
  magWachten: boolean,
): Promise<string[]> {
  await neemPlaatsenslot(tx);
  const onderweg = await onderwegNaar(tx, datum);
  if (onderweg.length > 0 && magWachten)
    throw ApplicationFailure.retryable(
      `Er is nog een traject onderweg naar deze tafel: ${onderweg.join(', ')}.`,
      'besluit-onderweg',
    );
  return onderweg;
}

/**
 * The agenda of a table as it closes: its trajecten in order, and each person to be invited once (the contact of each
 * tafellid on that day, the aanmelders, the coördinatoren and the voorzitter).
 * @throws ApplicationFailure `besluit-onderweg`, to be retried, as long as `magWachten`.
 */
export async function leesGeslotenAgenda(
  db: PrismaClient,
  datum: string,
  magWachten: boolean,
): Promise<GeslotenAgenda> {
  return db.$transaction(async (tx) => {
    const onderweg = await wachtOpOnderweg(tx, datum, magWachten);
    const punten = await trajectenVan(tx, datum);
    const agenda = punten.agenda.map(({ kenmerk }) => kenmerk);
    const [contacten, aanmelders, team, leden] = await Promise.all([
      contactenOp(tx, datum),
      aanmeldersVan(tx, agenda),
      teamAanTafel(tx, agenda),
      tafelledenOp(tx, datum),
    ]);
    const aantal = await tx.traject.count({ where: { tafelDatum: alsDatum(datum) } });
    return {
      agenda,
      genodigden: [
        ...contacten.map(({ code }) => code),
        ...[...aanmelders.values()].sort().map((kenmerk) => aanmelderVan(kenmerk)),
        ...team,
      ],
      isLeeg: aantal === 0,
      wachtend: agenda.length + punten.opgeschort.length,
      zonderContact: await zonderContact(
        tx,
        leden.map(({ aanbieder }) => aanbieder),
      ),
      overgeslagen: onderweg.filter((kenmerk) => !agenda.includes(kenmerk)),
    };
  });
}

/**
 * Where each traject of a cancelled table goes, decided once and kept with the table: to a next table with room within two
 * weeks, or direct to tafelleden. Who is opgeschort comes last, and takes no place from who can be discussed. `nu` is the
 * moment of the cancellation, ms since the epoch.
 * @throws ApplicationFailure `besluit-onderweg`, to be retried, as long as `magWachten`.
 */
export async function verdeelNaVervallen(
  { db, klok }: PlaatsDeps,
  datum: string,
  nu: number,
  magWachten: boolean,
): Promise<Verdeling> {
  return db.$transaction(async (tx) => {
    const onderweg = await wachtOpOnderweg(tx, datum, magWachten);
    const rij = await tx.tafel.findUniqueOrThrow({ where: { datum: alsDatum(datum) } });
    if (rij.bestemmingen) return rij.bestemmingen as unknown as Verdeling;
    const { agenda, opgeschort } = await trajectenVan(tx, datum);
    const kenmerken = [...agenda, ...opgeschort].map(({ kenmerk }) => kenmerk);
    const aanmeldingen = await tx.aanmelding.findMany({
      where: { kenmerk: { in: kenmerken } },
      select: { kenmerk: true, inhoud: true },
    });
    const sectoren = new Map(aanmeldingen.map(({ kenmerk, inhoud }) => [kenmerk, sectorVan(inhoud)]));
    const bestemmingen: Verdeling = bestemmingenNaVervallen(
      kenmerken.map((kenmerk) => ({ kenmerk, sector: sectoren.get(kenmerk) ?? null })),
      await tafelsNa(tx, datum, opZijnVroegst(klok, nu), plusDagen(datum, naarVolgendeTafelDagen)),
      await tafelledenOp(tx, datumInNederland(nu)),
    );
    for (const kenmerk of onderweg) bestemmingen[kenmerk] ??= { overgeslagen: 'besluit-onderweg' };
    await tx.tafel.update({
      where: { datum: alsDatum(datum) },
      data: { bestemmingen: bestemmingen as unknown as Prisma.InputJsonObject },
    });
    return bestemmingen;
  });
}

/**
 * The moment (ms) at which a place is given out that was asked for at `nu`: now, when that attempt is not the first. An agenda
 * that has closed in between is closed.
 */
function opZijnVroegst(klok: Klok, nu: number): number {
  return Math.max(nu, klok.nu());
}

/** Which traject goes on after an opschorting since `sinds` (ms since the epoch), with the day (yyyy-mm-dd) of its table. */
export interface Hervat {
  kenmerk: string;
  tafelDatum: string;
  sinds: number;
}

/**
 * Whether a traject that goes on has missed its table, so that it needs another date. Not while it still hears where it goes
 * from a table that was cancelled.
 */
export async function isTafelGemist(
  { db, klok }: PlaatsDeps,
  { kenmerk, tafelDatum, sinds }: Hervat,
): Promise<boolean> {
  const rij = await db.tafel.findUnique({ where: { datum: alsDatum(tafelDatum) } });
  if (!rij) return true;
  if (rij.status !== 'vervallen') return isGemist(tafelToestand(rij), kenmerk, sinds, klok.nu());
  const naar = ((rij.bestemmingen ?? {}) as unknown as Verdeling)[kenmerk];
  return naar === undefined || isOvergeslagen(naar);
}

/** For which traject a place is kept, in which versie of its state, and after the Dutch day of which moment (ms). */
export interface TeHouden {
  kenmerk: string;
  versie: number;
  na: number;
}

/**
 * Keeps a place for a traject on the first table after a day that has room, so that nobody else is given it before the
 * change that puts the traject there is stored. The date (yyyy-mm-dd), the same when asked again; null when there is no
 * such table.
 */
export async function houdTafelplaats(
  { db, klok }: PlaatsDeps,
  { kenmerk, versie, na }: TeHouden,
): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await neemPlaatsenslot(tx);
    const eerder = await tx.tafelplaats.findUnique({ where: { kenmerk } });
    if (eerder?.versie === versie) return uitDatum(eerder.tafel);
    const datum = await volgendeTafelMetRuimte(tx, datumInNederland(na), opZijnVroegst(klok, na));
    if (!datum) return null;
    const plaats = { versie, tafel: alsDatum(datum) };
    await tx.tafelplaats.upsert({ where: { kenmerk }, create: { kenmerk, ...plaats }, update: plaats });
    return datum;
  });
}

function sectorVan(inhoud: Prisma.JsonValue): string | null {
  const { vraag } = (inhoud ?? {}) as { vraag?: { sector?: unknown } };
  return typeof vraag?.sector === 'string' ? vraag.sector : null;
}

/**
 * The table that the Schedule plans at moment `nu` (ms since the epoch): its row is made unless it is there. Null when there
 * is no table in that week, or its agenda would have closed already.
 */
export async function planTafel(
  db: PrismaClient,
  { limiet, dag, weken }: Tafelbeleid,
  basisUrl: string,
  gepland: number,
  nu: number,
): Promise<TafelToestand | null> {
  const datum = tafelVanSchema(gepland, dag, weken);
  if (!datum) return null;
  const momenten = tafelMomenten(datum, tafelBeginTijd, gepland);
  if (momenten.agendaSluitTijdstip <= nu) return null;
  const begin = {
    datum,
    beginTijd: tafelBeginTijd,
    plaats: 'kantoor',
    agendaLimiet: limiet,
    gemaaktTijdstip: nu,
    basisUrl,
  } as const;
  await db.tafel.createMany({ data: [tafelRij(beginTafel(begin, momenten))], skipDuplicates: true });
  const rij = await db.tafel.findUniqueOrThrow({ where: { datum: alsDatum(datum) } });
  const toestand = tafelToestand(rij);
  // A table that has begun to live has its workflow.
  return toestand.versie === 0 ? toestand : null;
}
