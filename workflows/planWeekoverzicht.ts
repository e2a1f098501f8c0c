import { weekoverzichtId, weekSamenvatting } from '../domain/rapport/weekbericht.ts';
import { rapporten } from './activiteiten.ts';
import { geplandMoment, startEenmaal } from './starter.ts';
import { weekoverzicht } from './weekoverzicht.ts';

/**
 * What the Schedule runs: tells of the week in which the scheduled moment fell. Its id has a timestamp behind it; the overview has its own,
 * so that the same week twice is one (ontwerp, "A Schedule starts a small starter").
 */
export async function planWeekoverzicht(): Promise<void> {
  const week = await rapporten.teMeldenWeek({ gepland: geplandMoment() });
  await startEenmaal(weekoverzicht, {
    workflowId: weekoverzichtId(week),
    args: [week],
    staticSummary: weekSamenvatting(week),
  });
}
