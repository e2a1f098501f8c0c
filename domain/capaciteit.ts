/**
 * What an aanbieder tells of its room: whether there is a place, a waiting list, or nothing (regiovisie-monitor-2022, "Oorzaken":
 * onvoldoende capaciteit). It is told per sector, since an aanbieder may be full for one and not for another.
 */
import { z } from 'zod';
import { sectoren } from './aanmeldingCodes.ts';
import { datumSchema } from './codes.ts';
import { keuzesInWoorden, keuzeUit } from './keuzelijst.ts';

const capaciteitStatussen = {
  plek: 'Er is plek',
  wachtlijst: 'Er is plek na een wachtlijst',
  vol: 'Er is geen plek',
} as const;

export const capaciteitStatusSchema = keuzeUit(capaciteitStatussen);
export const sectorSchema = keuzeUit(sectoren);

/** What the status says of the date beside it. */
const datumBijStatus = {
  plek: { mag: false, moet: false },
  wachtlijst: { mag: true, moet: true },
  vol: { mag: true, moet: false },
} as const satisfies Record<keyof typeof capaciteitStatussen, { mag: boolean; moet: boolean }>;

/** One telling; without `sectoren` it holds for all sectors of the aanbieder. */
export const capaciteitMeldingSchema = z
  .strictObject({
    status: capaciteitStatusSchema.meta({
      title: 'Capaciteit',
      description: keuzesInWoorden(capaciteitStatussen),
      examples: ['wachtlijst'],
    }),
    totDatum: datumSchema.optional().meta({
      title: 'Tot wanneer',
      description: 'Verplicht bij een wachtlijst: tot wanneer die naar verwachting duurt.',
      examples: ['2027-03-01'],
    }),
    sectoren: z
      .array(sectorSchema)
      .min(1, 'Noem minstens één sector, of laat dit veld weg: dan geldt het voor alle sectoren.')
      .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem iedere sector één keer.')
      .optional()
      .meta({
        title: 'Sectoren',
        description: 'Voor welke sectoren dit geldt. Zonder dit veld: voor alle sectoren van de aanbieder.',
        examples: [['jeugdhulp']],
      }),
  })
  .superRefine(({ status, totDatum }, context) => {
    const { mag, moet } = datumBijStatus[status];
    const fout = (message: string) => context.addIssue({ code: 'custom', path: ['totDatum'], message });
    if (moet && totDatum === undefined) fout('Vul in tot wanneer de wachtlijst naar verwachting duurt.');
    if (!mag && totDatum !== undefined) fout('Er is plek, dus deze datum hoort hier niet. Haal hem weg.');
  });

export type CapaciteitMelding = z.infer<typeof capaciteitMeldingSchema>;
