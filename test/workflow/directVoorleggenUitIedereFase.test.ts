import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  geweigerd,
  inBespreking,
  inOnderzoek,
  inOverbrugging,
  inVoorbereiding,
  ontvangers,
  regels,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const direct = { aanbieders: ['aanbieder-05'], reden: 'tijd-winnen' };

it('bij de triage, uit de voorbereiding en van de tafel', async () => {
  const bijTriage = await op.meldAan();
  expect(
    await op.besluit(bijTriage, 'triage', {
      uitkomst: 'direct-voorleggen',
      aanbieders: ['aanbieder-05', 'aanbieder-06'],
      afwijkReden: 'overleg-met-aanbieders',
    }),
  ).toMatchObject({
    fase: 'onderzoek',
    onderzoeken: [`onderzoek-${bijTriage}-aanbieder-05-r1`, `onderzoek-${bijTriage}-aanbieder-06-r1`],
  });
  expect(await ontvangers(op, bijTriage, 'direct-voorgelegd', 1)).toEqual(['aanmelder']);
  expect(await ontvangers(op, bijTriage, 'onderzoek-gevraagd', 2)).toEqual([
    'aanbieder-05-contact-1',
    'aanbieder-06-contact-1',
  ]);

  const voorbereiding = await inVoorbereiding(op);
  expect(await op.besluit(voorbereiding, 'direct-voorleggen', direct)).toMatchObject({ fase: 'onderzoek' });

  const bespreking = await inBespreking(op, 5);
  expect(await op.besluit(bespreking, 'direct-voorleggen', direct)).toMatchObject({ fase: 'onderzoek' });
  expect((await op.traject(bespreking)).tafelDatum).toBeNull();
  const [regel] = await regels(op, bespreking, 'direct-voorleggen');
  expect(regel?.codes).toEqual(direct);
});

it('tijdens het onderzoek komt er iemand bij, en wie al onderzoekt gaat door', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const { onderzoeken: alle } = await op.besluit(kenmerk, 'direct-voorleggen', {
    ...direct,
    aanbieders: ['aanbieder-01', 'aanbieder-05'],
  });
  expect(alle).toEqual([...onderzoeken, `onderzoek-${kenmerk}-aanbieder-05-r2`]);
  expect(await op.onderzoek(onderzoeken[0] ?? '')).toMatchObject({ status: 'gevraagd' });
});

it('uit de overbrugging is de keuze terug', async () => {
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum: await op.datum(9) });
  expect(await op.besluit(kenmerk, 'direct-voorleggen', direct)).toMatchObject({ fase: 'onderzoek' });
  expect(await op.traject(kenmerk)).toMatchObject({
    gekozenAanbieders: [],
    duidelijkheidTijdstip: null,
    verwachteStartDatum: null,
  });
});

it('door Zorgbemiddeling wel, door de Experttafel niet: die adviseert', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'spoor', { spoor: 'experttafel', toelichting: 'Een lastige vraag.' });
  expect(await geweigerd(op, kenmerk, 'direct-voorleggen', direct)).toMatchObject({
    status: 409,
    code: 'verkeerde-fase',
  });
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorgbemiddeling', toelichting: 'Een aanbieder is bekend.' });
  expect(await op.besluit(kenmerk, 'direct-voorleggen', direct)).toMatchObject({
    fase: 'onderzoek',
    spoor: 'zorgbemiddeling',
  });
});

it('zonder aanbieder, met een onbekende of zonder reden wordt het geweigerd', async () => {
  const kenmerk = await inVoorbereiding(op);
  for (const [inhoud, veld] of [
    [{ ...direct, aanbieders: [] }, 'aanbieders'],
    [{ ...direct, aanbieders: ['aanbieder-999'] }, 'aanbieders.0'],
    [{ aanbieders: direct.aanbieders }, 'reden'],
  ] as const)
    expect(await geweigerd(op, kenmerk, 'direct-voorleggen', inhoud)).toMatchObject({
      status: 400,
      velden: [veld],
    });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding' });
});
