import { type Client, type ScheduleOptions, ScheduleOverlapPolicy } from '@temporalio/client';
import { verwijderSchema, zorgVoorSchema } from './schema.ts';

/** The Schedules of the reports that come by themselves after their period. */
export const verslagschemas = {
  halfjaar: {
    id: 'halfjaarverslagen',
    workflowType: 'planHalfjaarverslag',
    workflowId: 'plan-halfjaarverslag',
    samenvatting: 'Maakt het halfjaarverslag',
    maanden: ['JANUARY', 'JULY'],
  },
  experttafel: {
    id: 'experttafelverslagen',
    workflowType: 'planExperttafelverslag',
    workflowId: 'plan-experttafelverslag',
    samenvatting: 'Maakt het jaaroverzicht van de Experttafel',
    maanden: ['JANUARY'],
  },
} as const;

/**
 * The Schedule that published the wachttijden on a fixed day; the closing of the uitvraag does that now
 * (workflows/wachttijdUitvraag.ts). On a server that has it, it would start a workflow that nobody knows any more.
 */
export const vasteDagWachttijden = 'wachttijdenverslagen';

/**
 * Sees to it that the report of the half-year, and that of the year of the Experttafel, is published at 07:00 in the Netherlands on the
 * fifth day after its period: some days after the end, so that what happened in its last days has been written down. What was
 * missed is made up for, once.
 */
export async function zorgVoorVerslagschemas(client: Client, taskQueue: string): Promise<void> {
  for (const { maanden, ...schema } of Object.values(verslagschemas)) {
    const spec: ScheduleOptions['spec'] = { calendars: [{ month: [...maanden], dayOfMonth: 5, hour: 7 }] };
    await zorgVoorSchema(client, taskQueue, {
      ...schema,
      spec,
      // The period stays the same however late it is; one starter at a time.
      policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '365d' },
    });
  }
  await verwijderSchema(client, vasteDagWachttijden);
}
