/**
 * The activity profiles: named, complete, each with its reason. All retry without end, because a lost row or mail is a
 * child that nobody looks for; an outage shows in the Temporal UI as a retrying activity and heals by itself.
 */
import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activiteiten } from '../activities/index.ts';
import { postQueueVan } from '../domain/taskQueue.ts';

/** One transaction in PostgreSQL. Short, since a person waits for it; an Invoer that does not exist never will. */
export const opslag = proxyActivities<Pick<Activiteiten, 'legVast' | 'legTafelVast'>>({
  startToCloseTimeout: '20 seconds',
  retry: {
    initialInterval: '500 milliseconds',
    backoffCoefficient: 2,
    maximumInterval: '30 seconds',
    nonRetryableErrorTypes: ['invoer-ongeldig'],
  },
});

/**
 * E-mail, alone or with the row that it tells of. A mail server may be away for hours; nobody waits for it. On a task queue of
 * its own, so that however many mails hang, a decision finds a free slot.
 */
export const post = proxyActivities<Pick<Activiteiten, 'verstuur' | 'meld' | 'meldTafel'>>({
  taskQueue: postQueueVan(workflowInfo().taskQueue),
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** Calendar sums and the next table date: short, without side effects. */
export const kalender = proxyActivities<
  Pick<Activiteiten, 'werkdagenVanaf' | 'volgendeTafel' | 'tafelMomenten'>
>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/** What a table asks of PostgreSQL: short, and the same answer when asked again; it waits for decisions under way. */
export const tafels = proxyActivities<
  Pick<Activiteiten, 'leesGeslotenAgenda' | 'verdeelNaVervallen' | 'planTafel'>
>({
  startToCloseTimeout: '20 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
});

/** The reconciler: it runs again on its Schedule, so one attempt is enough. */
export const herstel = proxyActivities<Pick<Activiteiten, 'herstelInvoer'>>({
  startToCloseTimeout: '40 seconds',
  retry: { maximumAttempts: 1 },
});
