import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { inOnderzoek, regels } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('verandert alleen de gemeente; het traject gaat door waar het was', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const voor = await op.traject(kenmerk);
  await op.besluit(kenmerk, 'verhuizing', {
    gemeente: 'buiten-haaglanden',
    afloop: 'blijft-hier',
    toelichting: 'Volgens het woonplaatsbeginsel blijft de vraag hier.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({
    gemeente: 'buiten-haaglanden',
    fase: 'onderzoek',
    ambitieTijdstip: voor.ambitieTijdstip,
  });
  expect(await op.onderzoek(onderzoeken[0] ?? '')).toMatchObject({ status: 'gevraagd' });
  const [regel] = await regels(op, kenmerk, 'verhuizing');
  expect(regel?.codes).toEqual({ gemeente: 'buiten-haaglanden', afloop: 'blijft-hier' });
});
