/** What the API answers about uitvragen of wachttijden. */
import { z } from 'zod';
import {
  uitvraagCodeSchema,
  uitvraagSoorten,
  uitvraagStatussen,
  wachtOorzaakSchema,
  wachtSectorSchema,
  zorgsoortSchema,
  zorgvormSchema,
} from '../domain/uitvraagCodes.ts';

const tijdstip = (title: string) =>
  z.string().meta({ title, format: 'date-time', examples: ['2027-01-04T06:00:00.000Z'] });
const aantal = (title: string) => z.int().meta({ title, examples: [12] });
const code = z.string().meta({ title: 'Code van de uitvraag', examples: ['2026-K4'] });
const aanbieder = z.string().meta({ title: 'Code van de aanbieder', examples: ['aanbieder-01'] });
const status = z.enum(uitvraagStatussen).meta({ title: 'Status' });
const soort = z.enum(uitvraagSoorten).meta({ title: 'Soort uitvraag' });

/** The code of an uitvraag in a path. */
export const uitvraagParams = z.object({
  code: uitvraagCodeSchema.meta({
    title: 'Code van de uitvraag',
    description: 'Het kwartaal (`2026-K4`), of `extra-` met de peildatum (`extra-2027-01-01`).',
    examples: ['2026-K4'],
  }),
});

const zonderContact = z.array(aanbieder).meta({
  title: 'Aanbieders zonder contact',
  description: 'Zij krijgen geen e-mail. Leg een contact vast, en stuur de vraag opnieuw met een heropening.',
});

/** Where an uitvraag stands right after it was started. */
export const uitvraagBegonnenSchema = z
  .object({ code, soort, status, zonderContact })
  .meta({ id: 'UitvraagBegonnen', title: 'Uitvraag die is begonnen' });

/** Where it stands for one aanbieder after a decision. */
export const uitvraagBesluitAntwoordSchema = z
  .object({
    uitvraagId: z.string().meta({ title: 'Nummer van de uitvraag', examples: ['uitvraag-2026-K4'] }),
    code,
    status,
    aanbieder,
    heeftGeantwoord: z.boolean().meta({ title: 'Of deze aanbieder heeft geantwoord' }),
    heropendTotTijdstip: tijdstip(
      'Tot wanneer deze aanbieder kan antwoorden, als de vraag opnieuw is gesteld',
    ).nullable(),
  })
  .meta({ id: 'UitvraagNaBesluit', title: 'Uitvraag na een besluit' });

const responsVelden = {
  gevraagd: aantal('Aan hoeveel aanbieders is gevraagd'),
  geantwoord: aantal('Hoeveel aanbieders hebben geantwoord'),
  responsProcent: z.int().meta({ title: 'Respons in hele procenten', examples: [80] }),
};

/** An uitvraag, without who was asked. */
export const uitvraagSchema = z
  .object({
    code,
    soort,
    status,
    peilDatum: z
      .string()
      .nullable()
      .meta({ title: 'Peildatum', format: 'date', examples: ['2027-01-01'] }),
    begonnenTijdstip: tijdstip('Wanneer de uitvraag begon'),
    sluitTijdstip: tijdstip('Tot wanneer iedereen kan antwoorden'),
    herinneringen: z.int().meta({ title: 'Hoe vaak er is herinnerd', examples: [1] }),
    ...responsVelden,
  })
  .meta({ id: 'Uitvraag', title: 'Uitvraag van wachttijden' });

/** An uitvraag with all that were asked. */
export const uitvraagMetAanbiedersSchema = uitvraagSchema
  .extend({
    cijferversie: z
      .int()
      .meta({ title: 'Versie van de cijfers', description: '0 zolang de uitvraag open is.', examples: [1] }),
    zonderContact,
    aanbieders: z
      .array(
        z.object({
          aanbieder,
          heeftGeantwoord: z.boolean().meta({ title: 'Of deze aanbieder heeft geantwoord' }),
          antwoorden: z
            .int()
            .meta({ title: 'Hoeveel keer', description: 'Het laatste antwoord telt; alle blijven bewaard.' }),
          laatsteAntwoordTijdstip: tijdstip('Wanneer het laatste antwoord kwam').nullable(),
          isNagekomen: z.boolean().meta({ title: 'Of het laatste antwoord na het sluiten kwam' }),
          isNietBezorgd: z.boolean().meta({
            title: 'Of de laatste e-mail is geweigerd',
            description:
              'Bel deze aanbieder, verbeter het e-mailadres van het contact, en stuur de vraag opnieuw met een heropening.',
          }),
          heropendTotTijdstip: tijdstip(
            'Tot wanneer de aanbieder kan antwoorden, als de vraag opnieuw is gesteld',
          ).nullable(),
        }),
      )
      .meta({ title: 'Aanbieders aan wie is gevraagd' }),
    heropeningen: z
      .array(
        z.object({
          aanbieder,
          totDatum: z.string().meta({ title: 'Tot en met', format: 'date', examples: ['2027-02-12'] }),
          reden: z.string().meta({ title: 'Reden', examples: ['De contactpersoon was ziek.'] }),
          wie: z.string().meta({ title: 'Door wie (code)', examples: ['coordinator-1'] }),
          tijdstip: tijdstip('Wanneer'),
        }),
      )
      .meta({ title: 'Aan wie het opnieuw is gevraagd' }),
    verloop: z
      .array(
        z.object({
          wat: z.string().meta({ title: 'Wat er gebeurde', examples: ['uitvraag-herinnerd'] }),
          wie: z.string().meta({ title: 'Door wie (code)', examples: ['systeem'] }),
          tijdstip: tijdstip('Wanneer'),
        }),
      )
      .meta({ title: 'Wat er gebeurde, zonder de gewone antwoorden' }),
  })
  .meta({ id: 'UitvraagMetAanbieders', title: 'Uitvraag met aanbieders' });

