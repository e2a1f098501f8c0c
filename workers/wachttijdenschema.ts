import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { zorgVoorSchema } from './schema.ts';

/** Id of the Schedule of the report of wachttijden. */
export const wachttijdenschema = 'wachttijdenverslagen';

/**
 * Sees to it that the wachttijden of the quarter that ended are published at 07:00 in the Netherlands on the tenth day of February, May,
 * August and November: by then the uitvraag, which begins on the first werkdag of the quarter and lasts four weeks, has closed
 * (domain/uitvraagkalender.ts). What was missed is made up for, once.
 */
export async function zorgVoorWachttijdenschema(client: Client, taskQueue: string): Promise<void> {
  await zorgVoorSchema(client, taskQueue, {
    id: wachttijdenschema,
    spec: {
      calendars: [{ month: ['FEBRUARY', 'MAY', 'AUGUST', 'NOVEMBER'], dayOfMonth: 10, hour: 7 }],
    },
    workflowType: 'planWachttijdenverslag',
    workflowId: 'plan-wachttijdenverslag',
    samenvatting: 'Publiceert de wachttijden',
    policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '365d' },
  });
}
