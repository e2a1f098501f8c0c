import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('is een aanbod van één aanbieder waar de keuze op kan rusten', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'maatwerk' });
  expect(await op.onderzoek(onderzoeken[0] ?? '')).toMatchObject({
    status: 'beantwoord',
    antwoord: { antwoord: 'maatwerk' },
  });
  expect(await op.traject(kenmerk)).toMatchObject({ wachtOp: 'coordinator', instemmingen: [] });
  expect(
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      evaluatieDatum: await op.datum(20),
      overbruggingsplan: 'Begeleiding thuis tot het maatwerk er is.',
    }),
  ).toMatchObject({ fase: 'overbrugging', wachtOp: 'zorgstart' });
});
