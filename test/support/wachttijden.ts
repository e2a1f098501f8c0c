/** Answers to the quarterly uitvraag for the tests of its report. */
import type { WachtSector, Zorgvorm } from '../../domain/uitvraagCodes.ts';
import type { KwartaalAntwoord } from '../../domain/uitvraagInvulling.ts';

type Telling = KwartaalAntwoord['wachtenden'][number];

/** Who waits in one sector and vorm, of whom three months or longer, and with overbrugging. */
export function vak(
  sector: WachtSector,
  vorm: Zorgvorm,
  wachtend: number,
  drieMaanden: number,
  overbrugging: number,
): Telling {
  return { sector, vorm, wachtend, drieMaanden, overbrugging };
}

/** The answer of one aanbieder. */
export function antwoordMet(
  wachtenden: Telling[],
  rest: Partial<Pick<KwartaalAntwoord, 'oorzaken' | 'wachttijden'>> = {},
): Pick<KwartaalAntwoord, 'wachtenden' | 'oorzaken' | 'wachttijden'> {
  return { wachtenden, oorzaken: [], wachttijden: [], ...rest };
}
