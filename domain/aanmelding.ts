/**
 * The aanmelding, after the landelijk aanmeldformulier as far as the sources tell (halfjaarverslag-zorglogistiek-2025,
 * "wat doet de Zorglogistiek"). The labels, descriptions and examples in here are the ones that the API document,
 * the error messages and the forms show.
 */
import { z } from 'zod';
import {
  complexiteitLabels,
  type GiCode,
  gecertificeerdeInstellingen,
  informatieStanden,
  kanalen,
  maatregelen,
  organisatieSoorten,
  sectoren,
  spoorLabels,
  verblijfplaatsen,
  verblijfSoorten,
} from './aanmeldingCodes.ts';
import { emailSchema, telefoonSchema } from './bereikbaarheid.ts';
import { isBsn } from './bsn.ts';
import { datumSchema, type Spoor } from './codes.ts';
import { gemeenteKeuzes, gemeenteSchema } from './gemeenten.ts';
import { keuzesInWoorden, keuzeUit } from './keuzelijst.ts';
import { regel, verhaal } from './tekst.ts';

const aanmelderSchema = z
  .strictObject({
    organisatieSoort: keuzeUit(organisatieSoorten).meta({
      title: 'Soort organisatie',
      description: `Het soort organisatie dat aanmeldt. ${keuzesInWoorden(organisatieSoorten)}`,
      examples: ['jeugdteam'],
    }),
    organisatie: regel(200).meta({
      title: 'Organisatie',
      description: 'De naam van de organisatie van de aanmelder.',
      examples: ['Jeugdteam Voorbeeldwijk'],
    }),
    naam: regel(200).meta({
      title: 'Naam van de aanmelder',
      description: 'De voornaam en achternaam van de aanmelder.',
      examples: ['Robin Voorbeeld'],
    }),
    email: emailSchema.meta({
      title: 'E-mailadres van de aanmelder',
      description: 'Het adres waarop de aanmelder bericht krijgt over het traject.',
      examples: ['robin@jeugdteam.example'],
    }),
    telefoon: telefoonSchema.meta({
      title: 'Telefoonnummer van de aanmelder',
      description: 'Het Nederlandse telefoonnummer waarop de aanmelder overdag te bereiken is.',
      examples: ['070 000 01 01'],
    }),
  })
  .meta({ title: 'Aanmelder', description: 'Wie de jeugdige aanmeldt.' });

/** Runs a rule over more fields as soon as there is an object, so that all that is wrong is told at once. */
const ookBijAndereFouten = {
  when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null,
};

const jeugdigeSchema = z
  .strictObject({
    naam: regel(200).meta({
      title: 'Naam van de jeugdige',
      description: 'De voornaam en achternaam van de jeugdige.',
      examples: ['Sam Testpersoon'],
    }),
    geboorteDatum: datumSchema.meta({
      title: 'Geboortedatum',
      description:
        'De geboortedatum van de jeugdige (jjjj-mm-dd). Zorglogistiek helpt jeugdigen tot 18 jaar.',
      examples: ['2012-04-23'],
    }),
    bsn: z
      .string()
      .refine(
        isBsn,
        'Dit is geen geldig BSN. Vul alle negen cijfers in, zonder punten of spaties, en kijk ze na op een tikfout.',
      )
      .meta({
        title: 'BSN',
        description: 'Het burgerservicenummer van de jeugdige: negen cijfers, zonder punten of spaties.',
        examples: ['999990019'],
      }),
    gemeente: gemeenteSchema.meta({
      title: 'Gemeente volgens het woonplaatsbeginsel',
      description: `De gemeente die verantwoordelijk is voor de hulp: waar de jeugdige stond ingeschreven vlak voor het verblijf begon. ${keuzesInWoorden(gemeenteKeuzes)}`,
      examples: ['den-haag'],
    }),
    gemeenteNaam: regel(80)
      .optional()
      .meta({
        title: 'Naam van de gemeente buiten Haaglanden',
        description: 'Alleen bij `buiten-haaglanden`: de naam van de gemeente.',
        examples: ['Rotterdam'],
      }),
    verblijfplaats: keuzeUit(verblijfplaatsen).meta({
      title: 'Waar de jeugdige nu woont',
      description: `Waar de jeugdige woont op het moment van aanmelden. ${keuzesInWoorden(verblijfplaatsen)}`,
      examples: ['thuis'],
    }),
    maatregel: keuzeUit(maatregelen).meta({
      title: 'Wettelijke maatregel',
      description: `De maatregel die de rechter heeft opgelegd. ${keuzesInWoorden(maatregelen)}`,
      examples: ['ots'],
    }),
    gi: keuzeUit(gecertificeerdeInstellingen)
      .optional()
      .meta({
        title: 'Gecertificeerde instelling',
        description: `De gecertificeerde instelling (GI) die de maatregel uitvoert; verplicht bij een maatregel. ${keuzesInWoorden(gecertificeerdeInstellingen)}`,
        examples: ['william-schrikker'],
      }),
  })
  .refine((jeugdige) => jeugdige.gemeente !== 'buiten-haaglanden' || jeugdige.gemeenteNaam !== undefined, {
    path: ['gemeenteNaam'],
    error: 'Vul de naam van de gemeente in, want u koos voor een gemeente buiten Haaglanden.',
    ...ookBijAndereFouten,
  })
  .refine((jeugdige) => jeugdige.gemeente === 'buiten-haaglanden' || jeugdige.gemeenteNaam === undefined, {
    path: ['gemeenteNaam'],
    error: 'Laat dit veld weg, of kies bij gemeente voor buiten-haaglanden.',
    ...ookBijAndereFouten,
  })
  .refine(
    (jeugdige) =>
      !['ots', 'voogdij', 'jeugdreclassering'].includes(jeugdige.maatregel) || jeugdige.gi !== undefined,
    {
      path: ['gi'],
      error: 'Kies de gecertificeerde instelling die de maatregel uitvoert.',
      ...ookBijAndereFouten,
    },
  )
  .meta({ title: 'Jeugdige', description: 'Het kind of de jongere voor wie een plek wordt gezocht.' });

