import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { zorgVoorSchema } from './schema.ts';

/** Id of the Schedule of the half-year report. */
export const verslagschema = 'halfjaarverslagen';

/**
 * Sees to it that the report of the half-year that ended is published at 07:00 in the Netherlands on 5 July and 5 January: some days
 * after the end, so that what happened in its last days has been written down. What was missed is made up for, once.
 */
export async function zorgVoorVerslagschema(client: Client, taskQueue: string): Promise<void> {
  await zorgVoorSchema(client, taskQueue, {
    id: verslagschema,
    spec: {
      calendars: [{ month: ['JANUARY', 'JULY'], dayOfMonth: 5, hour: 7 }],
    },
    workflowType: 'planHalfjaarverslag',
    workflowId: 'plan-halfjaarverslag',
    samenvatting: 'Maakt het halfjaarverslag',
    // The half-year stays the same however late it is; one starter at a time.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '365d' },
  });
}
