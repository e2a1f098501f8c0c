import { uitvraagSamenvatting } from '../domain/uitvraagbeeld.ts';
import { uitvraagId } from '../domain/uitvraagCodes.ts';
import { uitvragen } from './activiteiten.ts';
import { geplandMoment, startEenmaal } from './starter.ts';
import { wachttijdUitvraag } from './wachttijdUitvraag.ts';

/**
 * What the Schedule runs: begins the uitvraag of the quarter that had just ended at the scheduled moment. Its id has a
 * timestamp behind it; the uitvraag has its own, so that the same quarter twice is one (ontwerp, "A Schedule starts a
 * small starter").
 */
export async function planUitvraag(): Promise<void> {
  const toestand = await uitvragen.planUitvraag({ gepland: geplandMoment() });
  if (!toestand) return;
  await startEenmaal(wachttijdUitvraag, {
    workflowId: uitvraagId(toestand.code),
    args: [toestand],
    staticSummary: uitvraagSamenvatting(toestand.code),
  });
}
