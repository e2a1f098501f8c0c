/** A report as a page, from the API: for who asks for HTML, and the weekly page with the way to each list and traject. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodeOp } from '../../domain/periode.ts';
import { periodeErvoor } from '../../domain/rapport/definities.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarVerhaal } from '../support/rapportrijen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({
    tijd: 'echt',
    metWorker: false,
    instellingen: { ZL_TEMPORAL_UI_URL: 'http://temporal.example:8233/' },
  });
  for (const nummer of ['0001', '0002'])
    await bewaarVerhaal(op.db, { kenmerk: `ZL-2025-${nummer}`, moment: '2025-05-12T10:00:00+02:00' });
  await op.db.traject.updateMany({
    where: { kenmerk: 'ZL-2025-0001' },
    data: { signalen: ['vastgelopen', 'te-laat'], vastgelopenRedenen: ['antwoord'] },
  });
});
afterAll(() => op.sluit());

const haal = async (pad: string, accept?: string, rol: 'manager' | 'aanbieder' = 'manager') =>
  op.api.inject({
    url: `/v1/rapportages/${pad}`,
    headers: {
      authorization: `Bearer ${await op.token({ rol, ...(rol === 'aanbieder' ? { aanbieder: 'aanbieder-01' } : {}) })}`,
      ...(accept ? { accept } : {}),
    },
  });
const html = 'text/html; charset=utf-8';

describe('een rapport als pagina', () => {
  it('komt met .html achter de periode, of als een browser erom vraagt', async () => {
    const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    for (const antwoord of [await haal('halfjaar/2025-1.html'), await haal('halfjaar/2025-1', browser)]) {
      expect(antwoord.statusCode).toBe(200);
      expect(antwoord.headers).toMatchObject({
        'content-type': html,
        'cache-control': 'no-store',
        vary: 'Accept',
      });
      expect(antwoord.headers['content-security-policy']).toContain("default-src 'none'");
      expect(antwoord.body).toContain('Halfjaarverslag Zorglogistiek: het eerste halfjaar van 2025');
      expect(antwoord.body).toMatch(/<svg [^>]*role="img"/);
    }
    expect((await haal('halfjaar/2025-1')).headers['content-type']).toMatch(/^application\/json/);
    expect((await haal('halfjaar/2025-1', '*/*')).headers['content-type']).toMatch(/^application\/json/);
    expect((await haal('halfjaar/2025-1.csv', browser)).headers['content-type']).toMatch(/^text\/csv/);
    for (const pad of ['halfjaar/2025-1.pdf', 'halfjaar/2025-1.csv.html', 'halfjaar/2025.html'])
      expect((await haal(pad)).statusCode, pad).toBe(404);
  });

  it('is niet voor wie het rapport niet mag zien', async () => {
    expect((await haal('halfjaar/2025-1.html', html, 'aanbieder')).statusCode).toBe(403);
    expect((await op.api.inject({ url: '/v1/rapportages/halfjaar/2025-1.html' })).statusCode).toBe(401);
  });

  it('verbergt kleine aantallen voor buiten het team', async () => {
    const intern = (await haal('halfjaar/2025-1.html')).body;
    expect(intern).not.toContain('>verborgen<');
    expect(intern).toContain(periodeErvoor);
    const { status } = await op.vraag(
      'POST',
      '/v1/rapportages/halfjaar/2025-1/publicatie',
      {},
      { rol: 'manager' },
    );
    expect(status).toBe(201);
    const { body } = await haal('halfjaar/2025-1.html?extern=true');
    expect(body).toContain('>verborgen<');
    expect(body).toContain('De periode ervoor is niet gepubliceerd, dus er is geen vergelijking.');
    expect(body).not.toContain(periodeErvoor);
  });
});

describe('het weekoverzicht als pagina', () => {
  it('leidt naar de lijsten in Temporal en naar ieder traject, en noemt geen naam', async () => {
    const { body } = await haal(`week/${periodeOp('week', await op.nu()).code}.html`);
    const adressen = [...body.matchAll(/href="(http:\/\/temporal[^"]+)"/g)].map(([, adres = '']) =>
      decodeURIComponent(adres.replaceAll('&amp;', '&')),
    );
    const lijsten = `http://temporal.example:8233/namespaces/${op.namespace}/workflows`;
    expect(adressen).toContain(`${lijsten}/traject-ZL-2025-0001`);
    for (const query of ["Signaal='vastgelopen'", "Signaal='te-laat'", "Vastgelopen='antwoord'"])
      expect(adressen).toContain(
        `${lijsten}?query=ExecutionStatus='Running' AND WorkflowType='traject' AND ${query}`,
      );
    expect(body).toMatch(/ZL-2025-0001.*een aanbieder heeft niet geantwoord/i);
    expect(body).not.toMatch(/Kanarievogel|2012/);
  });
});
