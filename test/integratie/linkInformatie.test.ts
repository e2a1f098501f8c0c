/** The page behind the link of an aanmelder. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Linkopstelling, maakLinkopstelling } from '../support/links.ts';

let op: Linkopstelling;
let pad: string;
let koekje: string;
beforeAll(async () => {
  op = await maakLinkopstelling();
  pad = await op.link({ doel: 'informatie', onderwerp: op.kenmerk, geadresseerde: 'aanmelder' });
  koekje = await op.krijgToegang(pad);
});
afterAll(() => op.sluit());

/** Resolves with the id of the question. */
async function stelVraag(
  vraag: string,
  uitkomst: 'verwerkt' | 'geweigerd' | null,
  soorten = ['anders'],
  soort: 'informatievraag' | 'vraag' = 'informatievraag',
): Promise<string> {
  op.verstrijk(1000);
  const tijdstip = new Date(op.nu());
  const { id } = await op.db.invoer.create({
    data: {
      id: randomUUID(),
      wie: 'coordinator-1',
      rol: 'coordinator',
      idempotencyKey: randomUUID(),
      bodyHash: 'hash',
      soort,
      kenmerk: op.kenmerk,
      codes: { soorten },
      vrijeTekst: { vraag },
      ingediendTijdstip: tijdstip,
      ...(uitkomst ? { uitkomst: { create: { uitkomst, antwoord: {}, tijdstip } } } : {}),
    },
  });
  return id;
}

/** Makes this what the traject asks of the aanmelder. */
async function zetGevraagd(deel: object): Promise<void> {
  const { toestand } = await op.db.traject.findUniqueOrThrow({ where: { kenmerk: op.kenmerk } });
  const informatie = { soorten: ['anders'], gevraagdTijdstip: op.nu(), gelegenheid: 'vraag-1', ...deel };
  await op.db.traject.update({
    where: { kenmerk: op.kenmerk },
    data: { toestand: { ...(toestand as object), informatie } },
  });
}

/** The questions that the form of a page answers. */
const inFormulier = (tekst: string) =>
  [...tekst.matchAll(/type="hidden" name="informatie\.vragen" value="([^"]+)"/g)].map(([, id]) => id);

it('zonder vraag staat er dat er geen vraag is', async () => {
  const { tekst } = await op.open(pad, koekje);
  expect(tekst).toContain(`Uw aanmelding ${op.kenmerk}`);
  expect(tekst).toContain('Intake');
  expect(tekst).toContain('Wij hebben nu geen vraag aan u.');
});

it('iedere vraag die openstaat staat er, met waarover zij gaat, en alleen na de code', async () => {
  const eerste = await stelVraag('Wat is de eerste vraag?', 'verwerkt', ['intelligentie', 'risicotaxatie']);
  await stelVraag('Een vraag die al is beantwoord', 'verwerkt');
  const tweede = await stelVraag(
    'Kunt u <i>vertellen</i> hoe het op school gaat?',
    'verwerkt',
    ['anders'],
    'vraag',
  );
  await stelVraag('Een vraag die werd geweigerd', 'geweigerd');
  await stelVraag('Een vraag die nog wacht', null);
  await zetGevraagd({ vragen: [eerste, tweede].map((vraagId) => ({ vraagId, soorten: ['anders'] })) });

  const { tekst } = await op.open(pad, koekje);
  expect(tekst).toContain('Er staan 2 vragen open.');
  expect(tekst).toContain(
    'Vraag van de coördinator, gesteld op donderdag 1 mei 2025, over de intelligentie van de jeugdige en de risicotaxatie',
  );
  expect(tekst).toContain('Vraag van een aanbieder, gesteld op donderdag 1 mei 2025, over ');
  const lezers = 'Uw antwoord lezen de coördinator en de aanbieders die hierboven iets vragen.';
  expect(tekst.split(lezers)).toHaveLength(2);
  expect(tekst.indexOf(lezers)).toBeLessThan(tekst.indexOf('<textarea'));
  expect(tekst).toContain('Wat is de eerste vraag?');
  expect(tekst).toContain('Kunt u &lt;i&gt;vertellen&lt;/i&gt; hoe het op school gaat?');
  for (const ander of ['al is beantwoord', 'geweigerd', 'nog wacht']) expect(tekst).not.toContain(ander);
  expect(inFormulier(tekst)).toEqual([eerste, tweede]);
  const zonderCode = (await op.open(pad)).tekst;
  for (const geheim of ['op school', 'intelligentie']) expect(zonderCode).not.toContain(geheim);
});

it('waar vragen nog niet uit elkaar werden gehouden, staat alles wat sinds het vorige antwoord is gevraagd', async () => {
  const { toestand } = await op.db.traject.findUniqueOrThrow({ where: { kenmerk: op.kenmerk } });
  await op.db.traject.update({
    where: { kenmerk: op.kenmerk },
    data: { toestand: { ...(toestand as object), informatieTijdstip: op.nu() } },
  });
  const twee = [
    await stelVraag('De ene vraag.', 'verwerkt'),
    await stelVraag('De andere vraag.', 'verwerkt'),
  ];
  await zetGevraagd({});
  const { tekst } = await op.open(pad, koekje);
  for (const vraag of ['De ene vraag.', 'De andere vraag.']) expect(tekst).toContain(vraag);
  expect(tekst).not.toContain('de eerste vraag');
  expect(inFormulier(tekst)).toEqual(twee);
  expect(tekst).toContain('Uw antwoord leest de coördinator.');
  expect(tekst).not.toContain('aanbieders die hierboven');
});

it('de aanmelder neemt hier geen andere besluiten', async () => {
  for (const soort of ['intrekking', 'triage', 'antwoord'])
    expect((await op.stuur(`${pad}/${soort}`, { sleutel: randomUUID() }, koekje)).status).toBe(404);
});
