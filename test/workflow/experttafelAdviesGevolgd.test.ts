import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  geweigerd,
  inVoorbereiding,
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

it('een advies wordt gevolgd tot het is uitgevoerd, en sluit dan als advies uitgevoerd', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'experttafel', afwijkReden: 'individuele-situatie' });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: 'experttafel', fase: 'advies' });
  await op.besluit(kenmerk, 'stap', { stap: 'overleg-deskundigen', toelichting: 'Drie deskundigen.' });
  await op.verstrijk('2 days');
  const opvolgDatum = await op.datum(20);
  const [dagVoorAdvies, dagVanAdvies] = [await op.datum(-1), await op.datum(0)];
  await op.besluit(kenmerk, 'advies', { advies: 'maatwerk', opvolgDatum, toelichting: 'Een eigen plan.' });
  expect(await ontvangers(op, kenmerk, 'advies-gegeven', 1)).toEqual(['aanmelder']);
  expect((await op.traject(kenmerk)).duidelijkheidTijdstip).not.toBeNull();

  await verstrijkVoorbij(op, opDeDag(opvolgDatum));
  const [herinnering] = await totRegels(op, kenmerk, 'norm-herinnering', 1);
  expect(herinnering?.codes).toMatchObject({ wacht: 'advies', op: 'coordinator' });
  verwachtMoment(herinnering?.tijdstip, opDeDag(opvolgDatum));
  // The ambitie has passed, and the advies was the clarity.
  expect(await op.traject(kenmerk)).toMatchObject({ escalatieniveau: 0, vastgelopen: [] });

  const norm = werkdagNa(opvolgDatum, 5);
  await op.besluit(kenmerk, 'contact', { met: 'ouders', verslag: 'Het plan begint bijna.' });
  await verstrijkVoorbij(op, norm);
  const [vast] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  expect(vast?.codes).toEqual({ wacht: 'advies', op: 'coordinator' });
  verwachtMoment(vast?.tijdstip, norm);
  expect(await totVastgelopen(op, kenmerk, 'advies')).toEqual([
    { reden: 'advies', op: 'coordinator', wie: null },
  ]);

  await op.besluit(kenmerk, 'stap', { stap: 'opvolging', opvolgDatum: await op.datum(10) });
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
  for (const uitgevoerdDatum of [dagVoorAdvies, await op.datum(1)])
    expect(await geweigerd(op, kenmerk, 'advies-uitgevoerd', { uitgevoerdDatum })).toMatchObject({
      status: 400,
      velden: ['uitgevoerdDatum'],
    });
  expect(await op.besluit(kenmerk, 'advies-uitgevoerd', { uitgevoerdDatum: dagVanAdvies })).toMatchObject({
    fase: 'afgesloten',
    uitkomst: 'advies-uitgevoerd',
  });
  expect((await regels(op, kenmerk, 'advies-uitgevoerd'))[0]?.codes).toEqual({
    uitgevoerdDatum: dagVanAdvies,
  });
  // Two days after the aanmelding the advies was given and carried out, weeks before that was told.
  expect((await op.traject(kenmerk)).wachttijd).toEqual({ brutoDagen: 2, nettoDagen: 2 });
  expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'advies-uitgevoerd' });
  expect(await ontvangers(op, kenmerk, 'advies-uitgevoerd', 1)).toEqual(['aanmelder']);
});

it('een advies vraagt een datum waarop wordt gekeken, en kan alleen aan de Experttafel', async () => {
  const kenmerk = await inVoorbereiding(op);
  const advies = { advies: 'samenwerking', opvolgDatum: await op.datum(5), toelichting: 'Samen.' };
  expect(await geweigerd(op, kenmerk, 'advies', advies)).toMatchObject({
    status: 409,
    code: 'verkeerde-fase',
  });
  await op.besluit(kenmerk, 'spoor', { spoor: 'experttafel', toelichting: 'Een lastige vraag.' });
  const { opvolgDatum: _, ...zonderDatum } = advies;
  expect(await geweigerd(op, kenmerk, 'advies', zonderDatum)).toMatchObject({
    status: 400,
    velden: ['opvolgDatum'],
  });
  expect(await op.besluit(kenmerk, 'advies', advies)).toMatchObject({ fase: 'advies' });
});
