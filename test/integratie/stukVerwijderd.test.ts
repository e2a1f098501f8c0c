/** What was sent by mistake is taken away: for everybody, at once; who had opened it stays known. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stukBeleid } from '../../domain/stukken.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { openStuk as openInhoud } from '../../infra/stukken/lezen.ts';
import { ruimStukkenOp } from '../../infra/stukken/opruimen.ts';
import { maakMapOpslag } from '../../infra/stukken/opslag.ts';
import { verleenStuktoegang } from '../../infra/stukken/toegang.ts';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { openStuk, pdf, stuurStuk } from '../support/stukken.ts';
import { werkdagOver } from '../support/tafels.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

const bestanden = () => readdir(op.instellingen.ZL_STUKKEN_MAP);
const tafellid: Vraag = { rol: 'aanbieder', wie: 'delegate-7', aanbieder: 'aanbieder-01' };

async function verwijder(id: string, reden: string | null = 'andere-jeugdige', wie: Vraag = {}) {
  await op.nu();
  const antwoord = await op.api.inject({
    method: 'DELETE',
    url: `/v1/stukken/${id}${reden === null ? '' : `?reden=${reden}`}`,
    headers: { authorization: `Bearer ${await op.token(wie)}` },
  });
  return { status: antwoord.statusCode, inhoud: antwoord.json() };
}

const lijst = async (kenmerk: string, wie: Vraag = {}) =>
  (await op.vraag('GET', `/v1/trajecten/${kenmerk}/stukken`, undefined, wie)).inhoud.stukken.map(
    ({ id }: { id: string }) => id,
  );

/** A traject on the table with one stuk, which a tafellid may read. */
async function aanTafel(): Promise<{ kenmerk: string; id: string }> {
  const kenmerk = await op.meldAan();
  const { id } = (await stuurStuk(op, kenmerk)).inhoud;
  const tafelDatum = await werkdagOver(op, 7);
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum });
  const toegang = { contact: 'aanbieder-01-contact-1', aanbieder: 'aanbieder-01' };
  await verleenStuktoegang(op.db, { kenmerk, ...toegang, tafelDatum }, await op.nu());
  return { kenmerk, id };
}

