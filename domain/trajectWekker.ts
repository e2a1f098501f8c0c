/** What happens in a traject by itself: the moments that it waits for, and what they change. */
import { type Escalatieniveau, hoogsteNiveau, volgendeTrede } from './ambitie.ts';
import type { BerichtOpdracht } from './berichten.ts';
import { overgangen } from './overgangen.ts';
import type { TrajectToestand } from './traject.ts';
import {
  bericht,
  coordinator,
  gevolg,
  manager,
  type TrajectGevolg,
  voorzitter,
  type Wijziging,
} from './trajectGevolg.ts';

export type TrajectWekker =
  | { soort: 'waarschuwing'; gelegenheid: string; tijdstip: number }
  | { soort: 'escalatie'; niveau: Exclude<Escalatieniveau, 0>; gelegenheid: string; tijdstip: number }
  | { soort: 'schadelijk'; gelegenheid: string; tijdstip: number };

/** The first moment (ms since the epoch) at which something happens by itself; null when nothing does. */
export function volgendeWekker(t: TrajectToestand): TrajectWekker | null {
  if (t.fase === 'afgesloten') return null;
  const trede = t.duidelijkheidTijdstip === undefined ? volgendeTrede(t, t.beleid) : null;
  const kandidaten: TrajectWekker[] = [];
  if (trede) {
    const naam = trede.soort === 'escalatie' ? `niveau-${trede.niveau}` : trede.soort;
    kandidaten.push({ ...trede, gelegenheid: `${naam}-ladder-${t.herberekend}` });
  }
  if (!t.schadelijk)
    kandidaten.push({ soort: 'schadelijk', gelegenheid: 'schadelijk', tijdstip: t.schadelijkTijdstip });
  return kandidaten.reduce<TrajectWekker | null>(
    (eerste, deze) => (eerste === null || deze.tijdstip < eerste.tijdstip ? deze : eerste),
    null,
  );
}

/** True when this timer brings the traject back to the table: only then the next table date has to be looked up. */
export function gaatTerugNaarTafel(t: TrajectToestand, wekker: TrajectWekker): boolean {
  return (
    wekker.soort === 'escalatie' &&
    wekker.niveau === hoogsteNiveau &&
    overgangen[t.fase]['terug-naar-tafel'] !== undefined
  );
}

/**
 * The state after a timer of `volgendeWekker` fired at moment `nu` (ms). The third level brings a traject that is
 * in voorbereiding or with the aanbieders (back) to the table: on `tafelDatum` (yyyy-mm-dd) when a next table is known, else the coördinator
 * is asked for a date.
 */
export function verwerkWekker(
  t: TrajectToestand,
  wekker: TrajectWekker,
  nu: number,
  tafelDatum: string | null,
): TrajectGevolg {
  const { gelegenheid } = wekker;
  switch (wekker.soort) {
    case 'waarschuwing':
      return gevolg(
        t,
        { gewaarschuwd: true },
        { soort: 'ambitie-waarschuwing', codes: { ambitieTijdstip: t.ambitieTijdstip } },
        nu,
        {
          // After a standstill the ambitie may have passed already: then only the escalation tells.
          berichten:
            nu >= t.ambitieTijdstip
              ? []
              : [bericht('ambitie-waarschuwing', coordinator, gelegenheid, { ambitie: t.ambitieTijdstip })],
        },
      );
    case 'schadelijk':
      return gevolg(t, { schadelijk: true }, { soort: 'schadelijk-wachtend', codes: {} }, nu, {
        berichten: [bericht('schadelijk-wachtend', coordinator, gelegenheid)],
      });
    case 'escalatie': {
      const { niveau } = wekker;
      const teLaat = (aan: BerichtOpdracht['aan']) =>
        bericht('te-laat', aan, gelegenheid, { niveau, ambitie: t.ambitieTijdstip });
      const naarTafel = gaatTerugNaarTafel(t, wekker);
      const terug: Wijziging = naarTafel
        ? tafelDatum
          ? { fase: 'bespreking', tafelDatum }
          : { fase: 'voorbereiding' }
        : {};
      // What was given as a reason before the traject was late does not tell why it is late now.
      const { tafelDatum: vorigeTafel, wachtreden, ...rest } = t;
      const vorige: TrajectToestand = {
        ...rest,
        ...(naarTafel || vorigeTafel === undefined ? {} : { tafelDatum: vorigeTafel }),
        ...(niveau === 1 || wachtreden === undefined ? {} : { wachtreden }),
      };
      const aan = { 1: [coordinator, voorzitter], 2: [manager], 3: [coordinator, voorzitter, manager] }[
        niveau
      ];
      return gevolg(
        vorige,
        { escalatieniveau: niveau, geescaleerdTijdstip: nu, ...terug },
        {
          soort: 'escalatie',
          codes: { niveau, terugNaarTafel: naarTafel, ...(naarTafel && tafelDatum ? { tafelDatum } : {}) },
        },
        nu,
        {
          berichten: [
            ...aan.map(teLaat),
            ...(naarTafel
              ? [bericht('terug-naar-tafel', coordinator, gelegenheid, tafelDatum ? { tafelDatum } : {})]
              : []),
          ],
        },
      );
    }
  }
}