const vraagSchema = z
  .strictObject({
    verblijfSoort: keuzeUit(verblijfSoorten).meta({
      title: 'Soort verblijf',
      description: `Het soort plek dat wordt gezocht. Zorglogistiek zoekt een behandelgroep of een woongroep. ${keuzesInWoorden(verblijfSoorten)}`,
      examples: ['behandelgroep'],
    }),
    sector: keuzeUit(sectoren).meta({
      title: 'Sector',
      description: `De sector waarin de plek wordt gezocht. ${keuzesInWoorden(sectoren)}`,
      examples: ['jeugdhulp'],
    }),
    plek: verhaal().meta({
      title: 'Hoe de plek eruit moet zien',
      description: 'Wat de jeugdige nodig heeft en hoe de plek er daarom uit moet zien.',
      examples: ['Een kleine groep met vaste begeleiders en een eigen kamer.'],
    }),
    geprobeerd: verhaal().meta({
      title: 'Wat al is geprobeerd',
      description: 'Welke hulp en welke plekken al zijn geprobeerd.',
      examples: ['Een jaar begeleiding thuis en twee keer logeren in het weekend.'],
    }),
    waaromGeenPlek: verhaal().meta({
      title: 'Waarom dat geen plek gaf',
      description: 'Waarom dat niet leidde tot een plek.',
      examples: ['De groepen die wij vroegen hadden geen plaats voor deze leeftijd.'],
    }),
    gevraagdeAanbieders: z
      .array(regel(200))
      .max(50)
      .meta({
        title: 'Aanbieders die al zijn gevraagd',
        description: 'De namen van de aanbieders die de aanmelder al vroeg. Een lege lijst mag.',
        examples: [['Stichting De Voorbeeldhoeve'], []],
      }),
    perspectief: verhaal().meta({
      title: 'Perspectief',
      description: 'Waar de jeugdige op de lange termijn naartoe werkt.',
      examples: ['Over een jaar weer bij oma wonen en naar school in de buurt.'],
    }),
    stemJeugdige: verhaal().meta({
      title: 'De stem van de jeugdige',
      description: 'Wat de jeugdige zelf wil, in eigen woorden.',
      examples: ['Ik wil een plek waar ik kan blijven en waar mijn fiets mee mag.'],
    }),
    intelligentieOnderzoek: keuzeUit(informatieStanden)
      .optional()
      .meta({
        title: 'Onderzoek naar de intelligentie',
        description: `Of de uitkomst van een onderzoek naar de intelligentie bekend is. Zonder dit veld vraagt de coördinator ernaar. ${keuzesInWoorden(informatieStanden)}`,
        examples: ['bekend'],
      }),
    sociaalEmotioneelOnderzoek: keuzeUit(informatieStanden)
      .optional()
      .meta({
        title: 'Onderzoek naar de sociaal-emotionele ontwikkeling',
        description: `Of de uitkomst van een onderzoek naar de sociaal-emotionele ontwikkeling bekend is. Zonder dit veld vraagt de coördinator ernaar. ${keuzesInWoorden(informatieStanden)}`,
        examples: ['loopt'],
      }),
  })
  .meta({ title: 'Vraag', description: 'De plek die wordt gezocht en wat al is geprobeerd.' });

