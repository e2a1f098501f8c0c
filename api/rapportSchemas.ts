/** What the API answers about reports: as JSON for programs, with the meaning of every figure beside it. */
import { z } from 'zod';
import { periodeErvoor } from '../domain/rapport/definities.ts';
import type { Eenheid, Rapportsoort } from '../domain/rapport/rapport.ts';
import { rapportSoorten } from '../infra/rapportage.ts';
import { jaNee } from './routeSchema.ts';

const eenheden = ['aantal', 'procent', 'dagen', 'weken'] as const satisfies readonly Eenheid[];
const tijdstip = (title: string) =>
  z.string().meta({ title, format: 'date-time', examples: ['2027-07-05T05:00:00.000Z'] });
const soort = z
  .enum(rapportSoorten as [Rapportsoort, ...Rapportsoort[]])
  .meta({ title: 'Soort rapport', examples: ['halfjaar'] });
const periode = z
  .string()
  .meta({ title: 'Periode', description: 'Zoals `2027-1`, `2027` of `2027-W27`.', examples: ['2027-1'] });
const versie = z.int().meta({
  title: 'Versie',
  description: 'De eerste is 1; iedere volgende is een verbetering.',
  examples: [1],
});
const vingerafdruk = z.string().meta({
  title: 'SHA-256 van de vastgelegde cijfers',
  examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
});
const reden = z
  .string()
  .nullable()
  .meta({ title: 'Reden van de verbetering', examples: ['Een aanmelding stond bij de verkeerde gemeente.'] });
const wie = z.string().meta({ title: 'Wie publiceerde (code), of systeem', examples: ['manager-1'] });

/** One published version, in a list. */
export const publicatieSchema = z
  .object({
    rapportId: z.string().meta({ title: 'Nummer van het rapport', examples: ['halfjaarverslag-2027-1'] }),
    soort,
    periode,
    versie,
    peilTijdstip: tijdstip('Moment tot wanneer is geteld'),
    gemaaktTijdstip: tijdstip('Wanneer de cijfers zijn vastgelegd'),
    wie,
    reden,
    vingerafdruk,
  })
  .meta({ id: 'Publicatie', title: 'Gepubliceerd rapport' });

const waarde = z.number().nullable();
const rijSchema = z.object({
  code: z.string().meta({ title: 'Code van de rij', examples: ['den-haag'] }),
  titel: z.string().meta({ title: 'Naam van de rij', examples: ['Den Haag'] }),
  waarden: z.array(waarde).meta({ title: 'Eén waarde per kolom', examples: [[10, 11, 21]] }),
  onderdrukt: z
    .array(z.int())
    .meta({ title: 'De kolommen, vanaf 0, die zijn weggelaten omdat er kleine aantallen achter zitten' }),
});

/** One report. */
export const rapportSchema = z
  .object({
    soort,
    periode,
    status: z.enum(['voorlopig', 'concept', 'gepubliceerd']).meta({
      title: 'Status',
      description:
        '`voorlopig`: de periode is nog niet voorbij. `concept`: zij is voorbij en er is nog niets gepubliceerd, of u vroeg om `versie=nu`. `gepubliceerd`: de cijfers liggen vast.',
    }),
    extern: z.boolean().meta({ title: 'Of kleine aantallen zijn weggelaten' }),
    leeg: z.boolean().meta({ title: 'Of er over deze periode geen gegevens zijn' }),
    peilTijdstip: tijdstip('Moment tot wanneer is geteld'),
    versie: versie.nullable(),
    gemaaktTijdstip: tijdstip('Wanneer de cijfers zijn vastgelegd').nullable(),
    wie: wie.nullable(),
    reden,
    vingerafdruk: vingerafdruk.nullable(),
    cijfers: z.record(z.string(), waarde).meta({
      title: 'De cijfers, per code',
      description: '`null`: er is niets om het cijfer uit te berekenen, of het is weggelaten.',
      examples: [{ aanmeldingen: 32, bespreking: 18 }],
    }),
    eerder: z.record(z.string(), waarde).meta({
      title: 'Dezelfde cijfers over de periode ervoor',
      description: periodeErvoor,
      examples: [{ aanmeldingen: 23, bespreking: 14 }],
    }),
    onderdrukt: z
      .array(z.string())
      .meta({ title: 'Codes van cijfers die zijn weggelaten omdat er kleine aantallen achter zitten' }),
    eerderOnderdrukt: z.array(z.string()).meta({ title: 'Hetzelfde, van de cijfers over de periode ervoor' }),
    tabellen: z.array(
      z.object({
        code: z.string().meta({ title: 'Code', examples: ['gemeenten'] }),
        eenheid: z.enum(eenheden),
        kolommen: z
          .array(z.string())
          .meta({ title: 'Kolommen', examples: [['2027-K1', '2027-K2', '2027-1']] }),
        rijen: z.array(rijSchema),
        totaal: rijSchema.nullable(),
      }),
    ),
    definities: z.array(
      z.object({
        code: z.string().meta({ title: 'Code van het cijfer of de tabel', examples: ['bespreking'] }),
        titel: z.string().meta({ title: 'Naam', examples: ['Via de bespreking behandeld'] }),
        definitie: z.string().meta({ title: 'Wat het is' }),
        bron: z
          .string()
          .meta({ title: 'Bron', examples: ['halfjaarverslag-zorglogistiek-2025, “de cijfers”'] }),
        eenheid: z.enum(eenheden).meta({ title: 'Eenheid' }),
      }),
    ),
  })
  .meta({ id: 'Rapport', title: 'Rapport' });

/** The path of one report. */
export const rapportParams = z.object({ soort, periode });

/** What can be asked of one report. */
export const rapportVraagSchema = z.strictObject({
  versie: z
    .union([z.literal('nu'), z.coerce.number().int().min(1).max(999_999)])
    .optional()
    .meta({
      title: 'Versie',
      description:
        'Zonder dit veld krijgt u de nieuwste gepubliceerde versie, of de cijfers van nu als er geen is. `nu`: altijd de cijfers van nu.',
      examples: ['nu', 1],
    }),
  extern: jaNee(
    'Zonder kleine aantallen, om buiten het team te gebruiken; alleen van een gepubliceerd rapport',
  ),
});

/** What a manager says when publishing. */
export const publicatieVraagSchema = z
  .strictObject({
    reden: z
      .string()
      .trim()
      .min(1, 'Schrijf op waarom de cijfers zijn verbeterd.')
      .max(2_000)
      .optional()
      .meta({
        title: 'Reden van de verbetering',
        description: 'Alleen voor een volgende versie; dan is de reden verplicht. Noem geen namen.',
        examples: ['Een aanmelding stond bij de verkeerde gemeente.'],
      }),
  })
  .meta({ title: 'Publicatie', examples: [{}] });

/** What becomes of it. */
export const publicatieAntwoordSchema = z
  .object({
    rapportId: z.string().meta({ title: 'Nummer van het rapport', examples: ['halfjaarverslag-2027-1'] }),
    soort,
    periode,
    versie,
  })
  .meta({ id: 'RapportGepubliceerd', title: 'Gepubliceerd rapport' });
