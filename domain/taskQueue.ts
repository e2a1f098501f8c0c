/** The task queue of e-mail beside the one that workflows and decisions go through, which is given by a setting. */

/**
 * The name of the task queue for e-mail that belongs to `taskQueue`: workflow code and worker derive the same name, so that
 * there is no second setting that could differ (docs/decisions/0015).
 */
export function postQueueVan(taskQueue: string): string {
  return `${taskQueue}-post`;
}
