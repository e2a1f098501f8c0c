/** What the API answers with: the schemas that shape every answer and describe it in the OpenAPI document. */
import { z } from 'zod';
import { wegingBesluiten, wegingElementen } from '../domain/afwegingskader.ts';
import { berichtStatussen } from '../domain/berichten.ts';
import {
  adviesSoorten,
  afspraakSoorten,
  afwijkredenen,
  antwoordSoorten,
  complexiteiten,
  fases,
  informatieSoorten,
  onderzoekStatussen,
  opschortredenen,
  signalen,
  sporen,
  uitkomsten,
  wachtkeuzeredenen,
  wachtOpSoorten,
  wachtredenen,
  wachtSoorten,
} from '../domain/codes.ts';
import { gemeenteKeuzes } from '../domain/gemeenten.ts';
import { keuzeUit } from '../domain/keuzelijst.ts';
import { triageUitkomsten } from '../domain/triageCodes.ts';
import { capaciteitSchema } from './capaciteit.ts';
import { bijCrisisSchema, crisisSchema } from './crisis.ts';

const kenmerk = z.string().meta({ title: 'Kenmerk', examples: ['ZL-2027-0014'] });
const tijdstip = (title: string) =>
  z.string().meta({ title, format: 'date-time', examples: ['2027-01-11T09:30:00.000Z'] });
const datum = (title: string) => z.string().meta({ title, format: 'date', examples: ['2027-01-14'] });
const code = (title: string, voorbeeld: string) => z.string().meta({ title, examples: [voorbeeld] });

/** What the aanmelder hears back. */
export const aanmeldingAntwoordSchema = z
  .object({
    kenmerk,
    fase: z.literal('intake').meta({ title: 'Fase waarin het traject begint' }),
    gestart: z.boolean().meta({
      title: 'Of het traject al loopt',
      description:
        'Bij `false` is de aanmelding bewaard en start het traject vanzelf, meestal binnen een minuut.',
    }),
    ambitieTijdstip: tijdstip('Wanneer duidelijk moet zijn welke aanbieder de vraag oppakt'),
    meldingen: z
      .array(
        z.object({
          veld: z.string().meta({ examples: ['jeugdige.gemeente'] }),
          label: z.string().meta({ examples: ['Gemeente volgens het woonplaatsbeginsel'] }),
          melding: z
            .string()
            .meta({ examples: ['Deze gemeente hoort niet bij de jeugdhulpregio Haaglanden.'] }),
        }),
      )
      .meta({ title: 'Waar de aanmelder op moet letten' }),
    crisis: crisisSchema.optional().meta({
      title: 'Bij een crisis: het Crisis Interventie Team',
      description: 'Staat er alleen als de aanmelding zegt dat er een crisis is.',
    }),
  })
  .meta({ id: 'AanmeldingOntvangen', title: 'Ontvangen aanmelding' });

/** An agreed next step. */
const afspraakSchema = z.object({
  nummer: z.int().meta({ title: 'Nummer', examples: [1] }),
  wie: z.string().meta({
    title: 'Wie',
    description: '`aanmelder`, of de code van een coördinator of een aanbieder.',
    examples: ['aanmelder'],
  }),
  wat: z.enum(afspraakSoorten).meta({ title: 'Wat' }),
  voorDatum: datum('Uiterlijk op'),
  gedaanTijdstip: tijdstip('Wanneer is vastgelegd dat de afspraak is gedaan').nullable(),
});

