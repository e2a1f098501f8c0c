/** Everything that begins by itself at a fixed moment. */
import type { Client } from '@temporalio/client';
import type { Instellingen } from '../infra/instellingen.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import { zorgVoorDoorbraakschema } from './doorbraakschema.ts';
import { zorgVoorHerstelschema } from './herstelschema.ts';
import { zorgVoorTafelschema } from './tafelschema.ts';
import { zorgVoorUitvraagschema } from './uitvraagschema.ts';
import { zorgVoorVerslagschemas } from './verslagschema.ts';
import { zorgVoorWeekschema } from './weekschema.ts';

/**
 * Sees to it that every Schedule exists and is as these settings say; the one place that lists them.
 * @param nu ms since the epoch.
 */
export async function zorgVoorSchemas(
  client: Client,
  db: PrismaClient,
  { ZL_TASK_QUEUE: taskQueue, ZL_TAFEL_DAG, ZL_DOORBRAAK_RITME }: Instellingen,
  nu: number,
): Promise<void> {
  await zorgVoorHerstelschema(client, taskQueue);
  await zorgVoorTafelschema(client, taskQueue, ZL_TAFEL_DAG);
  await zorgVoorDoorbraakschema(client, taskQueue, ZL_DOORBRAAK_RITME);
  await zorgVoorUitvraagschema(client, taskQueue);
  await zorgVoorVerslagschemas({ client, taskQueue, db }, nu);
  await zorgVoorWeekschema(client, taskQueue);
}
