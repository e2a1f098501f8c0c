import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

describe('zonder virusscanner', () => {
  it('zeggen het antwoord, de lijst en de uitleg van de API dat er niet is gecontroleerd', async () => {
    const kenmerk = await op.meldAan();
    const zin = 'Er is geen virusscanner ingesteld: stukken worden niet op virussen gecontroleerd.';
    expect(await stuurStuk(op, kenmerk)).toMatchObject({
      status: 201,
      inhoud: { gescand: false, melding: zin },
    });
    expect((await op.vraag('GET', `/v1/trajecten/${kenmerk}/stukken`)).inhoud.stukken).toMatchObject([
      { gescand: false },
    ]);
    const document = (await op.api.inject('/v1/openapi.json')).json();
    expect(document.paths['/v1/trajecten/{kenmerk}/stukken'].post.description).toContain(zin);
  });
});
