/** The agreed next steps of a verslag: they are added up, and each stays until it is done. */
import { type Afspraak, genummerdeAfspraken, kentRegels, type TrajectToestand } from './traject.ts';
import { gevolg, zonder } from './trajectGevolg.ts';
import type { Neem } from './trajectNemen.ts';

/**
 * What goes on without the afspraken that were made before. Since `regels: 3` an afspraak stays, whatever happens next:
 * only the word that it is done ends it.
 */
export function naAfspraken(t: TrajectToestand): TrajectToestand {
  return kentRegels(t, 3) ? t : zonder(t, 'afspraken');
}

/** The afspraken of a traject with those that a verslag adds at moment `nu` (ms); before `regels: 3` only the new ones. */
export function metAfspraken(
  t: TrajectToestand,
  nieuw: readonly Afspraak[],
  nu: number,
): readonly Afspraak[] {
  if (!kentRegels(t, 3)) return nieuw;
  return [...(t.afspraken ?? []), ...nieuw.map((afspraak) => ({ ...afspraak, gemaaktTijdstip: nu }))];
}

/** What somebody hears of its own among new afspraken: how many, and by when the first; nothing when there is none. */
export function eigenAfspraken(
  wie: string,
  afspraken: readonly Afspraak[],
): { eigen?: number; voorDatum?: string } {
  const datums = afspraken.flatMap((afspraak) => (afspraak.wie === wie ? [afspraak.voorDatum] : [])).sort();
  const [voorDatum] = datums;
  return voorDatum === undefined ? {} : { eigen: datums.length, voorDatum };
}

/** An afspraak is done: nobody is waited for any more. The story tells which it was. */
export const afspraakGedaan: Neem<'afspraak-gedaan'> = (t, { nummer }, { gebeurtenis: { soort }, nu }) => {
  const alle = genummerdeAfspraken(t);
  const { wie, wat, voorDatum } = alle[nummer - 1] ?? {};
  return gevolg(
    t,
    {
      afspraken: alle.map(({ nummer: eigen, ...afspraak }) =>
        eigen === nummer ? { ...afspraak, gedaanTijdstip: nu } : afspraak,
      ),
    },
    { soort, codes: { nummer, wie, wat, voorDatum } },
    nu,
  );
};
