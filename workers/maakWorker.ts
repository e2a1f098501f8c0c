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
import { postQueueVan } from '../domain/taskQueue.ts';
import { maakHerstel } from '../infra/herstel.ts';
import { citUit, type Instellingen, tafelbeleidUit } from '../infra/instellingen.ts';
import type { Klok } from '../infra/klok.ts';
import { maakLinkzegel } from '../infra/links.ts';
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

/**
 * How many activities with e-mail go on at once. Far more than the connections to the mail server: while that server hangs,
 * they wait here for a connection, with their rows stored, and not in the queue with their rows still to be stored.
 */
const gelijktijdigePost = 200;

/** The workers of this process, and how they run. */
export interface Werk {
  /** Tells the workers to take no more work; mails that have not begun are left for another attempt. */
  stop(): void;
  /** Works until `stop()`; then waits for what is going on and ends the mail connections. One worker that fails stops both. */
  werk(): Promise<void>;
}

/**
 * Makes the two workers of this process: one for all workflows and activities, and one for the activities on the task queue of
 * e-mail. They work from `werk()` on.
 */
export async function maakWorker(delen: WorkerDelen): Promise<Werk> {
  const { instellingen, namespace, connection, client, db, klok, logboek, workflowBundle } = delen;
  const taskQueue = instellingen.ZL_TASK_QUEUE;
  const mail = maakTransport(instellingen.SMTP_URL);
  const gedeeld = {
    connection,
    namespace,
    activities: createActivities({
      db,
      mail,
      mailVan: instellingen.ZL_MAIL_VAN,
      teamEmail: instellingen.ZL_TEAM_EMAIL,
      basisUrl: instellingen.ZL_PUBLIC_URL,
      brenEmail: instellingen.ZL_BREN_EMAIL,
      cit: citUit(instellingen),
      klok,
      logboek,
      zegel: maakLinkzegel(instellingen.ZL_LINK_SLEUTEL),
      tafelbeleid: tafelbeleidUit(instellingen),
      doorbraakRitme: instellingen.ZL_DOORBRAAK_RITME,
      uitvraagbeleid: { perMinuut: instellingen.ZL_UITVRAAG_PER_MINUUT },
      herstel: maakHerstel({ db, temporal: client, taskQueue, klok, logboek }),
    }),
    shutdownGraceTime: '10s',
    shutdownForceTime: '20s',
  } as const;
  const workers = [
    await Worker.create({ ...gedeeld, taskQueue, workflowBundle }),
    await Worker.create({
      ...gedeeld,
      taskQueue: postQueueVan(taskQueue),
      maxConcurrentActivityTaskExecutions: gelijktijdigePost,
    }),
  ];
  const stop = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    // What waits for a connection to a mail server that hangs would hold up the end for longer than it gets.
    mail.close();
  };
  return {
    stop,
    werk: async () => {
      const einden = await Promise.allSettled(workers.map((worker) => worker.run().finally(stop)));
      for (const einde of einden) if (einde.status === 'rejected') throw einde.reason;
    },
  };
}
