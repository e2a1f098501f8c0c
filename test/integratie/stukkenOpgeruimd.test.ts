/** What interrupted work leaves of stukken is swept: on real files, of which the age is set back. */
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systeemKlok } from '../../infra/klok.ts';
import { bewaarStuk } from '../../infra/stukken/bewaren.ts';
import { opruimbeleid, ruimStukkenOp } from '../../infra/stukken/opruimen.ts';
import { maakMapOpslag, type StukOpslag } from '../../infra/stukken/opslag.ts';
import type { Stuk } from '../../prisma/client/client.ts';
import { zaai } from '../../prisma/seed.ts';
import { maakDossier } from '../support/dossier.ts';
import { maakOpstelling } from '../support/opstelling.ts';
import { maakDatabase } from '../support/servers.ts';
import { pdf } from '../support/stukken.ts';
import { wachtTot } from '../support/wachtTot.ts';

const kenmerk = 'ZL-2025-0014';
const lang = opruimbeleid.minstensOud + 60_000;
let database: Awaited<ReturnType<typeof maakDatabase>>;
let map: string;
let opslag: StukOpslag;
let logregels: string[];
beforeAll(async () => {
  database = await maakDatabase();
  await zaai(database.db);
  await maakDossier(database.db, kenmerk);
});
afterAll(() => database.sluit());
beforeEach(async () => {
  map = await mkdtemp(join(tmpdir(), 'stukken-'));
  opslag = maakMapOpslag(map);
  logregels = [];
});
afterEach(async () => {
  await database.db.stukInzage.deleteMany();
  await database.db.stuk.deleteMany();
  await rm(map, { recursive: true, force: true });
});

const ruimOp = () =>
  ruimStukkenOp({
    db: database.db,
    opslag,
    klok: systeemKlok,
    logboek: pino({}, { write: (regel) => logregels.push(regel) }),
  });

async function verouder(...namen: string[]): Promise<void> {
  const toen = new Date(Date.now() - lang);
  for (const naam of namen) await utimes(join(map, naam), toen, toen);
}

/** A stuk with its row and its content, an hour old. */
async function bewaard(idempotencyKey: string = randomUUID()): Promise<Stuk> {
  const id = randomUUID();
  const bestand = await opslag.ontvang(Readable.from([pdf()]));
  await opslag.bewaar(bestand, id);
  const stuk = await database.db.$transaction((tx) =>
    bewaarStuk(
      tx,
      id,
      bestand,
      {
        kenmerk,
        soort: 'plan',
        vervangt: undefined,
        naam: `${idempotencyKey}.pdf`,
        mediatype: 'application/pdf',
        gescand: true,
        wie: 'aanmelder-1',
        rol: 'aanmelder',
        idempotencyKey,
      },
      Date.now() - lang,
    ),
  );
  if (typeof stuk === 'string') throw new Error(stuk);
  await verouder(stuk.id);
  return stuk;
}

/** Content of which the row was never stored: the program was killed in between. */
async function zonderRij(): Promise<string> {
  const id = randomUUID();
  await opslag.bewaar(await opslag.ontvang(Readable.from([pdf()])), id);
  return id;
}

async function beslis(stuk: Stuk, uitkomst: 'verwerkt' | 'geweigerd'): Promise<void> {
  await database.db.invoer.create({
    data: {
      id: randomUUID(),
      wie: stuk.wie,
      rol: stuk.rol,
      idempotencyKey: stuk.idempotencyKey,
      bodyHash: 'hash',
      soort: 'stuk',
      kenmerk,
      codes: {},
      vrijeTekst: {},
      ingediendTijdstip: stuk.ingediendTijdstip,
      uitkomst: { create: { uitkomst, antwoord: {}, tijdstip: stuk.ingediendTijdstip } },
    },
  });
}

const inhoud = async () => (await readdir(map)).filter((naam) => naam !== 'tijdelijk').sort();
const tijdelijk = () => readdir(join(map, 'tijdelijk'));

