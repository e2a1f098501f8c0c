import {
  type Client,
  ScheduleAlreadyRunning,
  ScheduleNotFoundError,
  type ScheduleOptions,
} from '@temporalio/client';

/** A Schedule that starts a workflow without arguments, on the calendar of the Netherlands. */
export interface Starterschema {
  /** Of the Schedule. */
  id: string;
  spec: ScheduleOptions['spec'];
  workflowType: string;
  /** Before the timestamp that the Schedule puts behind it. */
  workflowId: string;
  /** What it does, as a Dutch sentence for the Temporal UI. */
  samenvatting: string;
  policies: ScheduleOptions['policies'];
  /** Runs of before now, made by the request that creates the Schedule. */
  inhaal?: NonNullable<ScheduleOptions['state']>['backfill'];
}

/**
 * Sees to it that the Schedule is there, as described here: made when it is not, and else brought up to date. What a person did to
 * it (paused it, left a note) stays.
 */
export async function zorgVoorSchema(
  client: Client,
  taskQueue: string,
  { id, spec, workflowType, workflowId, samenvatting, policies, inhaal }: Starterschema,
): Promise<void> {
  const schema: Omit<ScheduleOptions, 'scheduleId'> = {
    spec: { timezone: 'Europe/Amsterdam', ...spec },
    action: {
      type: 'startWorkflow',
      workflowType,
      workflowId,
      taskQueue,
      args: [],
      staticSummary: samenvatting,
    },
    ...(policies ? { policies } : {}),
  };
  try {
    await client.schedule.create({
      scheduleId: id,
      ...schema,
      ...(inhaal ? { state: { backfill: inhaal } } : {}),
    });
  } catch (fout) {
    if (!(fout instanceof ScheduleAlreadyRunning)) throw fout;
    await client.schedule
      .getHandle(id)
      .update((vorige) => ({ ...vorige, ...schema, state: vorige.state }) as never);
  }
}

/** Whether there is a Schedule with this id. */
export async function isSchemaEr(client: Client, id: string): Promise<boolean> {
  try {
    await client.schedule.getHandle(id).describe();
    return true;
  } catch (fout) {
    if (!(fout instanceof ScheduleNotFoundError)) throw fout;
    return false;
  }
}

/** Sees to it that the Schedule is not there, where an earlier release made it. */
export async function verwijderSchema(client: Client, id: string): Promise<void> {
  try {
    await client.schedule.getHandle(id).delete();
  } catch (fout) {
    if (!(fout instanceof ScheduleNotFoundError)) throw fout;
  }
}
