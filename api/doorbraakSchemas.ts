/** What the API answers about doorbraken. */
import { z } from 'zod';
import { doorbraakStatussen, doorbraakzaakSoorten } from '../domain/doorbraakCodes.ts';

const tijdstip = (title: string) =>
  z.string().meta({ title, format: 'date-time', examples: ['2027-01-04T08:30:00.000Z'] });
const dag = (title: string) => z.string().meta({ title, format: 'date', examples: ['2027-01-18'] });
const kenmerk = z.string().meta({ title: 'Kenmerk', examples: ['ZL-2027-0014'] });

const standVelden = {
  doorbraakId: z.string().meta({ title: 'Nummer van de doorbraak', examples: ['doorbraak-2027-K1'] }),
  periode: z.string().meta({ title: 'Periode', examples: ['2027-K1'] }),
  versie: z.int().meta({ title: 'Versie', description: 'Telt op bij iedere verandering.', examples: [1] }),
  status: z.enum(doorbraakStatussen).meta({ title: 'Status' }),
  zaken: z.int().meta({ title: 'Hoeveel jeugdigen worden besproken', examples: [12] }),
  zonderAfspraak: z.int().meta({ title: 'Bij hoeveel van hen nog niets is afgesproken', examples: [3] }),
};

/** Where a doorbraak stands after a decision. */
export const doorbraakBesluitAntwoordSchema = z
  .object(standVelden)
  .meta({ id: 'DoorbraakNaBesluit', title: 'Doorbraak na een besluit' });

/** A doorbraak, without its agenda. */
export const doorbraakSchema = z
  .object({
    ...standVelden,
    zonderLacune: z.int().meta({
      title: 'Bij hoeveel van hen nog niet is vastgelegd wat er ontbreekt, of dat er niets ontbreekt',
      examples: [2],
    }),
    peilDatum: dag('Op welke dag is geteld wie wachten'),
    besprekingDatum: dag('Wanneer de agenda’s worden besproken'),
    begonnenTijdstip: tijdstip('Wanneer de doorbraak begon'),
    geslotenTijdstip: tijdstip('Wanneer de doorbraak sloot').nullable(),
  })
  .meta({ id: 'Doorbraak', title: 'Doorbraak' });

const lacuneVelden = {
  sector: z.string().meta({ title: 'Sector', examples: ['lvb'] }),
  zorgsoort: z.string().meta({ title: 'Soort hulp', examples: ['kleinschalig-wonen'] }),
  regio: z.string().meta({ title: 'Regio', examples: ['haaglanden'] }),
};

