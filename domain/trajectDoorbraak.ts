/** What the doorbraak changes in a traject: it shows that it is gone through, and its story tells (domein, "Doorbraak"). */
import { z } from 'zod';
import { codeSchema } from './codes.ts';
import { doorbraakIdSchema, leesDoorbraakId } from './doorbraakCodes.ts';
import { doorbrakenVan, kentRegels, type TrajectToestand } from './traject.ts';
import { gevolg, type TrajectGevolg, zonder } from './trajectGevolg.ts';

/**
 * What a doorbraak tells the traject of a zaak: that it is gone through, or no longer. Checked on arrival, since anybody with the
 * Temporal UI can send a signal.
 */
export const doorbraakMeldingSchema = z.strictObject({
  doorbraak: doorbraakIdSchema,
  isOnder: z.boolean(),
  /** The occasion, unique within the doorbraak: with its id the cause of the traject's own row. */
  gelegenheid: codeSchema,
});
type DoorbraakMelding = z.output<typeof doorbraakMeldingSchema>;

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
