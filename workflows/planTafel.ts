import { tafelSamenvatting } from '../domain/tafelbeeld.ts';
import { tafelId } from '../domain/tafelCodes.ts';
import { tafels } from './activiteiten.ts';
import { geplandMoment, startEenmaal } from './starter.ts';
import { tafelbespreking } from './tafelbespreking.ts';

/**
 * What the Schedule runs: plans the table of the week that is some weeks ahead of the scheduled moment. Its id has a
 * timestamp behind it; the table has its own, so that the same table twice is one (ontwerp, "A Schedule starts a small
 * starter").
 */
export async function planTafel(): Promise<void> {
  const toestand = await tafels.planTafel({ gepland: geplandMoment() });
  if (!toestand) return;
  await startEenmaal(tafelbespreking, {
    workflowId: tafelId(toestand.datum),
    args: [toestand],
    staticSummary: tafelSamenvatting(toestand.datum),
  });
}
