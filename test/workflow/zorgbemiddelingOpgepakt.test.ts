import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  inVoorbereiding,
  naWerkdagen,
  ontvangers,
  regels,
  totRegels,
  totVastgelopen,
  vastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const spoor = { spoor: 'zorgbemiddeling', toelichting: 'Een aanbieder kent deze jeugdige.' };

it('zonder nieuwe coördinator moet iemand het binnen twee werkdagen oppakken; een stap maakt het los', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'spoor', spoor);
  expect(await ontvangers(op, kenmerk, 'ander-team', 2)).toEqual(['aanmelder', 'team']);
  const [naar] = await regels(op, kenmerk, 'spoor');
  const norm = naWerkdagen(naar?.tijdstip.getTime() ?? 0, 2);
  await verstrijkVoorbij(op, norm);
  const [vast] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  expect(vast?.codes).toEqual({ wacht: 'oppakken', op: 'coordinator' });
  verwachtMoment(vast?.tijdstip, norm);
  expect(await totVastgelopen(op, kenmerk, 'oppakken')).toEqual([
    { reden: 'oppakken', op: 'coordinator', wie: null },
  ]);
  await op.besluit(kenmerk, 'stap', { stap: 'opgepakt' });
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
});

it('met een nieuwe coördinator is het opgepakt', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'spoor', { ...spoor, coordinator: 'coordinator-2' });
  expect(await op.traject(kenmerk)).toMatchObject({ coordinator: 'coordinator-2', fase: 'bemiddeling' });
  expect(await ontvangers(op, kenmerk, 'ander-team', 1)).toEqual(['aanmelder']);
  expect(await ontvangers(op, kenmerk, 'coordinator-gewijzigd', 1)).toEqual(['coordinator-2']);
  const [naar] = await regels(op, kenmerk, 'spoor');
  await verstrijkVoorbij(op, naWerkdagen(naar?.tijdstip.getTime() ?? 0, 3));
  expect(await regels(op, kenmerk, 'vastgelopen')).toEqual([]);
});
