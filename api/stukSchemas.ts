/** What the API answers about stukken. */
import { z } from 'zod';
import { keuzeUit } from '../domain/keuzelijst.ts';
import { type StukVerwijderreden, stukSoortKeuzes, stukVerwijderredenen } from '../domain/stukken.ts';
import { uitDatum } from '../infra/dag.ts';
import type { VerwijderdStuk } from '../infra/stukken/verwijderen.ts';
import type { Stuk, StukInzage, Stuktoegang } from '../prisma/client/client.ts';

const voorbeeld = '0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10';
const nummer = (title: string) => z.string().meta({ title, format: 'uuid', examples: [voorbeeld] });
const tijdstip = (title: string) =>
  z.string().meta({ title, format: 'date-time', examples: ['2027-01-11T09:30:00.000Z'] });
const code = (title: string, eerste: string) => z.string().meta({ title, examples: [eerste] });

/** One version of a stuk. */
export const stukSchema = z
  .object({
    id: nummer('Nummer van deze versie'),
    kenmerk: code('Kenmerk', 'ZL-2027-0014'),
    reeks: z.string().meta({
      title: 'Nummer van de eerste versie',
      description: 'Versies met hetzelfde nummer zijn versies van hetzelfde stuk.',
      format: 'uuid',
    }),
    versie: z.int().meta({ title: 'Versie', examples: [1] }),
    soort: keuzeUit(stukSoortKeuzes).meta({ title: 'Soort stuk' }),
    naam: code('Naam van het bestand', 'plan.pdf'),
    mediatype: code('Soort bestand', 'application/pdf'),
    grootte: z.int().meta({ title: 'Grootte in bytes', examples: [20_480] }),
    gescand: z.boolean().meta({
      title: 'Of het op virussen is gecontroleerd',
      description: 'Bij `false` was er geen virusscanner ingesteld toen het stuk binnenkwam.',
    }),
    rol: code('Rol van wie het stuurde', 'aanmelder'),
    ingediendTijdstip: tijdstip('Wanneer het binnenkwam'),
  })
  .meta({ id: 'Stuk', title: 'Stuk' });

/** A stuk as it has just come in. */
export const stukOntvangenSchema = stukSchema
  .extend({
    gemeld: z.boolean().meta({
      title: 'Of de coördinator bericht krijgt',
      description:
        'Bij `false` is het stuk bewaard en gaat het bericht vanzelf uit, meestal binnen een minuut.',
    }),
    melding: z
      .string()
      .nullable()
      .meta({
        title: 'Waar u op moet letten',
        examples: ['Er is geen virusscanner ingesteld: stukken worden niet op virussen gecontroleerd.'],
      }),
  })
  .meta({ id: 'StukOntvangen', title: 'Ontvangen stuk' });

/** That somebody opened a version. */
export const inzageSchema = z
  .object({
    stukId: nummer('Nummer van de versie'),
    versie: z.int().meta({ title: 'Versie', examples: [1] }),
    wie: code('Wie het opende (code)', 'aanbieder-01-contact-1'),
    rol: code('Rol', 'aanbieder'),
    aanbieder: code('Aanbieder (code)', 'aanbieder-01').nullable(),
    tijdstip: tijdstip('Wanneer'),
  })
  .meta({ id: 'StukInzage', title: 'Inzage' });

/** What was removed, and who had opened it. */
export const stukVerwijderdSchema = z
  .object({
    kenmerk: code('Kenmerk', 'ZL-2027-0014'),
    reden: keuzeUit(stukVerwijderredenen).meta({ title: 'Waarom' }),
    wie: code('Wie het verwijderde (code)', 'coordinator-1'),
    verwijderdTijdstip: tijdstip('Wanneer het is verwijderd'),
    stukken: z
      .array(
        z.object({
          id: nummer('Nummer van de versie'),
          versie: z.int().meta({ title: 'Versie', examples: [1] }),
        }),
      )
      .meta({ title: 'Wat er is verwijderd', description: 'Deze versie, en wat dezelfde inhoud had.' }),
    inzagen: z.array(inzageSchema).meta({ title: 'Wie het had geopend', description: 'De oudste eerst.' }),
  })
  .meta({ id: 'StukVerwijderd', title: 'Verwijderd stuk' });

/** The access of one contact for one bespreking or one onderzoek. */
export const stuktoegangSchema = z
  .object({
    id: nummer('Nummer van deze toegang'),
    contact: code('Contact (code)', 'aanbieder-01-contact-1'),
    aanbieder: code('Aanbieder (code)', 'aanbieder-01'),
    tafelDatum: z.string().meta({
      title: 'Datum van de bespreking',
      description: 'Bij toegang voor een onderzoek: de dag waarop de toegang is gegeven.',
      format: 'date',
      examples: ['2027-01-14'],
    }),
    onderzoekId: z
      .string()
      .nullable()
      .meta({
        title: 'Voor welk onderzoek',
        description: '`null` als de toegang voor een bespreking is.',
        examples: ['onderzoek-ZL-2027-0014-aanbieder-01-r1'],
      }),
    verleendTijdstip: tijdstip('Wanneer de toegang is gegeven'),
    ingetrokkenTijdstip: tijdstip('Wanneer de toegang is ingetrokken').nullable().meta({
      title: 'Wanneer de toegang is ingetrokken',
      description:
        'Een intrekking geldt voor dit contact en dit traject: ook voor toegang die later is gegeven, tot iemand haar opheft.',
    }),
  })
  .meta({ id: 'Stuktoegang', title: 'Toegang tot stukken' });

/** A stuk as its readers see it. */
export function toonStuk(rij: Stuk): z.infer<typeof stukSchema> {
  return {
    id: rij.id,
    kenmerk: rij.kenmerk,
    reeks: rij.reeks,
    versie: rij.versie,
    soort: rij.soort as z.infer<typeof stukSchema>['soort'],
    naam: rij.naam,
    mediatype: rij.mediatype,
    grootte: rij.grootte,
    gescand: rij.gescand,
    rol: rij.rol,
    ingediendTijdstip: rij.ingediendTijdstip.toISOString(),
  };
}

/** An opening as the coördinator sees it. */
export function toonInzage(rij: StukInzage & { stuk: { versie: number } }): z.infer<typeof inzageSchema> {
  const { stukId, wie, rol, aanbieder, stuk, tijdstip } = rij;
  return { stukId, versie: stuk.versie, wie, rol, aanbieder, tijdstip: tijdstip.toISOString() };
}

/** What was removed as the coördinator sees it. */
export function toonVerwijderd({
  invoer,
  stukken,
  inzagen,
}: VerwijderdStuk): z.infer<typeof stukVerwijderdSchema> {
  return {
    kenmerk: invoer.kenmerk,
    reden: (invoer.codes as { reden: StukVerwijderreden }).reden,
    wie: invoer.wie,
    verwijderdTijdstip: invoer.ingediendTijdstip.toISOString(),
    stukken,
    inzagen: inzagen.map(toonInzage),
  };
}

/** An access as the coördinator sees it; with the moment from which this contact may not read this traject. */
export function toonStuktoegang(
  { id, contact, aanbieder, tafelDatum, onderzoekId, verleendTijdstip }: Stuktoegang,
  ingetrokken: Date | undefined,
): z.infer<typeof stuktoegangSchema> {
  return {
    id,
    contact,
    aanbieder,
    tafelDatum: uitDatum(tafelDatum),
    onderzoekId,
    verleendTijdstip: verleendTijdstip.toISOString(),
    ingetrokkenTijdstip: ingetrokken?.toISOString() ?? null,
  };
}
