import type { Client } from '@temporalio/client';
import {
  DefaultLogger,
  makeTelemetryFilterString,
  type NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import type { Logger } from 'pino';
import { createActivities } from '../activities/index.ts';
import { maakTransport } from '../activities/mail/transport.ts';
import { maakHerstel } from '../infra/herstel.ts';
import { type Instellingen, tafelbeleidUit } from '../infra/instellingen.ts';
import type { Klok } from '../infra/klok.ts';
import type { PrismaClient } from '../prisma/client/client.ts';

/** What a worker works with. */
export interface WorkerDelen {
  instellingen: Instellingen;
  namespace: string;
  connection: NativeConnection;
  client: Client;
  db: PrismaClient;
  klok: Klok;
  logboek: Logger;
  workflowBundle: WorkflowBundleOption;
}

/**
 * Sends what the SDK logs to our log, and leaves signals to the program. Once per process, before any worker or
 * connection is made.
 */
export function richtRuntimeIn(logboek: Logger): void {
  const niveaus = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('INFO', ({ level, message, meta }) =>
      logboek[niveaus[level]]({ ...meta }, message),
    ),
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
    },
  });
}

/** A worker, and how it runs. */
export interface Werk {
  worker: Worker;
  /** Works until the worker is told to shut down; then waits for what is going on and ends the mail connections. */
  werk(): Promise<void>;
}

/** Makes a worker for all workflows and activities; it works from `werk()` on. */
export async function maakWorker(delen: WorkerDelen): Promise<Werk> {
  const { instellingen, namespace, connection, client, db, klok, logboek, workflowBundle } = delen;
  const taskQueue = instellingen.ZL_TASK_QUEUE;
  const mail = maakTransport(instellingen.SMTP_URL);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue,
    workflowBundle,
    activities: createActivities({
      db,
      mail,
      mailVan: instellingen.ZL_MAIL_VAN,
      teamEmail: instellingen.ZL_TEAM_EMAIL,
      basisUrl: instellingen.ZL_PUBLIC_URL,
      klok,
      logboek,
      tafelbeleid: tafelbeleidUit(instellingen),
      herstel: maakHerstel({ db, temporal: client, taskQueue, klok, logboek }),
    }),
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
  });
  return { worker, werk: () => worker.run().finally(() => mail.close()) };
}
