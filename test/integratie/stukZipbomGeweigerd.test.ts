import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stukBeleid } from '../../domain/stukken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk, veldfout } from '../support/stukken.ts';
import { docx, type Onderdeel } from '../support/zip.ts';

let op: Opstelling;
let kenmerk: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  kenmerk = await op.meldAan();
});
afterAll(() => op?.sluit());

const stuur = (extra: readonly Onderdeel[], verknoei: (inhoud: Buffer) => Buffer = (inhoud) => inhoud) =>
  stuurStuk(op, kenmerk, {
    bestand: {
      naam: 'plan.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      inhoud: verknoei(docx(extra)),
    },
  });
const nullen = (aantal: number) => Buffer.alloc(aantal);

describe('een zipbom in een Word-document', () => {
  it.each([
    ['die zegt hoe groot hij is', [{ naam: 'a', inhoud: '', gezegd: stukBeleid.hoogstensUitgepakt }]],
    [
      'van twee delen die samen te groot zijn',
      ['a', 'b'].map((naam) => ({ naam, inhoud: '', gezegd: stukBeleid.hoogstensUitgepakt - 1 })),
    ],
    ['die liegt over zijn grootte', [{ naam: 'a', inhoud: nullen(50_000_000), gezegd: 1_000 }]],
    [
      'van heel veel delen',
      Array.from({ length: stukBeleid.hoogstensOnderdelen }, (_, i) => ({ naam: `${i}`, inhoud: '' })),
    ],
  ])('%s, wordt geweigerd', async (_naam, extra) => {
    const antwoord = await stuur(extra);
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)?.melding).toBe(
      'Dit bestand wordt veel te groot als het wordt uitgepakt. Sla het opnieuw op als PDF.',
    );
  });

  it('of een halve, wordt geweigerd als beschadigd', async () => {
    const antwoord = await stuur([], (inhoud) => inhoud.subarray(0, inhoud.length / 2));
    expect(antwoord.status).toBe(400);
    expect(veldfout(antwoord)?.melding).toMatch(/^Dit bestand is beschadigd/);
  });

  it('is niet ieder groot document: met foto’s die samen onder de grens blijven mag het', async () => {
    expect(await stuur([{ naam: 'word/media/foto.bin', inhoud: nullen(50_000_000) }])).toMatchObject({
      status: 201,
    });
  });
});
