import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { zorgVoorSchema } from './schema.ts';

/** Id of the Schedule of the quarterly uitvraag. */
export const uitvraagschema = 'uitvragen';

/**
 * Sees to it that every quarter the uitvraag over the quarter before begins, at 07:00 in the Netherlands on its first
 * werkdag. The Schedule tries each of the first five days; the calendar of holidays, that it does not know, stands in
 * domain/uitvraagkalender.ts, and the same quarter twice is one uitvraag. What was missed is made up for; one starter
 * at a time.
 */
export async function zorgVoorUitvraagschema(client: Client, taskQueue: string): Promise<void> {
  await zorgVoorSchema(client, taskQueue, {
    id: uitvraagschema,
    spec: {
      calendars: [
        { month: ['JANUARY', 'APRIL', 'JULY', 'OCTOBER'], dayOfMonth: { start: 1, end: 5 }, hour: 7 },
      ],
    },
    workflowType: 'planUitvraag',
    workflowId: 'plan-uitvraag',
    samenvatting: 'Begint de uitvraag van de wachttijden',
    // Nearly a quarter: after that the next one is asked for.
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '80d' },
  });
}
