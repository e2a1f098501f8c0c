/** Mail scanners and browsers open every link, more than once: that changes nothing and sends nothing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Linkopstelling, maakLinkopstelling } from '../support/links.ts';

let op: Linkopstelling;
beforeAll(async () => {
  op = await maakLinkopstelling();
});
afterAll(() => op.sluit());

/** Every row of every table. */
async function allesInDeDatabase(): Promise<string> {
  const tabellen = await op.db.$queryRaw<{ naam: string }[]>`
    SELECT table_name AS naam FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name`;
  expect(tabellen.map(({ naam }) => naam)).toEqual(
    expect.arrayContaining(['Link', 'Eenmaalcode', 'Linksessie', 'Invoer', 'AuditRegel']),
  );
  const inhoud = await Promise.all(
    tabellen.map(({ naam }) => op.db.$queryRawUnsafe(`SELECT t::text AS rij FROM "${naam}" t ORDER BY 1`)),
  );
  return JSON.stringify(inhoud);
}

it('GET, HEAD en vooruit ophalen veranderen niets, met en zonder toegang', async () => {
  const paden = [
    await op.link(),
    await op.link({ doel: 'informatie', onderwerp: op.kenmerk, geadresseerde: 'aanmelder' }),
  ];
  // One after the other: a code is the last one that was sent.
  const koekjes: string[] = [];
  for (const pad of paden) koekjes.push(await op.krijgToegang(pad));
  const verstuurd = op.smtp.berichten.length;
  const voor = await allesInDeDatabase();

  for (const [plaats, pad] of paden.entries())
    for (const koekje of [undefined, koekjes[plaats]]) {
      for (let keer = 0; keer < 5; keer++) {
        expect((await op.open(pad, koekje)).status).toBe(200);
        expect((await op.hoofd(pad, koekje)).status).toBe(200);
      }
      const vooruit = await op.api.inject({
        url: pad,
        headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender', cookie: koekje ?? '' },
      });
      expect(vooruit.statusCode).toBe(200);
      // What only a form may do is not there for who opens an address.
      for (const onder of ['code', 'toegang', 'antwoord', 'bevestiging', 'informatie'])
        expect((await op.open(`${pad}/${onder}`, koekje)).status).toBe(404);
    }
  expect(await allesInDeDatabase()).toBe(voor);
  expect(op.smtp.berichten.length).toBe(verstuurd);
});

it('niemand bewaart de pagina, en zij verklapt haar adres aan niemand', async () => {
  const pad = await op.link();
  const koekje = await op.krijgToegang(pad);
  for (const pagina of [
    await op.open(pad),
    await op.open(pad, koekje),
    await op.stuur(`${pad}/code`),
    await op.stuur(`${pad}/antwoord`, {}, koekje),
    await op.open('/l/onbekend'),
  ])
    expect(pagina.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  expect((await op.open(pad)).headers['content-security-policy']).toMatch(
    /^default-src 'none'; .*form-action 'self'.*frame-ancestors 'none'/,
  );
});

it('de pagina voor de code bevat niets van een persoon', async () => {
  const { tekst } = await op.open(await op.link());
  const contact = await op.db.contact.findUniqueOrThrow({ where: { code: 'aanbieder-01-contact-1' } });
  expect(tekst).toContain(op.kenmerk);
  for (const geheim of [
    contact.naam,
    contact.email,
    contact.telefoon,
    contact.telefoon.slice(-2),
    'papegaai',
  ])
    expect(tekst.replaceAll(op.kenmerk, '')).not.toContain(geheim);
});
