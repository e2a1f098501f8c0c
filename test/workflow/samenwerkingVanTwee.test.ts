import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, geweigerd, inOnderzoek, ontvangers, vastgelopen } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('de partner wordt zelf gevraagd, en pas als die instemt worden beiden gekozen', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] });

  const vanPartner = `onderzoek-${kenmerk}-aanbieder-02-r1`;
  expect(await ontvangers(op, kenmerk, 'samenwerking-gevraagd', 1)).toEqual(['aanbieder-02-contact-1']);
  expect(await op.onderzoek(vanPartner)).toMatchObject({ aanbieder: 'aanbieder-02', status: 'gevraagd' });
  const { toestand } = await op.db.onderzoek.findUniqueOrThrow({ where: { id: vanPartner } });
  expect(toestand).toMatchObject({ opVerzoekVan: 'aanbieder-01' });
  expect(await op.traject(kenmerk)).toMatchObject({
    wachtOp: 'aanbieder',
    instemmingen: [{ vanAanbieder: 'aanbieder-01', aanbieder: 'aanbieder-02', stand: 'gevraagd' }],
  });

  const keuze = async (...aanbieders: string[]) => ({ aanbieders, verwachteStartDatum: await op.datum(10) });
  expect(await geweigerd(op, kenmerk, 'keuze', await keuze('aanbieder-01'))).toMatchObject({
    status: 409,
    code: 'niet-ingestemd',
    detail: expect.stringContaining('nog niet ingestemd'),
  });
  expect(await geweigerd(op, kenmerk, 'keuze', await keuze('aanbieder-01', 'aanbieder-02'))).toMatchObject({
    status: 409,
    code: 'geen-aanbod',
  });

  await antwoordt(op, vanPartner, { antwoord: 'samenwerking', metAanbieders: ['aanbieder-01'] });
  expect((await op.traject(kenmerk)).instemmingen).toEqual([
    { vanAanbieder: 'aanbieder-01', aanbieder: 'aanbieder-02', stand: 'akkoord' },
    { vanAanbieder: 'aanbieder-02', aanbieder: 'aanbieder-01', stand: 'akkoord' },
  ]);
  expect(await geweigerd(op, kenmerk, 'keuze', await keuze('aanbieder-02'))).toMatchObject({
    status: 409,
    code: 'niet-ingestemd',
    detail: expect.stringContaining('Kies “aanbieder-01” er ook bij'),
  });
  expect(await op.besluit(kenmerk, 'keuze', await keuze('aanbieder-01', 'aanbieder-02'))).toMatchObject({
    fase: 'overbrugging',
  });
  expect(await ontvangers(op, kenmerk, 'gekozen', 2)).toEqual([
    'aanbieder-01-contact-1',
    'aanbieder-02-contact-1',
  ]);
  expect((await op.traject(kenmerk)).gekozenAanbieders).toEqual(['aanbieder-01', 'aanbieder-02']);
});

it('wie al onderzoekt hoort van het plan en krijgt geen tweede onderzoek', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] });
  expect(await ontvangers(op, kenmerk, 'samenwerking-gevraagd', 1)).toEqual(['aanbieder-02-contact-1']);
  expect(await op.db.onderzoek.count({ where: { kenmerk } })).toBe(2);
});

it('wie voor het plan er was iets anders antwoordde, wordt er opnieuw om gevraagd', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, twee, { antwoord: 'afwijzing', afwijzingReden: 'geen-passend-aanbod' });
  await antwoordt(op, een, { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] });
  const opnieuw = `onderzoek-${kenmerk}-aanbieder-02-r2`;
  expect(await op.onderzoek(opnieuw)).toMatchObject({ status: 'gevraagd', ronde: 2 });
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
  await antwoordt(op, opnieuw, { antwoord: 'samenwerking', metAanbieders: ['aanbieder-01'] });
  expect(
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      verwachteStartDatum: await op.datum(10),
    }),
  ).toMatchObject({ fase: 'overbrugging' });
});

it('een samenwerking zonder partner, of met zichzelf, is geen antwoord', async () => {
  const { onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const zeg = (inhoud: object) =>
    op.vraag('POST', `/v1/onderzoeken/${onderzoeken[0]}/antwoord`, inhoud, {
      rol: 'aanbieder',
      aanbieder: 'aanbieder-01',
    });
  expect(await zeg({ antwoord: 'samenwerking' })).toMatchObject({
    status: 400,
    inhoud: { velden: [{ veld: 'metAanbieders' }] },
  });
  expect(await zeg({ antwoord: 'samenwerking', metAanbieders: ['aanbieder-01'] })).toMatchObject({
    status: 400,
    inhoud: { velden: [{ veld: 'metAanbieders.0' }] },
  });
});
