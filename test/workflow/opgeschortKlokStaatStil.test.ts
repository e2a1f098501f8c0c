import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  geweigerd,
  inOnderzoek,
  inVoorbereiding,
  ontvangers,
  regels,
  totRegels,
  verstrijkVoorbij,
  verwachtMoment,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const opschorting = async (dagen: number) => ({
  reden: 'veiligheid-eerst',
  evaluatieDatum: await op.datum(dagen),
  toelichting: 'Eerst moet het veilig zijn.',
});
const duurVan = async (kenmerk: string, plaats: number): Promise<number> => {
  const van = (await regels(op, kenmerk, 'opschorting'))[plaats];
  const tot = (await regels(op, kenmerk, 'hervatting'))[plaats];
  return (tot?.tijdstip.getTime() ?? 0) - (van?.tijdstip.getTime() ?? 0);
};

it('verschuift de ambitie met de echte duur, keer op keer, en telt bruto en netto', async () => {
  const { kenmerk } = await inOnderzoek(op, ['aanbieder-01']);
  const begin = Date.parse((await op.traject(kenmerk)).aanmeldingTijdstip);
  await op.verstrijk('2 days');
  await op.besluit(kenmerk, 'opschorting', await opschorting(20));
  expect(await ontvangers(op, kenmerk, 'opgeschort', 1)).toEqual(['aanmelder']);
  await op.verstrijk('17 days');
  // The ambitie would have passed by now: nothing of the ladder happened.
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'onderzoek',
    escalatieniveau: 0,
    wachtOp: 'coordinator',
    signalen: ['opgeschort'],
    opgeschort: { reden: 'veiligheid-eerst' },
    wachttijd: { brutoDagen: 19, nettoDagen: 2 },
  });
  expect(await regels(op, kenmerk, 'ambitie-waarschuwing')).toEqual([]);
  expect(await regels(op, kenmerk, 'escalatie')).toEqual([]);

  await op.besluit(kenmerk, 'hervatting', {});
  const eerste = await duurVan(kenmerk, 0);
  expect(Math.floor(eerste / dag)).toBe(17);
  const [hervat] = await regels(op, kenmerk, 'hervatting');
  expect(hervat?.codes).toEqual({
    duur: eerste,
    vanTijdstip: begin + 14 * dag,
    naarTijdstip: begin + 14 * dag + eerste,
  });
  expect(await ontvangers(op, kenmerk, 'hervat', 1)).toEqual(['aanmelder']);
  expect(await op.traject(kenmerk)).toMatchObject({ opgeschort: null, signalen: [] });

  await op.verstrijk('1 day');
  await op.besluit(kenmerk, 'opschorting', await opschorting(10));
  await op.verstrijk('5 days');
  await op.besluit(kenmerk, 'hervatting', {});
  const duur = eerste + (await duurVan(kenmerk, 1));
  const nu = await op.traject(kenmerk);
  expect(Date.parse(nu.ambitieTijdstip)).toBe(begin + 14 * dag + duur);
  expect(nu.wachttijd).toEqual({ brutoDagen: 25, nettoDagen: 3 });

  await verstrijkVoorbij(op, begin + 14 * dag + duur);
  const [escalatie] = await totRegels(op, kenmerk, 'escalatie', 1);
  verwachtMoment(escalatie?.tijdstip, begin + 14 * dag + duur);
  expect(await regels(op, kenmerk, 'ambitie-waarschuwing')).toHaveLength(1);
});

it('hervatten kan alleen wat is opgeschort', async () => {
  const kenmerk = await inVoorbereiding(op);
  expect(await geweigerd(op, kenmerk, 'hervatting', {})).toMatchObject({
    status: 409,
    code: 'niet-van-toepassing',
  });
});
