import { doorbraakSamenvatting } from '../domain/doorbraakbeeld.ts';
import { doorbraakId } from '../domain/doorbraakCodes.ts';
import { doorbraken } from './activiteiten.ts';
import { doorbraakReview } from './doorbraakReview.ts';
import { geplandMoment, startEenmaal } from './starter.ts';

/**
 * What the Schedule runs: begins the doorbraak of the period in which it was planned. Its id has a timestamp behind it; the
 * doorbraak has its own, so that the same period twice is one (ontwerp, "A Schedule starts a small starter").
 */
export async function planDoorbraak(): Promise<void> {
  const kop = await doorbraken.planDoorbraak({ gepland: geplandMoment() });
  if (!kop) return;
  await startEenmaal(doorbraakReview, {
    workflowId: doorbraakId(kop.periode),
    args: [{ ...kop, zaken: [], verwerkt: [] }],
    staticSummary: doorbraakSamenvatting(kop.periode),
  });
}
