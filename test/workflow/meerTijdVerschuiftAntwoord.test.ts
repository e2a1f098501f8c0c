import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  antwoordt,
  inOnderzoek,
  regels,
  totVastgelopen,
  vastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
} from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('verschuift het moment waarvoor het antwoord wordt gevraagd, en pas dan is het te laat', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  const { ambitieTijdstip } = await op.traject(kenmerk);
  const totDatum = await op.datum(20);
  await antwoordt(op, een, {
    antwoord: 'meer-tijd',
    totDatum,
    meerTijdReden: 'draagvlak-nodig',
  });
  expect(await op.onderzoek(een)).toMatchObject({
    status: 'bevestigd',
    antwoord: { antwoord: 'meer-tijd', totDatum, meerTijdReden: 'draagvlak-nodig' },
    antwoordVoorTijdstip: new Date(opDeDag(totDatum)).toISOString(),
  });
  expect(await op.onderzoek(twee)).toMatchObject({ antwoordVoorTijdstip: ambitieTijdstip });

  await verstrijkVoorbij(op, Date.parse(ambitieTijdstip));
  const zonderAntwoord = (aantal: number) =>
    wachtTot(
      async () =>
        (await regels(op, kenmerk, 'vastgelopen')).filter(
          ({ codes }) => (codes as { wacht: string }).wacht === 'antwoord',
        ),
      (lijst) => lijst.length === aantal,
    );
  const [vanTwee] = await zonderAntwoord(1);
  expect(vanTwee?.codes).toEqual({ wacht: 'antwoord', op: 'aanbieder', wie: 'aanbieder-02' });
  verwachtMoment(vanTwee?.tijdstip, Date.parse(ambitieTijdstip));
  expect(await totVastgelopen(op, kenmerk, 'antwoord')).toContainEqual({
    reden: 'antwoord',
    op: 'aanbieder',
    wie: 'aanbieder-02',
  });

  await verstrijkVoorbij(op, opDeDag(totDatum));
  const teLaat = await zonderAntwoord(2);
  expect(teLaat[1]?.codes).toEqual({ wacht: 'antwoord', op: 'aanbieder', wie: 'aanbieder-01' });
  verwachtMoment(teLaat[1]?.tijdstip, opDeDag(totDatum));

  await antwoordt(op, een, { antwoord: 'aanbod' });
  expect(await vastgelopen(op, kenmerk)).not.toContainEqual(expect.objectContaining({ wie: 'aanbieder-01' }));
});

it('vraagt altijd tot wanneer en waarom', async () => {
  const { onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const zeg = async (inhoud: object) =>
    op.vraag('POST', `/v1/onderzoeken/${onderzoeken[0]}/antwoord`, inhoud, {
      rol: 'aanbieder',
      aanbieder: 'aanbieder-01',
    });
  const totDatum = await op.datum(5);
  expect(await zeg({ antwoord: 'meer-tijd', totDatum })).toMatchObject({
    status: 400,
    inhoud: { velden: [{ veld: 'meerTijdReden' }] },
  });
  expect(await zeg({ antwoord: 'meer-tijd', meerTijdReden: 'draagvlak-nodig' })).toMatchObject({
    status: 400,
    inhoud: { velden: [{ veld: 'totDatum' }] },
  });
  expect(
    await zeg({ antwoord: 'meer-tijd', totDatum: await op.datum(-1), meerTijdReden: 'draagvlak-nodig' }),
  ).toMatchObject({ status: 400, inhoud: { velden: [{ veld: 'totDatum' }] } });
  const vandaag = await op.datum(0);
  for (const antwoord of [
    { antwoord: 'meer-tijd', meerTijdReden: 'draagvlak-nodig' },
    { antwoord: 'wachtlijst' },
  ])
    expect(await zeg({ ...antwoord, totDatum: vandaag })).toMatchObject({
      status: 400,
      inhoud: { velden: [{ veld: 'totDatum', melding: expect.stringContaining('Deze datum is vandaag.') }] },
    });
  expect(
    await zeg({ antwoord: 'meer-tijd', totDatum: await op.datum(1), meerTijdReden: 'draagvlak-nodig' }),
  ).toMatchObject({ status: 200 });
});
