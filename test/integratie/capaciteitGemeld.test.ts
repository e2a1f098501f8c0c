import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { type Antwoord, maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel', metWorker: false });
});
afterAll(() => op.sluit());

/** Works in jeugdhulp and lvb. */
const breed = 'aanbieder-03';
const van = (aanbieder: string): Vraag => ({ rol: 'aanbieder', aanbieder });
const meld = (aanbieder: string, melding: object, wie: Vraag = {}) =>
  op.vraag('PUT', `/v1/aanbieders/${aanbieder}/capaciteit`, melding, wie);
const verloop = (aanbieder: string, vraag = '', wie: Vraag = {}) =>
  op.vraag('GET', `/v1/aanbieders/${aanbieder}/capaciteit${vraag}`, undefined, wie);
const inDeLijst = async (code: string, wie: Vraag = {}) =>
  (await op.vraag('GET', '/v1/aanbieders?limiet=100', undefined, wie)).inhoud.aanbieders.find(
    (aanbieder: { code: string }) => aanbieder.code === code,
  ).capaciteit;

describe('de capaciteit van een aanbieder', () => {
  it('is leeg zolang er niets is gemeld', async () => {
    expect(await inDeLijst('aanbieder-05')).toEqual([]);
  });

  it('staat na een melding bij de aanbieder: wat, sinds wanneer en hoe oud', async () => {
    const totDatum = await op.datum(60);
    const gemeld = await meld(breed, { status: 'wachtlijst', totDatum }, van(breed));
    const begin = gemeld.inhoud.capaciteit[0].gemeldTijdstip;
    const stand = (sector: string) => ({
      sector,
      status: 'wachtlijst',
      totDatum,
      sindsTijdstip: begin,
      gemeldTijdstip: begin,
      dagenGeleden: 0,
    });
    expect(gemeld).toMatchObject({
      status: 200,
      inhoud: { capaciteit: [stand('jeugdhulp'), stand('lvb')] },
    });

    await op.verstrijk('3 days');
    for (const rol of ['coordinator', 'manager', 'aanmelder'] as const)
      expect(await inDeLijst(breed, { rol })).toEqual(
        ['jeugdhulp', 'lvb'].map((sector) => ({ ...stand(sector), dagenGeleden: 3 })),
      );
  });

  it('verandert alleen in de sectoren die de melding noemt', async () => {
    await meld(breed, { status: 'vol' });
    const antwoord = await meld(breed, { status: 'plek', sectoren: ['lvb'] });
    expect(antwoord.inhoud.capaciteit).toMatchObject([
      { sector: 'jeugdhulp', status: 'vol', totDatum: null },
      { sector: 'lvb', status: 'plek', totDatum: null },
    ]);
  });

  it('is sinds de eerste melding zo als zij wordt bevestigd, en sinds nu als zij verandert', async () => {
    const code = 'aanbieder-01';
    const meldEen = async (melding: object) => (await meld(code, melding)).inhoud.capaciteit[0];
    const eerste = await meldEen({ status: 'vol' });
    expect(eerste.sindsTijdstip).toBe(eerste.gemeldTijdstip);
    await op.verstrijk('7 days');
    const bevestigd = await meldEen({ status: 'vol', totDatum: await op.datum(30) });
    expect(bevestigd.sindsTijdstip).toBe(eerste.gemeldTijdstip);
    expect(Date.parse(bevestigd.gemeldTijdstip)).toBeGreaterThan(Date.parse(eerste.gemeldTijdstip));
    expect(bevestigd.dagenGeleden).toBe(0);
    await op.verstrijk('1 day');
    const veranderd = await meldEen({ status: 'plek' });
    expect(veranderd.sindsTijdstip).toBe(veranderd.gemeldTijdstip);
  });

  it('houdt iedere melding vast, met wie haar deed: de nieuwste eerst, in pagina’s', async () => {
    const code = 'aanbieder-02';
    for (const status of ['plek', 'vol', 'plek']) await meld(code, { status }, { wie: 'coordinator-2' });
    await meld(code, { status: 'vol' }, { ...van(code), wie: 'medewerker-7' });
    const gezien: string[] = [];
    let vraag = '?limiet=3';
    do {
      const { inhoud } = await verloop(code, vraag, van(code));
      for (const { status, wie, rol } of inhoud.meldingen) gezien.push(`${status} ${rol} ${wie}`);
      vraag = inhoud.volgende && `?limiet=3&cursor=${inhoud.volgende}`;
    } while (vraag);
    expect(gezien).toEqual([
      'vol aanbieder medewerker-7',
      'plek coordinator coordinator-2',
      'vol coordinator coordinator-2',
      'plek coordinator coordinator-2',
    ]);
    expect(await op.db.auditRegel.count({ where: { kenmerk: code, wat: 'capaciteit-gemeld' } })).toBe(4);
    await expect(op.db.capaciteit.deleteMany({ where: { aanbieder: code } })).rejects.toThrow();
  });

  it('wacht op een melding die nog bezig is, en kent haar dan', async () => {
    const code = 'aanbieder-07';
    const eerder = new Date((await op.nu()) - 5 * dag);
    let isKlaar = false;
    let tweede = Promise.resolve<Antwoord | undefined>(undefined);
    await op.db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT "code" FROM "Aanbieder" WHERE "code" = ${code} FOR NO KEY UPDATE`;
        tweede = meld(code, { status: 'vol' }).finally(() => {
          isKlaar = true;
        });
        await wachtTot(async () => {
          const wachtend = await op.db.$queryRaw<unknown[]>`
            SELECT "pid" FROM pg_stat_activity
            WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`;
          return isKlaar || wachtend.length > 0;
        }, Boolean);
        await tx.capaciteit.create({
          data: {
            aanbieder: code,
            sector: 'j-ggz',
            status: 'vol',
            sindsTijdstip: eerder,
            gemeldTijdstip: eerder,
            wie: 'coordinator-2',
            rol: 'coordinator',
          },
        });
      },
      { timeout: 55_000 },
    );
    expect((await tweede)?.inhoud.capaciteit).toMatchObject([
      { sector: 'j-ggz', sindsTijdstip: eerder.toISOString() },
    ]);
  });
});

describe('een melding van capaciteit die niet kan', () => {
  it.each<[string, () => object | Promise<object>, string, string]>([
    ['een wachtlijst zonder datum', () => ({ status: 'wachtlijst' }), 'totDatum', 'tot wanneer'],
    [
      'een datum in het verleden',
      async () => ({ status: 'wachtlijst', totDatum: await op.datum(-1) }),
      'totDatum',
      'al voorbij',
    ],
    [
      'een datum over meer dan twee jaar',
      async () => ({ status: 'vol', totDatum: await op.datum(800) }),
      'totDatum',
      'meer dan twee jaar',
    ],
    [
      'een datum bij een plek die er is',
      async () => ({ status: 'plek', totDatum: await op.datum(5) }),
      'totDatum',
      'hoort hier niet',
    ],
    [
      'een sector waarin de aanbieder niet werkt',
      () => ({ status: 'plek', sectoren: ['lvb'] }),
      'sectoren.0',
      'werkt niet in deze sector',
    ],
    [
      'tweemaal dezelfde sector',
      () => ({ status: 'plek', sectoren: ['j-ggz', 'j-ggz'] }),
      'sectoren',
      'één keer',
    ],
    ['geen enkele sector', () => ({ status: 'plek', sectoren: [] }), 'sectoren', 'minstens één'],
    ['een onbekende status', () => ({ status: 'druk' }), 'status', 'Kies één van: plek, wachtlijst, vol'],
    ['een onbekend veld', () => ({ status: 'plek', waarom: 'Zomer' }), 'waarom', 'kennen wij niet'],
  ])('%s: zegt welk veld, en bewaart niets', async (_naam, maak, veld, melding) => {
    const eerder = await op.db.capaciteit.count();
    expect(await meld('aanbieder-12', await maak())).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld, label: expect.any(String), melding: expect.stringContaining(melding) }] },
    });
    expect(await op.db.capaciteit.count()).toBe(eerder);
  });

  it('een wachtlijst loopt tot een dag na vandaag: vandaag zelf kan niet, morgen wel', async () => {
    const melding = async (dagen: number) => ({ status: 'wachtlijst', totDatum: await op.datum(dagen) });
    expect(await meld('aanbieder-12', await melding(0))).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'totDatum' }] },
    });
    expect((await meld('aanbieder-12', await melding(1))).status).toBe(200);
  });

  it.each<[string, Vraag, string, number]>([
    ['een andere aanbieder', van('aanbieder-06'), breed, 404],
    ['een aanmelder', { rol: 'aanmelder' }, breed, 403],
    ['een manager', { rol: 'manager' }, breed, 403],
    ['een coördinator, voor een aanbieder die er niet is', {}, 'aanbieder-999', 404],
  ])('%s mag niet melden', async (_naam, wie, aanbieder, status) => {
    const eerder = await op.db.capaciteit.count();
    expect((await meld(aanbieder, { status: 'plek' }, wie)).status).toBe(status);
    expect(await op.db.capaciteit.count()).toBe(eerder);
  });

  it.each<[string, Vraag, string, number]>([
    ['een andere aanbieder', van('aanbieder-06'), breed, 404],
    ['een aanmelder', { rol: 'aanmelder' }, breed, 403],
    ['een coördinator, van een aanbieder die er niet is', {}, 'aanbieder-999', 404],
  ])('%s leest niet wat er is gemeld', async (_naam, wie, aanbieder, status) => {
    expect((await verloop(aanbieder, '', wie)).status).toBe(status);
  });

  it('een cursor die wij niet maakten, is 400', async () => {
    const cursor = Buffer.from('99999999999').toString('base64url');
    expect((await verloop(breed, `?cursor=${cursor}`)).status).toBe(400);
  });
});
