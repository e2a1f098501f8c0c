/** What the small starters share that a Schedule runs (ontwerp, "A Schedule starts a small starter"). */
import { defineSearchAttributeKey, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  type ChildWorkflowOptions,
  ParentClosePolicy,
  startChild,
  type WithWorkflowArgs,
  type Workflow,
  WorkflowIdReusePolicy,
  workflowInfo,
} from '@temporalio/workflow';

const gepland = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/** The moment (ms since the epoch) for which the Schedule planned this run; without a Schedule that of its start. */
export function geplandMoment(): number {
  const { typedSearchAttributes, startTime } = workflowInfo();
  return (typedSearchAttributes.get(gepland) ?? startTime).getTime();
}

/**
 * Starts a workflow that goes on when this one ends or continues as new. Its id says which one it is: when it is there
 * already, or has been, nothing happens.
 */
export async function startEenmaal<T extends Workflow>(
  workflow: T,
  opties: WithWorkflowArgs<T, ChildWorkflowOptions & { workflowId: string }>,
): Promise<void> {
  try {
    await startChild(workflow, {
      ...opties,
      // Any other policy ends it together with this one.
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
    } as never);
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
  }
}
