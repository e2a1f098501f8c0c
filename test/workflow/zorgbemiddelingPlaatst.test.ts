import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, ontvangers } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('kiest zelf een aanbieder, zonder onderzoek', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling', afwijkReden: 'overleg-met-aanmelder' });
  await op.besluit(kenmerk, 'stap', { stap: 'gesprek-aanbieder', toelichting: 'Er is plek.' });
  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-07'],
    verwachteStartDatum: await op.datum(4),
  });
  expect(await ontvangers(op, kenmerk, 'gekozen', 1)).toEqual(['aanbieder-07-contact-1']);
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: 'zorgbemiddeling', fase: 'overbrugging' });
  await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
  expect(await op.traject(kenmerk)).toMatchObject({ uitkomst: 'zorg-gestart', spoor: 'zorgbemiddeling' });
});

it('legt voor aan aanbieders en houdt het traject zelf', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling', afwijkReden: 'overleg-met-aanmelder' });
  await op.besluit(kenmerk, 'direct-voorleggen', {
    aanbieders: ['aanbieder-07'],
    reden: 'samen-met-het-netwerk',
  });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: 'zorgbemiddeling', fase: 'onderzoek' });
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-07-r1`, { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorgbemiddeling', toelichting: 'Terug naar ons.' });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: 'zorgbemiddeling', fase: 'bemiddeling' });
});