/** Where a traject stands. */
export const trajectSchema = z
  .object({
    kenmerk,
    spoor: z.enum(sporen).meta({ title: 'Spoor' }),
    fase: z.enum(fases).meta({ title: 'Fase' }),
    versie: z.int().meta({ title: 'Versie', description: 'Telt op bij iedere verandering.', examples: [3] }),
    gemeente: keuzeUit(gemeenteKeuzes).meta({ title: 'Gemeente volgens het woonplaatsbeginsel' }),
    gi: code('Gecertificeerde instelling', 'william-schrikker').nullable(),
    complexiteit: z.enum(complexiteiten).meta({ title: 'Complexiteit' }),
    coordinator: code('Coördinator (code)', 'coordinator-1').nullable(),
    wachtOp: z.enum(wachtOpSoorten).meta({ title: 'Op wie het traject wacht' }),
    wachtSindsTijdstip: tijdstip('Sinds wanneer het traject wacht'),
    wachtreden: z.enum(wachtredenen).nullable().meta({ title: 'Wachtreden' }),
    signalen: z.array(z.enum(signalen)).meta({ title: 'Signalen' }),
    vastgelopen: z
      .array(
        z.object({
          reden: z.enum(wachtSoorten).meta({ title: 'Waarop het traject vastloopt' }),
          uitleg: z.string().meta({ title: 'Uitleg', examples: ['de triage is niet gedaan'] }),
          op: z.enum(wachtOpSoorten).meta({ title: 'Op wie het wacht' }),
          wie: z
            .string()
            .nullable()
            .meta({ title: 'Code van wie het is', examples: ['aanbieder-03'] }),
          sindsTijdstip: tijdstip('Sinds wanneer'),
        }),
      )
      .meta({ title: 'Waarom het traject is vastgelopen' }),
    wachttijd: z
      .object({
        brutoDagen: z.int().meta({ title: 'Hele dagen sinds de aanmelding', examples: [12] }),
        nettoDagen: z.int().meta({
          title: 'Hele dagen zonder opschorting en zonder wachten als keuze',
          examples: [12],
        }),
      })
      .meta({ title: 'Wachttijd tot nu, of tot het einde van het traject' }),
    triageVoorstel: z.enum(triageUitkomsten).nullable().meta({
      title: 'Wat de regels van de triage voorstellen',
      description: 'Alleen voor de coördinator, die zelf beslist. Voor anderen `null`.',
    }),
    triage: z
      .object({
        uitkomst: z.enum(triageUitkomsten).meta({ title: 'Besluit' }),
        afwijkReden: z.enum(afwijkredenen).nullable().meta({
          title: 'Reden om af te wijken',
          description: 'Alleen voor de coördinator. Voor anderen `null`.',
        }),
      })
      .nullable()
      .meta({ title: 'Wat bij de triage is besloten' }),
    elementen: z
      .array(z.enum(wegingElementen))
      .meta({ title: 'Elementen van het afwegingskader die gelden' }),
    weging: z
      .object({
        versie: z.string().meta({ title: 'Versie van het afwegingskader', examples: ['2024-01'] }),
        voorstel: z.enum(wegingBesluiten).meta({ title: 'Voorstel' }),
        besluit: z.enum(wegingBesluiten).meta({ title: 'Besluit' }),
        afwijkReden: z.enum(afwijkredenen).nullable().meta({ title: 'Reden om af te wijken' }),
      })
      .nullable()
      .meta({ title: 'De weging' }),
    opgeschort: z
      .object({ reden: z.enum(opschortredenen), evaluatieDatum: datum('Datum waarop het wordt bekeken') })
      .nullable()
      .meta({ title: 'De opschorting' }),
    wachtkeuze: z
      .object({ reden: z.enum(wachtkeuzeredenen), evaluatieDatum: datum('Datum waarop het wordt bekeken') })
      .nullable()
      .meta({ title: 'Waarom wachten een keuze is' }),
    instemmingen: z
      .array(
        z.object({
          vanAanbieder: z.string().meta({ title: 'Wie het plan voorstelt', examples: ['aanbieder-01'] }),
          aanbieder: z.string().meta({ title: 'Wie meedoet', examples: ['aanbieder-02'] }),
          stand: z.enum(['gevraagd', 'akkoord', 'oneens']).meta({ title: 'Stand' }),
        }),
      )
      .meta({ title: 'Wie instemt met een gezamenlijk plan' }),
    vragen: z
      .array(
        z.object({
          vraagId: z.string().meta({
            title: 'Nummer van de vraag',
            examples: ['0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10'],
          }),
          soorten: z.array(z.enum(informatieSoorten)).meta({ title: 'Soorten informatie' }),
          aanbieder: code(
            'Aanbieder die het vraagt; leeg als het de coördinator is',
            'aanbieder-01',
          ).nullable(),
        }),
      )
      .meta({ title: 'Vragen aan de aanmelder die openstaan' }),
    afspraken: z.array(afspraakSchema).meta({ title: 'Afspraken uit het verslag, open en gedaan' }),
    advies: z.enum(adviesSoorten).nullable().meta({ title: 'Advies van de Experttafel dat wordt gevolgd' }),
    opvolgDatum: datum('Wanneer weer wordt gekeken, of het advies is uitgevoerd').nullable(),
    escalatieniveau: z.int().meta({ title: 'Niveau van de escalatie (0 tot en met 3)' }),
    aanmeldingTijdstip: tijdstip('Wanneer de aanmelding binnenkwam'),
    ambitieTijdstip: tijdstip('Wanneer duidelijk moet zijn welke aanbieder de vraag oppakt'),
    tafelDatum: datum('Datum van de tafelbespreking').nullable(),
    duidelijkheidTijdstip: tijdstip('Wanneer duidelijk werd welke aanbieder de vraag oppakt').nullable(),
    gekozenAanbieders: z
      .array(z.string())
      .meta({ title: 'Gekozen aanbieders', examples: [['aanbieder-01']] }),
    verwachteStartDatum: datum('Verwachte startdatum van de zorg').nullable(),
    evaluatieDatum: datum('Datum waarop het overbruggingsplan wordt bekeken').nullable(),
    eigenaar: z
      .string()
      .nullable()
      .meta({
        title: 'Eigenaar van het overbruggingsplan',
        description: '`aanmelder`, of de code van een coördinator of een aanbieder.',
        examples: ['aanbieder-01'],
      }),
    uitkomst: z.enum(uitkomsten).nullable().meta({ title: 'Uitkomst' }),
    besluiten: z.array(z.string()).meta({
      title: 'Besluiten die u in deze fase kunt nemen',
      examples: [['triage', 'complexiteit', 'wachtreden', 'intrekking']],
    }),
  })
  .meta({ id: 'Traject', title: 'Traject' });

