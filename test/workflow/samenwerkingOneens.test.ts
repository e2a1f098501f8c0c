import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  antwoordt,
  geweigerd,
  inOnderzoek,
  ontvangers,
  totVastgelopen,
  vastgelopen,
  zeerComplex,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('is meteen zichtbaar en vastgelopen, en de voorzitter hoort het ook; een nieuwe vraag maakt het los', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01'], zeerComplex);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] });
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-02-r1`, {
    antwoord: 'afwijzing',
    afwijzingReden: 'niet-eens-met-plan',
  });

  expect((await op.traject(kenmerk)).instemmingen).toEqual([
    { vanAanbieder: 'aanbieder-01', aanbieder: 'aanbieder-02', stand: 'oneens' },
  ]);
  expect(await totVastgelopen(op, kenmerk, 'samenwerking')).toEqual([
    { reden: 'samenwerking', op: 'coordinator', wie: 'aanbieder-02' },
  ]);
  expect((await op.traject(kenmerk)).signalen).toEqual(['vastgelopen']);
  expect(await ontvangers(op, kenmerk, 'samenwerking-oneens', 2)).toEqual(['coordinator-1', 'voorzitter-1']);
  const keuze = async (...aanbieders: string[]) => ({ aanbieders, verwachteStartDatum: await op.datum(9) });
  expect(await geweigerd(op, kenmerk, 'keuze', await keuze('aanbieder-01'))).toMatchObject({
    status: 409,
    code: 'niet-ingestemd',
    detail: expect.stringContaining('niet eens met het plan'),
  });

  await op.besluit(kenmerk, 'direct-voorleggen', { aanbieders: ['aanbieder-02'], reden: 'tijd-winnen' });
  await totVastgelopen(op, kenmerk, 'samenwerking', false);
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-02-r2`, {
    antwoord: 'samenwerking',
    metAanbieders: ['aanbieder-01'],
  });
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
  expect(await op.besluit(kenmerk, 'keuze', await keuze('aanbieder-01', 'aanbieder-02'))).toMatchObject({
    fase: 'overbrugging',
  });
});

it('houdt een ander aanbod niet tegen', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-03']);
  const [een = '', drie = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'samenwerking', metAanbieders: ['aanbieder-02'] });
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-02-r1`, {
    antwoord: 'afwijzing',
    afwijzingReden: 'niet-eens-met-plan',
  });
  await antwoordt(op, drie, { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-03'],
    verwachteStartDatum: await op.datum(9),
  });
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
});
