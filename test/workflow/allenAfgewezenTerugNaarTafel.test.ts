import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { antwoordt, inOnderzoek, ontvangers, regels } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('staat met de redenen bij de lacunes, en het volgende verslag begint de tweede ronde', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek', wachtOp: 'aanbieder' });
  expect(await op.db.lacune.count({ where: { kenmerk } })).toBe(0);

  await antwoordt(op, twee, { antwoord: 'afwijzing', afwijzingReden: 'leeftijd' });
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'voorbereiding',
    wachtOp: 'coordinator',
    tafelDatum: null,
  });
  expect(await ontvangers(op, kenmerk, 'terug-naar-tafel', 2)).toEqual(['aanmelder', 'coordinator-1']);
  expect(await regels(op, kenmerk, 'allen-afgewezen')).toHaveLength(1);
  const [lacune, ...meer] = await op.db.lacune.findMany({ where: { kenmerk } });
  expect(meer).toEqual([]);
  expect(lacune).toMatchObject({ sector: 'jeugdhulp', gemeente: 'den-haag' });
  expect(lacune?.redenen.toSorted()).toEqual(['geen-plek', 'leeftijd']);

  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
  const { onderzoeken: alle } = await op.besluit(kenmerk, 'verslag', {
    aanbieders: ['aanbieder-02', 'aanbieder-03'],
    ...besproken,
    verslag: 'Een tweede ronde.',
  });
  expect(alle).toEqual([
    een,
    twee,
    `onderzoek-${kenmerk}-aanbieder-02-r2`,
    `onderzoek-${kenmerk}-aanbieder-03-r2`,
  ]);
  expect(await ontvangers(op, kenmerk, 'onderzoek-gevraagd', 4)).toHaveLength(4);

  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-02-r2`, { antwoord: 'aanbod' });
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-03-r2`, {
    antwoord: 'afwijzing',
    afwijzingReden: 'personeelstekort',
  });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek', wachtOp: 'coordinator' });
  expect(await op.db.lacune.count({ where: { kenmerk } })).toBe(1);
});

it('een afwijzing noemt altijd de reden', async () => {
  const { onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  expect(
    await op.vraag(
      'POST',
      `/v1/onderzoeken/${onderzoeken[0]}/antwoord`,
      { antwoord: 'afwijzing' },
      { rol: 'aanbieder', aanbieder: 'aanbieder-01' },
    ),
  ).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'afwijzingReden' }] } });
});
