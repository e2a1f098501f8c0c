import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** Id of the Schedule of the reconciler. */
const herstelschema = 'herstel-invoer';

/**
 * Sees to it that the reconciler runs every thirty seconds, and once now. With the fifteen seconds that it leaves to
 * the API itself, what was left behind is taken up within a minute (ontwerp, "One decision", step 6).
 */
export async function zorgVoorHerstelschema(client: Client, taskQueue: string): Promise<void> {
  const schema = {
    spec: { intervals: [{ every: '30s' as const }] },
    action: {
      type: 'startWorkflow' as const,
      workflowType: 'herstelInvoer',
      workflowId: herstelschema,
      taskQueue,
      args: [],
      staticSummary: 'Maakt af wat zonder antwoord bleef',
    },
    // Missed runs need no catching up: one run does all that is left.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' as const },
  };
  try {
    await client.schedule.create({ scheduleId: herstelschema, ...schema });
  } catch (fout) {
    if (!(fout instanceof ScheduleAlreadyRunning)) throw fout;
    await client.schedule.getHandle(herstelschema).update((vorige) => ({ ...schema, state: vorige.state }));
  }
  await client.schedule.getHandle(herstelschema).trigger();
}
