import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Kind } from '../../dev/kind.ts';
import { vrijePoort } from '../../dev/poorten.ts';
import { maakDatabaseAan, startPostgres } from '../../dev/postgres.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { migreer } from '../../prisma/migreer.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { type Programma, startProgramma } from '../support/programma.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let map: string;
let poorten: { postgres: number; temporal: number };
let kinderen: Kind[] = [];
let op: Opstelling;
let worker: Programma | undefined;

/** Starts PostgreSQL and Temporal on the same folders and ports as before. */
async function startServers() {
  const [postgres, temporal] = await Promise.all([
    startPostgres({
      map: join(map, 'postgres'),
      poort: poorten.postgres,
      wachtwoord: 'test',
      logbestand: join(map, 'postgres.log'),
    }),
    startTemporal({
      programma: inject('servers').temporalCli,
      poort: poorten.temporal,
      bestand: join(map, 'temporal.db'),
      logbestand: join(map, 'temporal.log'),
    }),
  ]);
  kinderen = [postgres.kind, temporal];
  return postgres;
}

/** SIGKILL for PostgreSQL, Temporal and the worker, all at once. */
async function doodAlles() {
  for (const { pid } of kinderen) process.kill(-pid, 'SIGKILL');
  await Promise.all([worker?.dood(), ...kinderen.map(({ einde }) => einde)]);
}

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'zl-gedood-'));
  await chmod(map, 0o711);
  poorten = { postgres: await vrijePoort(), temporal: await vrijePoort() };
  const databaseUrl = await maakDatabaseAan(await startServers(), 'zorglogistiek');
  await migreer(databaseUrl);
  op = await maakOpstelling({
    tijd: 'echt',
    metWorker: false,
    servers: { databaseUrl, temporalAdres: `127.0.0.1:${poorten.temporal}` },
  });
});
afterAll(async () => {
  await worker?.dood();
  await op.sluit();
  await Promise.all(kinderen.map((kind) => kind.stop()));
  await rm(map, { recursive: true, force: true });
});

describe('alles gedood tussen de rij en het einde van haar taak', () => {
  it('verandert niets, behalve de wachttijd', { timeout: 180_000 }, async () => {
    worker = startProgramma('test/support/hangendeWorker.ts', [], op.omgevingsvariabelen);
    const kenmerk = await op.meldAan();
    await wachtTot(
      () => op.mails(kenmerk).length,
      (aantal) => aantal === 2,
    );
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    await wachtTot(
      () => op.mails(kenmerk).length,
      (aantal) => aantal === 4,
    );
    const verslag = {
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      ...besproken,
      verslag: 'Twee aanbieders.',
    };
    const antwoord = await op.vraag('POST', `/v1/trajecten/${kenmerk}/verslag`, verslag, {
      sleutel: 'verslag-1',
    });
    expect(antwoord.status).toBe(202);
    expect(worker.uitvoer()).toContain('rij-bewaard');
    // The row stands, and Temporal has not heard of it.
    expect(await op.db.gebeurtenis.count({ where: { kenmerk, soort: 'verslag' } })).toBe(1);

    await doodAlles();
    await startServers();
    worker = startProgramma('workers/worker.ts', [], op.omgevingsvariabelen);

    await wachtTot(
      () => op.mails(kenmerk).length,
      (aantal) => aantal === 7,
    );
    expect(await op.db.gebeurtenis.count({ where: { kenmerk, soort: 'verslag' } })).toBe(1);
    expect(await op.db.onderzoek.count({ where: { kenmerk } })).toBe(2);
    const nogEens = await op.vraag('POST', `/v1/trajecten/${kenmerk}/verslag`, verslag, {
      sleutel: 'verslag-1',
    });
    expect(nogEens).toMatchObject({ status: 200, inhoud: { fase: 'onderzoek' } });
    await op.aanbiederZegt(`onderzoek-${kenmerk}-aanbieder-01-r1`, 'antwoord', { antwoord: 'aanbod' });
    const nummers = op.mails(kenmerk).map(({ messageId }) => messageId);
    expect(new Set(nummers).size).toBe(nummers.length);
  });
});