describe('opgeruimd wordt', () => {
  it('het bestand van een upload die is afgebroken; een upload die nog loopt blijft', async () => {
    const bron = new PassThrough();
    const ontvangst = opslag.ontvang(bron);
    bron.write('eerste helft, ');
    const [lopend = ''] = await wachtTot(
      () => tijdelijk().catch(() => []),
      (namen) => namen.length > 0,
    );
    const afgebroken = randomUUID();
    await writeFile(join(map, 'tijdelijk', afgebroken), 'half');
    const pas = randomUUID();
    await writeFile(join(map, 'tijdelijk', pas), 'net begonnen');
    await verouder(join('tijdelijk', afgebroken));
    expect(await ruimOp()).toEqual({ tijdelijk: 1, zonderRij: 0, geweigerd: 0, verwijderd: 0 });
    expect((await tijdelijk()).sort()).toEqual([lopend, pas].sort());
    bron.end('tweede helft');
    expect((await ontvangst).grootte).toBe('eerste helft, tweede helft'.length);
  });

  it('inhoud zonder rij; wat een rij heeft blijft, en wat net binnen is ook', async () => {
    const stuk = await bewaard();
    const [oud, nieuw] = [await zonderRij(), await zonderRij()];
    await verouder(oud);
    expect(await ruimOp()).toEqual({ tijdelijk: 0, zonderRij: 1, geweigerd: 0, verwijderd: 0 });
    expect(await inhoud()).toEqual([stuk.id, nieuw].sort());
    expect(await ruimOp()).toEqual({ tijdelijk: 0, zonderRij: 0, geweigerd: 0, verwijderd: 0 });
    expect(logregels.join('')).toContain('stukken zijn opgeruimd');
  });

  it('een stuk dat is geweigerd toen de afzender al weg was, met zijn inhoud', async () => {
    const [aangenomen, geweigerd, zonderAntwoord] = [await bewaard(), await bewaard(), await bewaard()];
    await beslis(aangenomen, 'verwerkt');
    await beslis(geweigerd, 'geweigerd');
    expect(await ruimOp()).toEqual({ tijdelijk: 0, zonderRij: 0, geweigerd: 1, verwijderd: 0 });
    const over = [aangenomen.id, zonderAntwoord.id].sort();
    expect(await inhoud()).toEqual(over);
    expect((await database.db.stuk.findMany()).map(({ id }) => id).sort()).toEqual(over);
  });

  it('hoogstens honderd bestanden per keer, de rest de volgende keer', async () => {
    await mkdir(join(map, 'tijdelijk'));
    const namen = Array.from({ length: opruimbeleid.hoogstens + 1 }, () => join('tijdelijk', randomUUID()));
    for (const naam of namen) await writeFile(join(map, naam), 'half');
    await verouder(...namen);
    expect((await ruimOp()).tijdelijk).toBe(opruimbeleid.hoogstens);
    expect((await ruimOp()).tijdelijk).toBe(1);
  });
});

describe('niet opgeruimd wordt', () => {
  it('wat niet van ons is: een map, of een bestand met een andere naam', async () => {
    await mkdir(join(map, randomUUID()));
    await writeFile(join(map, 'leesmij.txt'), 'van de beheerder');
    await verouder('leesmij.txt', ...(await readdir(map)));
    const voor = await inhoud();
    expect(await ruimOp()).toEqual({ tijdelijk: 0, zonderRij: 0, geweigerd: 0, verwijderd: 0 });
    expect(await inhoud()).toEqual(voor);
  });

  it('de inhoud van een andere database: dan klopt de map niet, en dat staat in het logboek', async () => {
    const stuk = await bewaard();
    const vreemd: string[] = [];
    for (let keer = 0; keer <= opruimbeleid.verdacht; keer++) vreemd.push(await zonderRij());
    await verouder(...vreemd);
    expect((await ruimOp()).zonderRij).toBe(0);
    expect(await inhoud()).toEqual([stuk.id, ...vreemd].sort());
    expect(logregels.join('')).toContain('Controleer ZL_STUKKEN_MAP en DATABASE_URL');
  });

  it('iets als er nog nooit een stuk was', async () => {
    await rm(map, { recursive: true });
    expect(await ruimOp()).toEqual({ tijdelijk: 0, zonderRij: 0, geweigerd: 0, verwijderd: 0 });
  });
});

it('de API ruimt op zodra die luistert', async () => {
  const op = await maakOpstelling({ tijd: 'echt', metWorker: false });
  const { ZL_STUKKEN_MAP } = op.instellingen;
  const pad = join(ZL_STUKKEN_MAP, 'tijdelijk', randomUUID());
  await mkdir(join(ZL_STUKKEN_MAP, 'tijdelijk'), { recursive: true });
  await writeFile(pad, 'half');
  const toen = new Date(Date.now() - lang);
  await utimes(pad, toen, toen);
  await op.api.listen({ host: '127.0.0.1', port: 0 });
  await wachtTot(
    () => readdir(join(ZL_STUKKEN_MAP, 'tijdelijk')),
    (namen) => namen.length === 0,
  );
  await op.sluit();
});
