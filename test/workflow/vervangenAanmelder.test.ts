import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling, type Vraag } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { geweigerd, inVoorbereiding } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const lees = (kenmerk: string, wie: string) =>
  op.vraag('GET', `/v1/trajecten/${kenmerk}`, undefined, { rol: 'aanmelder', wie });
const nieuw = {
  naam: 'Noor Voorbeeld',
  email: 'noor@jeugdteam.example',
  telefoon: '070 000 01 02',
};
/** To which addresses the e-mails of a kind went. */
const adressen = async (kenmerk: string, soort: string) => {
  const rijen = await wachtTot(
    () => op.db.bericht.findMany({ where: { kenmerk, soort } }),
    (lijst) => lijst.length > 0 && lijst.every(({ status }) => status === 'verzonden'),
  );
  const ids = new Set(rijen.map(({ messageId }) => messageId));
  return op
    .mails(kenmerk)
    .filter(({ messageId }) => messageId && ids.has(messageId))
    .flatMap(({ to }) => [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address)));
};

it('met een code: de mails gaan naar het nieuwe adres en alleen de nieuwe aanmelder ziet het traject', async () => {
  const kenmerk = await inVoorbereiding(op);
  expect((await lees(kenmerk, 'aanmelder-1')).status).toBe(200);
  expect((await lees(kenmerk, 'aanmelder-2')).status).toBe(404);
  await op.besluit(kenmerk, 'aanmelder', { aanmelderCode: 'aanmelder-2', ...nieuw });

  expect((await lees(kenmerk, 'aanmelder-1')).status).toBe(404);
  expect((await lees(kenmerk, 'aanmelder-2')).status).toBe(200);
  expect(await adressen(kenmerk, 'aanmelder-gewijzigd')).toEqual([nieuw.email]);
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 2) });
  expect(await adressen(kenmerk, 'tafeldatum-gepland')).toEqual([nieuw.email]);

  const intrekking = { reden: 'plek-gevonden' };
  expect(
    await geweigerd(op, kenmerk, 'intrekking', intrekking, { rol: 'aanmelder', wie: 'aanmelder-1' }),
  ).toMatchObject({ status: 404 });
  await op.besluit(kenmerk, 'intrekking', intrekking, { rol: 'aanmelder', wie: 'aanmelder-2' });
  expect(await adressen(kenmerk, 'ingetrokken')).toContain(nieuw.email);
});

it('zonder code: niemand ziet het met een token, en wie de nieuwe is staat in geen workflow', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'aanmelder', nieuw);
  expect((await lees(kenmerk, 'aanmelder-1')).status).toBe(404);
  expect((await lees(kenmerk, 'aanmelder-2')).status).toBe(404);
  expect(await adressen(kenmerk, 'aanmelder-gewijzigd')).toEqual([nieuw.email]);
  const geschiedenis = JSON.stringify(await op.trajectWorkflow(kenmerk).fetchHistory());
  const leesbaar = Buffer.from(geschiedenis).toString();
  for (const persoonlijk of Object.values(nieuw)) {
    expect(leesbaar).not.toContain(persoonlijk);
    expect(leesbaar).not.toContain(Buffer.from(persoonlijk).toString('base64').slice(0, -4));
  }
});

it('een link die u had ingetrokken, was van wie er eerst was: de nieuwe aanmelder krijgt een eigen', async () => {
  const kenmerk = await inVoorbereiding(op);
  const links = () => op.db.link.findMany({ where: { onderwerp: kenmerk }, orderBy: { id: 'asc' } });
  const [eerste] = await wachtTot(links, (rijen) => rijen.length === 1);
  const { statusCode } = await op.api.inject({
    method: 'DELETE',
    url: `/v1/links/${eerste?.id}`,
    headers: { authorization: `Bearer ${await op.token({})}` },
  });
  expect(statusCode).toBe(204);
  await op.besluit(kenmerk, 'informatievraag', { soorten: ['risicotaxatie'], vraag: 'Is die er?' });
  await adressen(kenmerk, 'informatie-gevraagd');
  expect(await links()).toHaveLength(1);

  await op.besluit(kenmerk, 'aanmelder', nieuw);
  expect(await adressen(kenmerk, 'aanmelder-gewijzigd')).toEqual([nieuw.email]);
  expect(await links()).toMatchObject([
    { ingetrokkenTijdstip: expect.any(Date), blijftIngetrokken: false },
    { ingetrokkenTijdstip: null, blijftIngetrokken: false },
  ]);
});

it('de coördinator leest wie hij nu belt, naast wie de aanmelding stuurde; een ander leest dat niet', async () => {
  const kenmerk = await inVoorbereiding(op);
  const aanmelding = (wie: Vraag = {}) => op.vraag('GET', `/v1/aanmeldingen/${kenmerk}`, undefined, wie);
  const eerst = (await aanmelding()).inhoud;
  expect(eerst.aanmelding.aanmelder).toMatchObject(eerst.aanmelder);
  await op.besluit(kenmerk, 'aanmelder', { aanmelderCode: 'aanmelder-2', ...nieuw });
  const { inhoud } = await aanmelding();
  expect(inhoud.aanmelder).toEqual(nieuw);
  expect(inhoud.aanmelding.aanmelder).toEqual(eerst.aanmelding.aanmelder);

  const vanNieuwe = await aanmelding({ rol: 'aanmelder', wie: 'aanmelder-2' });
  expect(vanNieuwe.status).toBe(200);
  expect(vanNieuwe.inhoud).not.toHaveProperty('aanmelder');
  expect((await aanmelding({ rol: 'aanmelder', wie: 'aanmelder-1' })).status).toBe(404);
  expect((await aanmelding({ rol: 'manager' })).status).toBe(403);
  expect((await aanmelding({ rol: 'aanbieder', aanbieder: 'aanbieder-01' })).status).toBe(403);
});

it('een adres dat niet kan wordt geweigerd bij het veld, en er verandert niets', async () => {
  const kenmerk = await inVoorbereiding(op);
  expect(await geweigerd(op, kenmerk, 'aanmelder', { ...nieuw, email: 'noor' })).toMatchObject({
    status: 400,
    velden: ['email'],
  });
  expect((await lees(kenmerk, 'aanmelder-1')).status).toBe(200);
});
