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

async function stelVraag(vraag: string, uitkomst: 'verwerkt' | 'geweigerd' | null): Promise<void> {
  op.verstrijk(1000);
  const tijdstip = new Date(op.nu());
  await op.db.invoer.create({
    data: {
      id: randomUUID(),
      wie: 'coordinator-1',
      rol: 'coordinator',
      idempotencyKey: randomUUID(),
      bodyHash: 'hash',
      soort: 'informatievraag',
      kenmerk: op.kenmerk,
      codes: {},
      vrijeTekst: { vraag },
      ingediendTijdstip: tijdstip,
      ...(uitkomst ? { uitkomst: { create: { uitkomst, antwoord: {}, tijdstip } } } : {}),
    },
  });
}

it('zonder vraag staat er dat er geen vraag is', async () => {
  const { tekst } = await op.open(pad, koekje);
  expect(tekst).toContain(`Uw aanmelding ${op.kenmerk}`);
  expect(tekst).toContain('Intake');
  expect(tekst).toContain('Wij hebben nu geen vraag aan u.');
});

it('de laatste vraag die is verwerkt staat er, en alleen na de code', async () => {
  const { toestand } = await op.db.traject.findUniqueOrThrow({ where: { kenmerk: op.kenmerk } });
  const informatie = { soorten: ['anders'], gevraagdTijdstip: op.nu(), gelegenheid: 'vraag-1' };
  await op.db.traject.update({
    where: { kenmerk: op.kenmerk },
    data: { toestand: { ...(toestand as object), informatie } },
  });
  await stelVraag('Wat is de eerste vraag?', 'verwerkt');
  await stelVraag('Kunt u <i>vertellen</i> hoe het op school gaat?', 'verwerkt');
  await stelVraag('Een vraag die werd geweigerd', 'geweigerd');
  await stelVraag('Een vraag die nog wacht', null);
  const { tekst } = await op.open(pad, koekje);
  expect(tekst).toContain('Kunt u &lt;i&gt;vertellen&lt;/i&gt; hoe het op school gaat?');
  for (const ander of ['de eerste vraag', 'geweigerd', 'nog wacht']) expect(tekst).not.toContain(ander);
  expect((await op.open(pad)).tekst).not.toContain('op school');
});

it('de aanmelder neemt hier geen andere besluiten', async () => {
  for (const soort of ['intrekking', 'triage', 'antwoord'])
    expect((await op.stuur(`${pad}/${soort}`, { sleutel: randomUUID() }, koekje)).status).toBe(404);
});
