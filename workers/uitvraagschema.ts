import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';

/** Id of the Schedule of the quarterly uitvraag. */
export const uitvraagschema = 'uitvragen';

/**
 * Sees to it that every quarter the uitvraag over the quarter before begins, at 07:00 in the Netherlands on its first
 * werkdag. The Schedule tries each of the first five days; the calendar of holidays, that it does not know, stands in
 * domain/uitvraagkalender.ts, and the same quarter twice is one uitvraag. What was missed is made up for; one starter
 * at a time.
 */
export async function zorgVoorUitvraagschema(client: Client, taskQueue: string): Promise<void> {
  const schema: Omit<ScheduleOptions, 'scheduleId'> = {
    spec: {
      calendars: [
        { month: ['JANUARY', 'APRIL', 'JULY', 'OCTOBER'], dayOfMonth: { start: 1, end: 5 }, hour: 7 },
      ],
      timezone: 'Europe/Amsterdam',
    },
    action: {
      type: 'startWorkflow',
      workflowType: 'planUitvraag',
      workflowId: 'plan-uitvraag',
      taskQueue,
      args: [],
      staticSummary: 'Begint de uitvraag van de wachttijden',
    },
    // Nearly a quarter: after that the next one is asked for.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '80d' },
  };
  try {
    await client.schedule.create({ scheduleId: uitvraagschema, ...schema });
  } catch (fout) {
    if (!(fout instanceof ScheduleAlreadyRunning)) throw fout;
    const handle = client.schedule.getHandle(uitvraagschema);
    await handle.update((vorige) => ({ ...vorige, ...schema, state: vorige.state }) as never);
  }
}
