import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  naWerkdagen,
  ontvangers,
  regels,
  totVastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
} from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('houdt kenmerk en ambitie, en begint bij Zorgbemiddeling', async () => {
  const kenmerk = await op.meldAan();
  const { ambitieTijdstip } = await op.traject(kenmerk);
  await op.besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling', afwijkReden: 'overleg-met-aanmelder' });
  expect(await op.traject(kenmerk)).toMatchObject({
    spoor: 'zorgbemiddeling',
    fase: 'bemiddeling',
    wachtOp: 'coordinator',
    ambitieTijdstip,
  });
  expect(kenmerk).toMatch(/^ZL-/);
  expect(await ontvangers(op, kenmerk, 'ander-team', 2)).toEqual(['aanmelder', 'team']);

  // Ten werkdagen without a step is too long.
  const [triage] = await regels(op, kenmerk, 'triage');
  const norm = naWerkdagen(triage?.tijdstip.getTime() ?? 0, 10);
  await verstrijkVoorbij(op, norm);
  const vast = await wachtTot(
    async () =>
      (await regels(op, kenmerk, 'vastgelopen')).find(
        ({ codes }) => (codes as { wacht: string }).wacht === 'stap',
      ),
    (regel) => regel !== undefined,
  );
  verwachtMoment(vast?.tijdstip, norm);
  await totVastgelopen(op, kenmerk, 'stap');
  await op.besluit(kenmerk, 'stap', { stap: 'gesprek-aanbieder' });
  await totVastgelopen(op, kenmerk, 'stap', false);
});
