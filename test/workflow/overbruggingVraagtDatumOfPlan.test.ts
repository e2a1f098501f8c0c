import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, geweigerd, inOnderzoek, ontvangers, regels } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('niemand wordt gekozen zonder startdatum of een plan met een datum waarop het wordt bekeken', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'aanbod' });
  const keuze = { aanbieders: ['aanbieder-01'] };
  expect(await geweigerd(op, kenmerk, 'keuze', keuze)).toMatchObject({
    status: 400,
    velden: ['evaluatieDatum'],
  });
  expect(
    await geweigerd(op, kenmerk, 'keuze', { ...keuze, overbruggingsplan: 'Begeleiding thuis.' }),
  ).toMatchObject({ status: 400, velden: ['evaluatieDatum'] });
  expect(
    await geweigerd(op, kenmerk, 'keuze', { ...keuze, verwachteStartDatum: await op.datum(-1) }),
  ).toMatchObject({ status: 400, velden: ['verwachteStartDatum'] });
  expect(
    await geweigerd(op, kenmerk, 'keuze', { ...keuze, evaluatieDatum: await op.datum(14) }),
  ).toMatchObject({ status: 400, velden: ['overbruggingsplan'] });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek', gekozenAanbieders: [] });

  const evaluatieDatum = await op.datum(14);
  await op.besluit(kenmerk, 'keuze', {
    ...keuze,
    evaluatieDatum,
    eigenaar: 'aanbieder-01',
    overbruggingsplan: 'Begeleiding thuis.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'overbrugging',
    evaluatieDatum,
    eigenaar: 'aanbieder-01',
  });
  const [regel] = await regels(op, kenmerk, 'keuze');
  expect(regel?.codes).toMatchObject({ eigenaar: 'aanbieder-01', evaluatieDatum });
  expect(await ontvangers(op, kenmerk, 'duidelijkheid', 1)).toEqual(['aanmelder']);
});
