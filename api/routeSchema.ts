/** Parts that the schemas of more than one route share. */
import { z } from 'zod';
import { codeSchema, datumSchema } from '../domain/codes.ts';
import { doorbraakPeriodeSchema } from '../domain/doorbraakCodes.ts';
import { kenmerkSchema, leesOnderzoekId } from '../domain/kenmerk.ts';

/** The security requirement of every protected operation. */
export const metToken = [{ token: [] }];

export const kenmerkParams = z.object({ kenmerk: kenmerkSchema });

export const onderzoekParams = z.object({
  id: z
    .string()
    .refine((id) => leesOnderzoekId(id) !== null)
    .meta({
      title: 'Onderzoek',
      description: 'Het nummer van het onderzoek.',
      examples: ['onderzoek-ZL-2027-0014-aanbieder-01-r1'],
    }),
});

export const aanbiederParams = z.object({
  code: codeSchema.meta({ title: 'Code van de aanbieder', examples: ['aanbieder-01'] }),
});

export const tafelParams = z.object({
  datum: datumSchema.meta({
    title: 'Datum van de tafel',
    description: 'De dag van de tafel.',
    examples: ['2027-01-14'],
  }),
});

export const doorbraakParams = z.object({ periode: doorbraakPeriodeSchema });

export const doorbraakzaakParams = doorbraakParams.extend({ kenmerk: kenmerkSchema });

/** A filter that holds, or does not. */
export const jaNee = (title: string) => z.enum(['true', 'false']).optional().meta({ title });

export const stukParams = z.object({ id: z.uuid().meta({ title: 'Nummer van het stuk' }) });

export const linkIdParams = z.object({ id: z.uuid().meta({ title: 'Nummer van de link' }) });

export const stuktoegangParams = z.object({ id: z.uuid().meta({ title: 'Nummer van de toegang' }) });
