/** What the API answers about tables and who sits at them. */
import { z } from 'zod';
import { datumSchema } from '../domain/codes.ts';
import {
  type TafelPlaats,
  type TafelVervalreden,
  tafelPlaatsen,
  tafelStatussen,
  tafelVervalredenen,
} from '../domain/tafelCodes.ts';

const tijdstip = (title: string) =>
  z.string().meta({ title, format: 'date-time', examples: ['2027-01-14T08:30:00.000Z'] });
const datum = z.string().meta({ title: 'Datum van de tafel', format: 'date', examples: ['2027-01-14'] });

const standVelden = {
  tafelId: z.string().meta({ title: 'Nummer van de tafel', examples: ['tafel-2027-01-14'] }),
  datum,
  versie: z.int().meta({ title: 'Versie', description: 'Telt op bij iedere verandering.', examples: [1] }),
  status: z.enum(tafelStatussen).meta({ title: 'Status' }),
  beginTijd: z.string().meta({ title: 'Begintijd op de klok in Nederland', examples: ['09:30'] }),
  plaats: z.enum(Object.keys(tafelPlaatsen) as TafelPlaats[]).meta({ title: 'Plaats' }),
  agendaLimiet: z.int().meta({ title: 'Hoeveel trajecten er hoogstens op de agenda passen', examples: [6] }),
  agendaSluitTijdstip: tijdstip('Wanneer de agenda sluit en de stukken uitgaan'),
};

/** Where a table stands after a decision. */
export const tafelBesluitAntwoordSchema = z
  .object(standVelden)
  .meta({ id: 'TafelNaBesluit', title: 'Tafel na een besluit' });

/** A table, without its agenda. */
export const tafelSchema = z
  .object({
    ...standVelden,
    beginTijdstip: tijdstip('Wanneer de tafel begint'),
    eindTijdstip: tijdstip('Wanneer de tafel is afgelopen'),
    vervalreden: z
      .enum(Object.keys(tafelVervalredenen) as TafelVervalreden[])
      .nullable()
      .meta({ title: 'Waarom de tafel is vervallen' }),
  })
  .meta({ id: 'Tafel', title: 'Tafel' });

/** A table with its agenda and its guests. */
export const tafelMetAgendaSchema = tafelSchema
  .extend({
    agenda: z
      .array(
        z.object({
          kenmerk: z.string().meta({ title: 'Kenmerk', examples: ['ZL-2027-0014'] }),
          voorrang: z.boolean().meta({ title: 'Of het traject voorrang heeft' }),
          aanmeldingTijdstip: tijdstip('Wanneer de aanmelding binnenkwam'),
          waarom: z.string().meta({
            title: 'Waarom het op deze plaats staat',
            examples: ['Geen voorrang. Op volgorde van aanmelding.'],
          }),
        }),
      )
      .meta({ title: 'Agenda', description: 'De trajecten die op deze tafel wachten, op volgorde.' }),
    uitgenodigd: z
      .array(
        z.object({
          geadresseerde: z
            .string()
            .meta({ title: 'Wie is uitgenodigd (code)', examples: ['aanbieder-01-contact-1'] }),
          volgnummer: z.int().meta({ title: 'Volgnummer van het laatste bericht voor de agenda' }),
          status: z.enum(['uitgenodigd', 'afgezegd']).meta({ title: 'Status' }),
        }),
      )
      .meta({ title: 'Wie zijn uitgenodigd' }),
    bestemmingen: z
      .array(
        z.object({
          kenmerk: z.string().meta({ title: 'Kenmerk', examples: ['ZL-2027-0014'] }),
          tafelDatum: z.string().nullable().meta({ title: 'Naar deze tafel', format: 'date' }),
          aanbieders: z
            .array(z.string())
            .nullable()
            .meta({ title: 'Rechtstreeks naar deze aanbieders', examples: [['aanbieder-01']] }),
        }),
      )
      .meta({
        title: 'Waar de trajecten naartoe gingen',
        description:
          'Alleen bij een tafel die is vervallen. Was er geen volgende tafel en zijn er geen tafelleden, dan zijn beide leeg: het traject wacht op de coördinator. De coördinator kan dit daarna wijzigen.',
      }),
  })
  .meta({ id: 'TafelMetAgenda', title: 'Tafel met agenda' });

const vanafDatum = datumSchema.meta({
  title: 'Vanaf',
  description: 'De eerste dag als tafellid.',
  examples: ['2027-02-01'],
});
const totDatum = datumSchema.nullable().default(null).meta({
  title: 'Tot',
  description: 'De eerste dag waarop de aanbieder geen tafellid meer is. Leeg: nog niet bekend.',
});

/** From when until when an aanbieder is a tafellid. */
export const tafellidmaatschapSchema = z
  .strictObject({
    perioden: z
      .array(z.strictObject({ vanafDatum, totDatum }))
      .max(50)
      .meta({ title: 'Perioden', description: 'Op volgorde van datum. Perioden overlappen niet.' }),
  })
  .superRefine(({ perioden }, context) => {
    for (const [plaats, { vanafDatum: vanaf, totDatum: tot }] of perioden.entries()) {
      const vorige = perioden[plaats - 1];
      if (tot !== null && tot <= vanaf)
        context.addIssue({
          code: 'custom',
          path: ['perioden', plaats, 'totDatum'],
          message: 'Deze datum ligt niet na de eerste dag. Vul een latere datum in.',
        });
      if (vorige && (vorige.totDatum === null || vorige.totDatum > vanaf))
        context.addIssue({
          code: 'custom',
          path: ['perioden', plaats, 'vanafDatum'],
          message:
            'Deze periode begint voordat de vorige voorbij is. Zet de perioden op volgorde, zonder overlap.',
        });
    }
  })
  .meta({
    title: 'Tafellidmaatschap van een aanbieder',
    examples: [{ perioden: [{ vanafDatum: '2024-01-01', totDatum: '2027-02-01' }] }],
  });