describe('een stuk dat de coördinator verwijdert', () => {
  it('is voor iedereen weg, ook van de schijf; wie het had geopend staat in het antwoord en het aantal in het verhaal', async () => {
    const { kenmerk, id } = await aanTafel();
    const goed = (await stuurStuk(op, kenmerk, { bestand: { naam: 'goed.pdf', inhoud: pdf('goed') } })).inhoud
      .id;
    for (const lezer of [tafellid, tafellid, { rol: 'aanmelder' } as const])
      expect((await openStuk(op, id, lezer)).status).toBe(200);

    const { status, inhoud } = await verwijder(id);
    expect(status).toBe(200);
    expect(inhoud).toMatchObject({
      kenmerk,
      reden: 'andere-jeugdige',
      wie: 'coordinator-1',
      stukken: [{ id, versie: 1 }],
      inzagen: [
        { wie: 'delegate-7', aanbieder: 'aanbieder-01' },
        { wie: 'delegate-7' },
        { wie: 'aanmelder-1' },
      ],
    });
    for (const lezer of [{}, tafellid, { rol: 'aanmelder' } as const]) {
      expect(await lijst(kenmerk, lezer)).toEqual([goed]);
      expect((await openStuk(op, id, lezer)).status).toBe(404);
    }
    expect(await bestanden()).not.toContain(id);
    expect(await op.db.stuk.count({ where: { id } })).toBe(1);
    expect((await op.vraag('GET', `/v1/stukken/${id}/inzage`)).inhoud.inzagen).toHaveLength(3);
    const { gebeurtenissen } = (await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`)).inhoud;
    expect(gebeurtenissen.at(-1)).toMatchObject({
      soort: 'stuk-verwijderd',
      wie: 'coordinator-1',
      tekst: 'Er is een stuk verwijderd: Plan. Reden: andere jeugdige. 2 personen hadden het geopend.',
    });
  });

  it('neemt mee wat dezelfde inhoud heeft in dit traject, behalve als het alleen dubbel is; elders blijft het staan', async () => {
    const [kenmerk, ander] = [await op.meldAan(), await op.meldAan()];
    const stuur = async (waar: string, naam: string): Promise<string> =>
      (await stuurStuk(op, waar, { bestand: { naam } })).inhoud.id;
    const [een, twee, drie] = [
      await stuur(kenmerk, 'een.pdf'),
      await stuur(kenmerk, 'twee.pdf'),
      await stuur(kenmerk, 'drie.pdf'),
    ];
    const elders = await stuur(ander, 'een.pdf');
    expect((await verwijder(een, 'dubbel')).inhoud.stukken).toEqual([{ id: een, versie: 1 }]);
    expect(await lijst(kenmerk)).toEqual([twee, drie]);
    const { inhoud } = await verwijder(twee, 'niet-bestemd');
    expect(inhoud.stukken.map(({ id }: { id: string }) => id)).toEqual([twee, drie]);
    expect(await lijst(kenmerk)).toEqual([]);
    expect(await bestanden()).not.toEqual(expect.arrayContaining([drie]));
    expect(await lijst(ander)).toEqual([elders]);
    expect((await openStuk(op, elders)).status).toBe(200);
  });

  it('twee keer, ook tegelijk en door een ander, is één keer: het antwoord blijft dat van de eerste', async () => {
    const kenmerk = await op.meldAan();
    const { id } = (await stuurStuk(op, kenmerk)).inhoud;
    const eersten = await Promise.all([1, 2, 3].map(() => verwijder(id)));
    const later = await verwijder(id, 'dubbel', { wie: 'coordinator-2' });
    for (const antwoord of [...eersten, later]) expect(antwoord).toEqual({ ...eersten[0], status: 200 });
    expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'stuk-verwijderd')).toHaveLength(1);
    expect(await op.db.auditRegel.count({ where: { kenmerk, wat: 'stuk-verwijderd' } })).toBe(1);
  });

  it('kan niet door een ander, niet zonder reden, en niet als het er niet is', async () => {
    const { kenmerk, id } = await aanTafel();
    for (const wie of [tafellid, { rol: 'aanmelder' }, { rol: 'manager' }] as const)
      expect((await verwijder(id, 'andere-jeugdige', wie)).status).toBe(403);
    for (const reden of [null, 'zomaar']) expect((await verwijder(id, reden)).status).toBe(400);
    expect((await verwijder('00000000-0000-4000-8000-000000000000')).status).toBe(404);
    expect(await lijst(kenmerk, tafellid)).toEqual([id]);
  });

  it('maakt plaats voor een ander: het telt niet mee, wordt niet vervangen, en kan ook na het afsluiten weg', async () => {
    const kenmerk = await op.meldAan();
    const eerste = (await stuurStuk(op, kenmerk)).inhoud;
    const rij = await op.db.stuk.findUniqueOrThrow({ where: { id: eerste.id } });
    await op.db.stuk.createMany({
      data: Array.from({ length: stukBeleid.hoogstensStukken - 1 }, (_, i) => ({
        ...rij,
        id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        versie: i + 2,
        idempotencyKey: `vulling-${i}`,
      })),
    });
    const nieuw = { bestand: { naam: 'nieuw.pdf', inhoud: pdf('nieuw') } };
    expect((await stuurStuk(op, kenmerk, nieuw)).status).toBe(400);
    await verwijder(eerste.id, 'dubbel');
    const oud = await stuurStuk(op, kenmerk, { ...nieuw, velden: { vervangt: eerste.id } });
    expect(oud.status).toBe(400);
    const plaats = await stuurStuk(op, kenmerk, nieuw);
    expect(plaats.status).toBe(201);
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    expect((await verwijder(plaats.inhoud.id, 'verkeerd-bestand')).status).toBe(200);
    expect((await openStuk(op, plaats.inhoud.id)).status).toBe(404);
  });
});

describe('een stuk dat wordt verwijderd terwijl iemand leest', () => {
  it('leest die uit; wie daarna komt, opent niets, en wie het opende staat altijd in het antwoord', async () => {
    const kenmerk = await op.meldAan();
    const { id } = (await stuurStuk(op, kenmerk)).inhoud;
    const opslag = maakMapOpslag(op.instellingen.ZL_STUKKEN_MAP);
    const lezer = { wie: 'coordinator-9', rol: 'coordinator' } as const;
    const bezig = await openInhoud(op.db, opslag, lezer, id, await op.nu());
    const lezers = Array.from({ length: 8 }, (_, i) => `coordinator-1${i}`);
    const [weg, ...geopend] = await Promise.all([
      verwijder(id),
      ...lezers.map(async (wie) => ((await openStuk(op, id, { wie })).status === 200 ? wie : null)),
    ]);
    if (!bezig) throw new Error('the first reader could not open it');
    expect((await buffer(bezig.inhoud)).equals(pdf())).toBe(true);
    const bekend = weg.inhoud.inzagen.map(({ wie }: { wie: string }) => wie);
    expect(bekend).toContain('coordinator-9');
    expect(bekend).toEqual(expect.arrayContaining(geopend.filter((wie) => wie !== null)));
    expect(await op.db.stukInzage.count({ where: { stukId: id } })).toBe(bekend.length);
    expect(await openInhoud(op.db, opslag, lezer, id, await op.nu())).toBeNull();
  });

  it('en wat daarna toch nog op de schijf staat, gaat bij het opruimen weg, hoe nieuw het ook is', async () => {
    const kenmerk = await op.meldAan();
    const { id } = (await stuurStuk(op, kenmerk)).inhoud;
    await verwijder(id);
    // As if the program had ended between the row and the file.
    await writeFile(join(op.instellingen.ZL_STUKKEN_MAP, id), pdf());
    const opslag = maakMapOpslag(op.instellingen.ZL_STUKKEN_MAP);
    const telling = await ruimStukkenOp({
      db: op.db,
      opslag,
      klok: systeemKlok,
      logboek: pino({ level: 'silent' }),
    });
    expect(telling).toMatchObject({ verwijderd: 1, zonderRij: 0 });
    expect(await bestanden()).not.toContain(id);
  });
});
