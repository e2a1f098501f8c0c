/**
 * Every decision that a person can take, as data: its codes (they travel to the workflow) and its free text (it stays
 * in PostgreSQL). The API makes its request bodies from this, the workflows check their messages with it.
 */
import { z } from 'zod';
import {
  afwijsredenen,
  afwijzingRedenen,
  antwoordSoorten,
  codeSchema,
  complexiteiten,
  datumSchema,
  intrekredenen,
  meerTijdRedenen,
  wachtredenen,
} from './codes.ts';
import { stukSoorten } from './stukken.ts';
import { verhaal } from './tekst.ts';

const tekst = (title: string) =>
  verhaal().meta({
    title,
    description: 'Vrije tekst. Deze tekst blijft in het dossier en gaat nooit mee in een e-mail.',
  });

const aanbieders = z
  .array(codeSchema)
  .min(1, 'Noem minstens één aanbieder die aan de slag gaat.')
  .max(20)
  .refine((lijst) => new Set(lijst).size === lijst.length, 'Noem iedere aanbieder één keer.')
  .meta({ title: 'Aanbieders', examples: [['aanbieder-01', 'aanbieder-02']] });

type Vorm = z.core.$ZodShape;

function besluit<C extends Vorm, T extends Vorm>(opzet: {
  titel: string;
  codes: C;
  tekst: T;
  regel?: (codes: z.output<z.ZodObject<C, z.core.$strict>>) => { veld: string; melding: string } | null;
}) {
  const codes = z.strictObject(opzet.codes);
  const inhoud = z.strictObject({ ...opzet.codes, ...opzet.tekst });
  const { regel } = opzet;
  const toets = (waarde: unknown, context: z.core.$RefinementCtx) => {
    const fout = regel?.(waarde as z.output<typeof codes>);
    if (fout) context.addIssue({ code: 'custom', path: [fout.veld], message: fout.melding });
  };
  return {
    titel: opzet.titel,
    /** What the workflow is told. */
    codes: codes.superRefine(toets),
    /** What the API accepts: the codes and the free text, side by side. */
    inhoud: inhoud.superRefine(toets),
    tekstvelden: Object.keys(opzet.tekst),
  };
}

/** Decisions on a traject. */
export const trajectBesluiten = {
  triage: besluit({
    titel: 'Triage: naar de bespreking, of afgewezen met een reden',
    codes: {
      uitkomst: z.enum(['bespreking', 'afgewezen']).meta({ title: 'Uitkomst van de triage' }),
      reden: z.enum(afwijsredenen).optional().meta({ title: 'Reden van de afwijzing' }),
      coordinator: codeSchema.optional().meta({
        title: 'Coördinator',
        description: 'Wie het traject oppakt. Zonder deze code is dat wie de triage doet.',
        examples: ['coordinator-1'],
      }),
    },
    tekst: { toelichting: tekst('Toelichting bij de triage').optional() },
    regel: ({ uitkomst, reden }) => {
      if (uitkomst === 'afgewezen' && !reden)
        return {
          veld: 'reden',
          melding: 'Geef een reden. Zonder reden kan een aanmelding niet worden afgewezen.',
        };
      if (uitkomst === 'bespreking' && reden)
        return {
          veld: 'reden',
          melding: 'Laat de reden weg. Een reden hoort alleen bij een afgewezen aanmelding.',
        };
      return null;
    },
  }),
  tafeldatum: besluit({
    titel: 'Datum van de tafelbespreking',
    codes: { tafelDatum: datumSchema.meta({ title: 'Datum van de tafel', examples: ['2027-01-14'] }) },
    tekst: { toelichting: tekst('Toelichting bij de datum').optional() },
  }),
  verslag: besluit({
    titel: 'Verslag van de tafelbespreking, met de aanbieders die aan de slag gaan',
    codes: { aanbieders },
    tekst: { verslag: tekst('Verslag: wat is geprobeerd, waarom lukte het niet, wat is afgesproken') },
  }),
  wachtreden: besluit({
    titel: 'Wachtreden: waarom duurt het langer dan de ambitie',
    codes: { wachtreden: z.enum(wachtredenen).meta({ title: 'Wachtreden' }) },
    tekst: { toelichting: tekst('Toelichting bij de wachtreden').optional() },
  }),
  complexiteit: besluit({
    titel: 'Complexiteit gewijzigd: de ambitie wordt opnieuw berekend',
    codes: { complexiteit: z.enum(complexiteiten).meta({ title: 'Complexiteit' }) },
    tekst: { reden: tekst('Reden van de wijziging') },
  }),
  keuze: besluit({
    titel: 'Keuze van de aanbieder: duidelijkheid over wie de vraag oppakt',
    codes: {
      aanbieders,
      verwachteStartDatum: datumSchema.optional().meta({ title: 'Verwachte startdatum van de zorg' }),
      evaluatieDatum: datumSchema
        .optional()
        .meta({ title: 'Datum waarop het overbruggingsplan wordt bekeken' }),
    },
    tekst: { overbruggingsplan: tekst('Overbruggingsplan voor de tussenliggende periode').optional() },
    regel: ({ verwachteStartDatum, evaluatieDatum }) =>
      verwachteStartDatum || evaluatieDatum
        ? null
        : {
            veld: 'evaluatieDatum',
            melding:
              'Geef een verwachte startdatum, of een overbruggingsplan met de datum waarop het wordt bekeken.',
          },
  }),
  overbrugging: besluit({
    titel: 'Overbruggingsplan vastgelegd of bijgewerkt',
    codes: {
      evaluatieDatum: datumSchema.meta({ title: 'Datum waarop het overbruggingsplan wordt bekeken' }),
    },
    tekst: { overbruggingsplan: tekst('Overbruggingsplan voor de tussenliggende periode') },
  }),
  zorgstart: besluit({
    titel: 'De zorg is gestart',
    codes: { startDatum: datumSchema.meta({ title: 'Datum waarop de zorg startte' }) },
    tekst: { toelichting: tekst('Toelichting bij de start').optional() },
  }),
  intrekking: besluit({
    titel: 'De aanmelding is ingetrokken',
    codes: { reden: z.enum(intrekredenen).meta({ title: 'Reden van de intrekking' }) },
    tekst: { toelichting: tekst('Toelichting bij de intrekking').optional() },
  }),
  stuk: besluit({
    titel: 'Stuk toegevoegd',
    codes: { stukId: z.uuid(), stukSoort: z.enum(stukSoorten), versie: z.int().min(1) },
    tekst: {},
  }),
} as const;

