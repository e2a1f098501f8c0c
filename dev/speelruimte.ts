/**
 * The whole program for stories that need months: the API, a worker with the real activities, PostgreSQL, SMTP and a
 * Temporal server whose clock can be moved on. Stories play in it one after the other.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { bouwApi } from '../api/server.ts';
import { sluitApi } from '../api/sluiten.ts';
import type { Rol } from '../api/toegang.ts';
import { maakDatabase } from '../infra/database.ts';
import { leesInstellingen, type StartInstellingen } from '../infra/instellingen.ts';
import type { Klok } from '../infra/klok.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import { migreer } from '../prisma/migreer.ts';
import { zaai } from '../prisma/seed.ts';
import { maakWorker } from '../workers/maakWorker.ts';
import { bewaardeBundel } from './bundel.ts';
import { startMailvanger } from './mailvanger.ts';
import { vrijePoort } from './poorten.ts';
import { maakDatabaseAan, startPostgres } from './postgres.ts';
import { vindTijdspringer } from './tijdspringer.ts';
import { startTijdspringer } from './virtueleTijd.ts';

/** How long (real ms) the server may take for an hour in which nothing is due. */
const klokGeduld = 5_000;

/** Who speaks to the API: a role, and for an aanbieder its code. */
export interface Persoon {
  rol: Rol;
  aanbieder?: string;
}

/** The running program. */
export interface Speelruimte {
  db: PrismaClient;
  client: Client;
  /** Where the worker takes its tasks from. */
  taskQueue: string;
  /** The present moment of the server, in ms since the epoch. */
  nu(): Promise<number>;
  /** Lets the clock of the server go on to a moment (ms since the epoch); what is due in between happens. */
  totMoment(moment: number): Promise<void>;
  /**
   * False when the clock of the server no longer skips, as can happen when an onderzoek ended after its traject: then the next
   * story needs a Speelruimte of its own.
   */
  kanVerder(): Promise<boolean>;
  /** Asks the API as this person; resolves with the status and the body of the answer: JSON that was read, or text. */
  vraag(
    wie: Persoon,
    methode: 'GET' | 'POST',
    pad: string,
    inhoud?: object,
  ): Promise<{ status: number; inhoud: unknown }>;
  /** How many mails with this kenmerk in the subject have arrived. */
  aangekomen(kenmerk: string): number;
  /** Ends everything that it started, in order. */
  sluit(): Promise<void>;
}

/** On what a Speelruimte stands. */
export interface Speelbodem {
  /** Address of an empty, migrated database that nobody else uses. */
  databaseUrl: string;
  /** Folder for the content of stukken; made when it is not there. */
  stukkenMap: string;
  /** As `vindTijdspringer` and `bewaardeBundel` give them. */
  tijdspringer: string;
  bundel: string;
}

