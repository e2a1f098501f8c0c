import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, geweigerd, inOnderzoek } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('noemt tot wanneer, en de keuze kan erop rusten met een plan voor de tijd ertussen', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const onderzoek = onderzoeken[0] ?? '';
  const zonderDatum = await op.vraag(
    'POST',
    `/v1/onderzoeken/${onderzoek}/antwoord`,
    { antwoord: 'wachtlijst' },
    { rol: 'aanbieder', aanbieder: 'aanbieder-01' },
  );
  expect(zonderDatum).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'totDatum' }] } });

  const totDatum = await op.datum(60);
  await antwoordt(op, onderzoek, { antwoord: 'wachtlijst', totDatum });
  expect((await op.onderzoek(onderzoek)).antwoord).toEqual({ antwoord: 'wachtlijst', totDatum });
  const [mail] = await op.db.bericht.findMany({ where: { kenmerk, soort: 'onderzoek-antwoord' } });
  expect(mail).toMatchObject({ geadresseerde: 'coordinator-1', gegevens: { antwoord: 'wachtlijst' } });

  expect(await geweigerd(op, kenmerk, 'keuze', { aanbieders: ['aanbieder-01'] })).toMatchObject({
    status: 400,
    velden: ['evaluatieDatum'],
  });
  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-01'],
    verwachteStartDatum: totDatum,
    evaluatieDatum: await op.datum(30),
    overbruggingsplan: 'Tot er plek is komt er begeleiding thuis.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'overbrugging', verwachteStartDatum: totDatum });
});
