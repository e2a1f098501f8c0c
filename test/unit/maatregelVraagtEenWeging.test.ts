/** A maatregel that is told with a new situatie asks for a weging from that moment on, also in a traject that began under earlier rules. */
import { expect, it } from 'vitest';
import { begonnenTraject } from '../support/berichten.ts';
import { PuurSysteem } from '../support/modelPuur.ts';

const dag = 86_400_000;

it.each([4, 5] as const)('onder regels %i is zij dan pas aan de orde, en niet al te laat', async (regels) => {
  const traject = new PuurSysteem({ ...begonnenTraject('ZL-2025-0014'), elementen: [], regels }, null);
  await traject.besluit({ soort: 'triage', codes: { uitkomst: 'bespreking', coordinator: 'coordinator-1' } });
  await traject.verstrijk(30 * dag);
  const op = { soort: 'situatie', codes: { maatregel: 'ots', gi: 'jeugdbescherming-west' } } as const;
  const afloop = await traject.besluit(op);
  expect(traject.t).toMatchObject({ maatregel: 'ots', elementen: ['gi'] });
  expect(traject.t.wegingHerzienTijdstip).toBe('genomen' in afloop ? afloop.genomen : undefined);
});