/** Starts the program on servers that run already, and fills its database with the fictional data. */
export async function maakSpeelruimte(bodem: Speelbodem): Promise<Speelruimte> {
  const opruimen: (() => Promise<unknown>)[] = [];
  const sluit = () => ruimOp(opruimen);
  try {
    const db = maakDatabase(bodem.databaseUrl);
    opruimen.push(() => db.$disconnect());
    await zaai(db);
    const mail = await startMailvanger();
    opruimen.push(() => mail.sluit());
    const springer = await startTijdspringer(bodem.tijdspringer);
    opruimen.push(() => springer.teardown());

    const sleutel = randomBytes(32).toString('base64url');
    const instellingen = leesInstellingen({
      DATABASE_URL: bodem.databaseUrl,
      SMTP_URL: mail.url,
      ZL_MAIL_VAN: 'Zorglogistiek <noreply@zorglogistiek.example>',
      ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
      ZL_PUBLIC_URL: 'http://zorglogistiek.example',
      ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
      ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
      ZL_BREN_EMAIL: 'bren@voorbeeld.example',
      ZL_JWT_SLEUTEL: sleutel,
      ZL_BSN_SLEUTEL: randomBytes(32).toString('base64'),
      ZL_LINK_SLEUTEL: randomBytes(32).toString('base64'),
      ZL_SMS_URL: mail.url,
      ZL_STUKKEN_MAP: bodem.stukkenMap,
    });
    let virtueelNu = 0;
    const klok: Klok = { nu: () => virtueelNu };
    const nu = async () => {
      virtueelNu = await springer.currentTimeMs();
      return virtueelNu;
    };
    await nu();
    const logboek = pino({ level: 'silent' });
    // Not the client of the environment: that one lets time run on while it waits for a result.
    const client = new Client({ connection: springer.connection });
    const { stop: stopWorker, werk } = await maakWorker({
      instellingen,
      namespace: 'default',
      connection: springer.nativeConnection,
      client,
      db,
      klok,
      logboek,
      workflowBundle: { codePath: bodem.bundel },
    });
    const werkt = werk();
    opruimen.push(async () => {
      stopWorker();
      await werkt;
    });
    const api = await bouwApi({ db, temporal: client, instellingen, klok, logboek });
    opruimen.push(() => sluitApi(api));

    const token = ({ rol, aanbieder }: Persoon): Promise<string> =>
      new SignJWT({ rol, ...(aanbieder ? { aanbieder } : {}) })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(aanbieder ? `${aanbieder}-contact-1` : `${rol}-1`)
        .setExpirationTime(Math.floor(klok.nu() / 1000) + 3600)
        .sign(new TextEncoder().encode(sleutel));

    return {
      db,
      client,
      taskQueue: instellingen.ZL_TASK_QUEUE,
      nu,
      totMoment: async (moment) => {
        await springer.sleep(Math.max(0, moment - (await nu())));
        await nu();
      },
      kanVerder: () =>
        springer.connection
          .withDeadline(Date.now() + klokGeduld, () => springer.sleep('1 hour'))
          .then(
            () => true,
            () => false,
          ),
      vraag: async (wie, methode, pad, inhoud) => {
        await nu();
        const antwoord = await api.inject({
          method: methode,
          url: pad,
          headers: {
            authorization: `Bearer ${await token(wie)}`,
            ...(methode === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
          },
          ...(inhoud ? { payload: inhoud } : {}),
        });
        const isJson = String(antwoord.headers['content-type']).includes('json');
        return { status: antwoord.statusCode, inhoud: isJson ? antwoord.json() : antwoord.body };
      },
      aangekomen: (kenmerk) => mail.onderwerpen.filter((onderwerp) => onderwerp.includes(kenmerk)).length,
      sluit,
    };
  } catch (fout) {
    await sluit();
    throw fout;
  }
}

/**
 * Starts a Speelruimte with a PostgreSQL of its own, in a temporary folder on a free port. Its `sluit` ends the servers and
 * removes the folder; when this process is killed the servers end by themselves (dev/kind.ts).
 */
export async function maakEigenSpeelruimte(
  { ZL_CACHE_DIR }: StartInstellingen,
  meld: (regel: string) => void,
): Promise<Speelruimte> {
  const tijdspringer = await vindTijdspringer(ZL_CACHE_DIR, meld);
  const map = await mkdtemp(join(tmpdir(), 'zorglogistiek-verhaal-'));
  const opruimen = [() => rm(map, { recursive: true, force: true })];
  try {
    // PostgreSQL runs as another user when we are root, and has to pass through.
    await chmod(map, 0o711);
    const postgres = await startPostgres({
      map: join(map, 'postgres'),
      poort: await vrijePoort(),
      wachtwoord: randomBytes(18).toString('base64url'),
      logbestand: join(map, 'postgres.log'),
      // Nothing of a story has to survive a power cut.
      instellingen: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    });
    opruimen.push(() => postgres.kind.stop());
    const databaseUrl = await maakDatabaseAan(postgres, 'verhaal');
    await migreer(databaseUrl);
    // A copy: another run may make a newer one and throw this one away.
    const bundel = join(map, 'workflows.bundle.js');
    await copyFile(await bewaardeBundel(ZL_CACHE_DIR), bundel);
    const ruimte = await maakSpeelruimte({
      databaseUrl,
      stukkenMap: join(map, 'stukken'),
      tijdspringer,
      bundel,
    });
    opruimen.push(ruimte.sluit);
    return { ...ruimte, sluit: () => ruimOp(opruimen) };
  } catch (fout) {
    await ruimOp(opruimen);
    throw fout;
  }
}

/** Ends what was started, last first; one end that fails does not keep the others from it. */
async function ruimOp(opruimen: (() => Promise<unknown>)[]): Promise<void> {
  const fouten: unknown[] = [];
  for (const ruim of opruimen.splice(0).reverse()) {
    try {
      await ruim();
    } catch (fout) {
      fouten.push(fout);
    }
  }
  if (fouten.length > 0) throw fouten[0];
}
