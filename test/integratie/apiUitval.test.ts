import { randomUUID } from 'node:crypto';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { bouwApi } from '../../api/server.ts';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { handelNieuweAf } from '../../infra/afhandeling.ts';
import { maakDatabase } from '../../infra/database.ts';
import { herstelslot, maakHerstel, overnameNa } from '../../infra/herstel.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

const logboek = pino({ level: 'silent' });
/** Later than anything that the test sent is left to the API itself. */
const later = { nu: () => Date.now() + overnameNa + 1_000 };

let op: Opstelling;
let zonderTemporal: Api;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  zonderTemporal = await bouwApi({
    db: op.db,
    temporal: new Client({ connection: Connection.lazy({ address: '127.0.0.1:1' }) }),
    instellingen: op.instellingen,
    klok: systeemKlok,
    logboek,
  });
});
afterAll(async () => {
  await zonderTemporal.close();
  await op.sluit();
});

async function stuur(
  api: Api,
  url: string,
  payload: object,
  rol: 'coordinator' | 'aanmelder',
  sleutel: string,
) {
  const antwoord = await api.inject({
    method: 'POST',
    url,
    payload,
    headers: { authorization: `Bearer ${await op.token({ rol })}`, 'idempotency-key': sleutel },
  });
  return { status: antwoord.statusCode, inhoud: antwoord.json(), headers: antwoord.headers };
}

const herstel = (client = op.client) =>
  maakHerstel({
    db: op.db,
    temporal: client,
    taskQueue: op.instellingen.ZL_TASK_QUEUE,
    klok: later,
    logboek,
  })();

describe('als Temporal weg is', () => {
  it('wordt een aanmelding bewaard, en start het traject later precies één keer', async () => {
    const sleutel = randomUUID();
    const bewaard = await stuur(
      zonderTemporal,
      '/v1/aanmeldingen',
      aanmeldingVoorbeeld,
      'aanmelder',
      sleutel,
    );
    expect(bewaard).toMatchObject({ status: 201, inhoud: { gestart: false } });
    const { kenmerk } = bewaard.inhoud;
    await expect(op.trajectWorkflow(kenmerk).describe()).rejects.toThrow();

    await Promise.all([herstel(), herstel()]);
    expect((await op.trajectWorkflow(kenmerk).describe()).status.name).toBe('RUNNING');
    const nogEens = await stuur(op.api, '/v1/aanmeldingen', aanmeldingVoorbeeld, 'aanmelder', sleutel);
    expect(nogEens).toMatchObject({ status: 201, inhoud: { kenmerk, gestart: true } });
    expect(await op.db.invoerUitkomst.count({ where: { invoer: { kenmerk } } })).toBe(1);
  });

  it('wordt een besluit bewaard met 202, en later verwerkt', async () => {
    const kenmerk = await op.meldAan();
    const sleutel = randomUUID();
    const pad = `/v1/trajecten/${kenmerk}/triage`;
    const bewaard = await stuur(zonderTemporal, pad, { uitkomst: 'bespreking' }, 'coordinator', sleutel);
    expect(bewaard).toMatchObject({
      status: 202,
      headers: { location: `/v1/invoer/${bewaard.inhoud.invoerId}` },
      inhoud: { status: 'bewaard', melding: expect.stringContaining('binnen een minuut') },
    });
    const lees = async () => (await op.vraag('GET', bewaard.headers.location as string)).inhoud;
    expect(await lees()).toMatchObject({ status: 'bewaard', antwoord: null });

    await herstel();
    expect(await lees()).toMatchObject({ status: 'verwerkt', antwoord: { fase: 'voorbereiding' } });
    expect(await stuur(op.api, pad, { uitkomst: 'bespreking' }, 'coordinator', sleutel)).toMatchObject({
      status: 200,
      inhoud: { fase: 'voorbereiding' },
    });
    expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'triage')).toHaveLength(1);
  });

  it('wordt een bewaard besluit dat niet meer kan, later geweigerd', async () => {
    const kenmerk = await op.meldAan();
    const sleutel = randomUUID();
    const pad = `/v1/trajecten/${kenmerk}/triage`;
    const intrekking = `/v1/trajecten/${kenmerk}/intrekking`;
    await stuur(zonderTemporal, intrekking, { reden: 'plek-gevonden' }, 'coordinator', randomUUID());
    await stuur(zonderTemporal, pad, { uitkomst: 'bespreking' }, 'coordinator', sleutel);
    await herstel();
    expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'ingetrokken' });
    expect(await stuur(op.api, pad, { uitkomst: 'bespreking' }, 'coordinator', sleutel)).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:afgesloten$/) },
    });
  });

  it('laat de hersteller alles zoals het is, en één die niet lukt houdt de rest niet op', async () => {
    const kenmerk = await op.meldAan();
    const invoer = (soort: string, wanneer: number) => ({
      id: randomUUID(),
      wie: 'coordinator-1',
      rol: 'coordinator',
      idempotencyKey: randomUUID(),
      bodyHash: 'x',
      soort,
      kenmerk,
      onderzoekId: soort === 'nieuws' ? `onderzoek-${kenmerk}-aanbieder-01-r1` : null,
      codes: soort === 'nieuws' ? {} : { uitkomst: 'bespreking' },
      vrijeTekst: {},
      ingediendTijdstip: new Date(Date.now() - wanneer),
    });
    // The onderzoek of the first does not exist: it stays without an outcome.
    const [onmogelijk, mogelijk] = [invoer('nieuws', 2_000), invoer('triage', 1_000)];
    await op.db.invoer.createMany({ data: [onmogelijk, mogelijk] });
    await herstel();
    expect(
      await op.db.invoerUitkomst.findMany({ where: { invoer: { kenmerk, soort: { not: 'aanmelding' } } } }),
    ).toMatchObject([{ invoerId: mogelijk.id, uitkomst: 'verwerkt' }]);
  });

  it('is de API niet gereed, en leeft zij wel', async () => {
    expect((await zonderTemporal.inject('/health/live')).statusCode).toBe(200);
    const gereed = await zonderTemporal.inject('/health/ready');
    expect(gereed.statusCode).toBe(503);
    expect(gereed.json().detail).toBe('Niet bereikbaar: Temporal.');
    expect((await op.api.inject('/health/ready')).statusCode).toBe(200);
  });
});