const aantallen = {
  wachtend: aantal('Jeugdigen die wachten'),
  drieMaanden: aantal('Van hen drie maanden of langer'),
  overbrugging: aantal('Van hen met overbruggingszorg'),
};
const weken = (title: string) =>
  z
    .number()
    .nullable()
    .meta({ title, examples: [13] });

const kwartaalCijfersSchema = z
  .object({
    ...responsVelden,
    totaal: z.object(aantallen).meta({ title: 'Alle jeugdigen die wachten' }),
    perVorm: z
      .array(z.object({ vorm: zorgvormSchema, ...aantallen }))
      .meta({ title: 'Ambulant en verblijf' }),
    perSector: z
      .array(z.object({ sector: wachtSectorSchema, vorm: zorgvormSchema, ...aantallen }))
      .meta({ title: 'Per sector, ambulant en verblijf' }),
    oorzaken: z
      .array(z.object({ oorzaak: wachtOorzaakSchema, aanbieders: aantal('Aanbieders die dit noemen') }))
      .meta({ title: 'Oorzaken' }),
    wachttijden: z
      .array(
        z.object({
          zorgsoort: zorgsoortSchema,
          aanbieders: aantal('Aanbieders die een wachttijd noemen'),
          laagsteWeken: weken('Kortste wachttijd in weken'),
          mediaanWeken: weken('Middelste wachttijd in weken'),
          hoogsteWeken: weken('Langste wachttijd in weken'),
        }),
      )
      .meta({ title: 'Wachttijd nu per soort zorg' }),
  })
  .meta({ id: 'KwartaalCijfers', title: 'Cijfers van een kwartaal' });

const jeugdigen = aantal('Unieke jeugdigen');

const extraCijfersSchema = z
  .object({
    peilDatum: z.string().meta({ title: 'Peildatum', format: 'date', examples: ['2027-01-01'] }),
    ...responsVelden,
    jeugdigen,
    dubbel: aantal('Van hen bij meer aanbieders of voor meer soorten zorg aangemeld'),
    drieMaanden: aantal('Van hen drie maanden of langer'),
    perVorm: z
      .array(z.object({ vorm: zorgvormSchema, jeugdigen, drieMaanden: aantal('Drie maanden of langer') }))
      .meta({
        title: 'Ambulant en verblijf',
        description: 'Wie op allebei wacht, telt bij verblijf.',
      }),
    perGemeente: z
      .array(z.object({ gemeente: z.string().meta({ title: 'Gemeente', examples: ['delft'] }), jeugdigen }))
      .meta({ title: 'Per gemeente' }),
    perZorgsoort: z.array(z.object({ zorgsoort: zorgsoortSchema, jeugdigen })).meta({
      title: 'Per soort zorg',
      description: 'Wie op meer soorten zorg wacht, telt bij elk van die soorten.',
    }),
  })
  .meta({ id: 'ExtraCijfers', title: 'Cijfers van een extra uitvraag' });

/** The figures of an uitvraag. */
export const uitvraagCijfersSchema = z
  .object({
    code,
    soort,
    cijferversie: z.int().meta({
      title: 'Versie van de cijfers',
      description:
        '0: de uitvraag is nog open. 1: de cijfers bij het sluiten. Komt er daarna een antwoord bij, dan komt er een versie bij.',
      examples: [1],
    }),
    berekendTijdstip: tijdstip('Wanneer deze cijfers zijn berekend'),
    kwartaal: kwartaalCijfersSchema.nullable(),
    extra: extraCijfersSchema.nullable(),
  })
  .meta({ id: 'UitvraagCijfers', title: 'Cijfers van een uitvraag' });
