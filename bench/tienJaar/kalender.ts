/** The werkdagen of the whole time, worked out once: the rules ask for them at every step. */
import { dag } from '../../domain/beleid.ts';
import { werkdagenVanaf } from '../../domain/werkdagen.ts';

const uur = 60 * 60 * 1000;

/** The werkdagen from `van` until well after `tot` (both ms since the epoch). */
export interface Kalender {
  /** As domain/werkdagen.ts: 09:00 on the next werkdagen strictly after the day of this moment. */
  werkdagenVanaf(moment: number, aantal: number): number[];
  /** This moment when it is in working hours, else a moment soon in the next ones; `deel` (0 to 1) says where in them. */
  inWerktijd(moment: number, deel: number): number;
}

/** Makes the calendar. */
export function maakKalender(van: number, tot: number): Kalender {
  const jaren = (tot - van) / (365 * dag) + 2;
  const alle = werkdagenVanaf(van - 60 * dag, Math.ceil(jaren * 262));
  /** Place of the first werkdag of which 09:00 lies after a moment. */
  const eerste = (na: number) => {
    let laag = 0;
    let hoog = alle.length;
    while (laag < hoog) {
      const midden = (laag + hoog) >> 1;
      if ((alle[midden] ?? 0) > na) hoog = midden;
      else laag = midden + 1;
    }
    return laag;
  };
  return {
    werkdagenVanaf(moment, aantal) {
      // 09:00 lies nine hours after the begin of its day: the clock is never changed on a werkdag.
      const plaats = eerste(moment + 9 * uur);
      return alle.slice(plaats, plaats + aantal);
    },
    inWerktijd(moment, deel) {
      const begin = alle[eerste(moment - 8 * uur)] ?? moment;
      return moment >= begin ? Math.floor(moment) : begin + Math.floor(deel * 7 * uur);
    },
  };
}
