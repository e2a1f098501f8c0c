/** The calendar of the doorbraak. As with domain/werkdagen.ts: never in workflow code, which gets the outcome as input. */
import type { AfspraakTermijnen, DoorbraakKop } from './doorbraak.ts';
import { afspraakEscalatieWerkdagen, besprekingNaDagen } from './doorbraakbeleid.ts';
import type { DoorbraakRitme } from './doorbraakCodes.ts';
import { leesPeriode, periodeOp } from './periode.ts';
import { eersteWerkdag, plusDagen } from './tafelkalender.ts';
import { datumInNederland, negenUurOp, werkdagenVanaf } from './werkdagen.ts';

/**
 * The follow-up of an agreement for `voorDatum` (yyyy-mm-dd): at 09:00 in the Netherlands on that day, or the next werkdag,
 * and some werkdagen after it (domain/doorbraakbeleid.ts). Throws a RangeError when the text is no date.
 */
export function afspraakTermijnen(voorDatum: string): AfspraakTermijnen {
  const herinnerTijdstip = negenUurOp(eersteWerkdag(voorDatum));
  const escalatieTijdstip =
    werkdagenVanaf(herinnerTijdstip, afspraakEscalatieWerkdagen).at(-1) ?? herinnerTijdstip;
  return { herinnerTijdstip, escalatieTijdstip };
}

/**
 * The doorbraak that the Schedule begins, planned for moment `gepland` and seen at moment `nu` (both ms): that of the period in which
 * it was planned. Null when that period is over: who waited then and still does, is in the doorbraak of now.
 */
export function doorbraakVanSchema(
  ritme: DoorbraakRitme,
  gepland: number,
  nu: number,
  basisUrl: string,
): DoorbraakKop | null {
  const periode = periodeOp(ritme, gepland);
  return periode.eindTijdstip <= nu ? null : beginDoorbraak(periode.code, gepland, nu, basisUrl);
}

/** The state in which the doorbraak of a period begins at `nu`, about who waits on the day of `peil` (both ms since the epoch). */
export function beginDoorbraak(periode: string, peil: number, nu: number, basisUrl: string): DoorbraakKop {
  const peilDatum = datumInNederland(peil);
  return {
    periode,
    versie: 0,
    status: 'open',
    peilDatum,
    besprekingDatum: eersteWerkdag(plusDagen(datumInNederland(nu), besprekingNaDagen)),
    begonnenTijdstip: nu,
    basisUrl,
  };
}

/** Why the doorbraak of a period cannot begin at moment `nu` (ms since the epoch); null when it can. */
export function foutInPeriode(code: string, nu: number): string | null {
  const periode = leesPeriode(code);
  if (!periode || periode.beginTijdstip > nu)
    return 'Deze periode is nog niet begonnen. Kies de periode van nu.';
  return periode.eindTijdstip <= nu
    ? 'Deze periode is voorbij. Wie toen wachtte en nu nog wacht, staat in de doorbraak van nu. Kies de periode van nu.'
    : null;
}
