import { afterAll, beforeAll, expect, it } from 'vitest';
import { opDeDag } from '../../domain/opDeDag.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  inVoorbereiding,
  naWerkdagen,
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

it('alleen de eigen evaluatie wordt herinnerd en loopt vast; een nieuwe datum maakt het los', async () => {
  const kenmerk = await inVoorbereiding(op);
  const evaluatieDatum = await op.datum(12);
  const opschorting = { reden: 'jeugdige-onvindbaar', toelichting: 'De jeugdige is weg.' };
  await op.besluit(kenmerk, 'opschorting', { ...opschorting, evaluatieDatum });
  await verstrijkVoorbij(op, opDeDag(evaluatieDatum));
  const [herinnering] = await totRegels(op, kenmerk, 'norm-herinnering', 1);
  expect(herinnering?.codes).toMatchObject({ wacht: 'opschorting', op: 'coordinator' });
  verwachtMoment(herinnering?.tijdstip, opDeDag(evaluatieDatum));
  expect(await ontvangers(op, kenmerk, 'norm-herinnering', 1)).toEqual(['coordinator-1']);
  // The norm for planning a table had passed long ago, had the traject not been opgeschort.
  expect(await regels(op, kenmerk, 'vastgelopen')).toEqual([]);

  const norm = werkdagNa(evaluatieDatum, 1);
  await verstrijkVoorbij(op, norm);
  const [vast] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  expect(vast?.codes).toEqual({ wacht: 'opschorting', op: 'coordinator' });
  verwachtMoment(vast?.tijdstip, norm);
  await totVastgelopen(op, kenmerk, 'opschorting');

  const later = await op.datum(4);
  await op.besluit(kenmerk, 'opschorting', { ...opschorting, evaluatieDatum: later });
  expect(await op.traject(kenmerk)).toMatchObject({
    opgeschort: { evaluatieDatum: later },
    signalen: ['opgeschort'],
    vastgelopen: [],
  });
  // So that in a time with many holidays four weeks without a contact do not come in between.
  await op.besluit(kenmerk, 'contact', { met: 'ouders', verslag: 'Het gaat.' });
  await op.besluit(kenmerk, 'hervatting', {});
  // What was waited for before begins anew: nobody is late for the time in which nothing had to be done.
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
  const [hervatting] = await regels(op, kenmerk, 'hervatting');
  const planning = naWerkdagen(hervatting?.tijdstip.getTime() ?? 0, 5);
  await verstrijkVoorbij(op, planning);
  const alle = await totRegels(op, kenmerk, 'vastgelopen', 2);
  expect(alle[1]?.codes).toEqual({ wacht: 'planning', op: 'coordinator' });
  verwachtMoment(alle[1]?.tijdstip, planning);
});
