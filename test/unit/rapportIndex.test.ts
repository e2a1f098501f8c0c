/** The index of the lines that reports read holds exactly those: with one less it would not be used, with one more it grows for nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verhaalsoorten } from '../../domain/rapport/feiten.ts';

it('de index van de rapporten kent de regels van het verhaal die rapporten lezen', () => {
  const migratie = readFileSync(
    join(import.meta.dirname, '../../prisma/migrations/20261123120000_rapport/migration.sql'),
    'utf8',
  );
  const lijst = /"Gebeurtenis_rapport_idx"[^;]*"soort" IN \(([^)]*)\)/.exec(migratie)?.[1] ?? '';
  expect(
    lijst
      .split(', ')
      .map((soort) => soort.replaceAll("'", ''))
      .sort(),
  ).toEqual([...verhaalsoorten].sort());
});
