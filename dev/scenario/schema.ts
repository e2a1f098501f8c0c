/** The file of a scenario: which fictional cases there are, and what becomes of them. Described in docs/SCENARIO.md. */
import { z } from 'zod';
import { complexiteitLabels, organisatieSoorten, verblijfplaatsen } from '../../domain/aanmeldingCodes.ts';
import { adviesSoorten, codeSchema, wachtredenen } from '../../domain/codes.ts';
import { nederlandseFouten } from '../../domain/fouten.ts';
import { gemeenteSchema } from '../../domain/gemeenten.ts';
import { keuzeUit } from '../../domain/keuzelijst.ts';
import { regel } from '../../domain/tekst.ts';
import { zorgsoortSchema, zorgvormSchema } from '../../domain/uitvraagCodes.ts';
import { kwartaalAntwoordSchema } from '../../domain/uitvraagInvulling.ts';
import { aanbieders } from '../../prisma/zaaigegevens.ts';

/** How what aanbieders look into can end; `in-onderzoek`: at the end of the period they are still at it. */
const onderzoekAflopen = ['aanbod', 'samenwerking', 'maatwerk', 'in-onderzoek'] as const;
/** How Zorgbemiddeling and the Experttafel can end; `loopt`: at the end of the period they are still at it. */
const bemiddelingAflopen = ['aanbod', 'loopt'] as const;
const adviesAflopen = ['uitgevoerd', 'niet-uitgevoerd', 'nog-geen-advies', 'crisis'] as const;

const metOnderzoek = {
  afloop: z.enum(onderzoekAflopen).meta({ title: 'Afloop' }),
  wachtreden: z.enum(wachtredenen).optional().meta({ title: 'Wachtreden' }),
};

const weg = z
  .discriminatedUnion('soort', [
    z.strictObject({ soort: z.literal('bespreking'), ...metOnderzoek }),
    z.strictObject({ soort: z.literal('direct-voorleggen'), ...metOnderzoek }),
    z.strictObject({ soort: z.literal('zorgbemiddeling'), afloop: z.enum(bemiddelingAflopen) }),
    z
      .strictObject({
        soort: z.literal('experttafel'),
        afloop: z.enum(adviesAflopen),
        advies: z.enum(adviesSoorten).optional().meta({ title: 'Advies' }),
      })
      .refine(
        ({ afloop, advies }) => ['uitgevoerd', 'niet-uitgevoerd'].includes(afloop) === (advies !== undefined),
        {
          path: ['advies'],
          error:
            'Noem het advies bij de afloop “uitgevoerd” of “niet-uitgevoerd”, en laat dit veld anders weg.',
        },
      ),
    z.strictObject({ soort: z.literal('doorverwezen') }),
    z.strictObject({ soort: z.literal('teruggestuurd') }),
    z.strictObject({ soort: z.literal('afgewezen') }),
    z.strictObject({ soort: z.literal('ingetrokken') }),
    z.strictObject({ soort: z.literal('crisis') }),
  ])
  .meta({ title: 'Weg' });

const heel = (laagste: number, hoogste: number) => {
  const error = `Vul een heel getal in van ${laagste} tot en met ${hoogste}.`;
  return z.int({ error }).min(laagste, { error }).max(hoogste, { error });
};

const geval = (maanden: number) =>
  z.strictObject({
    maand: heel(1, maanden).meta({ title: 'Maand' }),
    // Every month has these days.
    dag: heel(1, 28).meta({ title: 'Dag' }),
    gemeente: gemeenteSchema.meta({ title: 'Gemeente' }),
    aanmelder: keuzeUit(organisatieSoorten).meta({ title: 'Aanmelder' }),
    verblijfplaats: keuzeUit(verblijfplaatsen).meta({ title: 'Verblijfplaats' }),
    leeftijd: heel(0, 17).meta({ title: 'Leeftijd' }),
    complexiteit: keuzeUit(complexiteitLabels).meta({ title: 'Complexiteit' }),
    weg,
  });

const kop = { titel: regel(100), toelichting: regel(2_000).optional() };
/** So many cases as can be played in some minutes. */
const aanmeldingen = (maanden: number) => z.array(geval(maanden)).min(1).max(200);

const bekend: ReadonlySet<string> = new Set(aanbieders.map(({ code }) => code));
const aanbieder = codeSchema
  .refine((code) => bekend.has(code), {
    error: `Deze aanbieder is er niet. Kies een code van ${aanbieders[0]?.code} tot en met ${aanbieders.at(-1)?.code}.`,
  })
  .meta({ title: 'Aanbieder' });
