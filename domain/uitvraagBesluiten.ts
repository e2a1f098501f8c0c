/**
 * The decisions in a wachttijduitvraag, as data: codes travel to the workflow; what somebody filled in stays in PostgreSQL,
 * where domain/uitvraagInvulling.ts says what it looks like.
 */
import { z } from 'zod';
import { codeSchema, datumSchema } from './codes.ts';
import { verhaal } from './tekst.ts';

const aanbieder = codeSchema.meta({ title: 'Aanbieder', examples: ['aanbieder-01'] });

const totDatum = datumSchema.meta({
  title: 'Tot en met',
  description:
    'De laatste dag waarop deze aanbieder nog kan antwoorden. Is de uitvraag nog open, dan kan dat in ieder geval tot zij sluit.',
  examples: ['2027-02-12'],
});

/** A new extra uitvraag, by hand; the quarterly one begins by itself. */
export const nieuweUitvraagSchema = z.strictObject({
  soort: z.literal('extra').meta({
    title: 'Soort',
    description:
      'De uitvraag van ieder kwartaal begint vanzelf. Met de hand begint alleen een extra uitvraag.',
  }),
  peilDatum: datumSchema.meta({
    title: 'Peildatum',
    description: 'De dag waarop wordt geteld wie er wachtten: vandaag of eerder.',
    examples: ['2027-01-01'],
  }),
  aanbieders: z
    .array(codeSchema)
    .min(1, 'Noem minstens één aanbieder.')
    .max(500)
    .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem iedere aanbieder één keer.')
    .meta({ title: 'Aanbieders', description: 'Aan wie de vraag gaat.', examples: [['aanbieder-01']] }),
});

/** What a coördinator or a manager sends to ask one aanbieder again, for which a closed uitvraag opens. */
export const heropeningSchema = z.strictObject({
  aanbieder,
  totDatum,
  reden: verhaal().meta({
    title: 'Reden',
    description: 'Waarom u het deze aanbieder opnieuw vraagt. Deze tekst gaat nooit mee in een e-mail.',
    examples: ['De contactpersoon was ziek.'],
  }),
});

/** Decisions in an uitvraag that exists, with what of them travels. */
export const uitvraagBesluiten = {
  antwoord: {
    titel: 'Een aanbieder antwoordt',
    /** `gegevenTijdstip`: when the API got it, ms since the epoch; what an earlier release stored has none. */
    codes: z.strictObject({ aanbieder, gegevenTijdstip: z.int().optional() }),
  },
  heropening: {
    titel: 'Eén aanbieder krijgt de vraag opnieuw; na het sluiten gaat de uitvraag daarvoor weer open',
    /** `totTijdstip`: first moment after the last day, ms since the epoch. */
    codes: z.strictObject({ aanbieder, totDatum, totTijdstip: z.int() }),
  },
} as const;

export type UitvraagBesluitSoort = keyof typeof uitvraagBesluiten;
export type UitvraagBesluit = {
  [S in UitvraagBesluitSoort]: { soort: S; codes: z.output<(typeof uitvraagBesluiten)[S]['codes']> };
}[UitvraagBesluitSoort];
