import fastify from 'fastify';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { bewaakToegang, rollen, toegang } from '../../api/toegang.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { stijl } from '../../web/stijl.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';

const sleutel = 'een-sleutel-alleen-voor-tests-0123456789';

/** What anybody may open. */
const openRoutes = [
  'GET /',
  'GET /aanmelden',
  'GET /aanmelden/crisis/:kenmerk',
  'GET /aanmelden/ontvangen/:kenmerk',
  'GET /docs',
  'GET /doorbraken/:periode',
  'GET /health/live',
  'GET /health/ready',
  'GET /onderzoeken/:id',
  `GET ${stijl.pad}`,
  'GET /rapportages/:soort/:periode',
  'GET /tafels/:datum',
  'GET /trajecten/:kenmerk',
  'GET /uitvragen/:code',
  'GET /v1/open-data/wachttijden',
  'GET /v1/open-data/wachttijden/:kwartaal.csv',
  'GET /v1/open-data/wachttijden/schema.json',
  'GET /v1/openapi.json',
  'POST /aanmelden',
  // These guard themselves with a link and a one-time code; see test/integratie/link*.test.ts.
  'GET /l/:token',
  'GET /l/:token/ontvangen/:invoerId',
  'POST /l/:token/:soort',
  'POST /l/:token/code',
  'POST /l/:token/stuk',
  'POST /l/:token/stukken/:id',
  'POST /l/:token/toegang',
];

let api: Api;
beforeAll(async () => {
  api = await maakApiZonderServers();
});
afterAll(() => api.close());

const uurLater = () => Math.floor(Date.now() / 1000) + 3600;
const token = (claims: object, metSleutel = sleutel, tot = uurLater()) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(tot)
    .sign(new TextEncoder().encode(metSleutel));
const claimsVan = (rol: string) => ({
  sub: `${rol}-1`,
  rol,
  ...(rol === 'aanbieder' ? { aanbieder: 'aanbieder-01' } : {}),
});

/** Every route that Fastify has, as `METHOD /path`, from the tree that it prints. */
function alleRoutes(): string[] {
  const stapel: string[] = [];
  return api
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((regel) => {
      const [, inspringing = '', pad = '', methoden = ''] = /^(.*?)[├└]── (\S+) \((.+)\)$/.exec(regel) ?? [];
      if (!pad) return [];
      stapel.length = inspringing.length / 4;
      stapel.push(pad);
      const heel = stapel.join('');
      return methoden
        .split(', ')
        .filter((methode) => methode !== 'HEAD')
        .map((methode) => `${methode} ${heel}`);
    });
}

const adresVan = (route: string) => {
  const [method = '', pad = ''] = route.split(' ');
  const url = pad
    .replace(':kenmerk', 'ZL-2027-0014')
    .replace('/v1/onderzoeken/:id', '/v1/onderzoeken/onderzoek-ZL-2027-0014-aanbieder-01-r1')
    .replace('/v1/invoer/:id', '/v1/invoer/0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10')
    .replace(/(\/v1\/(?:stukken|stuktoegangen|links)\/):id/, '$10192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10')
    .replace('/v1/uitvragen/:code', '/v1/uitvragen/2026-K4')
    .replace('/v1/doorbraken/:periode', '/v1/doorbraken/2027-K1')
    .replace('/v1/rapportages/:soort/:periode', '/v1/rapportages/halfjaar/2025-1')
    .replace(':code', 'aanbieder-01')
    .replace(':datum', '2027-01-14');
  return { method: method as 'GET', url };
};
const roepAan = (route: string, authorization?: string) =>
  api.inject({ ...adresVan(route), ...(authorization ? { headers: { authorization } } : {}) });

