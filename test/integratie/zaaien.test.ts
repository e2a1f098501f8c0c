import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zaai } from '../../prisma/seed.ts';
import { maakDatabase, type TestDatabase } from '../support/servers.ts';

let test: TestDatabase;

beforeAll(async () => {
  test = await maakDatabase();
});
afterAll(() => test.sluit());

const tel = async () => ({
  aanbieders: await test.db.aanbieder.count(),
  contacten: await test.db.contact.count(),
  medewerkers: await test.db.medewerker.count(),
  organisaties: await test.db.organisatie.count(),
});
const alles = { aanbieders: 188, contacten: 376, medewerkers: 5, organisaties: 14 };

/** `npm run seed`, as a person types it; without an address when there is none to give. */
function npmRunSeed(databaseUrl: string) {
  return spawnSync('npm', ['run', '--silent', 'seed'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
}

describe('het zaaien van de fictieve gegevens', () => {
  it('vult een lege database', async () => {
    expect(npmRunSeed(test.url)).toMatchObject({
      status: 0,
      stdout: 'De fictieve gegevens staan in de database.\n',
    });
    expect(await tel()).toEqual(alles);
  });

  it('laat staan wat iemand veranderde en vult aan wat ontbreekt', async () => {
    const code = 'aanbieder-01-contact-1';
    await test.db.contact.update({ where: { code }, data: { email: 'nieuw@aanbieder-01.example' } });
    await test.db.medewerker.delete({ where: { code: 'manager-1' } });
    await zaai(test.db);
    expect(await test.db.contact.findUnique({ where: { code } })).toMatchObject({
      email: 'nieuw@aanbieder-01.example',
    });
    expect(await tel()).toEqual(alles);
  });

  it('zegt welke instelling ontbreekt', () => {
    expect(npmRunSeed('')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        'DATABASE_URL ontbreekt; verwacht: het adres van een PostgreSQL-database.',
      ),
    });
  });
});
