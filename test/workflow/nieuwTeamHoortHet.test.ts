/** A traject that goes to another team without a name: that team hears it, not who gave it away. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  inVoorbereiding,
  naWerkdagen,
  ontvangers,
  regels,
  totVastgelopen,
  verstrijkVoorbij,
} from '../support/verloop.ts';
import { zoekattribuut } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

async function naNorm(kenmerk: string, soort: string): Promise<void> {
  const [naar] = await regels(op, kenmerk, soort);
  await verstrijkVoorbij(op, naWerkdagen(naar?.tijdstip.getTime() ?? 0, 2));
  await totVastgelopen(op, kenmerk, 'oppakken');
}

it('onderweg: de mail en de norm gaan naar de postbus van het team, tot iemand het oppakt', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorgbemiddeling', toelichting: 'Bemiddelen is genoeg.' });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: 'zorgbemiddeling', coordinator: null });
  expect(await ontvangers(op, kenmerk, 'ander-team', 2)).toEqual(['aanmelder', 'team']);
  await naNorm(kenmerk, 'spoor');
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['team']);
  expect(await zoekattribuut(op, kenmerk, 'Coordinator')).toEqual([null]);
  await op.besluit(kenmerk, 'coordinator', { coordinator: 'coordinator-2' });
  await totVastgelopen(op, kenmerk, 'oppakken', false);
  expect(await op.traject(kenmerk)).toMatchObject({ coordinator: 'coordinator-2' });
});

it.each(['zorgbemiddeling', 'experttafel'])('bij de triage naar %s: net zo', async (uitkomst) => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst, afwijkReden: 'individuele-situatie' });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: uitkomst, coordinator: null });
  expect(await ontvangers(op, kenmerk, 'ander-team', 2)).toEqual(['aanmelder', 'team']);
  await naNorm(kenmerk, 'triage');
  expect(await ontvangers(op, kenmerk, 'norm-verstreken', 1)).toEqual(['team']);
  await op.besluit(kenmerk, 'stap', { stap: 'opgepakt' });
  await totVastgelopen(op, kenmerk, 'oppakken', false);
});

it('blijft het bij het team dat is gevraagd, dan heeft wie de triage doet het traject', async () => {
  const kenmerk = await op.meldAan((aanmelding) => {
    aanmelding.spoor = 'zorgbemiddeling';
  });
  await op.besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling', afwijkReden: 'individuele-situatie' });
  expect(await op.traject(kenmerk)).toMatchObject({ spoor: 'zorgbemiddeling', coordinator: 'coordinator-1' });
  expect(await ontvangers(op, kenmerk, 'ander-team', 1)).toEqual(['aanmelder']);
});