describe('de tabel van toegang', () => {
  it('noemt precies de routes die niet open zijn', () => {
    const beschermd = alleRoutes().filter((route) => !openRoutes.includes(route) && !/ \/docs\//.test(route));
    expect(beschermd.sort()).toEqual(Object.keys(toegang).sort());
    expect(alleRoutes()).toEqual(expect.arrayContaining(openRoutes));
  });

  it('laat geen route toe die er niet in staat', () => {
    const app = fastify();
    bewaakToegang(app, sleutel, systeemKlok);
    expect(() => app.get('/v1/vergeten', () => 'open')).toThrow('GET /v1/vergeten staat niet in de tabel');
  });
});

describe.each(Object.keys(toegang))('%s', (route) => {
  it('weigert wie geen token heeft', async () => {
    const antwoord = await roepAan(route);
    expect(antwoord.statusCode).toBe(401);
    expect(antwoord.headers).toMatchObject({
      'www-authenticate': 'Bearer',
      'content-type': expect.stringContaining('application/problem+json'),
      'api-version': '1.0.0',
    });
    expect(antwoord.json()).toMatchObject({ status: 401, type: expect.stringMatching(/:niet-ingelogd$/) });
  });

  it.each(rollen.filter((rol) => !toegang[route]?.includes(rol)))('weigert de rol %s', async (rol) => {
    const antwoord = await roepAan(route, `Bearer ${await token(claimsVan(rol))}`);
    expect(antwoord.statusCode).toBe(403);
    expect(antwoord.json()).toMatchObject({ status: 403, type: expect.stringMatching(/:geen-toegang$/) });
  });

  it.each(toegang[route] ?? [])('laat de rol %s door', async (rol) => {
    const antwoord = await roepAan(route, `Bearer ${await token(claimsVan(rol))}`);
    // Behind the door is no database: what follows is bad input or a part that is away, never a refusal.
    expect([400, 503]).toContain(antwoord.statusCode);
  });
});

describe('een token', () => {
  const geldig = claimsVan('coordinator');
  it.each([
    ['met een andere sleutel', () => token(geldig, 'een-andere-sleutel-van-minstens-32-tekens')],
    ['dat is verlopen', () => token(geldig, sleutel, Math.floor(Date.now() / 1000) - 1)],
    ['met een onbekende rol', () => token({ ...geldig, rol: 'beheerder' })],
    ['zonder rol', () => token({ sub: 'coordinator-1' })],
    ['zonder pseudoniem', () => token({ rol: 'coordinator' })],
    ['met een naam als pseudoniem', () => token({ ...geldig, sub: 'Robin Voorbeeld' })],
    ['van een aanbieder zonder code', () => token({ sub: 'aanbieder-1', rol: 'aanbieder' })],
    [
      'van een coördinator met de code van een aanbieder',
      () => token({ ...geldig, aanbieder: 'aanbieder-01' }),
    ],
    [
      'dat nooit verloopt',
      () => new SignJWT(geldig).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(sleutel)),
    ],
    [
      'zonder handtekening',
      async () => {
        const [, inhoud] = (await token(geldig)).split('.');
        return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${inhoud}.`;
      },
    ],
    ['dat geen token is', async () => 'abc'],
  ])('%s geldt niet', async (_naam, maak) => {
    const antwoord = await roepAan('GET /v1/trajecten', `Bearer ${await maak()}`);
    expect(antwoord.statusCode).toBe(401);
  });

  it('staat nooit in het logboek, en de inhoud van een verzoek ook niet', async () => {
    const regels: string[] = [];
    const eigen = await maakApiZonderServers((regel) => regels.push(regel));
    const geheim = await token(geldig);
    await eigen.inject({
      method: 'POST',
      url: '/v1/aanmeldingen?naam=Kanarie',
      headers: { authorization: `Bearer ${geheim}`, 'idempotency-key': 'kanarie-1' },
      payload: { jeugdige: { naam: 'Kanarie' } },
    });
    await eigen.inject({ url: '/v1/trajecten?naam=Kanarie', headers: { authorization: `Bearer ${geheim}` } });
    await eigen.close();
    expect(regels.join('\n')).toContain('/v1/aanmeldingen');
    expect(regels.join('\n')).not.toContain(geheim);
    expect(regels.join('\n')).not.toMatch(/kanarie/i);
  });
});
