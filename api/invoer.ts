/** One decision, from request to answer (ontwerp, "One decision"): stored first, then brought to its outcome, once. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wacht } from 'node:timers/promises';
import { z } from 'zod';
import type { Veldfout } from '../domain/fouten.ts';
import { kenmerkSchema } from '../domain/kenmerk.ts';
import {
  type Afhandeling,
  besluitTermijn,
  handelNieuweAf,
  invoerOngeldig,
  leesUitkomst,
  NogNietVerwerkt,
  type Uitkomst,
} from '../infra/afhandeling.ts';
import { gastenSleutel } from '../infra/tafels.ts';
import type { Invoer, Prisma, PrismaClient } from '../prisma/client/client.ts';
import type { Omgeving } from './omgeving.ts';
import { ongeldigeInvoer, ProbleemFout, probleemVan } from './problemen.ts';
import { type Beller, type BesluitOver, magNemen } from './toegang.ts';

/** The headers of every POST. */
export const invoerHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/, 'Gebruik 1 tot 255 leesbare tekens zonder spaties, bijvoorbeeld een UUID.')
    .meta({
      title: 'Idempotency-Key',
      description:
        'Een sleutel die u zelf kiest, voor ieder verzoek een nieuwe. Komt er geen antwoord? Stuur hetzelfde verzoek dan nog eens met dezelfde sleutel: het gebeurt één keer en u krijgt het eerste antwoord.',
      examples: ['0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10'],
    }),
});

type Codes = Readonly<Record<string, unknown>>;

/** A decision as it is asked for. */
export interface Indiening {
  beller: Beller;
  sleutel: string;
  soort: string;
  kenmerk: string;
  onderzoekId: string | null;
  /** The body as it passed its schema. */
  inhoud: unknown;
  /** The codes, or what first stores that which they tell of, in the transaction of the Invoer: then neither stands without the other. */
  codes: Codes | ((tx: Prisma.TransactionClient) => Promise<Codes>);
  vrijeTekst: Readonly<Record<string, unknown>>;
  /** What is wrong with it at this moment; not asked of a request that was accepted before. */
  toets: () => Promise<Veldfout[]>;
  /**
   * What has to stand together with the Invoer, in one transaction; it refuses the decision by throwing a ProbleemFout.
   * Resolves with a further Invoer that it stored, to be handled beside this one, or null.
   */
  bijBewaren?: (tx: Prisma.TransactionClient, invoer: Invoer) => Promise<Invoer | null>;
}

/** The outcome of a decision, or null when it is stored and will be handled later. */
export interface Ingediend {
  invoerId: string;
  uitkomst: Uitkomst | null;
}

/**
 * Stores a decision and brings it to its outcome. The same key and body again gives the first outcome.
 * @throws ProbleemFout when it does not fit, or when the key was used for something else.
 */
export async function dienIn(omgeving: Omgeving, indiening: Indiening): Promise<Ingediend> {
  const { db, klok, afhandeling } = omgeving;
  const fouten = await indiening.toets();
  if (fouten.length > 0) {
    const eerder = await vorigeInvoer(omgeving, indiening.beller, indiening.sleutel);
    if (eerder) return herhaal(omgeving, indiening, eerder);
    throw ongeldigeInvoer(fouten);
  }
  const invoer: Omit<Invoer, 'codes'> = {
    id: randomUUID(),
    wie: indiening.beller.wie,
    rol: indiening.beller.rol,
    idempotencyKey: indiening.sleutel,
    bodyHash: afdrukVan(omgeving, indiening),
    soort: indiening.soort,
    kenmerk: indiening.kenmerk,
    onderzoekId: indiening.onderzoekId,
    vrijeTekst: indiening.vrijeTekst as Prisma.JsonObject,
    ingediendTijdstip: new Date(klok.nu()),
  };
  const bewaard = await bewaar(db, invoer, indiening);
  if (!bewaard) {
    const eerder = await vorigeInvoer(omgeving, indiening.beller, indiening.sleutel);
    if (!eerder) throw new Error('Een invoer met deze sleutel bestaat, maar is niet te vinden.');
    return herhaal(omgeving, indiening, eerder);
  }
  const [uitkomst] = await Promise.all(bewaard.map((deze) => handelNuAf(afhandeling, deze)));
  if (uitkomst?.uitkomst === 'verwerkt') await vertelTafel(omgeving, indiening, invoer.id);
  return { invoerId: invoer.id, uitkomst: uitkomst ?? null };
}

/** What the table of a traject has to hear of a decision is told at once; else a decision on that table would wait for it. */
async function vertelTafel(omgeving: Omgeving, { beller, kenmerk }: Indiening, id: string): Promise<void> {
  if (!kenmerkSchema.safeParse(kenmerk).success) return;
  const vervolg = await vorigeInvoer(omgeving, beller, gastenSleutel(kenmerk, `invoer:${id}`));
  if (vervolg) await handelNuAf(omgeving.afhandeling, vervolg);
}

