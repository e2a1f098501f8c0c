import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  geweigerd,
  inOverbrugging,
  ontvangers,
  regels,
  totVastgelopen,
  verstrijkVoorbij,
  werkdagNa,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('op tijd: gesloten als zorg gestart, en nooit vastgelopen', async () => {
  const verwachteStartDatum = await op.datum(6);
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum });
  await verstrijkVoorbij(op, opDeDag(verwachteStartDatum));
  expect(await op.besluit(kenmerk, 'zorgstart', { startDatum: verwachteStartDatum })).toMatchObject({
    fase: 'afgesloten',
    uitkomst: 'zorg-gestart',
  });
  expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'zorg-gestart' });
  expect(await ontvangers(op, kenmerk, 'zorg-gestart', 2)).toEqual(['aanmelder', 'coordinator-1']);
  expect(await regels(op, kenmerk, 'vastgelopen')).toEqual([]);
  expect(
    await geweigerd(op, kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(3),
    }),
  ).toMatchObject({ status: 409, code: 'afgesloten' });
});

it('te laat gemeld maakt het traject los', async () => {
  const verwachteStartDatum = await op.datum(4);
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum });
  await verstrijkVoorbij(op, werkdagNa(verwachteStartDatum, 1));
  await totVastgelopen(op, kenmerk, 'zorgstart');
  await op.besluit(kenmerk, 'zorgstart', { startDatum: verwachteStartDatum });
  const traject = await op.traject(kenmerk);
  expect(traject).toMatchObject({ fase: 'afgesloten', signalen: [], vastgelopen: [] });
  // Until the day on which care started, however late that was recorded.
  const dagen = Math.round(
    (Date.parse(verwachteStartDatum) - Date.parse(datumInNederland(Date.parse(traject.aanmeldingTijdstip)))) /
      86_400_000,
  );
  expect(traject.wachttijd).toEqual({ brutoDagen: dagen, nettoDagen: dagen });
});

it('een startdatum die nog niet is geweest, of voor de aanmelding ligt, wordt geweigerd', async () => {
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum: await op.datum(3) });
  for (const dagen of [1, -1])
    expect(await geweigerd(op, kenmerk, 'zorgstart', { startDatum: await op.datum(dagen) })).toMatchObject({
      status: 400,
      velden: ['startDatum'],
    });
});
