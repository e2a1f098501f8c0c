/**
 * What a tafelbespreking and a doorbraak tell a traject. Checked on arrival, since anybody with the Temporal UI can send a signal; sender and
 * traject read the same schema, so that neither can say what the other does not know.
 */
import { z } from 'zod';
import { codeSchema, datumSchema } from './codes.ts';
import { doorbraakIdSchema } from './doorbraakCodes.ts';

/**
 * What the trajecten on its agenda hear when a table falls through: where each goes, to another table or to aanbieders directly, or that
 * the coördinator has to choose.
 */
export const tafelMeldingSchema = z.strictObject({
  /** Workflow id of the table: `tafel-<yyyy-mm-dd>`. */
  tafel: z.string().regex(/^tafel-\d{4}-\d{2}-\d{2}$/),
  /** The occasion, unique within the table: the cause of the traject's own row. */
  gelegenheid: codeSchema,
  naar: z.union([
    z.strictObject({ tafelDatum: datumSchema }),
    z.strictObject({ aanbieders: z.array(codeSchema).min(1) }),
    z.strictObject({ wachtOp: z.literal('coordinator') }),
  ]),
});
export type TafelMelding = z.output<typeof tafelMeldingSchema>;

/**
 * Where a traject goes when its table is cancelled: to another table, or to aanbieders direct; when there is neither, it
 * waits for the coördinator.
 */
export type Bestemming = TafelMelding['naar'];

/** What the trajecten of a zaak hear: that they are gone through in a doorbraak, or no longer. */
export const doorbraakMeldingSchema = z.strictObject({
  doorbraak: doorbraakIdSchema,
  /** True when the traject is gone through from now on, false when no longer. */
  isOnder: z.boolean(),
  /** The occasion, unique within the doorbraak: with its id the cause of the traject's own row. */
  gelegenheid: codeSchema,
});
export type DoorbraakMelding = z.output<typeof doorbraakMeldingSchema>;
