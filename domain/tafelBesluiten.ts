/**
 * The decisions on a table, as data: codes travel to the workflow, free text stays in PostgreSQL (as in
 * domain/besluiten.ts). Another date is no decision of its own: that is a cancelled table and a new one.
 */
import { z } from 'zod';
import { codeSchema, datumSchema } from './codes.ts';
import { kenmerkSchema } from './kenmerk.ts';
import { tafelBeginTijd } from './tafelbeleid.ts';
import {
  type TafelPlaats,
  type TafelVervalreden,
  tafelPlaatsen,
  tafelVervalredenen,
  tijdSchema,
} from './tafelCodes.ts';
import { verhaal } from './tekst.ts';

const beginTijd = tijdSchema.meta({
  title: 'Begintijd',
  description: 'Op de klok in Nederland.',
  examples: [tafelBeginTijd],
});
const plaats = z.enum(Object.keys(tafelPlaatsen) as TafelPlaats[]).meta({ title: 'Plaats' });
const toelichting = verhaal().optional().meta({
  title: 'Toelichting',
  description: 'Vrije tekst. Deze tekst blijft in het dossier en gaat nooit mee in een e-mail.',
});

const vervallenCodes = z.strictObject({
  reden: z
    .enum(Object.keys(tafelVervalredenen) as TafelVervalreden[])
    .meta({ title: 'Waarom de tafel vervalt' }),
});
const wijzigingCodes = z.strictObject({ beginTijd: beginTijd.optional(), plaats: plaats.optional() });

const nietsGewijzigd =
  'Geef een nieuwe begintijd of een andere plaats. Een andere datum kan niet: laat de tafel vervallen en plan een nieuwe.';
const heeftWijziging = (codes: z.output<typeof wijzigingCodes>) =>
  codes.beginTijd !== undefined || codes.plaats !== undefined;
const metWijziging = { message: nietsGewijzigd, path: ['beginTijd'] };

/** A new table, by hand. */
export const nieuweTafelSchema = z.strictObject({
  datum: datumSchema.meta({ title: 'Datum van de tafel', examples: ['2027-01-14'] }),
  beginTijd: beginTijd.default(tafelBeginTijd),
  plaats: plaats.default('kantoor'),
  agendaLimiet: z
    .int()
    .min(1)
    .max(50)
    .optional()
    .meta({ title: 'Hoeveel trajecten er hoogstens op de agenda passen', examples: [6] }),
});

/** Decisions on a table that exists. */
export const tafelBesluiten = {
  vervallen: {
    titel: 'De tafel vervalt: ieder traject gaat naar de volgende tafel of rechtstreeks naar aanbieders',
    codes: vervallenCodes,
    inhoud: vervallenCodes.extend({ toelichting }),
    tekstvelden: ['toelichting'],
  },
  wijziging: {
    titel: 'De tafel begint op een andere tijd of komt op een andere plaats bij elkaar',
    codes: wijzigingCodes.refine(heeftWijziging, metWijziging),
    inhoud: wijzigingCodes.extend({ toelichting }).refine(heeftWijziging, metWijziging),
    tekstvelden: ['toelichting'],
  },
} as const;

export type TafelBesluitSoort = keyof typeof tafelBesluiten;

/**
 * What a table is told by a decision: those about itself, and that its guests may have changed: through an aanbieder that
 * joined or left the tafelleden of its day or has another contact, or through a traject that left or has another aanmelder.
 */
export const tafelUpdates = {
  ...tafelBesluiten,
  tafelleden: {
    titel: 'Wie er aan deze tafel komt, is veranderd',
    codes: z.strictObject({ aanbieder: codeSchema }).or(z.strictObject({ traject: kenmerkSchema })),
  },
} as const;
export type TafelUpdateSoort = keyof typeof tafelUpdates;

export type TafelBesluit = {
  [S in TafelBesluitSoort]: { soort: S; codes: z.output<(typeof tafelBesluiten)[S]['codes']> };
}[TafelBesluitSoort];
