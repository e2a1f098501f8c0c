import { CancellationScope, setCurrentDetails } from '@temporalio/workflow';
import { weekDetails, weekoverzichtId } from '../domain/rapport/weekbericht.ts';
import { post, rapporten } from './activiteiten.ts';

/** Tells the manager every Monday where the overview of this week (its code, as `2027-W27`) is. */
export function weekoverzicht(week: string): Promise<void> {
  // A cancel request from the Temporal UI carries no decision of a known person, so it changes nothing.
  return CancellationScope.nonCancellable(async () => {
    setCurrentDetails(weekDetails(week));
    const berichten = await rapporten.meldWeekoverzicht(week);
    if (berichten.length > 0) await post.verstuur({ kenmerk: weekoverzichtId(week), berichten });
  });
}
