import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import {
  antwoordt,
  geweigerd,
  inOverbrugging,
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

  const terug = werkdagNa(verwachteStartDatum, 5);
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
  expect(await ontvangers(op, kenmerk, 'zorgstart-uitgebleven', 4)).toEqual([
    'aanbieder-01-contact-1',
    'aanmelder',
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

it('startte de zorg toch, dan wordt dat alsnog vastgelegd: de keuze geldt, en wie intussen is gevraagd hoort het', async () => {
  const verwachteStartDatum = await op.datum(8);
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum });
  await verstrijkVoorbij(op, werkdagNa(verwachteStartDatum, 5));
  await totRegels(op, kenmerk, 'zorgstart-uitgebleven', 1);
  await op.besluit(kenmerk, 'direct-voorleggen', {
    aanbieders: ['aanbieder-02', 'aanbieder-03'],
    reden: 'tijd-winnen',
  });
  const [twee, drie] = [2, 3].map((nummer) => `onderzoek-${kenmerk}-aanbieder-0${nummer}-r2`);
  await antwoordt(op, drie ?? '', { antwoord: 'aanbod' });

  expect(await op.besluit(kenmerk, 'zorgstart', { startDatum: verwachteStartDatum })).toMatchObject({
    fase: 'afgesloten',
    uitkomst: 'zorg-gestart',
  });
  expect(await op.traject(kenmerk)).toMatchObject({
    gekozenAanbieders: ['aanbieder-01'],
    verwachteStartDatum,
    wachtOp: 'niemand',
  });
  expect(await ontvangers(op, kenmerk, 'zorg-gestart', 3)).toEqual([
    'aanbieder-01-contact-1',
    'aanmelder',
    'coordinator-1',
  ]);
  expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 2)).toEqual([
    'aanbieder-02-contact-1',
    'aanbieder-03-contact-1',
  ]);
  await op.workflow(twee ?? '').result();
  expect((await op.onderzoek(twee ?? '')).status).toBe('vervallen');
});

it('na een andere situatie is er niets meer om alsnog vast te leggen', async () => {
  const verwachteStartDatum = await op.datum(8);
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum });
  await verstrijkVoorbij(op, werkdagNa(verwachteStartDatum, 5));
  await totRegels(op, kenmerk, 'zorgstart-uitgebleven', 1);
  expect((await op.traject(kenmerk)).besluiten).toContain('zorgstart');
  await op.besluit(kenmerk, 'situatie', { toelichting: 'Er is veel veranderd.' });
  expect(await geweigerd(op, kenmerk, 'zorgstart', { startDatum: verwachteStartDatum })).toMatchObject({
    status: 409,
    code: 'verkeerde-fase',
  });
});
