/** All servers and both programs together, as `npm start` runs them on one machine. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@temporalio/client';
import { bouwApi } from '../api/server.ts';
import { sluitApi } from '../api/sluiten.ts';
import { maakDatabase } from '../infra/database.ts';
import { leesInstellingen, type StartInstellingen } from '../infra/instellingen.ts';
import { systeemKlok } from '../infra/klok.ts';
import { maakLogboek } from '../infra/logboek.ts';
import { registreerZoekattributen, verbindClient, verbindWorker } from '../infra/temporal.ts';
import { migreer } from '../prisma/migreer.ts';
import { zaai } from '../prisma/seed.ts';
import { maakWorker, richtRuntimeIn } from '../workers/maakWorker.ts';
import { zorgVoorSchemas } from '../workers/schemas.ts';
import { bewaardeBundel } from './bundel.ts';
import type { Sleutels } from './gegevensmap.ts';
import type { Kind } from './kind.ts';
import { startMaildev } from './maildev.ts';
import { maakDatabaseAan, startPostgres } from './postgres.ts';
import type { Voortgang } from './scherm.ts';
import { startTemporal } from './temporal.ts';

/** Where a person and a program find each part. */
export interface Adressen {
  api: string;
  temporalUi: string;
  mail: string;
}

/** Everything, running. */
export interface Stapel {
  adressen: Adressen;
  logbestand: string;
  /** Resolves with the name of a part that ended by itself. */
  uitgevallen: Promise<string>;
  /** Stops everything, in order: nothing is stopped that something else still stands on. */
  stop(): Promise<void>;
}

/** The address at which a person opens the API. */
function publiekAdres({ HOST, PORT }: StartInstellingen): string {
  return `http://${HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST}:${PORT}`;
}

/**
 * Starts everything, the servers side by side. When a part fails, what was started is stopped again.
 * @param map the data folder, in use by this program.
 * @param noteer notes the process id of each child.
 * @throws with what the failing part said.
 */
