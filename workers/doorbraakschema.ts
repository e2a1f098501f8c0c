import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import type { DoorbraakRitme } from '../domain/doorbraakCodes.ts';

/** Id of the Schedule of the doorbraak. */
export const doorbraakschema = 'doorbraken';

/** Months in which a quarter begins. */
const kwartaalmaanden = ['JANUARY', 'APRIL', 'JULY', 'OCTOBER'] as const;

/**
 * Sees to it that a doorbraak begins at 06:00 in the Netherlands on the first day of each quarter, or of each month. Which
 * period that is, and that a period that is over gets none any more, is decided by domain/doorbraakkalender.ts.
 */
export async function zorgVoorDoorbraakschema(
  client: Client,
  taskQueue: string,
  ritme: DoorbraakRitme,
): Promise<void> {
  const month = ritme === 'kwartaal' ? [...kwartaalmaanden] : undefined;
  const schema: Omit<ScheduleOptions, 'scheduleId'> = {
    spec: {
      calendars: [{ dayOfMonth: 1, hour: 6, ...(month ? { month } : {}) }],
      timezone: 'Europe/Amsterdam',
    },
    action: {
      type: 'startWorkflow',
      workflowType: 'planDoorbraak',
      workflowId: 'plan-doorbraak',
      taskQueue,
      args: [],
      staticSummary: 'Begint een doorbraak',
    },
    // After an outage each run comes after the one before: skipped would be the last, which is the one that counts. The window
    // is longer than a quarter, so the period of now is always made up for.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '100d' },
  };
  try {
    await client.schedule.create({ scheduleId: doorbraakschema, ...schema });
  } catch (fout) {
    if (!(fout instanceof ScheduleAlreadyRunning)) throw fout;
    const handle = client.schedule.getHandle(doorbraakschema);
    await handle.update((vorige) => ({ ...vorige, ...schema, state: vorige.state }) as never);
  }
}
