import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';

/** Id of the Schedule of the half-year report. */
export const verslagschema = 'halfjaarverslagen';

/**
 * Sees to it that the report of the half-year that ended is published at 07:00 in the Netherlands on 5 July and 5 January: some days
 * after the end, so that what happened in its last days has been written down. What was missed is made up for, once.
 */
export async function zorgVoorVerslagschema(client: Client, taskQueue: string): Promise<void> {
  const schema: Omit<ScheduleOptions, 'scheduleId'> = {
    spec: {
      calendars: [{ month: ['JANUARY', 'JULY'], dayOfMonth: 5, hour: 7 }],
      timezone: 'Europe/Amsterdam',
    },
    action: {
      type: 'startWorkflow',
      workflowType: 'planHalfjaarverslag',
      workflowId: 'plan-halfjaarverslag',
      taskQueue,
      args: [],
      staticSummary: 'Maakt het halfjaarverslag',
    },
    // The half-year stays the same however late it is; one starter at a time.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '365d' },
  };
  try {
    await client.schedule.create({ scheduleId: verslagschema, ...schema });
  } catch (fout) {
    if (!(fout instanceof ScheduleAlreadyRunning)) throw fout;
    const handle = client.schedule.getHandle(verslagschema);
    await handle.update((vorige) => ({ ...vorige, ...schema, state: vorige.state }) as never);
  }
}
