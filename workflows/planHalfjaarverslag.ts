import { defineSearchAttributeKey, WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { ParentClosePolicy, startChild, WorkflowIdReusePolicy, workflowInfo } from '@temporalio/workflow';
import { rapportId, rapportSamenvatting } from '../domain/rapport/publicatie.ts';
import { rapporten } from './activiteiten.ts';
import { halfjaarverslag } from './halfjaarverslag.ts';

const gepland = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/**
 * What the Schedule runs: makes the report of the half-year that had ended at the scheduled moment. Its id has a timestamp behind it;
 * the report has its own, so that the same half-year twice is one (ontwerp, "A Schedule starts a small starter").
 */
export async function planHalfjaarverslag(): Promise<void> {
  const { typedSearchAttributes, startTime } = workflowInfo();
  const moment = typedSearchAttributes.get(gepland) ?? startTime;
  const publicatie = await rapporten.teMakenHalfjaarverslag({ gepland: moment.getTime() });
  try {
    await startChild(halfjaarverslag, {
      workflowId: rapportId(publicatie),
      args: [publicatie],
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
      staticSummary: rapportSamenvatting(publicatie),
    });
  } catch (fout) {
    if (!(fout instanceof WorkflowExecutionAlreadyStartedError)) throw fout;
  }
}