const eenmaal = <T extends { aanbieder: string }>(lijst: readonly T[], context: z.RefinementCtx) => {
  for (const [plaats, een] of lijst.entries())
    if (lijst.findIndex((ander) => ander.aanbieder === een.aanbieder) < plaats)
      context.addIssue({
        code: 'custom',
        path: [plaats, 'aanbieder'],
        message: 'Deze aanbieder staat er al. Noem iedere aanbieder één keer.',
      });
};

const wachtende = z.strictObject({
  jeugdige: heel(1, 900).meta({ title: 'Jeugdige' }),
  zorgsoort: zorgsoortSchema,
  vorm: zorgvormSchema,
  gemeente: gemeenteSchema,
  wachtMaanden: heel(0, 60).meta({ title: 'Hoeveel maanden de jeugdige wacht' }),
});

/** What a file holds. */
const scenarioSchema = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('halfjaar'), ...kop, aanmeldingen: aanmeldingen(6) }),
  z.strictObject({ soort: z.literal('experttafel'), ...kop, aanmeldingen: aanmeldingen(12) }),
  z.strictObject({
    soort: z.literal('wachttijden'),
    ...kop,
    antwoorden: z
      .array(z.strictObject({ aanbieder, ...kwartaalAntwoordSchema.omit({ klopt: true }).shape }))
      .superRefine(eenmaal),
  }),
  z.strictObject({
    soort: z.literal('uitvraag'),
    ...kop,
    zonderAntwoord: z.array(aanbieder).default([]).meta({ title: 'Aanbieders die niet antwoorden' }),
    antwoorden: z
      .array(z.strictObject({ aanbieder, jeugdigen: z.array(wachtende).max(2_000) }))
      .min(1)
      .superRefine(eenmaal),
  }),
]);

export type Scenario = z.output<typeof scenarioSchema>;
/** A scenario of one kind. */
export type ScenarioVan<S extends Scenario['soort']> = Extract<Scenario, { soort: S }>;
/** A scenario of aanmeldingen that become trajecten. */
export type Trajectscenario = ScenarioVan<'halfjaar' | 'experttafel'>;
export type Geval = Trajectscenario['aanmeldingen'][number];
export type Weg = Geval['weg'];

/** A file that is no scenario; the message is Dutch, with the case and the field. */
export class BestandFout extends Error {
  override name = 'BestandFout';
}

/** How many mistakes are told at once. */
const hoogstensFouten = 20;
/** What an item of a list is called, for a reader. */
const itemNamen: Readonly<Record<string, string>> = {
  aanmeldingen: 'aanmelding',
  antwoorden: 'antwoord',
  jeugdigen: 'jeugdige',
  wachtenden: 'wachtenden',
};

/** `aanmeldingen.2.weg.afloop` reads as “aanmelding 3, weg.afloop”: people count from 1. */
function plaatsInWoorden(veld: string): string {
  const [lijst = '', plaats = '', ...rest] = veld.split('.');
  const item = itemNamen[lijst];
  if (!item || !/^\d+$/.test(plaats)) return veld;
  return [
    `${item} ${Number(plaats) + 1}`,
    ...(rest.length > 0 ? [plaatsInWoorden(rest.join('.'))] : []),
  ].join(', ');
}

/** Where the reading of JSON stopped, where the engine tells; its own words are English. */
function waarGestopt(fout: unknown, tekst: string): string {
  const positie = /position (\d+)/.exec(String(fout))?.[1];
  if (positie === undefined) return '';
  return ` Het gaat mis in regel ${tekst.slice(0, Number(positie)).split('\n').length}.`;
}

/** Reads the text of a file, with or without the mark that some editors put before it. @throws BestandFout with every mistake, a line each. */
export function leesScenario(bestand: string): Scenario {
  const tekst = bestand.replace(/^\uFEFF/, '');
  let json: unknown;
  try {
    json = JSON.parse(tekst);
  } catch (fout) {
    throw new BestandFout(
      `Dit bestand is geen JSON.${waarGestopt(fout, tekst)} Controleer de haken, komma’s en aanhalingstekens.`,
      { cause: fout },
    );
  }
  const gelezen = scenarioSchema.safeParse(json);
  if (gelezen.success) return gelezen.data;
  const fouten = nederlandseFouten(gelezen.error, scenarioSchema).map(({ veld, melding }) =>
    veld === '' ? melding : `${plaatsInWoorden(veld)}: ${melding}`,
  );
  const meer = fouten.length - hoogstensFouten;
  throw new BestandFout(
    [...fouten.slice(0, hoogstensFouten), ...(meer > 0 ? [`En nog ${meer} andere fouten.`] : [])].join('\n'),
  );
}
