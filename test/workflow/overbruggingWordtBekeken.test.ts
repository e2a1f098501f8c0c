import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  inOverbrugging,
  ontvangers,
  regels,
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

const plan = { overbruggingsplan: 'Begeleiding thuis tot de start.' };

it('herinnert op de ochtend zelf en loopt een werkdag later vast op de eigenaar; een nieuw plan maakt het los', async () => {
  const evaluatieDatum = await op.datum(9);
  const kenmerk = await inOverbrugging(op, { ...plan, evaluatieDatum, eigenaar: 'aanbieder-01' });
  await verstrijkVoorbij(op, opDeDag(evaluatieDatum));
  const [herinnering] = await totRegels(op, kenmerk, 'norm-herinnering', 1);
  expect(herinnering?.codes).toMatchObject({ wacht: 'overbrugging', op: 'aanbieder' });
  verwachtMoment(herinnering?.tijdstip, opDeDag(evaluatieDatum));
  expect(await ontvangers(op, kenmerk, 'norm-herinnering', 2)).toEqual([
    'aanbieder-01-contact-1',
    'coordinator-1',
  ]);
  expect(await vastgelopen(op, kenmerk)).toEqual([]);

  const norm = werkdagNa(evaluatieDatum, 1);
  await verstrijkVoorbij(op, norm);
  const [vast] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  expect(vast?.codes).toEqual({ wacht: 'overbrugging', op: 'aanbieder', wie: 'aanbieder-01' });
  verwachtMoment(vast?.tijdstip, norm);
  expect(await totVastgelopen(op, kenmerk, 'overbrugging')).toEqual([
    { reden: 'overbrugging', op: 'aanbieder', wie: 'aanbieder-01' },
  ]);

  const opnieuw = await op.datum(10);
  await op.besluit(kenmerk, 'overbrugging', {
    evaluatieDatum: opnieuw,
    eigenaar: 'aanmelder',
    overbruggingsplan: 'De aanmelder neemt het over.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({ evaluatieDatum: opnieuw, vastgelopen: [], signalen: [] });
  await verstrijkVoorbij(op, werkdagNa(opnieuw, 1));
  expect(await totVastgelopen(op, kenmerk, 'overbrugging')).toContainEqual({
    reden: 'overbrugging',
    op: 'aanmelder',
    wie: 'aanmelder',
  });
  expect(await regels(op, kenmerk, 'norm-herinnering')).toHaveLength(2);
});

it('zonder eigenaar is het aan de coördinator', async () => {
  const evaluatieDatum = await op.datum(6);
  const kenmerk = await inOverbrugging(op, { ...plan, evaluatieDatum });
  await verstrijkVoorbij(op, werkdagNa(evaluatieDatum, 1));
  expect(await totVastgelopen(op, kenmerk, 'overbrugging')).toEqual([
    { reden: 'overbrugging', op: 'coordinator', wie: null },
  ]);
});
