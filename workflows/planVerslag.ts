import { rapporten } from './activiteiten.ts';
import { geplandMoment } from './starter.ts';
import { startVerslag } from './startVerslag.ts';

/**
 * What the Schedule runs: makes the report of the half-year that had ended at the scheduled moment. Its id has a timestamp behind it;
 * the report has its own, so that the same half-year twice is one (ontwerp, "A Schedule starts a small starter").
 */
export async function planHalfjaarverslag(): Promise<void> {
  await startVerslag(await rapporten.teMakenHalfjaarverslag({ gepland: geplandMoment() }));
}

/** As `planHalfjaarverslag`, for the report of the Experttafel over the year that had ended. */
export async function planExperttafelverslag(): Promise<void> {
  await startVerslag(await rapporten.teMakenExperttafelverslag({ gepland: geplandMoment() }));
}
