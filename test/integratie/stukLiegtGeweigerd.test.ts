import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { pdf, stuurStuk, veldfout } from '../support/stukken.ts';
import { docx, zip } from '../support/zip.ts';

let op: Opstelling;
let kenmerk: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  kenmerk = await op.meldAan();
});
afterAll(() => op?.sluit());

const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');

describe('een bestand dat liegt over zijn soort', () => {
  it.each([
    ['een PDF die een foto heet', { naam: 'foto.png', type: 'image/png', inhoud: pdf() }],
    ['een PDF die als foto is opgegeven', { naam: 'plan.pdf', type: 'image/png', inhoud: pdf() }],
    ['een Word-document dat een PDF heet', { naam: 'plan.pdf', type: 'application/pdf', inhoud: docx() }],
    ['een PDF zonder extensie', { naam: 'plan', type: 'application/pdf', inhoud: pdf() }],
    ['een PDF met een dubbele extensie', { naam: 'plan.pdf.exe', type: 'application/pdf', inhoud: pdf() }],
  ])('%s wordt geweigerd', async (_naam, bestand) => {
    const antwoord = await stuurStuk(op, kenmerk, { bestand });
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)?.melding).toMatch(/^Dit bestand liegt over zijn soort: de inhoud is een /);
  });

  it.each([
    ['een programma', { inhoud: Buffer.from(`MZ${'\0'.repeat(200)}`, 'latin1') }],
    ['een webpagina', { inhoud: '<!doctype html><script>alert(1)</script>' }],
    ['een GIF', { naam: 'x.gif', type: 'image/gif', inhoud: gif }],
    ['een kaal archief', { naam: 'x.docx', inhoud: zip([{ naam: 'a.txt', inhoud: 'a' }]) }],
  ])('%s nemen wij niet aan, hoe het ook heet', async (_naam, bestand) => {
    const antwoord = await stuurStuk(op, kenmerk, { bestand });
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)?.melding).toMatch(/^Dit soort bestand nemen wij niet aan\. Stuur een PDF, /);
  });

  it('een leeg bestand wordt geweigerd', async () => {
    const antwoord = await stuurStuk(op, kenmerk, { bestand: { inhoud: '' } });
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)).toEqual({
      veld: 'bestand',
      label: 'Bestand',
      melding: 'Dit bestand is leeg. Kijk na of u het goede bestand hebt gekozen.',
    });
  });

  it('laat niets achter', async () => {
    const map = op.instellingen.ZL_STUKKEN_MAP;
    expect(await readdir(map)).toEqual(['tijdelijk']);
    expect(await readdir(`${map}/tijdelijk`)).toEqual([]);
    expect(await op.db.stuk.count()).toBe(0);
  });
});
