import { type Client, ScheduleOverlapPolicy } from '@temporalio/client';
import { tafelVooruitWeken } from '../domain/tafelbeleid.ts';
import { type TafelDag, tafelDagen } from '../domain/tafelkalender.ts';
import { zorgVoorSchema } from './schema.ts';

/** Id of the Schedule of the table. */
export const tafelschema = 'tafels';

const week = 7 * 24 * 60 * 60 * 1000;
const dagen = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;

/**
 * Sees to it that the table of some weeks ahead is planned each week, at 06:00 in the Netherlands on the day of the table
 * (domain/tafelkalender.ts decides whether there is a table in that week). The weeks that would have been planned by
 * now are made up for by the same request that creates the Schedule, so that there are tables from the first day on,
 * also when whoever asked for it is gone right after.
 */
export async function zorgVoorTafelschema(client: Client, taskQueue: string, dag: TafelDag): Promise<void> {
  const dayOfWeek = dagen[tafelDagen.indexOf(dag)] ?? 'THURSDAY';
  const nu = Date.now();
  const inhaal = {
    start: new Date(nu - tafelVooruitWeken * week),
    end: new Date(nu),
    overlap: ScheduleOverlapPolicy.ALLOW_ALL,
  };
  await zorgVoorSchema(client, taskQueue, {
    id: tafelschema,
    spec: { calendars: [{ dayOfWeek, hour: 6 }] },
    workflowType: 'planTafel',
    workflowId: 'plan-tafel',
    samenvatting: 'Plant een tafel',
    // A week that was missed is planned as soon as Temporal is back.
    policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow: '4w' },
    inhaal: [inhaal],
  });
}
