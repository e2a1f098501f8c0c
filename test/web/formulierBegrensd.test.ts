import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { verstuur } from '../support/formulier.ts';

let api: Api;
beforeAll(async () => {
  api = await maakApiZonderServers();
});
afterAll(() => api.close());

describe('het formulier heeft grenzen', () => {
  it('een te groot formulier is 413, met een pagina in gewone taal', async () => {
    const antwoord = await verstuur(api, { 'vraag.plek': 'x'.repeat(1_100_000) });
    expect(antwoord.statusCode).toBe(413);
    expect(antwoord.headers['content-type']).toContain('text/html');
    expect(antwoord.body).toContain('Uw formulier is te groot');
  });

  it('iets anders dan een formulier is 415', async () => {
    const antwoord = await verstuur(api, {}, { headers: { 'content-type': 'application/json' } });
    expect(antwoord.statusCode).toBe(415);
    expect(antwoord.headers['content-type']).toContain('text/html');
  });

  it('na dertig keer in tien minuten moet één adres wachten, en een ander niet', async () => {
    for (let keer = 1; keer <= 30; keer++)
      expect((await verstuur(api, {}, { adres: '192.0.2.7' })).statusCode).toBe(400);
    const teveel = await verstuur(api, {}, { adres: '192.0.2.7' });
    expect(teveel.statusCode).toBe(429);
    expect(Number(teveel.headers['retry-after'])).toBeGreaterThan(0);
    expect(teveel.headers['content-type']).toContain('text/html');
    expect(teveel.body).toContain('Wacht tien minuten');
    expect((await verstuur(api, {}, { adres: '192.0.2.8' })).statusCode).toBe(400);
    expect((await api.inject({ url: '/aanmelden', remoteAddress: '192.0.2.7' })).statusCode).toBe(200);
  });

  it('zonder proxy telt niet wat de afzender zelf over zijn adres zegt', async () => {
    const vanaf = (nummer: number) =>
      verstuur(api, {}, { adres: '192.0.2.9', headers: { 'x-forwarded-for': `198.51.100.${nummer}` } });
    for (let keer = 1; keer <= 30; keer++) await vanaf(keer);
    expect((await vanaf(31)).statusCode).toBe(429);
  });

  it('achter één proxy telt het adres dat de proxy noemt, en niet wat ervóór staat', async () => {
    const achterProxy = await maakApiZonderServers(() => {}, { ZL_AANTAL_PROXIES: '1' });
    const vanaf = (adres: string, verzonnen: number) =>
      verstuur(
        achterProxy,
        {},
        { adres: '192.0.2.1', headers: { 'x-forwarded-for': `203.0.113.${verzonnen}, ${adres}` } },
      );
    for (let keer = 1; keer <= 30; keer++) await vanaf('198.51.100.1', keer);
    expect((await vanaf('198.51.100.1', 31)).statusCode).toBe(429);
    expect((await vanaf('198.51.100.2', 1)).statusCode).toBe(400);
    await achterProxy.close();
  });
});
