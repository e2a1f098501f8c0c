/**
 * The decisions on a doorbraak, as data: codes travel to the workflow, free text stays in PostgreSQL (as in
 * domain/besluiten.ts). Those on one zaak name its traject; in the API that stands in the path.
 */
import { z } from 'zod';
import { sectoren } from './aanmeldingCodes.ts';
import { datum, tekst } from './besluit.ts';
import { afspraakSoorten, codeSchema } from './codes.ts';
import { doorbraakPeriodeSchema, lacuneRegios, lacuneZorgsoorten } from './doorbraakCodes.ts';
import { kenmerkSchema } from './kenmerk.ts';
import { keuzesInWoorden, keuzeUit } from './keuzelijst.ts';

const toelichting = tekst('Toelichting').optional();

/** A doorbraak, by hand. */
export const nieuweDoorbraakSchema = z.strictObject({ periode: doorbraakPeriodeSchema });

const afspraak = {
  wie: codeSchema.meta({
    title: 'Wie',
    description:
      '`aanmelder`, of de code van een GI, een coördinator of een aanbieder. Die krijgt een e-mail, leest de afspraak terug, en wordt op de datum herinnerd.',
    examples: ['william-schrikker'],
  }),
  wat: z.enum(afspraakSoorten).meta({ title: 'Wat' }),
  voorDatum: datum('Uiterlijk op'),
};
const gedaan = {
  nummer: z
    .int()
    .min(1)
    .meta({ title: 'Nummer van de afspraak', description: 'Zoals bij de zaak staat.', examples: [1] }),
};
const lacune = {
  sector: keuzeUit(sectoren).meta({
    title: 'Sector',
    description: `De sector waarin hulp ontbreekt. ${keuzesInWoorden(sectoren)}`,
  }),
  zorgsoort: keuzeUit(lacuneZorgsoorten).meta({
    title: 'Soort hulp',
    description: `De soort hulp die ontbreekt. ${keuzesInWoorden(lacuneZorgsoorten)}`,
  }),
  regio: keuzeUit(lacuneRegios).meta({
    title: 'Regio',
    description: `Waar die hulp ontbreekt. ${keuzesInWoorden(lacuneRegios)}`,
  }),
};

/** Describes one decision; one on a zaak carries the kenmerk of its traject with its codes. */
function besluit<C extends z.core.$ZodShape, T extends z.core.$ZodShape>(
  titel: string,
  codes: C,
  teksten: T,
) {
  return {
    titel,
    codes: z.strictObject(codes),
    inhoud: z.strictObject({ ...codes, ...teksten }),
    tekstvelden: Object.keys(teksten),
  };
}

function zaakbesluit<C extends z.core.$ZodShape, T extends z.core.$ZodShape>(
  titel: string,
  codes: C,
  teksten: T,
) {
  return { ...besluit(titel, codes, teksten), codes: z.strictObject({ traject: kenmerkSchema, ...codes }) };
}

/** Decisions on one zaak of a doorbraak. */
export const doorbraakzaakBesluiten = {
  afspraak: zaakbesluit('Bij een zaak is een afspraak gemaakt', afspraak, { toelichting }),
  'afspraak-gedaan': zaakbesluit('Een afspraak bij een zaak is gedaan', gedaan, { toelichting }),
  lacune: zaakbesluit('Wat er in het aanbod ontbreekt bij een zaak', lacune, {
    omschrijving: tekst('Wat er ontbreekt, in woorden'),
  }),
  'geen-lacune': zaakbesluit('Bij een zaak ontbreekt er niets in het aanbod', {}, {}),
} as const;

/** Every decision on a doorbraak. */
export const doorbraakBesluiten = {
  ...doorbraakzaakBesluiten,
  sluiting: besluit('De doorbraak sluit: wat ontbreekt, gaat naar het BREN', {}, { toelichting }),
} as const;

export type DoorbraakBesluitSoort = keyof typeof doorbraakBesluiten;
export type DoorbraakBesluit = {
  [S in DoorbraakBesluitSoort]: { soort: S; codes: z.output<(typeof doorbraakBesluiten)[S]['codes']> };
}[DoorbraakBesluitSoort];
