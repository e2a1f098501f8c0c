import { CancellationScope, setCurrentDetails } from '@temporalio/workflow';
import { type Publicatie, rapportDetails, rapportId } from '../domain/rapport/publicatie.ts';
import { post, rapporten } from './activiteiten.ts';

/** Publishes one version of a report: freezes its figures, unless a manager did, and tells the manager. */
export function rapportage(publicatie: Publicatie): Promise<void> {
  // A cancel request from the Temporal UI carries no decision of a known person, so it changes nothing.
  return CancellationScope.nonCancellable(async () => {
    setCurrentDetails(rapportDetails(publicatie));
    const berichten = await rapporten.publiceerRapport(publicatie);
    await post.verstuur({ kenmerk: rapportId(publicatie), berichten });
  });
}
