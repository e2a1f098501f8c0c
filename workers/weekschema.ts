import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';

/** Id of the Schedule of the weekly overview. */
export const weekschema = 'weekoverzichten';

/**
 * Sees to it that the manager gets a link to the overview of the week, every Monday at 08:00 in the Netherlands. What was missed is made up
 * for within that week; after it there is nothing left to look at.
 */
export async function zorgVoorWeekschema(client: Client, taskQueue: string): Promise<void> {
  const schema: Omit<ScheduleOptions, 'scheduleId'> = {
    spec: { calendars: [{ dayOfWeek: 'MONDAY', hour: 8 }], timezone: 'Europe/Amsterdam' },
    action: {
      type: 'startWorkflow',
      workflowType: 'planWeekoverzicht',
      workflowId: 'plan-weekoverzicht',
      taskQueue,
      args: [],
      staticSummary: 'Bericht de manager over deze week',
    },
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: '6d' },
  };
  try {
    await client.schedule.create({ scheduleId: weekschema, ...schema });
  } catch (fout) {
    if (!(fout instanceof ScheduleAlreadyRunning)) throw fout;
    const handle = client.schedule.getHandle(weekschema);
    await handle.update((vorige) => ({ ...vorige, ...schema, state: vorige.state }) as never);
  }
}