export async function startStapel(delen: {
  instellingen: StartInstellingen;
  env: NodeJS.ProcessEnv;
  map: string;
  sleutels: Sleutels;
  temporalCli: string;
  voortgang: Voortgang;
  noteer: (pid: number) => void;
}): Promise<Stapel> {
  const { instellingen: start, map, sleutels, voortgang, noteer } = delen;
  const adressen: Adressen = {
    api: publiekAdres(start),
    temporalUi: `http://127.0.0.1:${start.ZL_TEMPORAL_UI_PORT}`,
    mail: `http://127.0.0.1:${start.ZL_MAIL_PORT}`,
  };
  const log = (naam: string) => join(map, 'logs', `${naam}.log`);
  /** What has to be stopped, in the order in which it was started. */
  const opruimen: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const ruim of opruimen.splice(0).reverse()) await ruim();
  };
  const kinderen: Kind[] = [];
  let valtUit: (naam: string) => void = () => {};
  const uitgevallen = new Promise<string>((klaar) => {
    valtUit = klaar;
  });
  const houd = (kind: Kind) => {
    kinderen.push(kind);
    void kind.einde.then(() => valtUit(kind.naam));
    return kind;
  };

  try {
    const logstroom = createWriteStream(log('zorglogistiek'), { flags: 'a', mode: 0o600 });
    const logboek = maakLogboek('zorglogistiek', start.ZL_LOGNIVEAU, logstroom);
    richtRuntimeIn(logboek);

    const servers = await Promise.allSettled([
      voortgang.stap(
        'PostgreSQL',
        startPostgres({
          map: join(map, 'postgres'),
          poort: start.ZL_POSTGRES_PORT,
          wachtwoord: sleutels.postgres,
          logbestand: log('postgres'),
          gestart: noteer,
        }).then(async (postgres) => {
          houd(postgres.kind);
          const url = await maakDatabaseAan(postgres, 'zorglogistiek');
          await migreer(url);
          return url;
        }),
      ),
      voortgang.stap(
        'Temporal',
        startTemporal({
          programma: delen.temporalCli,
          poort: start.ZL_TEMPORAL_PORT,
          uiPoort: start.ZL_TEMPORAL_UI_PORT,
          bestand: join(map, 'temporal.db'),
          logbestand: log('temporal'),
          gestart: noteer,
        }).then(houd),
      ),
      voortgang.stap(
        'Mail',
        startMaildev({
          smtpPoort: start.ZL_SMTP_PORT,
          webPoort: start.ZL_MAIL_PORT,
          map: join(map, 'mail'),
          logbestand: log('mail'),
          gestart: noteer,
        }).then(houd),
      ),
      voortgang.stap('Werkstromen', bewaardeBundel(start.ZL_CACHE_DIR)),
    ]);
    // In this order they stand on each other; what is stopped first comes last.
    const volgorde = ['PostgreSQL', 'De mailbak', 'Temporal'];
    for (const kind of kinderen.sort((a, b) => volgorde.indexOf(a.naam) - volgorde.indexOf(b.naam))) {
      opruimen.push(() => kind.stop());
    }
    const [database, , , bundel] = servers;
    for (const server of servers) if (server.status === 'rejected') throw server.reason;
    if (database.status === 'rejected' || bundel.status === 'rejected') throw new Error('unreachable');

    const instellingen = leesInstellingen({
      ZL_MAIL_VAN: 'Zorglogistiek <noreply@zorglogistiek.example>',
      ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
      ZL_PUBLIC_URL: adressen.api,
      ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
      ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
      ZL_BREN_EMAIL: 'bren@voorbeeld.example',
      ...delen.env,
      DATABASE_URL: database.value,
      SMTP_URL: `smtp://127.0.0.1:${start.ZL_SMTP_PORT}`,
      ZL_JWT_SLEUTEL: sleutels.jwt,
      ZL_BSN_SLEUTEL: sleutels.bsn,
      ZL_LINK_SLEUTEL: sleutels.link,
      // Into the mail catcher, marked as SMS: nobody's phone rings.
      ZL_SMS_URL: `smtp://127.0.0.1:${start.ZL_SMTP_PORT}`,
      ZL_STUKKEN_MAP: join(map, 'stukken'),
      ZL_TEMPORAL_UI_URL: adressen.temporalUi,
    });
    const temporal = {
      connectionOptions: { address: `127.0.0.1:${start.ZL_TEMPORAL_PORT}` },
      namespace: 'default',
    };
    const db = maakDatabase(database.value);
    opruimen.push(() => db.$disconnect());
    // The seed is there whole or not at all. Once it is, people change it: what they took away does not come back.
    if ((await db.aanbieder.count()) === 0) await voortgang.stap('Fictieve gegevens', zaai(db));

    const verbinding = await verbindClient(temporal);
    opruimen.push(() => verbinding.close());
    const connection = await verbindWorker(temporal);
    opruimen.push(() => connection.close());
    const client = new Client({ connection: verbinding, namespace: temporal.namespace });
    await registreerZoekattributen(verbinding, temporal.namespace);

    const { stop: stopWorker, werk } = await voortgang.stap(
      'Worker',
      maakWorker({
        instellingen,
        namespace: temporal.namespace,
        connection,
        client,
        db,
        klok: systeemKlok,
        logboek,
        workflowBundle: { codePath: bundel.value },
      }),
    );
    const werkt = werk().then(
      () => valtUit('De worker'),
      (fout: unknown) => {
        logboek.fatal({ err: fout }, 'worker gestopt door een fout');
        valtUit('De worker');
      },
    );
    opruimen.push(async () => {
      stopWorker();
      await werkt;
    });
    await zorgVoorSchemas(client, db, instellingen, systeemKlok.nu());

    const api = await bouwApi({ db, temporal: client, instellingen, klok: systeemKlok, logboek });
    opruimen.push(() => sluitApi(api));
    await voortgang.stap('API', api.listen({ port: instellingen.PORT, host: instellingen.HOST }));
    return { adressen, logbestand: log('zorglogistiek'), uitgevallen, stop };
  } catch (fout) {
    await stop();
    throw fout;
  }
}
