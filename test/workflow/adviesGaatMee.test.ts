/** The Experttafel advises, another team carries it out: the advies and its follow-up go along until it has been carried out. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  geweigerd,
  ontvangers,
  totRegels,
  totVastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
  werkdagNa,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const naar = (spoor: string) => ({
  spoor,
  coordinator: 'coordinator-2',
  toelichting: 'Dit team voert het uit.',
});

/** With an advies of the Experttafel that is looked at after so many days. */
async function metAdvies(dagen: number): Promise<{ kenmerk: string; opvolgDatum: string }> {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'experttafel', afwijkReden: 'individuele-situatie' });
  const opvolgDatum = await op.datum(dagen);
  await op.besluit(kenmerk, 'advies', { advies: 'maatwerk', opvolgDatum, toelichting: 'Maak een plan.' });
  return { kenmerk, opvolgDatum };
}

it('naar Zorglogistiek en terug: advies en opvolgdatum blijven, en het eindigt als uitgevoerd', async () => {
  const { kenmerk, opvolgDatum } = await metAdvies(60);
  const advies = { advies: 'maatwerk', opvolgDatum };
  expect(await op.traject(kenmerk)).toMatchObject(advies);
  await op.besluit(kenmerk, 'spoor', naar('zorglogistiek'));
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', ...advies });
  await op.besluit(kenmerk, 'direct-voorleggen', { aanbieders: ['aanbieder-01'], reden: 'tijd-winnen' });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek', ...advies });
  await op.besluit(kenmerk, 'spoor', naar('experttafel'));
  // An onderzoek that outlives its traject stops the virtual clock.
  await op.workflow(`onderzoek-${kenmerk}-aanbieder-01-r1`).result();
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'advies', ...advies });
  await op.besluit(kenmerk, 'advies-uitgevoerd', {});
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'afgesloten', uitkomst: 'advies-uitgevoerd' });
});

it('bij Zorglogistiek wordt herinnerd en gemeld dat niemand keek; een stap met een nieuwe datum maakt het los', async () => {
  const { kenmerk, opvolgDatum } = await metAdvies(3);
  await op.besluit(kenmerk, 'spoor', naar('zorglogistiek'));
  const norm = werkdagNa(opvolgDatum, 5);
  await verstrijkVoorbij(op, norm);
  await totVastgelopen(op, kenmerk, 'advies');
  const lijst = await totRegels(op, kenmerk, 'vastgelopen', 2);
  const vast = lijst.find(({ codes }) => (codes as { wacht: string }).wacht === 'advies');
  verwachtMoment(vast?.tijdstip, norm);
  expect(await ontvangers(op, kenmerk, 'norm-herinnering', 1)).toEqual(['coordinator-2']);

  const volgende = await op.datum(10);
  await op.besluit(kenmerk, 'stap', { stap: 'opvolging', opvolgDatum: volgende });
  await totVastgelopen(op, kenmerk, 'advies', false);
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', opvolgDatum: volgende });
  // Carried out without a place: then that is how it ends, wherever it is.
  await op.besluit(kenmerk, 'advies-uitgevoerd', {});
  expect(await op.traject(kenmerk)).toMatchObject({ uitkomst: 'advies-uitgevoerd', spoor: 'zorglogistiek' });
});

it('zonder advies is er buiten die twee teams geen stap, en niets uit te voeren', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  for (const [soort, inhoud] of [
    ['stap', { stap: 'opvolging' }],
    ['advies-uitgevoerd', {}],
  ] as const)
    expect(await geweigerd(op, kenmerk, soort, inhoud)).toMatchObject({
      status: 409,
      code: 'niet-van-toepassing',
    });
});