/** That the jeugdige has more than one open traject; only the coördinator is told. */
export const andereKenmerkenSchema = z
  .array(z.string())
  .optional()
  .meta({
    title: 'Andere open trajecten van dezelfde jeugdige',
    description:
      'Alleen voor de coördinator. Een aanmelder mag niet weten dat een ander dezelfde jeugdige heeft aangemeld.',
    examples: [['ZL-2027-0003']],
  });

/** One traject, with what only its own page tells. */
export const trajectMetAndereSchema = trajectSchema
  .extend({ andereKenmerken: andereKenmerkenSchema })
  .meta({ id: 'TrajectMetAndere', title: 'Traject, met andere trajecten van dezelfde jeugdige' });

/** Where an onderzoek stands. */
export const onderzoekSchema = z
  .object({
    onderzoekId: code('Onderzoek', 'onderzoek-ZL-2027-0014-aanbieder-01-r1'),
    kenmerk,
    aanbieder: code('Aanbieder (code)', 'aanbieder-01'),
    ronde: z.int().meta({ title: 'Ronde', examples: [1] }),
    status: z.enum(onderzoekStatussen).meta({ title: 'Status' }),
    versie: z.int().meta({ title: 'Versie', examples: [2] }),
    herinneringen: z.int().meta({ title: 'Aantal herinneringen', examples: [0] }),
    gevraagdTijdstip: tijdstip('Wanneer het onderzoek is gevraagd'),
    antwoordVoorTijdstip: tijdstip('Voor wanneer het antwoord is gevraagd'),
    bevestigdTijdstip: tijdstip('Wanneer de aanbieder het onderzoek bevestigde').nullable(),
    beantwoordTijdstip: tijdstip('Wanneer de aanbieder antwoordde').nullable(),
    antwoord: z
      .object({
        antwoord: z.enum(antwoordSoorten),
        metAanbieders: z.array(z.string()).optional(),
        totDatum: z.string().optional(),
        afwijzingReden: z.string().optional(),
        meerTijdReden: z.string().optional(),
      })
      .nullable()
      .meta({ title: 'Antwoord van de aanbieder' }),
    besluiten: z.array(z.string()).meta({
      title: 'Wat u nu in dit onderzoek kunt melden',
      examples: [['bevestiging', 'nieuws', 'antwoord']],
    }),
  })
  .meta({ id: 'Onderzoek', title: 'Onderzoek' });

/** One text that somebody wrote with a decision. */
export const tekstveldSchema = z
  .object({
    veld: z.string().meta({ title: 'Naam van het veld', examples: ['toelichting'] }),
    label: z.string().meta({ title: 'Naam voor mensen', examples: ['Toelichting bij de triage'] }),
    tekst: z.string().meta({ title: 'De tekst', examples: ['De vraag is duidelijk.'] }),
  })
  .meta({ id: 'Tekstveld', title: 'Vrije tekst bij een besluit' });

