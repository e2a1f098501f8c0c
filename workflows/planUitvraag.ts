import { defineSearchAttributeKey, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy, workflowInfo } from '@temporalio/workflow';
import { uitvraagSamenvatting } from '../domain/uitvraagbeeld.ts';
import { uitvraagId } from '../domain/uitvraagCodes.ts';
import { uitvragen } from './activiteiten.ts';
import { wachttijdUitvraag } from './wachttijdUitvraag.ts';

const gepland = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/**
 * What the Schedule runs: begins the uitvraag of the quarter that had just ended at the scheduled moment. Its id has a
 * timestamp behind it; the uitvraag has its own, so that the same quarter twice is one (ontwerp, "A Schedule starts a
 * small starter").
 */
export async function planUitvraag(): Promise<void> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const moment = typedSearchAttributes.get(gepland) ?? startTime;
  const toestand = await uitvragen.planUitvraag({ gepland: moment.getTime() });
  if (!toestand) return;
  try {
    await startChild(wachttijdUitvraag, {
      workflowId: uitvraagId(toestand.code),
      args: [toestand],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      staticSummary: uitvraagSamenvatting(toestand.code),
    });
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
  }
}