const risicotaxatieSchema = z
  .strictObject({
    onveiligheid: z.boolean().meta({
      title: 'Onveiligheid',
      description: 'Of de jeugdige nu in een onveilige situatie is.',
      examples: [true],
    }),
    gevalideerd: z.boolean().meta({
      title: 'Gevalideerde risicotaxatie',
      description: 'Of dat is vastgesteld met een gevalideerde risicotaxatie.',
      examples: [true],
    }),
    instrument: regel(200)
      .optional()
      .meta({
        title: 'Instrument van de risicotaxatie',
        description: 'De naam van het instrument; verplicht bij een gevalideerde risicotaxatie.',
        examples: ['ARIJ'],
      }),
  })
  .refine((risico) => risico.gevalideerd !== true || risico.instrument !== undefined, {
    path: ['instrument'],
    error: 'Vul in met welk instrument de risicotaxatie is gedaan.',
    ...ookBijAndereFouten,
  })
  .meta({
    title: 'Risicotaxatie',
    description: 'Wat bekend is over de veiligheid van de jeugdige.',
  });

/** The aanmelding as an aanmelder sends it; unknown fields are refused. Needs {@link toetsAanmelding} for its dates. */
export const aanmeldingSchema = z
  .strictObject({
    kanaal: keuzeUit(kanalen).meta({
      title: 'Kanaal',
      description: `Hoe de aanmelding binnenkwam. ${keuzesInWoorden(kanalen)}`,
      examples: ['website'],
    }),
    spoor: keuzeUit(spoorLabels)
      .optional()
      .meta({
        title: 'Team',
        description: `Bij welk team van het Expertiseteam Complexe Zorg u aanmeldt. Weet u het niet? Laat dit veld dan weg: Zorglogistiek kijkt welk team u het best helpt. ${keuzesInWoorden(spoorLabels)}`,
        examples: ['zorglogistiek'],
      }),
    aanmelder: aanmelderSchema,
    jeugdige: jeugdigeSchema,
    vraag: vraagSchema,
    complexiteit: keuzeUit(complexiteitLabels).meta({
      title: 'Complexiteit',
      description: `Hoe ingewikkeld de vraag is. Bij een gewone vraag is binnen twee weken duidelijk welke aanbieder ermee aan de slag gaat, bij een zeer complexe vraag binnen vier weken. ${keuzesInWoorden(complexiteitLabels)}`,
      examples: ['gewoon'],
    }),
    risicotaxatie: risicotaxatieSchema,
    crisis: z
      .boolean()
      .optional()
      .meta({
        title: 'Crisis',
        description:
          'Of het nu een crisis is. Wacht dan niet op Zorglogistiek, maar bel meteen het Crisis Interventie Team (CIT): dat is dag en nacht bereikbaar. Zonder dit veld is er geen crisis.',
        examples: [false],
      }),
  })
  .meta({ title: 'Aanmelding', description: 'De aanmelding van een jeugdige bij Zorglogistiek.' });

export type Aanmelding = z.infer<typeof aanmeldingSchema>;

/** What the workflow of a traject may know of its aanmelding: codes only, no name, date, number or free text. */
export interface TrajectCodes {
  gemeente: Aanmelding['jeugdige']['gemeente'];
  gi?: GiCode;
  maatregel: Aanmelding['jeugdige']['maatregel'];
  verblijfplaats: Aanmelding['jeugdige']['verblijfplaats'];
  organisatieSoort: Aanmelding['aanmelder']['organisatieSoort'];
  sector: Aanmelding['vraag']['sector'];
  complexiteit: Aanmelding['complexiteit'];
  kanaal: Aanmelding['kanaal'];
  /** The team that was asked; absent when the aanmelder named none. */
  spoor?: Spoor;
  crisis: boolean;
  /** Whether a gevalideerde risicotaxatie says that the jeugdige is not safe now; the rest of the risicotaxatie stays behind. */
  onveiligheidGevalideerd: boolean;
}

/** The spoor that an aanmelding comes in on: the team that was asked, or Zorglogistiek (ontwerp, "Spoor"). */
export function eersteSpoor({ spoor = 'zorglogistiek' }: Pick<Aanmelding, 'spoor'>): Spoor {
  return spoor;
}

/** The codes of an aanmelding that travel through workflow history (ontwerp, "History holds codes and pseudonyms only"). */
export function trajectCodes(aanmelding: Aanmelding): TrajectCodes {
  const { aanmelder, jeugdige, vraag, complexiteit, kanaal, spoor, risicotaxatie, crisis } = aanmelding;
  return {
    gemeente: jeugdige.gemeente,
    ...(jeugdige.gi && { gi: jeugdige.gi }),
    maatregel: jeugdige.maatregel,
    verblijfplaats: jeugdige.verblijfplaats,
    organisatieSoort: aanmelder.organisatieSoort,
    sector: vraag.sector,
    complexiteit,
    kanaal,
    ...(spoor && { spoor }),
    crisis: crisis ?? false,
    onveiligheidGevalideerd: risicotaxatie.onveiligheid && risicotaxatie.gevalideerd,
  };
}
