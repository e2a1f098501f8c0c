import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { geweigerd, inBespreking, regels } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('niemand gaat weg zonder aanbod of afspraak: het verslag wordt geweigerd bij het veld', async () => {
  const kenmerk = await inBespreking(op);
  const verslag = { ...besproken, verslag: 'Wij weten het ook niet.' };
  expect(await geweigerd(op, kenmerk, 'verslag', verslag)).toMatchObject({
    status: 400,
    velden: ['afspraken'],
  });
  expect(await geweigerd(op, kenmerk, 'verslag', { ...verslag, afspraken: [] })).toMatchObject({
    status: 400,
    velden: ['afspraken'],
  });
  expect(await geweigerd(op, kenmerk, 'verslag', { ...verslag, aanbieders: [] })).toMatchObject({
    status: 400,
    velden: ['aanbieders'],
  });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'bespreking' });
  expect(await regels(op, kenmerk, 'verslag')).toEqual([]);
});
