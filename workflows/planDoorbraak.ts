import { defineSearchAttributeKey, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy, workflowInfo } from '@temporalio/workflow';
import { doorbraakSamenvatting } from '../domain/doorbraakbeeld.ts';
import { doorbraakId } from '../domain/doorbraakCodes.ts';
import { doorbraken } from './activiteiten.ts';
import { doorbraakReview } from './doorbraakReview.ts';

const gepland = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/**
 * What the Schedule runs: begins the doorbraak of the period in which it was planned. Its id has a timestamp behind it; the
 * doorbraak has its own, so that the same period twice is one (ontwerp, "A Schedule starts a small starter").
 */
export async function planDoorbraak(): Promise<void> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const moment = typedSearchAttributes.get(gepland) ?? startTime;
  const kop = await doorbraken.planDoorbraak({ gepland: moment.getTime() });
  if (!kop) return;
  try {
    await startChild(doorbraakReview, {
      workflowId: doorbraakId(kop.periode),
      args: [{ ...kop, zaken: [], verwerkt: [] }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      staticSummary: doorbraakSamenvatting(kop.periode),
    });
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
  }
}