const zaakSchema = z
  .object({
    kenmerk,
    soort: z.enum(doorbraakzaakSoorten).meta({
      title: 'Soort',
      description:
        '`zaak`: hierover wordt iets afgesproken. `keuze` en `opgeschort`: apart genoemd, omdat het wachten een keuze is of opgeschort is geweest.',
    }),
    gemeente: z.string().meta({ title: 'Gemeente', examples: ['den-haag'] }),
    sector: z
      .string()
      .nullable()
      .meta({ title: 'Sector', examples: ['lvb'] }),
    fase: z.string().meta({ title: 'Fase van het traject', examples: ['overbrugging'] }),
    brutoDagen: z.int().meta({ title: 'Wachttijd in dagen, bruto', examples: [120] }),
    nettoDagen: z.int().meta({ title: 'Wachttijd in dagen, netto', examples: [110] }),
    schadelijk: z.boolean().meta({ title: 'Of het wachten schadelijk was op de peildatum' }),
    redenenGeenAanbod: z.array(z.string()).meta({
      title: 'Waarom eerder niemand een aanbod deed',
      description:
        'De redenen van de aanbieders, de keren dat allen afwezen: een aanwijzing voor wat er ontbreekt.',
      examples: [['geen-passend-aanbod']],
    }),
    opgeschort: z.boolean().meta({ title: 'Of het traject was opgeschort op de peildatum' }),
    overVan: z
      .string()
      .nullable()
      .meta({
        title: 'Over van een eerdere doorbraak',
        description: 'De eerdere doorbraak waarin over deze jeugdige niets is afgesproken.',
        examples: ['doorbraak-2026-K4'],
      }),
    overNaar: z
      .string()
      .nullable()
      .meta({ title: 'Overgegaan naar een volgende doorbraak', examples: ['doorbraak-2027-K2'] }),
    andereKenmerken: z.array(kenmerk).optional().meta({
      title: 'Andere kenmerken',
      description: 'De andere open trajecten van dezelfde jeugdige. Alleen voor de coördinator.',
    }),
    afspraken: z
      .array(
        z.object({
          nummer: z.int().meta({ title: 'Nummer', examples: [1] }),
          wie: z.string().meta({ title: 'Wie', examples: ['william-schrikker'] }),
          wat: z.string().meta({ title: 'Wat', examples: ['overleg-voeren'] }),
          voorDatum: dag('Uiterlijk op'),
          gedaanTijdstip: tijdstip('Wanneer het is gedaan').nullable(),
          herinnerdTijdstip: tijdstip(
            'Wanneer de coördinator en wie het moet doen zijn herinnerd',
          ).nullable(),
          geescaleerdTijdstip: tijdstip('Wanneer de manager bericht kreeg').nullable(),
          vervallenTijdstip: tijdstip(
            'Wanneer de afspraak is vervallen: zij wordt niet meer gevolgd',
          ).nullable(),
          toelichting: z
            .string()
            .nullable()
            .optional()
            .meta({ title: 'Toelichting', description: 'Alleen voor de coördinator.' }),
          gedaanToelichting: z.string().nullable().optional().meta({
            title: 'Toelichting bij het afvinken',
            description: 'Wat is geschreven toen de afspraak was gedaan. Alleen voor de coördinator.',
          }),
        }),
      )
      .meta({ title: 'Afspraken' }),
    lacune: z
      .object({
        ...lacuneVelden,
        omschrijving: z
          .string()
          .nullable()
          .optional()
          .meta({ title: 'Wat er ontbreekt, in woorden', description: 'Alleen voor de coördinator.' }),
      })
      .nullable()
      .meta({ title: 'Wat er ontbreekt' }),
    geenLacune: z.boolean().meta({ title: 'Of is vastgelegd dat er niets ontbreekt' }),
  })
  .meta({ id: 'Doorbraakzaak', title: 'Zaak in een doorbraak' });

/** A doorbraak with the agenda of each group. */
export const doorbraakMetAgendaSchema = doorbraakSchema
  .extend({
    sluitingToelichting: z
      .string()
      .nullable()
      .optional()
      .meta({ title: 'Toelichting bij het sluiten', description: 'Alleen voor de coördinator.' }),
    groepen: z
      .array(
        z.object({
          groep: z.string().meta({ title: 'Groep', examples: ['william-schrikker'] }),
          naam: z.string().meta({ title: 'Naam', examples: ['William Schrikker Stichting'] }),
          zaken: z.array(zaakSchema).meta({ title: 'Agenda' }),
        }),
      )
      .meta({
        title: 'Groepen',
        description:
          'Per gecertificeerde instelling, en apart wie geen maatregel heeft. Onder `andere-gi` staan jeugdigen van verschillende instellingen.',
      }),
    lacunes: z
      .array(
        z.object({
          ...lacuneVelden,
          keren: z.int().meta({ title: 'In hoeveel doorbraken gezien', examples: [3] }),
          sindsPeriode: z.string().meta({ title: 'Sinds welke periode', examples: ['2026-K3'] }),
          zaken: z
            .int()
            .nullable()
            .meta({
              title: 'Hoeveel zaken in deze doorbraak',
              description:
                'Leeg bij 1 tot en met 4: dan staat er “minder dan 5” in het bericht aan het BREN.',
              examples: [7],
            }),
        }),
      )
      .meta({ title: 'Wat het BREN hoort' }),
  })
  .meta({ id: 'DoorbraakMetAgenda', title: 'Doorbraak met agenda' });
