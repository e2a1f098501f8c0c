import { defineSearchAttributeKey, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy, workflowInfo } from '@temporalio/workflow';
import { tafelSamenvatting } from '../domain/tafelbeeld.ts';
import { tafelId } from '../domain/tafelCodes.ts';
import { tafels } from './activiteiten.ts';
import { tafelbespreking } from './tafelbespreking.ts';

const gepland = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/**
 * What the Schedule runs: plans the table of the week that is some weeks ahead of the scheduled moment. Its id has a
 * timestamp behind it; the table has its own, so that the same table twice is one (ontwerp, "A Schedule starts a small
 * starter").
 */
export async function planTafel(): Promise<void> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const moment = typedSearchAttributes.get(gepland) ?? startTime;
  const toestand = await tafels.planTafel({ gepland: moment.getTime() });
  if (!toestand) return;
  try {
    await startChild(tafelbespreking, {
      workflowId: tafelId(toestand.datum),
      args: [toestand],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      staticSummary: tafelSamenvatting(toestand.datum),
    });
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
  }
}
