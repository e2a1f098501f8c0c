/** What comes in below the API is answered like everything else; sent over bare connections, since no client would send it. */
import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { onleesbaarProbleem } from '../../api/onleesbaar.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { stuurHalfVerzoek } from '../support/halfVerzoek.ts';

let api: Api;
const log: string[] = [];
beforeAll(async () => {
  api = await maakApiZonderServers((regel) => log.push(regel));
  await api.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => api.close());

const poortVan = (van: Api) => (van.server.address() as AddressInfo).port;

/** Everything that comes back until the server ends the connection. */
async function alles(verbinding: Socket): Promise<string> {
  const delen: Buffer[] = [];
  verbinding.on('data', (deel: Buffer) => delen.push(deel));
  verbinding.on('error', () => undefined);
  await once(verbinding, 'close');
  return Buffer.concat(delen).toString();
}

async function stuur(verzoek: string | Buffer) {
  const verbinding = connect(poortVan(api), '127.0.0.1');
  verbinding.write(verzoek);
  return leesAntwoord(await alles(verbinding));
}

function leesAntwoord(tekst: string) {
  const [kop = '', inhoud = ''] = tekst.split('\r\n\r\n');
  const [regel = '', ...headers] = kop.split('\r\n');
  return {
    status: Number(regel.split(' ')[1]),
    headers: Object.fromEntries(headers.map((header) => header.toLowerCase().split(': '))),
    inhoud: JSON.parse(inhoud || 'null'),
  };
}

const leeft = 'GET /health/live HTTP/1.1\r\n';

describe('wat onder de API al niet te lezen is', () => {
  it.each<[string, string | Buffer, number, string]>([
    [
      'een methode die niet bestaat',
      'FOO /v1/trajecten HTTP/1.1\r\nHost: a\r\n\r\n',
      400,
      'ongeldig-verzoek',
    ],
    ['CONNECT', 'CONNECT elders:443 HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'ongeldig-verzoek'],
    ['TLS op een poort zonder TLS', Buffer.from('16030102000100', 'hex'), 400, 'ongeldig-verzoek'],
    ['een versie die niet bestaat', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n', 400, 'ongeldig-verzoek'],
    ['geen Host', `${leeft}Connection: close\r\n\r\n`, 400, 'ongeldig-verzoek'],
    [
      'twee lengtes',
      'POST /v1/aanmeldingen HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na',
      400,
      'ongeldig-verzoek',
    ],
    [
      'een stuk inhoud zonder lengte',
      'POST /half HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
      400,
      'ongeldig-verzoek',
    ],
    [
      'een header van 20 kB',
      `${leeft}Host: a\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'te-grote-headers',
    ],
    [
      'een adres van 20 kB',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      431,
      'te-grote-headers',
    ],
    [
      'een adres dat geen adres is',
      'GET http://[::1/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
      400,
      'ongeldig-verzoek',
    ],
  ])('%s: krijgt uitleg in het Nederlands', async (_naam, verzoek, status, soort) => {
    const antwoord = await stuur(verzoek);
    expect(antwoord).toMatchObject({
      status,
      headers: {
        'content-type': 'application/problem+json; charset=utf-8',
        'api-version': '1.0.0',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        connection: 'close',
      },
      inhoud: {
        type: `tag:zorglogistiek.example,2026:${soort}`,
        status,
        title: expect.stringMatching(/^(Het verzoek|De headers) /),
        detail: expect.stringMatching(/ (stuur|Stuur) /),
        instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
      },
    });
  });

  it('komt niet in het logboek, behalve als code', async () => {
    const eerder = log.length;
    await stuur('KANARIE /geheim HTTP/1.1\r\nAuthorization: Bearer kanarie\r\n\r\n');
    const regels = log.slice(eerder).join();
    expect(regels).toContain('"code":"HPE_INVALID_METHOD"');
    expect(regels).not.toMatch(/kanarie|geheim/i);
  });

  it('zegt dat een verzoek te langzaam binnenkomt', () => {
    expect(onleesbaarProbleem('ERR_HTTP_REQUEST_TIMEOUT')).toMatchObject({
      soort: 'te-langzaam',
      message: expect.stringContaining('twee minuten'),
    });
  });

  it('een verwachting die wij niet kennen houdt een verzoek niet tegen', async () => {
    expect(await stuur(`${leeft}Host: a\r\nExpect: iets\r\nConnection: close\r\n\r\n`)).toMatchObject({
      status: 200,
      inhoud: { status: 'leeft' },
    });
  });

  it('achter een verzoek dat antwoord kreeg, krijgt een antwoord van zichzelf', async () => {
    const verbinding = connect(poortVan(api), '127.0.0.1');
    const antwoord = alles(verbinding);
    verbinding.write(`${leeft}Host: a\r\n\r\n`);
    await once(verbinding, 'data');
    verbinding.write('onzin\r\n\r\n');
    const [eerste, tweede, ...rest] = (await antwoord).split('HTTP/1.1 ').slice(1);
    expect(rest).toEqual([]);
    expect(eerste).toMatch(/^200 OK.*\{"status":"leeft"\}$/s);
    expect(tweede).toMatch(/^400 Bad Request/);
  });
});

describe('een API die stopt', () => {
  it('antwoordt op een verbinding die nog open is, en niet in het Engels', async () => {
    const stoppend = await maakApiZonderServers();
    await stoppend.listen({ port: 0, host: '127.0.0.1' });
    const verbinding = await stuurHalfVerzoek(poortVan(stoppend));
    const antwoord = alles(verbinding);
    const dicht = stoppend.close();
    // From now on whatever is read is read by an API that stops.
    await new Promise((klaar) => setImmediate(klaar));
    verbinding.write(`${JSON.stringify('x'.repeat(98))}${leeft}Host: a\r\n\r\n`);
    const [eerste, tweede] = (await antwoord).split('HTTP/1.1 ').slice(1);
    await dicht;
    expect(eerste).toMatch(/^404 Not Found/);
    expect(tweede).toMatch(/^200 OK.*connection: close.*\{"status":"leeft"\}$/is);
  });
});

describe('een inhoud in een andere tekenset', () => {
  const meld = async (payload: string | Buffer, contentType: string) => {
    const token = await new SignJWT({ rol: 'aanmelder' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('aanmelder-1')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode('een-sleutel-alleen-voor-tests-0123456789'));
    const antwoord = await api.inject({
      method: 'POST',
      url: '/v1/aanmeldingen',
      payload,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': contentType,
        'idempotency-key': 'tekens-1',
      },
    });
    return { status: antwoord.statusCode, ...antwoord.json() };
  };
  const tekst = '{"kanaal":"é"}';

  it.each(['utf-16', 'iso-8859-1', '"latin1"'])('die zegt dat zij %s is: 415', async (tekenset) => {
    expect(await meld(tekst, `application/json; charset=${tekenset}`)).toMatchObject({
      status: 415,
      type: expect.stringMatching(/:verkeerd-mediatype$/),
      detail: expect.stringContaining('UTF-8'),
    });
  });

  it('die geen UTF-8 is: 400, en niets wordt iets anders dan er stond', async () => {
    expect(await meld(Buffer.from(tekst, 'latin1'), 'application/json')).toMatchObject({
      status: 400,
      type: expect.stringMatching(/:ongeldige-json$/),
      detail: expect.stringContaining('UTF-8'),
    });
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'application/json;charset="UTF-8"'])(
    'die UTF-8 is (%s), wordt gelezen',
    async (contentType) => {
      expect(await meld(tekst, contentType)).toMatchObject({
        type: expect.stringMatching(/:ongeldige-invoer$/),
      });
    },
  );
});
