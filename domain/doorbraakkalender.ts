/** The calendar of the doorbraak. As with domain/werkdagen.ts: never in workflow code, which gets the outcome as input. */
import type { AfspraakTermijnen, DoorbraakKop, Sluitnorm } from './doorbraak.ts';
import {
  afspraakEscalatieWerkdagen,
  afspraakVervalMaanden,
  besprekingNaDagen,
  sluitEscalatieWerkdagen,
  sluitHerinneringWerkdagen,
  sluitVanzelfWerkdagen,
} from './doorbraakbeleid.ts';
import type { DoorbraakRitme } from './doorbraakCodes.ts';
import { leesPeriode, periodeOp } from './periode.ts';
import { eersteWerkdag, plusDagen } from './tafelkalender.ts';
import { datumInNederland, negenUurOp, plusMaanden, werkdagenVanaf } from './werkdagen.ts';

/**
 * The follow-up of an agreement for `voorDatum` (yyyy-mm-dd): at 09:00 in the Netherlands on that day, or the next werkdag,
 * some werkdagen after it, and the moment at which it vervalt (domain/doorbraakbeleid.ts). Throws a RangeError when the text is no date.
 */
export function afspraakTermijnen(voorDatum: string): AfspraakTermijnen {
  const herinnerTijdstip = negenUurOp(eersteWerkdag(voorDatum));
  const escalatieTijdstip = naWerkdagen(herinnerTijdstip, afspraakEscalatieWerkdagen);
  return {
    herinnerTijdstip,
    escalatieTijdstip,
    vervalTijdstip: plusMaanden(escalatieTijdstip, afspraakVervalMaanden),
  };
}

/** 09:00 in the Netherlands, so many werkdagen after a moment (both ms since the epoch). */
const naWerkdagen = (moment: number, aantal: number) => werkdagenVanaf(moment, aantal).at(-1) ?? moment;

/** The follow-up of a doorbraak that stays open: after the meetings, and after the end of its period (domain/doorbraakbeleid.ts). */
function sluitnorm(periode: string, besprekingDatum: string): Sluitnorm {
  const herinnerTijdstip = naWerkdagen(negenUurOp(besprekingDatum), sluitHerinneringWerkdagen);
  const managerTijdstip = naWerkdagen(herinnerTijdstip, sluitEscalatieWerkdagen);
  const eindTijdstip = leesPeriode(periode)?.eindTijdstip ?? 0;
  return {
    herinnerTijdstip,
    managerTijdstip,
    sluitTijdstip: naWerkdagen(Math.max(managerTijdstip, eindTijdstip), sluitVanzelfWerkdagen),
  };
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
  const besprekingDatum = eersteWerkdag(plusDagen(datumInNederland(nu), besprekingNaDagen));
  return {
    periode,
    versie: 0,
    status: 'open',
    peilDatum: datumInNederland(peil),
    besprekingDatum,
    begonnenTijdstip: nu,
    sluitnorm: sluitnorm(periode, besprekingDatum),
    vraagtLacune: true,
    meldtIedereen: true,
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
