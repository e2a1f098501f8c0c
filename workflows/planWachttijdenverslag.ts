import { rapportId, rapportSamenvatting } from '../domain/rapport/publicatie.ts';
import { rapporten } from './activiteiten.ts';
import { rapportage } from './rapportage.ts';
import { geplandMoment, startEenmaal } from './starter.ts';

/**
 * What the Schedule runs: publishes the wachttijden of the quarter that had ended at the scheduled moment, when its uitvraag has closed. Its id
 * has a timestamp behind it; the report has its own, so that the same quarter twice is one (ontwerp, "A Schedule starts a small starter").
 */
export async function planWachttijdenverslag(): Promise<void> {
  const publicatie = await rapporten.teMakenWachttijdenverslag({ gepland: geplandMoment() });
  if (!publicatie) return;
  await startEenmaal(rapportage, {
    workflowId: rapportId(publicatie),
    args: [publicatie],
    staticSummary: rapportSamenvatting(publicatie),
  });
}
