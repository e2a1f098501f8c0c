import { defineSearchAttributeKey, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy, workflowInfo } from '@temporalio/workflow';
import { weekoverzichtId, weekSamenvatting } from '../domain/rapport/weekbericht.ts';
import { rapporten } from './activiteiten.ts';
import { weekoverzicht } from './weekoverzicht.ts';

const gepland = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/**
 * What the Schedule runs: tells of the week in which the scheduled moment fell. Its id has a timestamp behind it; the overview has its own,
 * so that the same week twice is one (ontwerp, "A Schedule starts a small starter").
 */
export async function planWeekoverzicht(): Promise<void> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const moment = typedSearchAttributes.get(gepland) ?? startTime;
  const week = await rapporten.teMeldenWeek({ gepland: moment.getTime() });
  try {
    await startChild(weekoverzicht, {
      workflowId: weekoverzichtId(week),
      args: [week],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      staticSummary: weekSamenvatting(week),
    });
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
  }
}
