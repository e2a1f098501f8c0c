/**
 * Sweeps what interrupted work left in the storage of stukken. Runs with the API, since the storage is where the API is; the
 * worker may run elsewhere.
 */
import type { Logger } from 'pino';
import type { PrismaClient } from '../../prisma/client/client.ts';
import type { Klok } from '../klok.ts';
import { trekStukTerug } from './bewaren.ts';
import type { StukOpslag } from './opslag.ts';

/** The numbers of the sweep. Times in ms. */
export const opruimbeleid = {
  /** How often, from the start of the API on. */
  iedere: 60 * 60_000,
  /**
   * What was last written less long ago is left alone. A request with a stuk takes two minutes at most (api/server.ts) and the
   * scanner a minute after its last word, so an upload in progress is far younger.
   */
  minstensOud: 60 * 60_000,
  /** How many of each kind go in one run; the rest goes in the next. */
  hoogstens: 100,
  /**
   * As many contents without a row are left by crashes at most. More of them means the folder of another database, or a database of
   * before, brought back from a backup: what is not known there may be in use.
   */
  verdacht: 10,
} as const;

interface OpruimDelen {
  db: PrismaClient;
  opslag: StukOpslag;
  klok: Klok;
  logboek: Logger;
}

/** What a run removed. */
type Telling = Record<'tijdelijk' | 'zonderRij' | 'geweigerd' | 'verwijderd', number>;

/**
 * Removes the files of uploads that broke off, the content of which no row was ever stored, the content that a person removed when that broke off, and the stukken that their traject
 * refused after the sender was gone. What is younger than `opruimbeleid.minstensOud` stays. Two runs at the same time do no harm.
 */
export async function ruimStukkenOp(delen: OpruimDelen): Promise<Telling> {
  const voor = delen.klok.nu() - opruimbeleid.minstensOud;
  const telling: Telling = {
    tijdelijk: await delen.opslag.gooiOudeWeg(voor, opruimbeleid.hoogstens),
    geweigerd: await neemGeweigerdeTerug(delen),
    verwijderd: await ruimVerwijderdeOp(delen),
    zonderRij: await verwijderZonderRij(delen, voor),
  };
  if (Object.values(telling).some((aantal) => aantal > 0))
    delen.logboek.info(telling, 'stukken zijn opgeruimd');
  return telling;
}

/** Takes back the stukken of which the reconciler brought the decision to a refusal; one that is in use by now stays. */
async function neemGeweigerdeTerug({ db, opslag }: OpruimDelen): Promise<number> {
  const rijen = await db.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Stuk" s
      JOIN "Invoer" i ON i."wie" = s."wie" AND i."idempotencyKey" = s."idempotencyKey" AND i."soort" = 'stuk'
      JOIN "InvoerUitkomst" u ON u."invoerId" = i."id" AND u."uitkomst" = 'geweigerd'
    WHERE NOT EXISTS (SELECT FROM "StukInzage" z WHERE z."stukId" = s."id")
      AND NOT EXISTS (SELECT FROM "StukVerwijdering" v WHERE v."stukId" = s."id")
      AND NOT EXISTS (SELECT FROM "Stuk" a WHERE a."reeks" = s."id" AND a."id" <> s."id")
    ORDER BY s."ingediendTijdstip" LIMIT ${opruimbeleid.hoogstens}`;
  for (const { id } of rijen) await trekStukTerug(db, opslag, id);
  return rijen.length;
}

/** Removes content that still stands there though a person removed it; at once, since nobody may have it. */
async function ruimVerwijderdeOp({ db, opslag }: OpruimDelen): Promise<number> {
  const ids = await opslag.ids();
  const rijen = await db.$queryRaw<{ stukId: string }[]>`
    SELECT "stukId" FROM "StukVerwijdering" WHERE "stukId" = ANY (${ids}::uuid[])`;
  for (const { stukId } of rijen) await opslag.verwijder(stukId);
  return rijen.length;
}

/** The names are read before the rows, so that content that comes in meanwhile is never taken for left behind. */
async function verwijderZonderRij({ db, opslag, logboek }: OpruimDelen, voor: number): Promise<number> {
  const ids = await opslag.ids();
  const rijen = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Stuk" WHERE "id" = ANY (${ids}::uuid[])`;
  const bekend = new Set(rijen.map(({ id }) => id));
  const zonder = ids.filter((id) => !bekend.has(id));
  if (zonder.length > opruimbeleid.verdacht) {
    logboek.error(
      { zonderRij: zonder.length, metRij: bekend.size },
      'Van te veel stukken in de map kent de database geen rij. Er is niets verwijderd. Controleer ZL_STUKKEN_MAP en DATABASE_URL, en of de database is teruggezet.',
    );
    return 0;
  }
  let verwijderd = 0;
  for (const id of zonder) {
    if (verwijderd === opruimbeleid.hoogstens) break;
    const geschreven = await opslag.geschrevenOp(id);
    if (geschreven === null || geschreven >= voor) continue;
    await opslag.verwijder(id);
    verwijderd += 1;
  }
  return verwijderd;
}

/** Sweeps now and every hour, until the function that comes back is called; a run that is going on then may end or break off. */
export function ruimSteedsOp(delen: OpruimDelen): () => void {
  let isGestopt = false;
  let lopend = Promise.resolve();
  const ruimOp = () => {
    lopend = lopend.then(async () => {
      try {
        await ruimStukkenOp(delen);
      } catch (fout) {
        if (!isGestopt) delen.logboek.warn({ err: fout }, 'stukken konden niet worden opgeruimd');
      }
    });
  };
  ruimOp();
  const wekker = setInterval(ruimOp, opruimbeleid.iedere).unref();
  return () => {
    isGestopt = true;
    clearInterval(wekker);
  };
}
