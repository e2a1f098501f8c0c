/** A question to the aanmelder that was asked by mistake is withdrawn: the aanmelder hears it, and nothing is written as if it was answered. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { geweigerd } from '../support/verloop.ts';
import {
  adresVan,
  evenNa,
  mailMetKop,
  momenten,
  naHeleWerkdagen,
  springNaar,
  tekstVan,
  totReden,
  verzonden,
  zinnen,
} from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const vraag = (kenmerk: string, ...soorten: string[]) =>
  op.besluit(kenmerk, 'informatievraag', { soorten, vraag: 'Wat is hierover bekend?' });
const kop = 'U hoeft een vraag niet meer te beantwoorden';

it('de aanmelder krijgt een e-mail en geen herinnering; de triage telt vanaf dat moment', async () => {
  const kenmerk = await op.meldAan();
  await vraag(kenmerk, 'intelligentie');
  expect((await op.traject(kenmerk)).besluiten).toContain('vraag-ingetrokken');
  await op.verstrijk('1 day');
  expect(
    await op.besluit(kenmerk, 'vraag-ingetrokken', { toelichting: 'Het verslag stond al bij de stukken.' }),
  ).toMatchObject({ fase: 'intake', wachtOp: 'coordinator' });
  const mail = await mailMetKop(op, kenmerk, kop);
  expect(adresVan(mail)).toBe('robin.voorbeeld@jeugdteam-den-haag.example');
  expect(tekstVan(mail)).toContain('Er staat nu geen vraag meer open. U hoeft niets te doen.');
  expect(mail.text).not.toContain('stond al bij');
  expect(await zinnen(op, kenmerk, 'vraag-ingetrokken')).toEqual([
    'De aanmelder hoeft geen informatie meer te geven over de intelligentie van de jeugdige.',
  ]);
  expect(await op.verhaal(kenmerk)).not.toContain('informatie');
  expect((await op.traject(kenmerk)).besluiten).not.toContain('vraag-ingetrokken');

  const [ingetrokken = 0] = await momenten(op, kenmerk, 'vraag-ingetrokken');
  await springNaar(op, evenNa(naHeleWerkdagen(ingetrokken, 2)));
  expect(await totReden(op, kenmerk, 'triage')).toMatchObject({
    sindsTijdstip: new Date(ingetrokken).toISOString(),
  });
  await springNaar(op, evenNa(naHeleWerkdagen(ingetrokken, 10)));
  expect(await op.db.bericht.count({ where: { kenmerk, soort: 'informatie-herinnering' } })).toBe(0);
});

it('wordt er één genoemd, dan blijft de andere staan', async () => {
  const kenmerk = await op.meldAan();
  await vraag(kenmerk, 'intelligentie');
  await vraag(kenmerk, 'anders');
  const [een, ander] = (await op.traject(kenmerk)).vragen;
  await op.besluit(kenmerk, 'vraag-ingetrokken', { vragen: [een.vraagId] });
  expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'aanmelder', vragen: [ander] });
  expect(tekstVan(await mailMetKop(op, kenmerk, kop))).toContain('Eén andere vraag staat nog wel open.');
  expect(await geweigerd(op, kenmerk, 'vraag-ingetrokken', { vragen: [een.vraagId] })).toMatchObject({
    status: 409,
    code: 'niet-van-toepassing',
    detail: 'Deze vraag staat niet open. Kijk bij het traject welke vragen openstaan.',
  });
  await verzonden(op, kenmerk, 'vraag-vervallen', 1);
});

it('de vraag van een aanbieder die nog onderzoekt, trekt de coördinator niet in: die wacht op het antwoord', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', {
    uitkomst: 'direct-voorleggen',
    aanbieders: ['aanbieder-01'],
    afwijkReden: 'individuele-situatie',
  });
  await op.aanbiederZegt(`onderzoek-${kenmerk}-aanbieder-01-r1`, 'vraag', {
    soorten: ['anders'],
    vraag: 'Wie is de voogd?',
  });
  const [{ vraagId }] = await wachtTot(
    async () => (await op.traject(kenmerk)).vragen,
    (vragen) => vragen.length === 1,
  );
  expect((await op.traject(kenmerk)).besluiten).not.toContain('vraag-ingetrokken');
  for (const inhoud of [{}, { vragen: [vraagId] }])
    expect(await geweigerd(op, kenmerk, 'vraag-ingetrokken', inhoud)).toMatchObject({
      status: 409,
      detail: expect.stringContaining('onderzoekt nog en wacht op het antwoord'),
    });
  // Of all that can be withdrawn it is not one either.
  await vraag(kenmerk, 'intelligentie');
  await op.besluit(kenmerk, 'vraag-ingetrokken', {});
  expect((await op.traject(kenmerk)).vragen).toMatchObject([{ vraagId }]);
});

it('alleen de coördinator kan het, en alleen als er iets is gevraagd', async () => {
  const kenmerk = await op.meldAan();
  expect(await geweigerd(op, kenmerk, 'vraag-ingetrokken', {})).toMatchObject({
    status: 409,
    detail: 'Er is niets gevraagd aan de aanmelder.',
  });
  await vraag(kenmerk, 'intelligentie');
  for (const rol of ['aanmelder', 'manager'] as const)
    expect((await geweigerd(op, kenmerk, 'vraag-ingetrokken', {}, { rol })).status).toBe(403);
  expect((await op.traject(kenmerk)).vragen).toHaveLength(1);
});
