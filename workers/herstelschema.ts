import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { zorgVoorSchema } from './schema.ts';

/** Id of the Schedule of the reconciler. */
const herstelschema = 'herstel-invoer';

/**
 * Sees to it that the reconciler runs every thirty seconds, and once now. With the fifteen seconds that it leaves to
 * the API itself, what was left behind is taken up within a minute (ontwerp, "One decision", step 6).
 */
export async function zorgVoorHerstelschema(client: Client, taskQueue: string): Promise<void> {
  await zorgVoorSchema(client, taskQueue, {
    id: herstelschema,
    spec: { intervals: [{ every: '30s' as const }] },
    workflowType: 'herstelInvoer',
    workflowId: herstelschema,
    samenvatting: 'Maakt af wat zonder antwoord bleef',
    // Missed runs need no catching up: one run does all that is left.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1m' as const },
  });
  await client.schedule.getHandle(herstelschema).trigger();
}
