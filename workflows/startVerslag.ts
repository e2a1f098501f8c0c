import { type Publicatie, rapportId, rapportSamenvatting } from '../domain/rapport/publicatie.ts';
import { halfjaarverslag } from './halfjaarverslag.ts';
import { rapportage } from './rapportage.ts';
import { startEenmaal } from './starter.ts';

/** Starts the workflow that publishes a report; the same report twice is one. */
export function startVerslag(publicatie: Publicatie): Promise<void> {
  return startEenmaal(publicatie.soort === 'halfjaar' ? halfjaarverslag : rapportage, {
    workflowId: rapportId(publicatie),
    args: [publicatie],
    staticSummary: rapportSamenvatting(publicatie),
  });
}
