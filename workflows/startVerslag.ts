import {
  type Publicatie,
  rapportId,
  rapportSamenvatting,
  rapportWorkflow,
} from '../domain/rapport/publicatie.ts';
import { halfjaarverslag } from './halfjaarverslag.ts';
import { rapportage } from './rapportage.ts';
import { startEenmaal } from './starter.ts';

/** Starts the workflow that publishes a report; the same report twice is one. */
export function startVerslag(publicatie: Publicatie): Promise<void> {
  return startEenmaal({ halfjaarverslag, rapportage }[rapportWorkflow(publicatie)], {
    workflowId: rapportId(publicatie),
    args: [publicatie],
    staticSummary: rapportSamenvatting(publicatie),
  });
}
