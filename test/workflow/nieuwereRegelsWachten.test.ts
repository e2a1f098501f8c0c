/** A worker that meets a traject of a newer release leaves it alone: what it would write, the newer one could not replay. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { regelsNu } from '../../domain/traject.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

it('een traject onder nieuwere regels wacht op een nieuwere worker, en er gebeurt niets mee', async () => {
  const kenmerk = 'ZL-2025-0099';
  const workflow = await op.client.workflow.start('traject', {
    workflowId: `traject-${kenmerk}`,
    taskQueue: op.instellingen.ZL_TASK_QUEUE,
    args: [{ ...begonnenTraject(kenmerk), regels: regelsNu + 1 }],
  });
  const { events } = await wachtTot(
    () => workflow.fetchHistory(),
    ({ events: nu }) => nu?.some(({ workflowTaskFailedEventAttributes: mislukt }) => mislukt) === true,
  );
  const mislukt = events?.flatMap(
    ({ workflowTaskFailedEventAttributes: taak }) => taak?.failure?.message ?? [],
  );
  expect(mislukt?.[0]).toBe(
    `Dit traject begon onder regels ${regelsNu + 1}, en die kent deze worker niet. Start de nieuwe worker.`,
  );
  expect(events?.filter(({ activityTaskScheduledEventAttributes: taak }) => taak)).toEqual([]);
  expect((await workflow.describe()).status.name).toBe('RUNNING');
  await workflow.terminate();
});