/** An onderzoek with what the aanbieder needs to look into it, and what was written in it. */
export const onderzoekMetVerslagSchema = onderzoekSchema
  .extend({
    verslag: z
      .string()
      .nullable()
      .meta({
        title: 'Verslag van de bespreking',
        description:
          'Alleen voor de coördinator en de aanbieder zelf. De aanbieder leest het zolang het onderzoek open is, of zolang die is gekozen, een afspraak heeft of eigenaar is van het overbruggingsplan, tot het traject is afgesloten.',
        examples: ['Besproken is wat al is geprobeerd. Afgesproken is dat u de mogelijkheden onderzoekt.'],
      }),
    geprobeerd: z
      .string()
      .nullable()
      .meta({ title: 'Wat is geprobeerd', examples: ['Een jaar begeleiding thuis.'] }),
    waaromNiet: z
      .string()
      .nullable()
      .meta({ title: 'Waarom dat geen plek gaf', examples: ['Er was geen plaats voor deze leeftijd.'] }),
    afspraken: z
      .array(afspraakSchema)
      .meta({ title: 'Afspraken van dit verslag, en eerdere die nog open zijn' }),
    overbruggingsplan: z
      .string()
      .nullable()
      .meta({
        title: 'Overbruggingsplan',
        description: 'Voor de coördinator, en voor de aanbieder die is gekozen of eigenaar is van het plan.',
        examples: ['Tot de start twee keer per week begeleiding thuis.'],
      }),
    toelichtingen: z
      .array(
        z.object({
          tijdstip: tijdstip('Wanneer het gebeurde'),
          soort: z.string().meta({ title: 'Soort gebeurtenis', examples: ['onderzoek-nieuws'] }),
          tekstvelden: z.array(tekstveldSchema),
        }),
      )
      .meta({
        title: 'Wat er in dit onderzoek is geschreven',
        description: 'Het oudste eerst. Alleen voor de coördinator en de aanbieder zelf.',
      }),
  })
  .meta({ id: 'OnderzoekMetVerslag', title: 'Onderzoek met verslag' });

/** One line of the story. */
export const gebeurtenisSchema = z
  .object({
    tijdstip: tijdstip('Wanneer het gebeurde'),
    soort: z.string().meta({ title: 'Soort gebeurtenis', examples: ['tafeldatum'] }),
    tekst: z.string().meta({
      title: 'Wat er gebeurde',
      examples: ['De tafelbespreking is gepland op donderdag 14 januari 2027.'],
    }),
    wie: code('Wie het deed (code), of systeem', 'coordinator-1'),
    rol: code('Rol van wie het deed, of systeem', 'coordinator'),
    tekstvelden: z.array(tekstveldSchema).meta({
      title: 'Wat erbij is geschreven',
      description:
        'De coördinator leest alles, de aanmelder het verslag, het overbruggingsplan, de uitleg bij de triage en de eigen tekst, de manager niets.',
    }),
  })
  .meta({ id: 'Gebeurtenis', title: 'Gebeurtenis' });

/** One e-mail of the register. */
export const berichtSchema = z
  .object({
    soort: z.string().meta({ title: 'Soort e-mail', examples: ['tafeldatum-gepland'] }),
    geadresseerde: code('Voor wie (code)', 'aanmelder'),
    status: z.enum(berichtStatussen).meta({
      title: 'Status',
      description:
        '`klaar`: wordt nog verstuurd. `onbekend`: de verbinding brak af en de e-mail gaat opnieuw uit. `mislukt`: de mailserver weigerde de e-mail, of hij kwam niet aan zolang een antwoord nog kon; iemand moet kijken.',
    }),
    pogingen: z.int().meta({ title: 'Aantal pogingen' }),
    onzekerePogingen: z.int().meta({ title: 'Aantal keren dat de e-mail misschien dubbel aankwam' }),
    klaarTijdstip: tijdstip('Wanneer de e-mail klaarstond'),
    verzondenTijdstip: tijdstip('Wanneer de e-mail is verzonden').nullable(),
    smtpCode: z
      .int()
      .nullable()
      .meta({ title: 'Code van de mailserver', examples: [550] }),
  })
  .meta({ id: 'Bericht', title: 'E-mail in het register' });

/** One e-mail of the register, in a list over all trajecten. */
export const berichtMetKenmerkSchema = berichtSchema
  .extend({ kenmerk })
  .meta({ id: 'BerichtMetKenmerk', title: 'E-mail in het register, met het kenmerk van het traject' });

/** A list that the Temporal UI shows. */
export const viewSchema = z
  .object({
    naam: z.string().meta({ title: 'Naam', examples: ['Vastgelopen: de triage is niet gedaan'] }),
    query: z.string().meta({
      title: 'Zoekvraag',
      description: 'Wat Temporal zoekt; plak dit in het zoekveld van het scherm Workflows.',
      examples: ["ExecutionStatus='Running' AND WorkflowType='traject' AND Vastgelopen='triage'"],
    }),
    url: z
      .string()
      .optional()
      .meta({
        title: 'Link',
        description: 'De link naar Temporal. Ontbreekt als deze omgeving niet weet waar Temporal te zien is.',
        examples: ['https://temporal.example/namespaces/default/workflows?query=Fase%3D%27intake%27'],
      }),
  })
  .meta({ id: 'View', title: 'View' });

