/**
 * The servers of one test run: started once, on free ports, with their state in a folder of the run, whatever the
 * number of suites that ask for them. Two runs at once share nothing but the cache of downloaded programs.
 */
import { chmod, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bewaardeBundel } from '../../dev/bundel.ts';
import { vrijePoort } from '../../dev/poorten.ts';
import { maakDatabaseAan, startPostgres } from '../../dev/postgres.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { vindTemporalCli } from '../../dev/temporalCli.ts';
import { vindTijdspringer } from '../../dev/tijdspringer.ts';
import { leesStartInstellingen } from '../../infra/instellingen.ts';
import { migreer } from '../../prisma/migreer.ts';

/** What a test needs to know of the servers; strings and numbers only, since it goes to another process. */
export interface Servers {
  /** Folder of the run, removed at its end. */
  map: string;
  /** Address of PostgreSQL, with the name of a database still to be put behind it. */
  postgres: string;
  /** The migrated database that test databases are copies of. */
  sjabloon: string;
  /** host:port of the Temporal dev server. */
  temporal: string;
  /** Paths of the programs, for a test that starts a server of its own. */
  temporalCli: string;
  tijdspringer: string;
  /** The workflow bundle, made once for the run. */
  bundel: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: Servers;
  }
}

interface Run {
  servers: Servers;
  stop(): Promise<void>;
}

/** Each suite loads this file anew; what they share stands on the process. */
const gedeeld = globalThis as typeof globalThis & {
  zorglogistiekRun?: Promise<Run>;
  zorglogistiekSuites?: number;
};

async function start(): Promise<Run> {
  const meld = (regel: string) => process.stdout.write(`${regel}\n`);
  const { ZL_CACHE_DIR, ZL_TEMPORAL_CLI } = leesStartInstellingen(process.env);
  const temporalCli = await vindTemporalCli(ZL_CACHE_DIR, ZL_TEMPORAL_CLI, meld);
  const tijdspringer = await vindTijdspringer(ZL_CACHE_DIR, meld);

  const map = await mkdtemp(join(tmpdir(), 'zorglogistiek-test-'));
  // PostgreSQL runs as another user when we are root, and has to pass through.
  await chmod(map, 0o711);
  const gestart: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    await Promise.all(gestart.map((kind) => kind.stop()));
    await rm(map, { recursive: true, force: true });
  };
  try {
    const temporalPoort = await vrijePoort();
    const bundel = join(map, 'workflows.bundle.js');
    const [postgres] = await Promise.all([
      vrijePoort()
        .then((poort) =>
          startPostgres({
            map: join(map, 'postgres'),
            poort,
            wachtwoord: 'test',
            logbestand: join(map, 'postgres.log'),
            // Nothing of a test run has to survive a power cut.
            instellingen: {
              fsync: 'off',
              synchronous_commit: 'off',
              full_page_writes: 'off',
              max_connections: '300',
            },
          }),
        )
        .then((server) => {
          gestart.push(server.kind);
          return server;
        }),
      bewaardeBundel(ZL_CACHE_DIR).then((bewaard) => copyFile(bewaard, bundel)),
      startTemporal({
        programma: temporalCli,
        poort: temporalPoort,
        logbestand: join(map, 'temporal.log'),
      }).then((kind) => gestart.push(kind)),
    ]);
    const sjabloon = 'sjabloon';
    await migreer(await maakDatabaseAan(postgres, sjabloon));
    return {
      servers: {
        map,
        postgres: postgres.url(''),
        sjabloon,
        temporal: `127.0.0.1:${temporalPoort}`,
        temporalCli,
        tijdspringer,
        bundel,
      },
      stop,
    };
  } catch (fout) {
    await stop();
    throw fout;
  }
}

/** Called by Vitest once per suite: the first starts the servers, the last stops them. */
export async function setup(project: TestProject): Promise<void> {
  gedeeld.zorglogistiekSuites = (gedeeld.zorglogistiekSuites ?? 0) + 1;
  gedeeld.zorglogistiekRun ??= start();
  project.provide('servers', (await gedeeld.zorglogistiekRun).servers);
}

/** Called by Vitest once per suite, also after failures. */
export async function teardown(): Promise<void> {
  gedeeld.zorglogistiekSuites = (gedeeld.zorglogistiekSuites ?? 1) - 1;
  if (gedeeld.zorglogistiekSuites === 0) await (await gedeeld.zorglogistiekRun)?.stop();
}
