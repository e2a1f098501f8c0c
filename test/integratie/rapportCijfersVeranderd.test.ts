/**
 * Figures that were changed after the publication, past the database that refuses it, are shown to nobody: not as JSON, CSV or page, not as open
 * data and not behind the link of the manager. Who asks is told so, and the log says which report it is.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakLinkzegel, zorgVoorLink } from '../../infra/links.ts';
import { maakLogboek } from '../../infra/logboek.ts';
import { bewaarPublicatie, maakPublicatie } from '../../infra/rapportage.ts';
import { laatsteCode, maakBezoeker } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarVerhaal } from '../support/rapportrijen.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';
import { bewaarUitvraag, publiceerWachttijden } from '../support/wachttijdrijen.ts';

const logregels: string[] = [];
let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({
    tijd: 'echt',
    metWorker: false,
    logboek: maakLogboek('api', 'info', { write: (regel) => logregels.push(regel) }),
  });
  await bewaarVerhaal(op.db, { kenmerk: 'ZL-2025-0001', moment: '2025-05-12T10:00:00+02:00' });
  const rijen = await maakPublicatie(
    op.db,
    { soort: 'halfjaar', periode: '2025-1', versie: 1, wie: 'manager-1', rol: 'manager', reden: null },
    Date.now(),
  );
  await op.db.$transaction((tx) => bewaarPublicatie(tx, rijen));
  await bewaarUitvraag(op.db, '2025-K2', [antwoordMet([vak('lvb', 'ambulant', 60, 20, 20)])]);
  await publiceerWachttijden(op.db, '2025-K2');
});
afterAll(() => op.sluit());

const haal = async (url: string, rol: 'manager' | null = 'manager') =>
  op.api.inject({ url, headers: rol ? { authorization: `Bearer ${await op.token({ rol })}` } : {} });

const rapport = '/v1/rapportages/halfjaar/2025-1';
const adressen = [
  rapport,
  `${rapport}?versie=1`,
  `${rapport}?extern=true`,
  `${rapport}.csv`,
  `${rapport}.html`,
];
// Too long for the hexadecimal number of a request, and as a page would write it.
const veranderdCijfer = /987\D?654\D?321/;
const openData = '/v1/open-data/wachttijden/2025-K2.csv';

it('cijfers die na de publicatie zijn veranderd, krijgt niemand te zien', async () => {
  const bezoeker = maakBezoeker(op.api);
  const pad =
    (await zorgVoorLink(
      op.db,
      maakLinkzegel(op.instellingen.ZL_LINK_SLEUTEL),
      { doel: 'rapport', onderwerp: 'halfjaarverslag-2025-1', geadresseerde: 'manager-1' },
      await op.nu(),
    )) ?? '';
  await bezoeker.stuur(`${pad}/code`);
  const { koekje } = await bezoeker.stuur(`${pad}/toegang`, { code: laatsteCode(op.smtp) });
  const opLink = () => bezoeker.open(pad, koekje);
  for (const adres of adressen) expect((await haal(adres)).statusCode, adres).toBe(200);
  expect((await haal(openData, null)).statusCode).toBe(200);
  const eerst = await opLink();
  expect(eerst.status).toBe(200);
  expect(eerst.tekst).toContain('Halfjaarverslag Zorglogistiek');

  // As somebody with all rights on the database could.
  await op.db.$executeRawUnsafe('ALTER TABLE "Rapport" DISABLE TRIGGER alleen_toevoegen');
  const veranderd = await op.db
    .$executeRaw`UPDATE "Rapport" SET "gegevens" = jsonb_set("gegevens", '{cijfers,0,waarde}', '987654321')`;
  await op.db.$executeRawUnsafe('ALTER TABLE "Rapport" ENABLE TRIGGER alleen_toevoegen');
  expect(veranderd).toBe(2);

  for (const [adres, rol] of [
    ...adressen.map((adres) => [adres, 'manager'] as const),
    [openData, null] as const,
  ]) {
    const antwoord = await haal(adres, rol);
    expect(antwoord.statusCode, adres).toBe(500);
    expect(antwoord.headers['content-type'], adres).toMatch(/^application\/problem\+json/);
    expect(antwoord.json(), adres).toMatchObject({
      type: 'tag:zorglogistiek.example,2026:rapport-geschonden',
      title: 'De cijfers van dit rapport zijn veranderd na de publicatie',
      detail: expect.stringContaining('Geef dit door aan de beheerder'),
    });
    expect(antwoord.body, adres).not.toMatch(veranderdCijfer);
  }
  const daarna = await opLink();
  expect(daarna.status).toBe(500);
  expect(daarna.tekst).toContain('zijn veranderd na de publicatie');
  expect(daarna.tekst).not.toMatch(veranderdCijfer);
  const log = logregels.join('\n');
  for (const id of ['halfjaarverslag-2025-1', 'wachttijdenverslag-2025-K2'])
    expect(log).toContain(`De cijfers van ${id} passen niet bij de vingerafdruk`);

  // What is made anew from the stories is not what was published, and can still be read.
  expect((await haal(`${rapport}?versie=nu`)).statusCode).toBe(200);
});
