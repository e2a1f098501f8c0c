/** A PostgreSQL of its own for measuring: in a temporary folder, gone when it is closed. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vrijePoort } from '../../dev/poorten.ts';
import { maakDatabaseAan, startPostgres } from '../../dev/postgres.ts';
import { migreer } from '../../prisma/migreer.ts';

/** A running server for measuring. */
export interface Meetserver {
  /** Makes an empty, migrated database; resolves with its address. */
  maak(naam: string): Promise<string>;
  sluit(): Promise<void>;
}

/** Starts it, with the settings of the embedded PostgreSQL. */
export async function startMeetserver(): Promise<Meetserver> {
  const map = await mkdtemp(join(tmpdir(), 'zl-tienjaar-'));
  const postgres = await startPostgres({
    map: join(map, 'cluster'),
    poort: await vrijePoort(),
    wachtwoord: 'alleen-om-te-meten',
    logbestand: join(map, 'postgres.log'),
  });
  return {
    async maak(naam) {
      const url = await maakDatabaseAan(postgres, naam);
      await migreer(url);
      return url;
    },
    async sluit() {
      await postgres.kind.stop();
      await rm(map, { recursive: true });
    },
  };
}
