import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stukBeleid } from '../../domain/stukken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { pdf, stuurStuk } from '../support/stukken.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let kenmerk: string;
let poort: number;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  kenmerk = await op.meldAan();
  await op.api.listen({ port: 0, host: '127.0.0.1' });
  poort = (op.api.server.address() as AddressInfo).port;
});
afterAll(() => op?.sluit());

const MB = 1024 * 1024;
const grens = 'grens';
const kop = [
  `--${grens}\r\nContent-Disposition: form-data; name="soort"\r\n\r\nplan\r\n`,
  `--${grens}\r\nContent-Disposition: form-data; name="bestand"; filename="plan.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
].join('');

const halveGigabyte = 500 * MB;

/**
 * Sends half a gigabyte that is made while it is sent, by a sender that goes on in spite of any answer, until it is cut off;
 * tells how much of it was asked for, and what came back.
 */
async function stuurHalveGigabyte(kopregel: string, verpak: (blok: Buffer) => Buffer) {
  const socket = connect(poort, '127.0.0.1');
  let antwoord = '';
  socket.on('data', (deel) => {
    antwoord += deel;
  });
  const dicht = new Promise<void>((klaar) => socket.once('close', () => klaar()));
  // Being cut off is what is tested: the other side may be gone in the middle of a write.
  socket.on('error', () => undefined);
  socket.write(
    [
      `POST /v1/trajecten/${kenmerk}/stukken HTTP/1.1`,
      'Host: 127.0.0.1',
      `Authorization: Bearer ${await op.token({})}`,
      `Idempotency-Key: ${randomUUID()}`,
      `Content-Type: multipart/form-data; boundary=${grens}`,
      kopregel,
      '\r\n',
    ].join('\r\n'),
  );
  socket.write(verpak(Buffer.from(kop)));
  const blok = verpak(Buffer.alloc(MB, '%PDF-1.4 '));
  let gestuurd = 0;
  while (gestuurd < halveGigabyte && !socket.destroyed) {
    gestuurd += MB;
    if (!socket.write(blok)) await Promise.race([dicht, once(socket, 'drain').catch(() => undefined)]);
  }
  await dicht;
  const [koppen = '', inhoud = ''] = antwoord.split('\r\n\r\n');
  return { status: Number(koppen.split(' ')[1]), inhoud: JSON.parse(inhoud), gestuurd };
}

describe('een bestand van een halve gigabyte', () => {
  it.each([
    [
      'zonder te zeggen hoe groot het is',
      'Transfer-Encoding: chunked',
      (blok: Buffer) =>
        Buffer.concat([Buffer.from(`${blok.length.toString(16)}\r\n`), blok, Buffer.from('\r\n')]),
    ],
    [
      'en zegt hoe groot het is',
      `Content-Length: ${Buffer.byteLength(kop) + halveGigabyte}`,
      (blok: Buffer) => blok,
    ],
  ])('%s: het wordt afgekapt, met uitleg', async (_naam, kopregel, verpak) => {
    const antwoord = await stuurHalveGigabyte(kopregel, verpak);
    expect(antwoord).toMatchObject({
      status: 413,
      inhoud: { detail: expect.stringMatching(/^Dit bestand is groter dan 25 MB\./) },
    });
    // The limit, what is still read to let the answer through, and what stood in the buffers of the connection.
    expect(antwoord.gestuurd).toBeLessThan(stukBeleid.grootsteStuk + 50 * MB);
    const over = await wachtTot(
      () => readdir(op.instellingen.ZL_STUKKEN_MAP, { recursive: true }).catch(() => []),
      (namen) => namen.every((naam) => naam === 'tijdelijk'),
    );
    expect(over.length).toBeLessThan(2);
    expect(await op.db.stuk.count()).toBe(0);
  });
});

describe('een bestand van precies de grens', () => {
  const opMaat = (grootte: number) => Buffer.concat([pdf(), Buffer.alloc(grootte)]).subarray(0, grootte);

  it('mag nog, één byte meer niet', async () => {
    const stuur = (grootte: number) => stuurStuk(op, kenmerk, { bestand: { inhoud: opMaat(grootte) } });
    expect(await stuur(stukBeleid.grootsteStuk)).toMatchObject({ status: 201 });
    expect(await stuur(stukBeleid.grootsteStuk + 1)).toMatchObject({ status: 413 });
  });
});
