import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import {
  inBespreking,
  ontvangers,
  totRegels,
  totVastgelopen,
  vastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
  werkdagNa,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('is twee werkdagen na de tafel vastgelopen op de coördinator, tot het er is', async () => {
  const tafelDatum = await werkdagOver(op, 2);
  const kenmerk = await inBespreking(op, 2);
  const norm = werkdagNa(tafelDatum, 2);
  await verstrijkVoorbij(op, norm);
  const [vast] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  expect(vast?.codes).toEqual({ wacht: 'verslag', op: 'coordinator' });
  verwachtMoment(vast?.tijdstip, norm);
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['coordinator-1']);
  await totVastgelopen(op, kenmerk, 'verslag');
  expect(
    await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-01'],
      verslag: 'Laat, maar er.',
    }),
  ).toMatchObject({ fase: 'onderzoek' });
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
});