/** An aanbieder. */
export const aanbiederSchema = z
  .object({
    code: code('Code', 'aanbieder-01'),
    naam: z.string().meta({ title: 'Naam', examples: ['Voorbeeldhuis de Berk'] }),
    sectoren: z.array(z.string()).meta({ title: 'Sectoren', examples: [['jeugdhulp']] }),
    tafellid: z.boolean().meta({ title: 'Of de aanbieder vandaag aan tafel zit' }),
    capaciteit: z.array(capaciteitSchema).meta({
      title: 'Capaciteit per sector',
      description: 'Een sector waarover nog niets is gemeld, staat er niet bij.',
    }),
  })
  .meta({ id: 'Aanbieder', title: 'Aanbieder' });

/** A decision that is stored and not yet taken. */
export const bewaardSchema = z
  .object({
    invoerId: z.string().meta({ title: 'Nummer van dit besluit', format: 'uuid' }),
    status: z.literal('bewaard'),
    melding: z.string().meta({ examples: ['Uw besluit is bewaard en wordt binnen een minuut verwerkt.'] }),
    crisis: bijCrisisSchema,
  })
  .meta({ id: 'BesluitBewaard', title: 'Bewaard besluit' });

/** What became of a decision. */
export const invoerSchema = z
  .object({
    invoerId: z.string().meta({ title: 'Nummer van dit besluit', format: 'uuid' }),
    soort: code('Soort besluit', 'triage'),
    kenmerk,
    onderzoekId: code('Onderzoek', 'onderzoek-ZL-2027-0014-aanbieder-01-r1').nullable(),
    ingediendTijdstip: tijdstip('Wanneer het besluit is ingediend'),
    status: z.enum(['bewaard', 'verwerkt', 'geweigerd']).meta({ title: 'Status' }),
    antwoord: z
      .record(z.string(), z.unknown())
      .nullable()
      .meta({
        title: 'Het antwoord op een verwerkt besluit',
        examples: [{ kenmerk: 'ZL-2027-0014', fase: 'voorbereiding', versie: 2 }],
      }),
    weigering: z
      .object({ code: z.string(), uitleg: z.string(), toegestaan: z.array(z.string()) })
      .nullable()
      .meta({ title: 'Waarom een besluit is geweigerd' }),
    crisis: bijCrisisSchema,
  })
  .meta({ id: 'Invoer', title: 'Ingediend besluit' });

/** Where a traject stands after a decision. */
export const trajectBesluitAntwoordSchema = z
  .object({
    kenmerk,
    versie: z.int().meta({ title: 'Versie', examples: [2] }),
    spoor: z.enum(sporen),
    fase: z.enum(fases).meta({ title: 'Fase na dit besluit' }),
    wachtOp: z.enum(wachtOpSoorten).meta({ title: 'Op wie het traject nu wacht' }),
    complexiteit: z.enum(complexiteiten),
    escalatieniveau: z.int(),
    ambitieTijdstip: tijdstip('Wanneer duidelijk moet zijn welke aanbieder de vraag oppakt'),
    onderzoeken: z
      .array(z.string())
      .meta({ title: 'Onderzoeken', examples: [['onderzoek-ZL-2027-0014-aanbieder-01-r1']] }),
    uitkomst: z.enum(uitkomsten).optional().meta({ title: 'Uitkomst' }),
    crisis: bijCrisisSchema,
  })
  .meta({ id: 'TrajectNaBesluit', title: 'Traject na een besluit' });

/** Where an onderzoek stands after a decision. */
export const onderzoekBesluitAntwoordSchema = z
  .object({
    onderzoekId: code('Onderzoek', 'onderzoek-ZL-2027-0014-aanbieder-01-r1'),
    kenmerk,
    status: z.enum(onderzoekStatussen).meta({ title: 'Status na dit besluit' }),
    versie: z.int().meta({ title: 'Versie', examples: [2] }),
  })
  .meta({ id: 'OnderzoekNaBesluit', title: 'Onderzoek na een besluit' });

/** One page of a list; its items stand under the name of what they are. */
export function pagina<N extends string, S extends z.ZodType>(naam: N, item: S, titel: string) {
  return z
    .object({
      [naam]: z.array(item),
      volgende: z.string().nullable().meta({
        title: 'Cursor van de volgende pagina',
        description: 'Geef deze waarde mee als `cursor`. `null`: dit is de laatste pagina.',
      }),
    } as Record<N, z.ZodArray<S>> & { volgende: z.ZodNullable<z.ZodString> })
    .meta({ title: titel });
}
