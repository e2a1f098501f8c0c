import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { migreer } from '../../prisma/migreer.ts';

test('migreren brengt een lege database op orde, en daarna verandert er niets meer', async () => {
  const { postgres } = inject('servers');
  const naam = `migreer_${randomUUID().replaceAll('-', '')}`;
  const beheer = new pg.Client({ connectionString: `${postgres}postgres` });
  await beheer.connect();
  await beheer.query(`CREATE DATABASE ${naam}`);
  await beheer.end();

  const db = new pg.Client({ connectionString: `${postgres}${naam}` });
  await db.connect();
  const stand = async () =>
    (
      await db.query(
        'SELECT migration_name, checksum, started_at, finished_at, rolled_back_at, applied_steps_count FROM _prisma_migrations ORDER BY started_at',
      )
    ).rows;

  await migreer(`${postgres}${naam}`);
  const eerste = await stand();
  expect(eerste.length).toBeGreaterThan(0);
  expect(eerste.every((rij) => rij.finished_at !== null && rij.rolled_back_at === null)).toBe(true);
  expect((await db.query('SELECT count(*)::int AS aantal FROM "Traject"')).rows).toEqual([{ aantal: 0 }]);

  await migreer(`${postgres}${naam}`);
  expect(await stand()).toEqual(eerste);
  await db.end();
});