export type TrajectBesluitSoort = keyof typeof trajectBesluiten;
export type TrajectBesluit = {
  [S in TrajectBesluitSoort]: { soort: S; codes: z.output<(typeof trajectBesluiten)[S]['codes']> };
}[TrajectBesluitSoort];

/** What an aanbieder can tell in its onderzoek. */
export const onderzoekBesluiten = {
  bevestiging: besluit({
    titel: 'De aanbieder bevestigt dat het onderzoek loopt',
    codes: {},
    tekst: { toelichting: tekst('Toelichting van de aanbieder').optional() },
  }),
  nieuws: besluit({
    titel: 'De aanbieder meldt hoe het onderzoek loopt',
    codes: {},
    tekst: { nieuws: tekst('Stand van zaken') },
  }),
  antwoord: besluit({
    titel: 'Het antwoord van de aanbieder',
    codes: {
      antwoord: z.enum(antwoordSoorten).meta({ title: 'Antwoord' }),
      metAanbieders: aanbieders.optional().meta({ title: 'Aanbieders waarmee wordt samengewerkt' }),
      totDatum: datumSchema.optional().meta({ title: 'Wachtlijst of meer tijd: tot welke datum' }),
      afwijzingReden: z.enum(afwijzingRedenen).optional().meta({ title: 'Reden van de afwijzing' }),
      meerTijdReden: z.enum(meerTijdRedenen).optional().meta({ title: 'Reden waarom meer tijd nodig is' }),
    },
    tekst: { toelichting: tekst('Toelichting bij het antwoord').optional() },
    regel: (codes) => {
      const nodig: Record<string, readonly (keyof typeof codes)[]> = {
        samenwerking: ['metAanbieders'],
        wachtlijst: ['totDatum'],
        afwijzing: ['afwijzingReden'],
        'meer-tijd': ['totDatum', 'meerTijdReden'],
      };
      const toegestaan: Record<string, readonly (keyof typeof codes)[]> = {
        ...nodig,
        maatwerk: ['metAanbieders'],
      };
      const ontbreekt = (nodig[codes.antwoord] ?? []).find((veld) => codes[veld] === undefined);
      if (ontbreekt)
        return {
          veld: ontbreekt,
          melding: `Vul dit veld in. Het hoort bij het antwoord "${codes.antwoord}".`,
        };
      const teveel = (['metAanbieders', 'totDatum', 'afwijzingReden', 'meerTijdReden'] as const).find(
        (veld) => codes[veld] !== undefined && !(toegestaan[codes.antwoord] ?? []).includes(veld),
      );
      if (teveel)
        return {
          veld: teveel,
          melding: `Laat dit veld weg. Het hoort niet bij het antwoord "${codes.antwoord}".`,
        };
      return null;
    },
  }),
} as const;

export type OnderzoekBesluitSoort = keyof typeof onderzoekBesluiten;
export type OnderzoekBesluit = {
  [S in OnderzoekBesluitSoort]: { soort: S; codes: z.output<(typeof onderzoekBesluiten)[S]['codes']> };
}[OnderzoekBesluitSoort];
export type AntwoordCodes = z.output<typeof onderzoekBesluiten.antwoord.codes>;

/** A decision as it is sent to a workflow: the id of its Invoer, and its codes. */
export interface IngediendBesluit<C = unknown> {
  invoerId: string;
  codes: C;
}

/** Why a decision cannot be taken now, and what can. */
export interface Weigering {
  code: 'verkeerde-fase' | 'afgesloten' | 'wachtreden-ontbreekt' | 'geen-aanbod' | 'al-beantwoord';
  uitleg: string;
  toegestaan: readonly string[];
}
