import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClamAv, maakClamAv } from '../support/clamav.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { openStuk, pdf, stuurStuk, veldfout } from '../support/stukken.ts';
import { wachtTot } from '../support/wachtTot.ts';
import { docx, odt } from '../support/zip.ts';

let op: Opstelling;
let clamav: ClamAv;
beforeAll(async () => {
  clamav = await maakClamAv();
  op = await maakOpstelling({ tijd: 'echt', clamav: clamav.unix });
});
afterAll(async () => {
  await op?.sluit();
  await clamav?.stop();
});

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('een stuk', () => {
  it('wordt bewaard, staat in de lijst en is te openen zoals het is gestuurd', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    const naam = 'verslag Łucja (1).pdf';
    const inhoud = pdf('Een verslag.');
    const antwoord = await stuurStuk(
      op,
      kenmerk,
      { velden: { soort: 'verslag-onderzoek' }, bestand: { naam, inhoud } },
      { rol: 'aanmelder' },
    );
    expect(antwoord).toMatchObject({
      status: 201,
      inhoud: {
        kenmerk,
        versie: 1,
        soort: 'verslag-onderzoek',
        naam,
        mediatype: 'application/pdf',
        grootte: inhoud.length,
        gescand: true,
        rol: 'aanmelder',
        gemeld: true,
        melding: null,
      },
    });
    const { id, gemeld: _gemeld, melding: _melding, ...stuk } = antwoord.inhoud;
    expect(antwoord.headers.location).toBe(`/v1/stukken/${id}/inhoud`);
    expect(await op.vraag('GET', `/v1/trajecten/${kenmerk}/stukken`)).toMatchObject({
      status: 200,
      inhoud: { stukken: [{ id, ...stuk }] },
    });

    const geopend = await openStuk(op, id);
    expect(geopend.status).toBe(200);
    expect(geopend.bytes.equals(inhoud)).toBe(true);
    expect(geopend.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(inhoud.length),
      'content-disposition': expect.stringMatching(
        /^attachment; filename=.*filename\*=UTF-8''verslag%20%C5%81ucja/,
      ),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });

    // The traject has heard of it, and the coördinator too: without the file, and without its name.
    expect(await op.verhaal(kenmerk)).toContain('stuk');
    const mails = await wachtTot(
      () => op.mails(kenmerk).filter(({ subject }) => subject?.startsWith('Er is een stuk toegevoegd')),
      ({ length }) => length === 1,
    );
    expect(mails[0]?.attachments).toEqual([]);
  });

  it.each([
    ['Word', { naam: 'plan.docx', type: word, inhoud: docx() }, word],
    [
      'ODT',
      { naam: 'plan.odt', type: 'application/vnd.oasis.opendocument.text', inhoud: odt() },
      'application/vnd.oasis.opendocument.text',
    ],
    ['JPEG', { naam: 'SCAN.JPG', type: 'image/jpeg', inhoud: jpeg }, 'image/jpeg'],
    ['PNG', { naam: 'scan.png', type: 'application/octet-stream', inhoud: png }, 'image/png'],
  ])('mag %s zijn', async (_soort, bestand, mediatype) => {
    const kenmerk = await op.meldAan();
    expect(await stuurStuk(op, kenmerk, { bestand })).toMatchObject({ status: 201, inhoud: { mediatype } });
  });

  it('staat op de schijf onder een willekeurige naam, voor niemand anders leesbaar', async () => {
    const kenmerk = await op.meldAan();
    const { inhoud } = await stuurStuk(op, kenmerk);
    const map = op.instellingen.ZL_STUKKEN_MAP;
    expect(await readdir(map)).toContain(inhoud.id);
    expect((await stat(join(map, inhoud.id))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(map, 'tijdelijk'))).toEqual([]);
  });

  it.each([
    ['zonder bestand', { velden: {}, bestand: { naam: '' } }, 'bestand'],
    ['zonder bekende soort', { velden: { soort: 'iets' } }, 'soort'],
    ['met een veld dat niet bestaat', { velden: { naam: 'x' } }, 'naam'],
    ['met een naam van meer regels', { bestand: { naam: 'a\u2028b.pdf' } }, 'bestand'],
    [
      'als vervanging van wat er niet is',
      { velden: { vervangt: '0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10' } },
      'vervangt',
    ],
  ])('%s wordt geweigerd, bij het veld', async (_naam, stuk, veld) => {
    const kenmerk = await op.meldAan();
    const antwoord = await stuurStuk(op, kenmerk, stuk);
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)?.veld).toBe(veld);
    expect(await op.db.stuk.count({ where: { kenmerk } })).toBe(0);
  });

  it('komt niet als JSON, en niet bij een traject dat er niet is of is afgesloten', async () => {
    const kenmerk = await op.meldAan();
    expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/stukken`, { soort: 'plan' })).toMatchObject({
      status: 415,
    });
    expect(await stuurStuk(op, 'ZL-2020-9999')).toMatchObject({ status: 404 });
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    expect(await stuurStuk(op, kenmerk)).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:afgesloten$/) },
    });
  });

  it('heeft geen besluit als route: het traject hoort alleen van een stuk dat er is', async () => {
    const kenmerk = await op.meldAan();
    const codes = { stukId: '0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10', stukSoort: 'plan', versie: 1 };
    expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/stuk`, codes)).toMatchObject({ status: 404 });
    expect((await op.traject(kenmerk)).besluiten).not.toContain('stuk');
  });
});
