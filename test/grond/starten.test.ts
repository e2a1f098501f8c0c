import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { maakGegevensmap, maakSleutels } from '../../dev/gegevensmap.ts';
import { luistert } from '../../dev/kind.ts';
import { vrijePoort } from '../../dev/poorten.ts';
import { maakDatabaseAan, startPostgres } from '../../dev/postgres.ts';
import { opdrachtVan } from '../../dev/processen.ts';
import { dag } from '../../domain/beleid.ts';
import { eersteWerkdag } from '../../domain/tafelkalender.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { maakDatabase } from '../../infra/database.ts';
import { aanbieders } from '../../prisma/zaaigegevens.ts';
import { besproken } from '../support/bespreking.ts';
import { stuurHalfVerzoek } from '../support/halfVerzoek.ts';
import { startProgramma } from '../support/programma.ts';
import { wachtTot } from '../support/wachtTot.ts';

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

/** What this test reads of the answers. */
interface Antwoord {
  kenmerk: string;
  onderzoeken: string[];
  wachtOp: string;
  gebeurtenissen: { soort: string }[];
}

/** Asks the API as one person, with a token as `npm run token` makes it. */
async function vraag(api: string, rol: string, pad: string, inhoud?: object) {
  const programma = startProgramma('dev/token.ts', rol.split(' '), env);
  expect(await programma.einde).toBe(0);
  const antwoord = await fetch(`${api}/v1/${pad}`, {
    method: inhoud ? 'POST' : 'GET',
    headers: {
      authorization: `Bearer ${programma.uitvoer().trim()}`,
      ...(inhoud ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
    },
    ...(inhoud ? { body: JSON.stringify(inhoud) } : {}),
  });
  expect(antwoord.status).toBeLessThan(300);
  return (await antwoord.json()) as Antwoord;
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
      `Poort ${poort} is bezet (voor de API). Kies een andere met de instelling PORT.`,
    );
    expect(programma.fouten()).toContain('ZL_MAIL_PORT en ZL_SMTP_PORT hebben allebei poort');
    await expect(stat(join(env.ZL_DATA_DIR ?? '', 'postgres'))).rejects.toThrow();
    await new Promise((klaar) => bezet.close(klaar));
  });

  test('een adres dat niet van deze computer is: de instelling HOST, code 1', async () => {
    const programma = start({ HOST: '192.0.2.1' });
    expect(await programma.einde).toBe(1);
    expect(programma.fouten()).toContain('Kies een ander adres met de instelling HOST');
    expect(programma.fouten()).not.toContain('bezet');
  });

  test('een eerste start die halverwege stopte wordt afgemaakt; een half verzoek houdt het stoppen niet op', {
    timeout: 120_000,
  }, async () => {
    const eigen = { ZL_DATA_DIR: join(map, 'halverwege') };
    await maakGegevensmap(eigen.ZL_DATA_DIR);
    const { postgres: wachtwoord } = await maakSleutels(eigen.ZL_DATA_DIR);
    const postgres = await startPostgres({
      map: join(eigen.ZL_DATA_DIR, 'postgres'),
      poort: Number(env.ZL_POSTGRES_PORT),
      wachtwoord,
      logbestand: join(eigen.ZL_DATA_DIR, 'logs', 'postgres.log'),
    });
    await maakDatabaseAan(postgres, 'zorglogistiek');
    await postgres.kind.stop();

    const programma = start(eigen);
    onTestFinished(programma.dood);
    const [, api = ''] = gereed.exec(await programma.wachtOpRegel(gereed)) ?? [];
    const db = maakDatabase(postgres.url('zorglogistiek'));
    expect(await db.aanbieder.count()).toBe(aanbieders.length);
    await db.$disconnect();

    const verbinding = await stuurHalfVerzoek(Number(new URL(api).port));
    programma.proces.kill('SIGINT');
    expect(await programma.einde).toBe(0);
    verbinding.destroy();
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
    expect(uitvoer).toContain('Er is geen virusscanner ingesteld');
    expect(uitvoer).toContain('/namespaces/default/workflows?query=');

    const tweede = start();
    expect(await tweede.einde).toBe(1);
    expect(tweede.fouten()).toContain(`Zorglogistiek draait al met de gegevens in ${env.ZL_DATA_DIR}`);

    const voorbeeld = join(import.meta.dirname, '../../voorbeelden/website-behandelgroep-jeugdhulp.json');
    const aanmelding = JSON.parse(await readFile(voorbeeld, 'utf8'));
    const { kenmerk } = await vraag(`${api}`, 'aanmelder', 'aanmeldingen', aanmelding);
    await vraag(`${api}`, 'coordinator', `trajecten/${kenmerk}/triage`, { uitkomst: 'bespreking' });
    await vraag(`${api}`, 'coordinator', `trajecten/${kenmerk}/tafeldatum`, {
      tafelDatum: eersteWerkdag(datumInNederland(Date.now() + dag)),
    });
    const verslag = { aanbieders: ['aanbieder-01'], ...besproken, verslag: 'Eén aanbieder onderzoekt.' };
    const { onderzoeken } = await vraag(`${api}`, 'coordinator', `trajecten/${kenmerk}/verslag`, verslag);
    await wachtTot(
      () => vraag(`${api}`, 'manager', `trajecten/${kenmerk}/gebeurtenissen`),
      ({ gebeurtenissen }) => gebeurtenissen.some(({ soort }) => soort === 'onderzoek-gevraagd'),
    );
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
    // The onderzoek that was open before the stop and the kill goes on where it was.
    const antwoord = { antwoord: 'aanbod' };
    const aanbieder = 'aanbieder --aanbieder aanbieder-01';
    await vraag(`${api}`, aanbieder, `onderzoeken/${onderzoeken[0]}/antwoord`, antwoord);
    await wachtTot(
      () => vraag(`${api}`, 'manager', `trajecten/${kenmerk}`),
      (traject) => traject.wachtOp === 'coordinator',
    );
    const { gebeurtenissen } = await vraag(`${api}`, 'manager', `trajecten/${kenmerk}/gebeurtenissen`);
    expect(gebeurtenissen.map(({ soort }) => soort)).toEqual([
      'aangemeld',
      'traject-begonnen',
      'triage',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
    ]);
    vierde.proces.kill('SIGTERM');
    expect(await vierde.einde).toBe(0);
    expect(await kinderen()).toEqual([undefined, undefined, undefined]);
  });
});
