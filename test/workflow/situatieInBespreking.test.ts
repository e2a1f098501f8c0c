import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { geweigerd, inBespreking, ontvangers } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('haalt het traject van de tafel en terug naar de voorbereiding', async () => {
  const kenmerk = await inBespreking(op, 3);
  await op.besluit(kenmerk, 'situatie', { toelichting: 'De jeugdige woont nu ergens anders.' });
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'voorbereiding',
    wachtOp: 'coordinator',
    tafelDatum: null,
  });
  expect(await ontvangers(op, kenmerk, 'situatie-veranderd', 1)).toEqual(['aanmelder']);
  expect(
    await geweigerd(op, kenmerk, 'verslag', {
      aanbieders: ['aanbieder-01'],
      ...besproken,
      verslag: 'Dit kan nu niet.',
    }),
  ).toMatchObject({ status: 409, code: 'verkeerde-fase' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 4) });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'bespreking' });
});

it('is in de intake geen besluit: daar weegt de triage het nieuws; vanaf de voorbereiding wel', async () => {
  const kenmerk = await op.meldAan();
  const toelichting = 'Er is iets veranderd.';
  expect(await geweigerd(op, kenmerk, 'situatie', { toelichting })).toMatchObject({
    status: 409,
    code: 'verkeerde-fase',
  });
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  expect(await op.besluit(kenmerk, 'situatie', { toelichting })).toMatchObject({ fase: 'voorbereiding' });
});
