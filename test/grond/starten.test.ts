import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { luistert } from '../../dev/kind.ts';
import { vrijePoort } from '../../dev/poorten.ts';
import { opdrachtVan } from '../../dev/processen.ts';
import { startProgramma } from '../support/programma.ts';

const poortNamen = [
  'PORT',
  'ZL_POSTGRES_PORT',
  'ZL_TEMPORAL_PORT',
  'ZL_TEMPORAL_UI_PORT',
  'ZL_SMTP_PORT',
  'ZL_MAIL_PORT',
] as const;

let map: string;
let env: Record<string, string>;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'zl-start-'));
  env = { ZL_DATA_DIR: join(map, 'data') };
  for (const naam of poortNamen) env[naam] = String(await vrijePoort());
});
afterAll(() => rm(map, { recursive: true, force: true }));

const start = (extra: Record<string, string> = {}) =>
  startProgramma('dev/start.ts', [], { ...env, ...extra });
const gereed = /^Gereed: api=(\S+) temporal-ui=(\S+) mail=(\S+)$/m;

async function kinderen(): Promise<(string | undefined)[]> {
  const register = JSON.parse(await readFile(join(env.ZL_DATA_DIR ?? '', 'processen.json'), 'utf8'));
  return Promise.all((register.kinderen as number[]).map(opdrachtVan));
}

async function sql(tekst: string) {
  const { postgres } = JSON.parse(await readFile(join(env.ZL_DATA_DIR ?? '', 'sleutels.json'), 'utf8'));
  const client = new pg.Client({
    connectionString: `postgresql://zorglogistiek:${postgres}@127.0.0.1:${env.ZL_POSTGRES_PORT}/zorglogistiek`,
  });
  await client.connect();
  try {
    return (await client.query(tekst)).rows;
  } finally {
    await client.end();
  }
}

describe('npm start', () => {
  test('--help legt uit; een optie die niet bestaat ook, met code 2', async () => {
    const uitleg = startProgramma('dev/start.ts', ['--help'], {});
    expect(await uitleg.einde).toBe(0);
    for (const naam of poortNamen) expect(uitleg.uitvoer()).toContain(naam);
    const fout = startProgramma('dev/start.ts', ['--snel'], {});
    expect(await fout.einde).toBe(2);
    expect(fout.fouten()).toContain('Deze optie bestaat niet.');
  });

  test('een verkeerde instelling: code 2, en er is niets gestart', async () => {
    const programma = start({ ZL_MAIL_PORT: 'mail' });
    expect(await programma.einde).toBe(2);
    expect(programma.fouten()).toContain('ZL_MAIL_PORT is niet goed ("mail"); verwacht: een poortnummer');
    await expect(stat(env.ZL_DATA_DIR ?? '')).rejects.toThrow();
  });

  test('een poort die bezet is of dubbel genoemd: welke instelling, code 1, en er is niets gestart', async () => {
    const bezet = createServer().listen(0, '127.0.0.1');
    await new Promise((klaar) => bezet.once('listening', klaar));
    const adres = bezet.address();
    const poort = String(adres && typeof adres === 'object' ? adres.port : 0);
    const programma = start({ PORT: poort, ZL_MAIL_PORT: env.ZL_SMTP_PORT ?? '' });
    expect(await programma.einde).toBe(1);
    expect(programma.fouten()).toContain(
      `Poort ${poort} is bezet (voor de API). Kies een andere: PORT=… npm start`,
    );
    expect(programma.fouten()).toContain('ZL_MAIL_PORT en ZL_SMTP_PORT hebben allebei poort');
    await expect(stat(join(env.ZL_DATA_DIR ?? '', 'postgres'))).rejects.toThrow();
    await new Promise((klaar) => bezet.close(klaar));
  });

  test('start, stopt met Ctrl-C, start na een SIGKILL: alles blijft bewaard', {
    timeout: 240_000,
  }, async () => {
    const eerste = start();
    const uitvoer = await eerste.wachtOpRegel(gereed);
    expect(uitvoer.match(/^Gereed:/gm)).toHaveLength(1);
    const [, api, ui, mail] = gereed.exec(uitvoer) ?? [];
    expect((await fetch(`${api}/health/ready`)).status).toBe(200);
    expect((await fetch(`${ui}/`)).status).toBe(200);
    expect((await fetch(`${mail}/`)).status).toBe(200);
    expect((await stat(join(env.ZL_DATA_DIR ?? '', 'sleutels.json'))).mode & 0o777).toBe(0o600);
    expect(uitvoer).toContain('/namespaces/default/workflows?query=');

    const tweede = start();
    expect(await tweede.einde).toBe(1);
    expect(tweede.fouten()).toContain(`Zorglogistiek draait al met de gegevens in ${env.ZL_DATA_DIR}`);

    await sql(`INSERT INTO "Kenmerkreeks" VALUES ('zorglogistiek', 2025, 14)`);
    eerste.proces.kill('SIGINT');
    expect(await eerste.einde).toBe(0);
    expect(await kinderen()).toEqual([undefined, undefined, undefined]);
    for (const naam of poortNamen) expect(await luistert(Number(env[naam]))).toBe(false);

    const derde = start();
    await derde.wachtOpRegel(gereed);
    derde.proces.kill('SIGKILL');
    expect(await derde.einde).toBe('SIGKILL');

    const vierde = start();
    await vierde.wachtOpRegel(gereed);
    expect(await sql('SELECT * FROM "Kenmerkreeks"')).toEqual([
      { spoor: 'zorglogistiek', jaar: 2025, laatste: 14 },
    ]);
    vierde.proces.kill('SIGTERM');
    expect(await vierde.einde).toBe(0);
    expect(await kinderen()).toEqual([undefined, undefined, undefined]);
  });
});