/** Handles an Invoer that was just stored: its outcome, or null when it will be handled later. */
export async function handelNuAf(afhandeling: Afhandeling, invoer: Invoer): Promise<Uitkomst | null> {
  try {
    return await handelNieuweAf(afhandeling, invoer);
  } catch (fout) {
    if (!(fout instanceof NogNietVerwerkt)) throw fout;
    afhandeling.logboek.warn({ invoerId: invoer.id, err: fout }, 'een invoer wordt later verwerkt');
    return null;
  }
}

/** The caller used its key before: nothing of this transaction stays. */
class SleutelGebruikt extends Error {}

/** Adds an Invoer with what belongs to it: all that was added. Null when its caller used its key before. */
async function bewaar(
  db: PrismaClient,
  rest: Omit<Invoer, 'codes'>,
  { codes, bijBewaren }: Pick<Indiening, 'codes' | 'bijBewaren'>,
): Promise<Invoer[] | null> {
  const voegToe = async (tx: Prisma.TransactionClient, metCodes: Codes): Promise<Invoer | null> => {
    const invoer: Invoer = { ...rest, codes: metCodes as Prisma.JsonObject };
    const rij = { data: [invoer as Prisma.InvoerCreateManyInput], skipDuplicates: true };
    return (await tx.invoer.createMany(rij)).count === 1 ? invoer : null;
  };
  if (!bijBewaren && typeof codes !== 'function') {
    const invoer = await voegToe(db, codes);
    return invoer && [invoer];
  }
  try {
    return await db.$transaction(async (tx) => {
      const invoer = await voegToe(tx, typeof codes === 'function' ? await codes(tx) : codes);
      if (!invoer) throw new SleutelGebruikt();
      const verder = await bijBewaren?.(tx, invoer);
      return verder ? [invoer, verder] : [invoer];
    });
  } catch (fout) {
    if (fout instanceof SleutelGebruikt) return null;
    throw fout;
  }
}

/** The Invoer that a caller sent before under a key, or null. */
export function vorigeInvoer(
  { db }: Omgeving,
  { wie }: Beller,
  idempotencyKey: string,
): Promise<Invoer | null> {
  return db.invoer.findUnique({ where: { wie_idempotencyKey: { wie, idempotencyKey } } });
}

/**
 * A keyed hash of what was asked, and of what. The body has passed its schema, so its fields always stand in the same
 * order.
 */
export function afdrukVan(
  { kluis }: Omgeving,
  { soort, kenmerk, onderzoekId, inhoud }: Pick<Indiening, 'soort' | 'kenmerk' | 'onderzoekId' | 'inhoud'>,
): string {
  return kluis.afdruk(JSON.stringify([soort, kenmerk, onderzoekId, inhoud]));
}

/** @throws ProbleemFout when an earlier Invoer under the same key asked for something else. */
export function eisZelfde(eerder: Invoer, afdruk: string): void {
  if (eerder.bodyHash !== afdruk)
    throw new ProbleemFout(
      'sleutel-hergebruikt',
      'Met deze Idempotency-Key is al een ander verzoek gedaan. Kies voor ieder verzoek een nieuwe sleutel.',
    );
}

/**
 * The answer to a repeated request. Only the request that stored the Invoer, and after it the reconciler, bring it to
 * its outcome: were a repetition to send it as well, one could be refused and the other taken.
 */
async function herhaal(omgeving: Omgeving, indiening: Indiening, eerder: Invoer): Promise<Ingediend> {
  eisZelfde(eerder, afdrukVan(omgeving, indiening));
  return { invoerId: eerder.id, uitkomst: await wachtOpUitkomst(omgeving, eerder) };
}

/** The outcome of an earlier Invoer, waited for as long as the first request may still be busy with it. */
export async function wachtOpUitkomst({ db, klok }: Omgeving, eerder: Invoer): Promise<Uitkomst | null> {
  const einde = Date.now() + besluitTermijn - (klok.nu() - eerder.ingediendTijdstip.getTime());
  for (;;) {
    const uitkomst = await leesUitkomst(db, eerder.id);
    if (uitkomst || Date.now() >= einde) return uitkomst;
    await wacht(100);
  }
}

/** The refusal of a decision as a problem; what is allowed now is told as far as this caller may do it. */
export function weigeringAlsProbleem(
  { antwoord }: Extract<Uitkomst, { uitkomst: 'geweigerd' }>,
  over: BesluitOver,
  { rol }: Beller,
): ProbleemFout {
  if (antwoord.code === invoerOngeldig) return probleemVan(new Error(antwoord.uitleg));
  return new ProbleemFout(antwoord.code, antwoord.uitleg, {
    toegestaan: magNemen(antwoord.toegestaan, over, rol),
  });
}
