import { setCurrentDetails } from '@temporalio/workflow';
import { nietsTePubliceren, type Publicatie } from '../domain/rapport/publicatie.ts';
import { rapporten } from './activiteiten.ts';
import { geplandMoment } from './starter.ts';
import { startVerslag } from './startVerslag.ts';

/**
 * What the Schedule runs: makes the report of the half-year that had ended at the scheduled moment. Its id has a timestamp behind it;
 * the report has its own, so that the same half-year twice is one (ontwerp, "A Schedule starts a small starter"). Without anything to
 * publish it ends, and says so.
 */
export async function planHalfjaarverslag(): Promise<string | undefined> {
  return start(await rapporten.teMakenHalfjaarverslag({ gepland: geplandMoment() }));
}

/** As `planHalfjaarverslag`, for the report of the Experttafel over the year that had ended. */
export async function planExperttafelverslag(): Promise<string | undefined> {
  return start(await rapporten.teMakenExperttafelverslag({ gepland: geplandMoment() }));
}

async function start(publicatie: Publicatie | null): Promise<string | undefined> {
  if (publicatie) {
    await startVerslag(publicatie);
    return undefined;
  }
  setCurrentDetails(nietsTePubliceren);
  return nietsTePubliceren;
}
