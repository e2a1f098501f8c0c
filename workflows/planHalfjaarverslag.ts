import { rapportId, rapportSamenvatting } from '../domain/rapport/publicatie.ts';
import { rapporten } from './activiteiten.ts';
import { halfjaarverslag } from './halfjaarverslag.ts';
import { geplandMoment, startEenmaal } from './starter.ts';

/**
 * What the Schedule runs: makes the report of the half-year that had ended at the scheduled moment. Its id has a timestamp behind it;
 * the report has its own, so that the same half-year twice is one (ontwerp, "A Schedule starts a small starter").
 */
export async function planHalfjaarverslag(): Promise<void> {
  const publicatie = await rapporten.teMakenHalfjaarverslag({ gepland: geplandMoment() });
  await startEenmaal(halfjaarverslag, {
    workflowId: rapportId(publicatie),
    args: [publicatie],
    staticSummary: rapportSamenvatting(publicatie),
  });
}
