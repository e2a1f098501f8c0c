import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClamAv, maakClamAv, testvirus } from '../support/clamav.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { pdf, stuurStuk, veldfout } from '../support/stukken.ts';
import { docx } from '../support/zip.ts';

const grens = 100_000;
let op: Opstelling;
let clamav: ClamAv;
let kenmerk: string;
beforeAll(async () => {
  clamav = await maakClamAv(grens);
  op = await maakOpstelling({ tijd: 'echt', clamav: clamav.tcp });
  kenmerk = await op.meldAan();
});
afterAll(async () => {
  await op?.sluit();
  await clamav?.stop();
});

async function ietsBewaard(): Promise<boolean> {
  const [bestanden, rijen] = await Promise.all([
    readdir(op.instellingen.ZL_STUKKEN_MAP, { recursive: true }),
    op.db.stuk.count(),
  ]);
  return rijen > 0 || bestanden.some((naam) => naam !== 'tijdelijk');
}

describe('een stuk met een virus', () => {
  it('wordt geweigerd en niet bewaard', async () => {
    const antwoord = await stuurStuk(op, kenmerk, { bestand: { inhoud: pdf(testvirus) } });
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)?.melding).toMatch(
      /^In dit bestand is een virus gevonden\. Het is niet bewaard\./,
    );
    expect(await ietsBewaard()).toBe(false);
  });

  it('wordt ook gevonden in een ingepakt deel van een Word-document', async () => {
    const inhoud = docx([{ naam: 'word/embeddings/x.bin', inhoud: `${'\0'.repeat(5_000)}${testvirus}` }]);
    const antwoord = await stuurStuk(op, kenmerk, {
      bestand: { naam: 'plan.docx', type: 'application/octet-stream', inhoud },
    });
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)?.melding).toContain('virus');
    expect(await ietsBewaard()).toBe(false);
  });
});

describe('een virusscanner die geen oordeel geeft', () => {
  const nietBeschikbaar = {
    status: 503,
    inhoud: { detail: expect.stringContaining('nu niet op virussen controleren') },
    headers: { 'retry-after': '30' },
  };

  it('omdat het bestand over zijn grens is: er wordt niets bewaard', async () => {
    const inhoud = pdf('x'.repeat(5 * grens));
    expect(await stuurStuk(op, kenmerk, { bestand: { inhoud } })).toMatchObject(nietBeschikbaar);
    expect(await ietsBewaard()).toBe(false);
  });

  it('omdat hij weg is: er wordt niets bewaard, en later lukt het met dezelfde sleutel', async () => {
    await clamav.stop();
    const wie = { sleutel: 'scanner-weg' };
    expect(await stuurStuk(op, kenmerk, {}, wie)).toMatchObject(nietBeschikbaar);
    expect(await ietsBewaard()).toBe(false);
    await clamav.start();
    expect(await stuurStuk(op, kenmerk, {}, wie)).toMatchObject({ status: 201, inhoud: { gescand: true } });
  });
});
