/** A crisis in the aanmelding never waits in a queue: the traject ends at once and the CIT is named. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { adresVan, mailMetKop, tekstVan, verzonden } from '../support/volgen.ts';

let op: Opstelling;
let kenmerk: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  kenmerk = await op.meldAan((aanmelding) => {
    aanmelding.crisis = true;
    // Whatever else is wrong with it, the crisis comes first.
    aanmelding.vraag.verblijfSoort = 'jeugdzorgplus';
  });
  await op.trajectWorkflow(kenmerk).result();
});
afterAll(() => op.sluit());

it('het traject eindigt meteen als crisis, zonder dat iemand besluit', async () => {
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'afgesloten',
    uitkomst: 'crisis',
    wachtOp: 'niemand',
    triageVoorstel: 'crisis',
    signalen: [],
    besluiten: [],
  });
  expect(await op.db.invoer.count({ where: { kenmerk, soort: { not: 'aanmelding' } } })).toBe(0);
});

it('het verhaal vertelt waarom het eindigde', async () => {
  const { inhoud } = await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`);
  expect(inhoud.gebeurtenissen.map(({ tekst }: { tekst: string }) => tekst)).toEqual([
    'De aanmelding is ontvangen.',
    'Er is een crisis. De aanmelder is gevraagd om het Crisis Interventie Team (CIT) te bellen. Het traject is afgesloten.',
  ]);
});

it('de aanmelder leest het nummer en de pagina van het CIT, het team belt de aanmelder', async () => {
  const aanmelder = await mailMetKop(op, kenmerk, 'Bel nu het Crisis Interventie Team (CIT)');
  expect(adresVan(aanmelder)).toBe('robin.voorbeeld@jeugdteam-den-haag.example');
  expect(tekstVan(aanmelder)).toContain('070 000 00 00 (voorbeeldnummer)');
  expect(tekstVan(aanmelder)).toContain('https://cit.zorglogistiek.example/voorbeeld');
  const team = await mailMetKop(op, kenmerk, 'Crisis: bel nu de aanmelder');
  expect(adresVan(team)).toBe('team@zorglogistiek.example');
  // No confirmation that speaks of an ambitie, no triage to do.
  expect(op.mails(kenmerk)).toHaveLength(2);
});

it('geen norm, geen herinnering en geen ambitie komt er nog achteraan', async () => {
  await op.verstrijk('120 days');
  expect(op.mails(kenmerk)).toHaveLength(2);
  await verzonden(op, kenmerk, 'norm-verstreken', 0);
  expect(await op.traject(kenmerk)).toMatchObject({ signalen: [], vastgelopen: [], escalatieniveau: 0 });
});

it('een besluit achteraf wordt geweigerd', async () => {
  for (const [soort, inhoud] of [
    ['triage', { uitkomst: 'bespreking', afwijkReden: 'nieuwe-informatie' }],
    ['crisis', {}],
  ] as const)
    expect(await op.vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, inhoud)).toMatchObject({
      status: 409,
      inhoud: { type: 'tag:zorglogistiek.example,2026:afgesloten' },
    });
});
