import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { geweigerd, inBespreking, regels } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('vraagt een reden als de aanmelder er niet was, en alleen dan', async () => {
  const kenmerk = await inBespreking(op);
  const verslag = { ...besproken, aanbieders: ['aanbieder-01'], verslag: 'Besproken.' };
  const zonder = { ...verslag, aanwezig: ['coordinator-1', 'aanbieder-01'] };
  expect(await geweigerd(op, kenmerk, 'verslag', zonder)).toMatchObject({
    status: 400,
    velden: ['aanmelderAfwezig'],
  });
  expect(
    await geweigerd(op, kenmerk, 'verslag', { ...verslag, aanmelderAfwezig: 'verhinderd' }),
  ).toMatchObject({
    status: 400,
    velden: ['aanmelderAfwezig'],
  });
  await op.besluit(kenmerk, 'verslag', { ...zonder, aanmelderAfwezig: 'niet-verschenen' });
  const [regel] = await regels(op, kenmerk, 'verslag');
  expect(regel?.codes).toMatchObject({
    aanwezig: ['coordinator-1', 'aanbieder-01'],
    aanmelderAfwezig: 'niet-verschenen',
  });
});
