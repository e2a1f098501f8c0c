import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import {
  inOverbrugging,
  naWerkdagen,
  ontvangers,
  regels,
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

it('is een werkdag later vastgelopen, en na vijf werkdagen is de keuze terug en het traject weer voor de tafel', async () => {
  const verwachteStartDatum = await op.datum(8);
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum });
  const norm = werkdagNa(verwachteStartDatum, 1);
  await verstrijkVoorbij(op, norm);
  const [vast] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  expect(vast?.codes).toEqual({ wacht: 'zorgstart', op: 'aanbieder', wie: 'aanbieder-01' });
  verwachtMoment(vast?.tijdstip, norm);
  await totVastgelopen(op, kenmerk, 'zorgstart');
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'overbrugging',
    gekozenAanbieders: ['aanbieder-01'],
  });

  const terug = naWerkdagen(opDeDag(verwachteStartDatum), 5);
  await verstrijkVoorbij(op, terug);
  const [uitgebleven] = await totRegels(op, kenmerk, 'zorgstart-uitgebleven', 1);
  expect(uitgebleven?.codes).toEqual({ verwachteStartDatum });
  verwachtMoment(uitgebleven?.tijdstip, terug);
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'voorbereiding',
    wachtOp: 'coordinator',
    gekozenAanbieders: [],
    duidelijkheidTijdstip: null,
    verwachteStartDatum: null,
  });
  expect(await totVastgelopen(op, kenmerk, 'zorgstart', false)).toEqual([]);
  expect(await ontvangers(op, kenmerk, 'zorgstart-uitgebleven', 3)).toEqual([
    'aanbieder-01-contact-1',
    'coordinator-1',
    'voorzitter-1',
  ]);
  // There is no clarity any more: the ladder goes on from the ambitie.
  const { ambitieTijdstip } = await op.traject(kenmerk);
  await verstrijkVoorbij(op, Date.parse(ambitieTijdstip));
  await totRegels(op, kenmerk, 'escalatie', 1);
  await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'personeelstekort' });
  expect(await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 2) })).toMatchObject({
    fase: 'bespreking',
  });
});

it('een nieuwe startdatum van tevoren voorkomt het', async () => {
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum: await op.datum(5) });
  await op.verstrijk('4 days');
  const later = await op.datum(20);
  await op.besluit(kenmerk, 'overbrugging', {
    evaluatieDatum: later,
    verwachteStartDatum: later,
    overbruggingsplan: 'De start is later.',
  });
  await verstrijkVoorbij(op, opDeDag(later));
  expect(await regels(op, kenmerk, 'zorgstart-uitgebleven')).toEqual([]);
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'overbrugging', vastgelopen: [] });
});
