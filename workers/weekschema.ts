import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { zorgVoorSchema } from './schema.ts';

/** Id of the Schedule of the weekly overview. */
export const weekschema = 'weekoverzichten';

/**
 * Sees to it that the manager gets a link to the overview of the week, every Monday at 08:00 in the Netherlands. What was missed is made up
 * for within that week; after it there is nothing left to look at.
 */
export async function zorgVoorWeekschema(client: Client, taskQueue: string): Promise<void> {
  await zorgVoorSchema(client, taskQueue, {
    id: weekschema,
    spec: { calendars: [{ dayOfWeek: 'MONDAY', hour: 8 }] },
    workflowType: 'planWeekoverzicht',
    workflowId: 'plan-weekoverzicht',
    samenvatting: 'Bericht de manager over deze week',
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: '6d' },
  });
}
