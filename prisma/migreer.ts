/**
 * Brings a database to the newest schema: applies prisma/migrations, in Prisma's own folder format and with
 * Prisma's own engine. Where the engine's binary is not installed, the same engine as WebAssembly does it over
 * the pg adapter (docs/decisions, "Prisma zonder engine").
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as wasmEngine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { InstellingFout } from '../infra/instellingen.ts';

const require = createRequire(import.meta.url);
const vanPrisma = createRequire(require.resolve('prisma/package.json'));
/** Found upwards, since the built program lies a folder deeper; the migrations stay where they are written. */
function wortelmap(map: string): string {
  return existsSync(join(map, 'package.json')) ? map : wortelmap(dirname(map));
}

const wortel = wortelmap(import.meta.dirname);
const migratieMap = join(wortel, 'prisma/migrations');

/** The engine as a binary: named by PRISMA_SCHEMA_ENGINE_BINARY, or installed by Prisma itself; else undefined. */
async function engineBinary(): Promise<string | undefined> {
  const genoemd = process.env.PRISMA_SCHEMA_ENGINE_BINARY;
  // Where downloads are blocked the setting names Node itself (prisma/genereer.mjs): that is no engine.
  if (genoemd && genoemd !== process.execPath && existsSync(genoemd)) return genoemd;
  const map = dirname(vanPrisma.resolve('@prisma/engines/package.json'));
  const bestand = (await readdir(map)).find((naam) => naam.startsWith('schema-engine-'));
  return bestand && join(map, bestand);
}

async function metBinary(databaseUrl: string, binary: string): Promise<void> {
  const cli = join(dirname(require.resolve('prisma/package.json')), 'build/index.js');
  await promisify(execFile)(process.execPath, [cli, 'migrate', 'deploy'], {
    cwd: wortel,
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PRISMA_SCHEMA_ENGINE_BINARY: binary,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    },
  });
}

/** The part of WebAssembly that is used here; the types of Node 20 leave it out. */
const { WebAssembly } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: Record<string, object>,
    ): Promise<{ instance: { exports: Record<string, unknown> } }>;
  };
};

let wasmGeladen: Promise<void> | undefined;

async function laadWasm(): Promise<void> {
  const bestand = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(bestand), {
    './schema_engine_bg.js': wasmEngine,
  });
  wasmEngine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/**
 * The pg adapter, except that it sends a migration as a whole: of itself it cuts a script at every `;`, also inside
 * the body of a function. PostgreSQL then runs it in one transaction, as with the engine's binary.
 */
function adapterVoorMigraties(pool: pg.Pool): PrismaPg {
  const fabriek = new PrismaPg(pool);
  const verbind = fabriek.connect.bind(fabriek);
  fabriek.connect = async () => {
    const adapter = await verbind();
    adapter.executeScript = async (script) => {
      await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return adapter;
  };
  return fabriek;
}

async function metWasm(databaseUrl: string): Promise<void> {
  wasmGeladen ??= laadWasm();
  await wasmGeladen;
  const mappen = (await readdir(migratieMap, { withFileTypes: true })).filter((map) => map.isDirectory());
  const lockfile = 'migration_lock.toml';
  const pool = new pg.Pool({ connectionString: databaseUrl });
  const engine = await wasmEngine.SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterVoorMigraties(pool)),
  );
  try {
    await engine.applyMigrations({
      migrationsList: {
        baseDir: migratieMap,
        lockfile: { path: lockfile, content: await readFile(join(migratieMap, lockfile), 'utf8') },
        shadowDbInitScript: '',
        migrationDirectories: await Promise.all(
          mappen
            .map((map) => map.name)
            .sort()
            .map(async (naam) => ({
              path: naam,
              migrationFile: {
                path: 'migration.sql',
                content: {
                  tag: 'ok' as const,
                  value: await readFile(join(migratieMap, naam, 'migration.sql'), 'utf8'),
                },
              },
            })),
        ),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
  } finally {
    engine.free();
    await pool.end();
  }
}

/**
 * Applies the migrations that this database has not had yet, in order; a second run changes nothing.
 * @throws with the engine's own report when a migration fails: it is then marked as failed in `_prisma_migrations`.
 */
export async function migreer(databaseUrl: string): Promise<void> {
  const binary = await engineBinary();
  await (binary ? metBinary(databaseUrl, binary) : metWasm(databaseUrl));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const url = process.env.DATABASE_URL;
    if (!url)
      throw new InstellingFout('DATABASE_URL ontbreekt; verwacht: het adres van een PostgreSQL-database.');
    await migreer(url);
    process.stdout.write('De database is bijgewerkt.\n');
  } catch (fout) {
    process.stderr.write(`${fout instanceof Error ? fout.message : String(fout)}\n`);
    process.exitCode = fout instanceof InstellingFout ? 2 : 1;
  }
}
