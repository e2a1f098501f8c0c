/** A token, a code, a cookie or what somebody typed stands in no line of the log, whatever goes wrong. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Linkopstelling, laatsteCode, maakLinkopstelling } from '../support/links.ts';

let op: Linkopstelling;
beforeAll(async () => {
  op = await maakLinkopstelling();
});
afterAll(() => op.sluit());

it('de API logt bij een link alleen het patroon van de route', async () => {
  const pad = await op.link();
  const token = pad.slice(3);
  const [id = '', zegel = ''] = token.split('.');
  const koekje = await op.krijgToegang(pad);
  const code = laatsteCode(op.smtp);
  const getypt = 'Kanarievogel met een geheim';

  await op.open(pad);
  await op.open(`${pad}?onderwerp=${getypt}`, koekje);
  await op.open(`${pad}/bestaat/niet`, koekje);
  await op.open(`/l/${token}x`);
  await op.open(`/l/${token.repeat(3)}`);
  await op.open(`/l/%E0%A4%A`);
  await op.stuur(`${pad}/toegang`, { code });
  await op.stuur(`${pad}/antwoord`, { 'antwoord.toelichting': getypt }, koekje);
  await op.stuur(`${pad}/onbekend`, { iets: getypt }, koekje);
  await op.stuur(`${pad}/nieuws`, { 'nieuws.nieuws': getypt, [getypt]: getypt }, koekje);
  // The mail server is away, then the gateway refuses, then the database is away.
  await op.smtp.zet('uit');
  expect((await op.stuur(`${pad}/code`)).status).toBe(503);
  await op.smtp.zet('weigertBlijvend');
  expect((await op.stuur(`${pad}/code`)).status).toBe(503);
  await op.db.$executeRawUnsafe('ALTER TABLE "Linksessie" RENAME TO "Linksessie_weg"');
  expect((await op.open(pad, koekje)).status).toBe(500);

  const log = op.logregels.join('');
  expect(log).toContain('"route":"/l/:token"');
  expect(log).toContain('"route":"/l/:token/code"');
  expect(log).toContain('verzoek mislukt');
  expect(log).toContain('een eenmaalcode is niet bezorgd');
  const contact = await op.db.contact.findUniqueOrThrow({ where: { code: 'aanbieder-01-contact-1' } });
  for (const geheim of [
    id,
    zegel,
    koekje.split('=')[1] ?? '',
    `"${code}"`,
    ` ${code}`,
    getypt,
    'Kanarievogel',
    contact.naam,
    contact.email,
    contact.telefoon,
  ]) {
    expect(geheim.length).toBeGreaterThan(5);
    expect(log).not.toContain(geheim);
  }
});
