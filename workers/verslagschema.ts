import {
  type Client,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
  WorkflowExecutionAlreadyStartedError,
  WorkflowIdReusePolicy,
} from '@temporalio/client';
import { teMakenVerslag } from '../activities/rapporten.ts';
import { rapportId, rapportSamenvatting, rapportWorkflow } from '../domain/rapport/publicatie.ts';
import { laatsteVersie } from '../infra/rapportage.ts';
import { isUitvraagGesloten } from '../infra/uitvragen.ts';
import type { PrismaClient } from '../prisma/client/client.ts';
import { isSchemaEr, verwijderSchema, zorgVoorSchema } from './schema.ts';

/** What the Schedules of the reports need. */
interface VerslagschemaDeps {
  client: Client;
  taskQueue: string;
  db: PrismaClient;
}

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
 * missed is made up for, once. The Schedule of the wachttijden goes, after what it still had to publish.
 * @param nu ms since the epoch.
 */
export async function zorgVoorVerslagschemas(deps: VerslagschemaDeps, nu: number): Promise<void> {
  const { client, taskQueue } = deps;
  for (const { maanden, ...schema } of Object.values(verslagschemas)) {
    const spec: ScheduleOptions['spec'] = { calendars: [{ month: [...maanden], dayOfMonth: 5, hour: 7 }] };
    await zorgVoorSchema(client, taskQueue, {
      ...schema,
      spec,
      // The period stays the same however late it is; one starter at a time.
      policies: { overlap: ScheduleOverlapPolicy.BUFFER_ALL, catchupWindow: '365d' },
    });
  }
  if (!(await isSchemaEr(client, vasteDagWachttijden))) return;
  // Before it goes: a worker that stops in between does this again.
  await publiceerGeslotenKwartaal(deps, nu);
  await verwijderSchema(client, vasteDagWachttijden);
}

/**
 * Starts the report of the quarter that ended last, when its uitvraag closed under the earlier release and the fixed day has not come yet.
 * One that is still open is left to its closing: a report that is refused now would take its id.
 */
async function publiceerGeslotenKwartaal(
  { client, taskQueue, db }: VerslagschemaDeps,
  nu: number,
): Promise<void> {
  const publicatie = teMakenVerslag('wachttijden', nu);
  if (!(await isUitvraagGesloten(db, publicatie.periode)) || (await laatsteVersie(db, publicatie)) > 0)
    return;
  try {
    await client.workflow.start(rapportWorkflow(publicatie), {
      workflowId: rapportId(publicatie),
      taskQueue,
      args: [publicatie],
      staticSummary: rapportSamenvatting(publicatie),
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    });
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
  }
}
