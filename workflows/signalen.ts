/** What other workflows tell a traject. */
import { defineSignal, log, type SignalDefinition } from '@temporalio/workflow';
import type { z } from 'zod';
import type { DoorbraakMelding, TafelMelding } from '../domain/meldingen.ts';
import type { OnderzoekMelding } from '../domain/onderzoek.ts';

/** An onderzoek tells its traject what happened in it. */
export const onderzoekGemeld = defineSignal<[OnderzoekMelding]>('onderzoekGemeld');

/** A doorbraak tells the trajecten of its zaken that they are gone through, or no longer. */
export const doorbraakGemeld = defineSignal<[DoorbraakMelding]>('doorbraakGemeld');

/** A tafelbespreking tells the trajecten on its agenda that it does not take place. */
export const tafelGemeld = defineSignal<[TafelMelding]>('tafelGemeld');

/** What a signal says; null, with a line in the log but without its content, when it is not what this code knows. */
export function leesMelding<T>(
  { name }: SignalDefinition<[T]>,
  schema: z.ZodType<T>,
  inhoud: unknown,
): T | null {
  const { data = null } = schema.safeParse(inhoud);
  if (data === null) log.warn('Een signaal dat het traject niet begrijpt, is genegeerd.', { signaal: name });
  return data;
}