describe('als een besluit niet van een persoon komt', () => {
  it('wordt een invoer die nooit via de API ging geweigerd, en blijft die geweigerd', async () => {
    const kenmerk = await op.meldAan();
    const id = randomUUID();
    await op.db.invoer.create({
      data: {
        id,
        wie: 'coordinator-1',
        rol: 'coordinator',
        idempotencyKey: id,
        bodyHash: 'x',
        soort: 'triage',
        kenmerk,
        codes: { uitkomst: 'misschien' },
        vrijeTekst: {},
        ingediendTijdstip: new Date(),
      },
    });
    await herstel();
    expect(await op.db.invoerUitkomst.findUnique({ where: { invoerId: id } })).toMatchObject({
      uitkomst: 'geweigerd',
      antwoord: { code: 'invoer-ongeldig' },
    });
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'intake' });
  });
});

describe('een invoer zonder antwoord', () => {
  let volgnummer = 0;
  const bewaar = (kenmerk: string, soort: string, codes: object) => {
    const id = randomUUID();
    const { wie, rol } = { wie: 'coordinator-1', rol: 'coordinator' };
    const ingediendTijdstip = new Date(Date.now() + volgnummer++);
    return op.db.invoer.create({
      data: {
        id,
        wie,
        rol,
        idempotencyKey: id,
        bodyHash: 'x',
        soort,
        kenmerk,
        codes,
        vrijeTekst: {},
        ingediendTijdstip,
      },
    });
  };

  it('houdt het eerste antwoord dat hij krijgt', async () => {
    const kenmerk = await op.meldAan();
    const invoer = await bewaar(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    const eerste = { uitkomst: 'verwerkt', antwoord: { kenmerk, fase: 'afgesloten' } };
    await op.db.invoerUitkomst.create({ data: { invoerId: invoer.id, tijdstip: new Date(), ...eerste } });
    // The update itself is refused: the traject is in its intake.
    const { ZL_TASK_QUEUE: taskQueue } = op.instellingen;
    const uitkomst = await handelNieuweAf(
      { db: op.db, temporal: op.client, taskQueue, klok: systeemKlok, logboek },
      invoer,
    );
    expect(uitkomst).toEqual(eerste);
  });

  it('wordt na een eerdere voor hetzelfde traject hersteld, niet ervoor', async () => {
    const kenmerken = await Promise.all([op.meldAan(), op.meldAan(), op.meldAan()]);
    const tafelDatum = await werkdagOver(op, 3);
    for (const kenmerk of kenmerken) {
      await bewaar(kenmerk, 'triage', { uitkomst: 'bespreking' });
      await bewaar(kenmerk, 'tafeldatum', { tafelDatum });
      await bewaar(kenmerk, 'verslag', { aanwezig: ['aanmelder'], aanbieders: ['aanbieder-01'] });
    }
    await herstel();
    for (const kenmerk of kenmerken) expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek' });
  });

  it('wordt door één hersteller tegelijk opgepakt', async () => {
    const kenmerk = await op.meldAan();
    const { id: invoerId } = await bewaar(kenmerk, 'triage', { uitkomst: 'bespreking' });
    const bezig = new pg.Client({ connectionString: op.instellingen.DATABASE_URL });
    await bezig.connect();
    await bezig.query(`BEGIN; SELECT pg_advisory_xact_lock(${herstelslot})`);
    await herstel();
    expect(await op.db.invoerUitkomst.findUnique({ where: { invoerId } })).toBeNull();
    await bezig.query('COMMIT');
    await bezig.end();
    await herstel();
    expect(await op.db.invoerUitkomst.findUnique({ where: { invoerId } })).toMatchObject({
      uitkomst: 'verwerkt',
    });
  });
});

describe('als de database weg is', () => {
  const naam = () => new URL(op.instellingen.DATABASE_URL).pathname.slice(1);

  async function alsBeheerder(opdrachten: string[]): Promise<void> {
    const client = new pg.Client({ connectionString: `${inject('servers').postgres}postgres` });
    await client.connect();
    try {
      for (const opdracht of opdrachten) await client.query(opdracht);
    } finally {
      await client.end();
    }
  }

  it('is het antwoord 503, blijft er niets half achter, en lukt hetzelfde verzoek daarna', async () => {
    const eerder = await op.db.aanmelding.count();
    const sleutel = randomUUID();
    await alsBeheerder([
      `ALTER DATABASE ${naam()} ALLOW_CONNECTIONS false`,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${naam()}'`,
    ]);
    try {
      const weg = await stuur(op.api, '/v1/aanmeldingen', aanmeldingVoorbeeld, 'aanmelder', sleutel);
      expect(weg).toMatchObject({
        status: 503,
        headers: { 'retry-after': '30', 'content-type': expect.stringContaining('application/problem+json') },
        inhoud: { type: expect.stringMatching(/:niet-beschikbaar$/) },
      });
      expect((await op.api.inject('/health/ready')).json().detail).toContain('de database');
    } finally {
      await alsBeheerder([`ALTER DATABASE ${naam()} ALLOW_CONNECTIONS true`]);
    }
    const gelukt = await stuur(op.api, '/v1/aanmeldingen', aanmeldingVoorbeeld, 'aanmelder', sleutel);
    expect(gelukt).toMatchObject({ status: 201, inhoud: { gestart: true } });
    expect(await op.db.aanmelding.count()).toBe(eerder + 1);
  });

  it('halverwege een verzoek, is het antwoord 503 en blijft er niets half achter', async () => {
    const verbindingen = new Set<Socket>();
    const doorgeefluik = createServer((van) => {
      const { hostname, port } = new URL(op.instellingen.DATABASE_URL);
      const naar = connect(Number(port), hostname);
      for (const verbinding of [van, naar]) {
        verbindingen.add(verbinding);
        verbinding.on('error', () => {});
      }
      van.pipe(naar).pipe(van);
    });
    await new Promise<void>((klaar) => doorgeefluik.listen(0, '127.0.0.1', klaar));
    const url = new URL(op.instellingen.DATABASE_URL);
    url.hostname = '127.0.0.1';
    url.port = String((doorgeefluik.address() as AddressInfo).port);
    const db = maakDatabase(url.href);
    const api = await bouwApi({
      db,
      temporal: op.client,
      instellingen: op.instellingen,
      klok: systeemKlok,
      logboek,
    });

    const eerder = await op.db.jeugdige.count();
    const sleutel = randomUUID();
    const slot = new pg.Client({ connectionString: op.instellingen.DATABASE_URL });
    await slot.connect();
    await slot.query('BEGIN; LOCK TABLE "Kenmerkreeks"');
    const nieuweJeugdige = {
      ...aanmeldingVoorbeeld,
      jeugdige: { ...aanmeldingVoorbeeld.jeugdige, bsn: '999990020' },
    };
    const verzoek = stuur(api, '/v1/aanmeldingen', nieuweJeugdige, 'aanmelder', sleutel);
    await wachtTot(
      () => op.db.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
      (wachtend) => wachtend.length === 1,
    );
    for (const verbinding of verbindingen) verbinding.destroy();
    expect(await verzoek).toMatchObject({ status: 503 });
    await slot.query('ROLLBACK');
    await slot.end();

    expect(await op.db.jeugdige.count()).toBe(eerder);
    expect(await stuur(api, '/v1/aanmeldingen', nieuweJeugdige, 'aanmelder', sleutel)).toMatchObject({
      status: 201,
    });
    expect(await op.db.invoer.count({ where: { idempotencyKey: sleutel } })).toBe(1);
    await api.close();
    await db.$disconnect();
    doorgeefluik.close();
  });
});
