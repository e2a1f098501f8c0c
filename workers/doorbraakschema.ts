import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import type { DoorbraakRitme } from '../domain/doorbraakCodes.ts';
import { zorgVoorSchema } from './schema.ts';

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
  await zorgVoorSchema(client, taskQueue, {
    id: doorbraakschema,
    spec: {
      calendars: [{ dayOfMonth: 1, hour: 6, ...(month ? { month } : {}) }],
    },
    workflowType: 'planDoorbraak',
    workflowId: 'plan-doorbraak',
    samenvatting: 'Begint een doorbraak',
    // After an outage each run comes after the one before: skipped would be the last, which is the one that counts. The window
    // is longer than a quarter, so the period of now is always made up for.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '100d' },
  });
}
