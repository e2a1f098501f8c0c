/** What the doorbraak changes in a traject: it shows that it is gone through, and its story tells (domein, "Doorbraak"). */
import { leesDoorbraakId } from './doorbraakCodes.ts';
import type { DoorbraakMelding } from './meldingen.ts';
import { doorbrakenVan, kentRegels, type TrajectToestand } from './traject.ts';
import { gevolg, type TrajectGevolg, zonder } from './trajectGevolg.ts';

/** The traject after what a doorbraak told at moment `nu` (ms since the epoch); null when that changes nothing. */
export function bijDoorbraak(
  t: TrajectToestand,
  { doorbraak, isOnder }: DoorbraakMelding,
  nu: number,
): TrajectGevolg | null {
  const eerder = doorbrakenVan(t);
  const isErin = eerder.some(({ id }) => id === doorbraak);
  if (t.fase === 'afgesloten' || isErin === isOnder) return null;
  const gebeurtenis = { soort: 'doorbraak', codes: { periode: leesDoorbraakId(doorbraak), isOnder } };
  const erbij = { id: doorbraak, sindsTijdstip: nu };
  // Until the fourth rules a second doorbraak took the place of the first.
  if (!kentRegels(t, 4))
    return isOnder
      ? gevolg(t, { doorbraak: erbij }, gebeurtenis, nu)
      : gevolg(zonder(t, 'doorbraak'), {}, gebeurtenis, nu);
  const doorbraken = isOnder ? [...eerder, erbij] : eerder.filter(({ id }) => id !== doorbraak);
  return gevolg(
    zonder(t, 'doorbraak', 'doorbraken'),
    doorbraken.length > 0 ? { doorbraken } : {},
    gebeurtenis,
    nu,
  );
}
