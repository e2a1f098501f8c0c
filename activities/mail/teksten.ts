/**
 * What every e-mail says: Dutch (B1), who does what and by when. A text is made from codes, dates and moments that are
 * checked one by one, so that a name, a number of a person or free text cannot end up in it.
 */
import { z } from 'zod';
import { dag } from '../../domain/beleid.ts';
import { type BerichtSoort, berichtSoorten } from '../../domain/berichten.ts';
import { type AntwoordSoort, antwoordSoorten, codeSchema, datumSchema } from '../../domain/codes.ts';
import { kenmerkSchema } from '../../domain/kenmerk.ts';
import { type VervalReden, vervalRedenSchema } from '../../domain/onderzoek.ts';
import {
  leesTafelId,
  type TafelPlaats,
  type TafelVervalreden,
  tafelPlaatsen,
  tafelVervalredenen,
  tijdSchema,
} from '../../domain/tafelCodes.ts';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import {
  aanbiederlijst,
  aanbieders,
  aantal,
  antwoordTermijn,
  bekijkTraject,
  bericht,
  hetCit,
  type Lezer,
  type MaakTekst,
  moment,
  type Omstandigheid,
  onderzoek,
  onderzoekStappen,
  opsomming,
  overVragen,
  type Tekst,
  voor,
  vragenVorm,
} from './teksten/bouwstenen.ts';
import { doorbraakTeksten } from './teksten/doorbraak.ts';
import { intakeTeksten } from './teksten/intake.ts';
import { normTeksten } from './teksten/normen.ts';
import { rapportTeksten } from './teksten/rapport.ts';
import { uitvraagTeksten } from './teksten/uitvraag.ts';
import { verloopTeksten } from './teksten/verloop.ts';
import { verslagTeksten } from './teksten/verslag.ts';
import { redenVanVerval, vervalPerMail } from './teksten/verval.ts';

export type { Lezer, Tekst } from './teksten/bouwstenen.ts';

/** How long ago a moment was, in whole days; nothing within the first day. */
function sinds(vanaf: number, tijdstip: number): string {
  const dagen = Math.floor((tijdstip - vanaf) / dag);
  if (dagen < 1) return '';
  return dagen === 1 ? ' Dat was gisteren.' : ` Dat is ${dagen} dagen geleden.`;
}

const antwoordInWoorden: Record<AntwoordSoort, { wat: string; daarna: string }> = {
  aanbod: {
    wat: 'een aanbod',
    daarna: 'Bekijk het aanbod en leg de keuze vast als dit de aanbieder wordt.',
  },
  samenwerking: {
    wat: 'een aanbod samen met andere aanbieders',
    daarna: 'Bekijk het aanbod en leg de keuze vast als dit de oplossing wordt.',
  },
  maatwerk: {
    wat: 'maatwerk',
    daarna: 'Bekijk het voorstel en leg de keuze vast als dit de oplossing wordt.',
  },
  wachtlijst: {
    wat: 'een plek na een wachtlijst',
    daarna: 'Bekijk tot wanneer de wachtlijst duurt en of er een overbruggingsplan nodig is.',
  },
  afwijzing: {
    wat: 'geen aanbod',
    daarna:
      'Bekijk de reden en wie nog niet heeft geantwoord. Is niemand meer aan zet, plan dan een nieuwe bespreking.',
  },
  'meer-tijd': {
    wat: 'meer tijd nodig',
    daarna: 'Bekijk tot wanneer en waarom, en neem contact op als dat te lang duurt.',
  },
};

/** What a late answer met, and what the coördinator does when it is an aanbod; `weet`: the aanbieder was mailed that it is not needed. */
interface Vervallen {
  met: string;
  bijAanbod: (weet: boolean) => string;
}
const aanbiederWeet = (weet: boolean) => (weet ? ' De aanbieder weet dat het aanbod niet nodig is.' : '');
const metHetEinde: Vervallen = {
  met: 'het einde van het traject',
  bijAanbod: (weet) => `Er verandert niets meer.${aanbiederWeet(weet)}`,
};

/** A late answer by the reason why its onderzoek lapsed. */
const naHetVervallen: Readonly<Record<VervalReden, Vervallen>> = {
  'andere-aanbieder': {
    met: 'de keuze van een andere aanbieder',
    bijAanbod: (weet) =>
      weet
        ? `Het telt wel mee. Past het beter, leg dan een nieuwe keuze vast. Anders hoeft u niets te doen.${aanbiederWeet(weet)}`
        : `Het telt wel mee. ${antwoordInWoorden.aanbod.daarna}`,
  },
  gekozen: {
    met: 'de keuze van deze aanbieder',
    bijAanbod: () => 'Bekijk of het antwoord past bij die keuze, en neem anders contact op.',
  },
  opgeschort: {
    met: 'het opschorten van het traject',
    bijAanbod: () => 'Het telt mee. Na het hervatten vragen wij deze aanbieder niet opnieuw.',
  },
  vervangen: {
    met: 'het bericht dat de vraag opnieuw wordt besproken',
    bijAanbod: () =>
      'Het ging over de vraag van daarvóór: er kan geen keuze op rusten. Past het nog, vraag deze aanbieder dan opnieuw.',
  },
  'ander-team': {
    met: 'de overgang naar een ander team',
    bijAanbod: (weet) => `Bespreek met dat team of het antwoord nog van belang is.${aanbiederWeet(weet)}`,
  },
  ingetrokken: metHetEinde,
  crisis: metHetEinde,
  overgedragen: metHetEinde,
  afgesloten: metHetEinde,
};

/** What the coördinator does with an answer that came while the onderzoek lapsed. */
function naLaatAntwoord(antwoord: AntwoordSoort, reden: VervalReden, weet: boolean): string {
  const { met, bijAanbod } = naHetVervallen[reden];
  const bijAfwijzing =
    reden === 'gekozen'
      ? 'De gekozen aanbieder wijst af: bel vandaag.'
      : 'Er verandert niets; u hoeft niets te doen.';
  return `Het antwoord kwam tegelijk met ${met}. ${antwoord === 'afwijzing' ? bijAfwijzing : bijAanbod(weet)}`;
}

const watTeLaatVraagt: Record<1 | 2 | 3, string> = {
  1: 'De coördinator legt nu de wachtreden vast; zonder wachtreden kan er geen nieuwe bespreking worden gepland. De voorzitter bekijkt met de coördinator wat er nodig is om alsnog duidelijkheid te krijgen.',
  2: 'De manager bekijkt met de coördinator waardoor het traject stilstaat, en haalt weg wat in de weg zit.',
  3: 'De coördinator, de voorzitter en de manager spreken deze week af wie wat doet. Zijn er nog aanbieders bezig, dan gaat het traject vanzelf terug naar de tafel.',
};

/** What the aanmelder hears when its aanmelding is discussed at a table again: why, and what follows. */
function opnieuwAanTafel(
  kenmerk: string,
  { tafelDatum, reden }: { tafelDatum?: string | undefined; reden?: string | undefined },
): Tekst {
  return {
    kop: 'Wij bespreken uw vraag opnieuw',
    alineas: [
      reden
        ? `Voor ${kenmerk} hebben alle aanbieders geantwoord. Geen van hen kan nu een plek bieden. Wij zoeken verder en bespreken de vraag opnieuw.`
        : `Voor ${kenmerk} is nog niet duidelijk welke aanbieder de vraag oppakt. Dat duurt langer dan wij willen. Daarom bespreken wij de vraag opnieuw.`,
      tafelDatum
        ? `De bespreking staat gepland op ${leesbareDatum(tafelDatum)}.`
        : 'De coördinator plant een datum, of legt de vraag direct voor aan aanbieders. U krijgt daarover een e-mail. U hoeft nu niets te doen.',
    ],
    actie: bekijkTraject(kenmerk),
  };
}

/** What who reads that care has started still has to know. */
function naZorgstart(lezer: Lezer): string {
  switch (lezer) {
    case 'aanmelder':
      return 'U hoeft niets meer te doen. Is er later weer een plek nodig, dan kunt u opnieuw aanmelden.';
    case 'aanbieder':
      // It was told before that the keuze had lapsed.
      return 'De keuze voor uw organisatie was vervallen, maar geldt dus toch. U hoeft niets meer te doen.';
    default:
      return 'U hoeft niets meer te doen.';
  }
}

const planVorm = {
  evaluatieDatum: datumSchema.optional(),
  /** The reader owns the overbruggingsplan. */
  eigenaar: z.literal(1).optional(),
};

/** What who is chosen, and the aanmelder, hear of the plan for the time until care starts. */
function overPlan({ evaluatieDatum, eigenaar }: z.output<z.ZodObject<typeof planVorm>>): string[] {
  return [
    ...(evaluatieDatum
      ? [
          `Tot de zorg start is er een overbruggingsplan. Lees het met de link hieronder. Op ${leesbareDatum(evaluatieDatum)} wordt bekeken of het nog voldoet.${eigenaar ? ' U en de coördinator krijgen die dag een herinnering.' : ''}`,
        ]
      : []),
    ...(eigenaar
      ? [
          'U bent de eigenaar van het overbruggingsplan: u let erop dat gebeurt wat erin staat. Klopt er iets niet, of lukt het niet? Laat dat dan direct weten aan de coördinator.',
        ]
      : []),
  ];
}

const tafelVorm = {
  beginTijd: tijdSchema,
  plaats: z.enum(Object.keys(tafelPlaatsen) as TafelPlaats[]),
  volgnummer: z.number().int().min(0),
};
/** The code of an aanmelder as a guest: it holds a kenmerk, so it is no codeSchema. */
const gastSchema = z.string().regex(/^aanmelder-van-[A-Z]{2}(-\d+)+$/);
const tafelVervalredenCodes = Object.keys(tafelVervalredenen) as TafelVervalreden[];
const tafelDag = (tafel: string) => leesbareDatum(leesTafelId(tafel) ?? '');
const waarEnWanneer = (tafel: string, { beginTijd, plaats }: { beginTijd: string; plaats: TafelPlaats }) =>
  `De tafel begint op ${tafelDag(tafel)} om ${beginTijd} uur. Plaats: ${tafelPlaatsen[plaats]}.`;
const bekijkTafel = (tafel: string) => `Bekijk de tafel van ${tafelDag(tafel)}`;
/** The link of a guest: of an aanmelder it leads to the own aanmelding. */
const bekijkAlsGast = (tafel: string, lezer: Lezer) =>
  lezer === 'aanmelder' ? 'Bekijk uw aanmelding' : bekijkTafel(tafel);
/** What this guest of a table reads: an aanmelder, somebody of the team, or else somebody of an aanbieder. */
const naarLezer = (lezer: Lezer, teksten: Record<'aanmelder' | 'team' | 'aanbieder', string>) =>
  teksten[lezer === 'aanmelder' || lezer === 'team' ? lezer : 'aanbieder'];

const teksten: Record<BerichtSoort, MaakTekst> = {
  ...intakeTeksten,
  ...verloopTeksten,
  ...verslagTeksten,
  ...normTeksten,
  ...rapportTeksten,
  ...uitvraagTeksten,
  ...doorbraakTeksten,
  'ontvangst-aanmelding': bericht({ ambitie: moment }, ({ ambitie }, omstandigheid) => ({
    kop: 'Uw aanmelding is ontvangen',
    alineas: [
      `Wij hebben uw aanmelding ontvangen. Het kenmerk is ${omstandigheid.kenmerk}. Noem dit kenmerk als u contact met ons opneemt.`,
      'Een coördinator bekijkt de aanmelding. U krijgt een e-mail zodra bekend is hoe het verder gaat. U hoeft nu niets te doen.',
      `Wij willen dat duidelijk is welke aanbieder de vraag oppakt ${voor(ambitie)}.`,
      `Is het een crisis? Wacht dan niet op ons, maar bel ${hetCit(omstandigheid)}. Dat is dag en nacht bereikbaar.`,
    ],
    actie: bekijkTraject(omstandigheid.kenmerk),
  })),
  'nieuwe-aanmelding': bericht(
    { ambitie: moment, andereKenmerken: z.array(kenmerkSchema).optional() },
    ({ ambitie, andereKenmerken = [] }, { kenmerk }) => ({
      kop: 'Nieuwe aanmelding: doe de triage',
      alineas: [
        `Er is een nieuwe aanmelding met kenmerk ${kenmerk}. Zij wacht op de triage door een coördinator.`,
        ...(andereKenmerken.length > 0
          ? [
              `Let op: voor deze jeugdige loopt al een traject: ${andereKenmerken.join(', ')}. Kijk of het om dezelfde vraag gaat. Vertel de aanmelder niet dat een ander deze jeugdige heeft aangemeld.`,
            ]
          : []),
        `Het moet duidelijk zijn welke aanbieder de vraag oppakt ${voor(ambitie)}.`,
      ],
      actie: `Doe de triage van ${kenmerk}`,
    }),
  ),
  'naar-bespreking': bericht({}, (_, { kenmerk }) => ({
    kop: 'Uw aanmelding gaat naar de bespreking',
    alineas: [
      `De coördinator heeft aanmelding ${kenmerk} bekeken. Wij bespreken de vraag aan de tafel, samen met aanbieders.`,
      'De coördinator plant nu een datum. U krijgt daarover een e-mail. U bent zelf bij de bespreking aanwezig.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'tafeldatum-gepland': bericht({ tafelDatum: datumSchema }, ({ tafelDatum }, { kenmerk }) => ({
    kop: 'De datum van de bespreking is bekend',
    alineas: [
      `De bespreking van ${kenmerk} is op ${leesbareDatum(tafelDatum)}.`,
      'Wilt u ervoor zorgen dat u daarbij aanwezig bent? Kunt u niet, laat dat dan zo snel mogelijk weten aan de coördinator.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'onderzoek-gevraagd': bericht(
    { onderzoek, antwoordVoor: moment },
    ({ onderzoek: id, antwoordVoor }, { kenmerk, tijdstip }) => ({
      kop: 'Wilt u onderzoeken of u een aanbod kunt doen?',
      alineas: [
        `Er is afgesproken dat u voor ${kenmerk} onderzoekt of u een aanbod kunt doen, alleen of samen met anderen. Dit vragen wij van u:`,
      ],
      stappen: [...onderzoekStappen, antwoordTermijn(antwoordVoor, tijdstip)],
      actie: `Bevestig het onderzoek voor ${kenmerk}`,
      onderzoek: id,
    }),
  ),
  'onderzoek-herinnering': bericht(
    { onderzoek, nummer: aantal, antwoordVoor: moment },
    ({ onderzoek: id, nummer, antwoordVoor }, { kenmerk, tijdstip }) => ({
      kop: `Herinnering ${nummer}: hoe staat het met uw onderzoek?`,
      alineas: [
        `Wij wachten op een bericht van u over het onderzoek voor ${kenmerk}. Laat vandaag weten hoe het staat, ook als u nog geen antwoord heeft.`,
        antwoordTermijn(antwoordVoor, tijdstip),
      ],
      actie: `Reageer op het onderzoek voor ${kenmerk}`,
      onderzoek: id,
    }),
  ),
  'onderzoek-escalatie': bericht(
    { onderzoek, nummer: aantal, antwoordVoor: moment },
    ({ onderzoek: id, antwoordVoor }, { kenmerk, tijdstip }) => ({
      kop: 'Uw organisatie reageert niet op een onderzoek',
      alineas: [
        `Uw organisatie onderzoekt of zij voor ${kenmerk} een aanbod kan doen. Op onze herinneringen kregen wij geen reactie.`,
        'Wilt u ervoor zorgen dat iemand vandaag laat weten hoe het staat?',
        antwoordTermijn(antwoordVoor, tijdstip),
      ],
      actie: `Reageer op het onderzoek voor ${kenmerk}`,
      onderzoek: id,
    }),
  ),
  'onderzoek-antwoord': bericht(
    {
      aanbieder: codeSchema,
      antwoord: z.enum([...antwoordSoorten, 'vraag']),
      vervallen: vervalRedenSchema.optional(),
      /** The aanbieder was mailed that its offer is not needed. */
      weet: z.literal(1).optional(),
    },
    ({ aanbieder, antwoord, vervallen, weet }, { kenmerk }) => ({
      kop: antwoord === 'vraag' ? 'Een aanbieder heeft een vraag' : 'Een aanbieder heeft geantwoord',
      alineas: [
        antwoord === 'vraag'
          ? `Voor het onderzoek voor ${kenmerk} heeft ${aanbieder} informatie van de aanmelder nodig.`
          : `Het antwoord van ${aanbieder} op het onderzoek voor ${kenmerk}: ${antwoordInWoorden[antwoord].wat}.`,
        antwoord === 'vraag'
          ? 'De aanmelder heeft de vraag per e-mail gekregen. Het onderzoek loopt door. Help de aanmelder als het antwoord niet snel komt.'
          : vervallen
            ? naLaatAntwoord(antwoord, vervallen, weet !== undefined)
            : antwoordInWoorden[antwoord].daarna,
      ],
      actie: `Bekijk ${antwoord === 'vraag' ? 'de vraag' : 'het antwoord'} bij ${kenmerk}`,
    }),
  ),
  'onderzoek-vervallen': bericht(
    { onderzoek, reden: vervalPerMail },
    ({ onderzoek: id, reden }, { kenmerk }) => ({
      kop: 'Uw antwoord is niet meer nodig',
      alineas: [
        `U onderzocht of u voor ${kenmerk} een aanbod kon doen. ${redenVanVerval[reden]}`,
        'U kunt uw onderzoek stoppen en hoeft niet meer te antwoorden. Houdt u een plek vrij? Dat hoeft niet meer. Dank u wel voor uw inzet.',
      ],
      actie: `Bekijk het onderzoek voor ${kenmerk}`,
      onderzoek: id,
    }),
  ),
  'ambitie-waarschuwing': bericht({ ambitie: moment }, ({ ambitie }, { kenmerk }) => ({
    kop: 'De ambitie komt dichtbij',
    alineas: [
      `Voor ${kenmerk} is nog niet duidelijk welke aanbieder de vraag oppakt. Dat moet duidelijk zijn ${voor(ambitie)}.`,
      'Kijk op wie het traject wacht en neem contact op met wie aan zet is.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'te-laat': bericht(
    { niveau: z.union([z.literal(1), z.literal(2), z.literal(3)]), ambitie: moment },
    ({ niveau, ambitie }, { kenmerk, tijdstip }) => ({
      kop: `Traject is te laat: niveau ${niveau}`,
      alineas: [
        `Voor ${kenmerk} had duidelijk moeten zijn welke aanbieder de vraag oppakt ${voor(ambitie)}.${sinds(ambitie, tijdstip)}`,
        watTeLaatVraagt[niveau],
      ],
      actie: bekijkTraject(kenmerk),
    }),
  ),
  'terug-naar-tafel': bericht(
    {
      tafelDatum: datumSchema.optional(),
      reden: z.literal('allen-afgewezen').optional(),
      /** It was back before the last aanbieder declined. */
      staatAl: z.literal(1).optional(),
    },
    ({ tafelDatum, reden, staatAl }, { kenmerk, lezer }) =>
      lezer === 'aanmelder'
        ? opnieuwAanTafel(kenmerk, { tafelDatum, reden })
        : {
            kop: staatAl ? 'Alle aanbieders hebben afgewezen' : 'Het traject gaat terug naar de tafel',
            alineas: [
              reden
                ? `Voor ${kenmerk} hebben alle aanbieders geantwoord, en geen van hen doet een aanbod. ${staatAl ? 'Het traject was al op weg naar een bespreking.' : 'Daarom gaat het traject terug naar de tafel.'} Wat er in het aanbod ontbreekt, is vastgelegd.`
                : `Voor ${kenmerk} is na drie waarschuwingen nog niet duidelijk wie de vraag oppakt. Daarom gaat het traject terug naar de tafel.`,
              tafelDatum
                ? `Het staat gepland op ${leesbareDatum(tafelDatum)}. Nodig de aanmelder en de aanbieders uit, of plan een andere datum.`
                : reden
                  ? 'Plan nu een datum voor de bespreking, of leg de vraag direct voor aan andere aanbieders.'
                  : 'Er is nog geen volgende tafel bekend. Plan nu een datum.',
            ],
            actie: `Plan de bespreking van ${kenmerk}`,
          },
  ),
  duidelijkheid: bericht({ aantal, ...planVorm, ...vragenVorm }, ({ aantal: n, ...meer }, { kenmerk }) => ({
    kop: 'Het is duidelijk wie de vraag oppakt',
    alineas: [
      `Voor ${kenmerk} is gekozen voor ${n === 1 ? 'één aanbieder' : `een combinatie van ${aanbieders(n)}`}. Daar komt de zorg vandaan.`,
      ...overPlan(meer),
      ...overVragen(meer),
      'Tot de zorg start blijven wij het traject volgen. Verandert de situatie, of is er eerder hulp nodig? Laat dat dan direct weten aan de coördinator.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  gekozen: bericht(
    {
      verwachteStartDatum: datumSchema.optional(),
      /** It was told before that its offer was not needed. */
      losgelaten: z.literal(1).optional(),
      ...planVorm,
    },
    ({ verwachteStartDatum, losgelaten, ...plan }, { kenmerk }) => ({
      kop: 'U pakt de vraag op',
      alineas: [
        `Voor ${kenmerk} is de keuze op uw organisatie gevallen.${losgelaten ? ' Eerder schreven wij dat uw aanbod niet meer nodig was. Dat is veranderd. Kunt u de vraag niet meer oppakken? Bel dan vandaag de coördinator.' : ''}`,
        verwachteStartDatum
          ? `De zorg start naar verwachting op ${leesbareDatum(verwachteStartDatum)}. Wordt dat anders, laat dat dan direct weten aan de coördinator.`
          : 'Er is nog geen startdatum bekend. Laat de coördinator weten wanneer de zorg kan starten, zodra u dat weet.',
        ...overPlan(plan),
      ],
      actie: bekijkTraject(kenmerk),
    }),
  ),
  'zorg-gestart': bericht({ startDatum: datumSchema }, ({ startDatum }, { kenmerk, lezer }) => ({
    kop: 'De zorg is gestart',
    alineas: [
      `Voor ${kenmerk} is de zorg gestart op ${leesbareDatum(startDatum)}. Het traject is daarmee afgesloten.`,
      naZorgstart(lezer),
    ],
    actie: bekijkTraject(kenmerk),
  })),
  ingetrokken: bericht({}, (_, { kenmerk, lezer }) => ({
    kop: 'De aanmelding is ingetrokken',
    alineas: [
      `De aanmelding met kenmerk ${kenmerk} is ingetrokken. Het traject is daarmee afgesloten.`,
      lezer === 'aanmelder'
        ? 'Wij zoeken niet verder. Heeft u de aanmelding niet zelf ingetrokken, of is er weer een plek nodig? Neem dan contact met ons op.'
        : lezer === 'team'
          ? 'Aanbieders die nog bezig waren, krijgen bericht dat hun antwoord niet meer nodig is.'
          : 'U was gekozen om de vraag op te pakken. Dat is niet meer nodig; u kunt uw voorbereiding stoppen.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'tafel-uitnodiging': bericht({ ...tafelVorm, aantal }, ({ aantal: n, ...tafel }, { kenmerk, lezer }) => ({
    kop: `Uitnodiging voor de tafel van ${tafelDag(kenmerk)}`,
    alineas: [
      waarEnWanneer(kenmerk, tafel),
      `Op de agenda ${n === 1 ? 'staat één traject' : `staan ${n} trajecten`}.`,
      naarLezer(lezer, {
        aanmelder:
          'U bent erbij als uw aanmelding wordt besproken. Samen kijken wij wat er al is geprobeerd, waarom dat niet lukte en wie nu aan de slag gaat.',
        team: 'U bent erbij als voorzitter, of als coördinator van een traject op de agenda. De volgorde, en wie zijn uitgenodigd, staan achter de link.',
        aanbieder:
          'Lees de stukken voordat u komt, en kijk welke mogelijkheden uw organisatie heeft. Aan de tafel spreken wij af wie aan de slag gaat.',
      }),
      'Bij deze e-mail zit een bestand voor uw agenda. Verandert er iets, dan krijgt u een nieuw bestand dat uw agenda bijwerkt.',
    ],
    actie: bekijkAlsGast(kenmerk, lezer),
    agenda: { ...tafel, isAfgezegd: false },
  })),
  'tafel-gewijzigd': bericht(tafelVorm, (tafel, { kenmerk, lezer }) => ({
    kop: `De tafel van ${tafelDag(kenmerk)} is gewijzigd`,
    alineas: [
      waarEnWanneer(kenmerk, tafel),
      `Open het bestand bij deze e-mail, dan staat het weer goed in uw agenda. Kunt u nu niet? ${lezer === 'team' ? 'Regel dan wie u vervangt.' : 'Laat dat dan weten aan de coördinator.'}`,
    ],
    actie: bekijkAlsGast(kenmerk, lezer),
    agenda: { ...tafel, isAfgezegd: false },
  })),
  'tafel-afgezegd': bericht(
    { ...tafelVorm, reden: z.enum(tafelVervalredenCodes), naEinde: z.literal('ja').optional() },
    ({ reden, naEinde, ...tafel }, { kenmerk, lezer }) => ({
      kop: naEinde
        ? `De tafel van ${tafelDag(kenmerk)} is niet of niet helemaal doorgegaan`
        : `De tafel van ${tafelDag(kenmerk)} gaat niet door`,
      alineas: [
        tafelVervalredenen[reden],
        naarLezer(lezer, {
          aanmelder: `Uw aanmelding ${naEinde ? 'is niet besproken, en ' : ''}blijft niet liggen: zij gaat naar de volgende tafel, of wij leggen de vraag rechtstreeks voor aan aanbieders. De coördinator laat u weten wat het wordt.`,
          team: `${naEinde ? 'Wat niet is besproken, gaat' : 'De trajecten gaan'} naar de volgende tafel, of de vraag wordt rechtstreeks voorgelegd aan aanbieders. Van uw eigen trajecten krijgt u per traject een e-mail.`,
          aanbieder: `${naEinde ? 'Wat niet is besproken, gaat' : 'De trajecten gaan'} naar de volgende tafel, of wij leggen de vraag rechtstreeks voor aan aanbieders. Past een vraag bij uw organisatie, dan hoort u dat.`,
        }),
        'Open het bestand bij deze e-mail, dan verdwijnt de afspraak uit uw agenda.',
      ],
      actie: bekijkAlsGast(kenmerk, lezer),
      agenda: { ...tafel, isAfgezegd: true },
    }),
  ),
  'tafel-zonder-contact': bericht({ aanbieders: aanbiederlijst }, ({ aanbieders: codes }, { kenmerk }) => ({
    kop: 'Niet alle tafelleden zijn uitgenodigd',
    alineas: [
      `De agenda van de tafel van ${tafelDag(kenmerk)} is gesloten en de uitnodigingen gaan uit. Van ${codes.length === 1 ? 'dit tafellid kennen wij geen contact, dus dat krijgt' : `deze ${codes.length} tafelleden kennen wij geen contact, dus die krijgen`} geen e-mail: ${opsomming(codes)}.`,
      'Zoek vandaag uit wie de contactpersoon is, en leg het contact vast. Begint de tafel pas later, dan gaat de uitnodiging meteen alsnog uit.',
    ],
    actie: bekijkTafel(kenmerk),
  })),
  'tafel-leeg': bericht({ genodigden: z.number().int().min(0) }, ({ genodigden }, { kenmerk }) => ({
    kop: `Er is niets te bespreken aan de tafel van ${tafelDag(kenmerk)}`,
    alineas: [
      `Geen enkel traject kan nu nog aan de tafel van ${tafelDag(kenmerk)} worden besproken: alles is van de agenda af, of staat stil.`,
      genodigden > 0
        ? 'De tafelleden zijn nog wel uitgenodigd. Gaat de tafel niet door? Laat haar dan vervallen met de reden “geen-aanmeldingen”: dan krijgt iedereen een afzegging, en verdwijnt de afspraak uit hun agenda.'
        : 'Er is niemand uitgenodigd. Gaat een traject alsnog verder, dan heeft het een andere datum nodig.',
    ],
    actie: bekijkTafel(kenmerk),
  })),
  'tafel-zonder-traject': bericht(
    { traject: kenmerkSchema, status: z.enum(['agenda-gesloten', 'vervallen']) },
    ({ traject, status }, { kenmerk }) => ({
      kop: `Traject ${traject} staat niet op de tafel van ${tafelDag(kenmerk)}`,
      alineas: [
        `Traject ${traject} zou op deze tafel komen, maar dat is niet op tijd verwerkt. Langer wachten kon niet.`,
        status === 'vervallen'
          ? 'De tafel gaat niet door. Waar de andere trajecten heen gaan, is nu verdeeld; dit traject is daarbij overgeslagen.'
          : 'De agenda is nu gesloten zonder dit traject: het wordt daar niet besproken, en de stukken zijn niet gedeeld.',
        'Dit gaat niet vanzelf over. Dit vragen wij van u:',
      ],
      stappen: [
        `Vraag de beheerder om te kijken waardoor ${traject} stilstaat.`,
        'Plan zodra het weer kan een andere datum, of leg de vraag direct voor aan aanbieders.',
      ],
      actie: bekijkTafel(kenmerk),
    }),
  ),
  'tafel-uitnodiging-vervallen': bericht(
    { ...tafelVorm, vervangen: z.literal('ja').optional() },
    ({ vervangen, ...tafel }, { kenmerk, lezer }) => ({
      kop: `U bent niet meer uitgenodigd voor de tafel van ${tafelDag(kenmerk)}`,
      alineas: [
        naarLezer(lezer, {
          aanmelder: 'Er staat voor die dag geen aanmelding van u meer op de agenda. U hoeft niet te komen.',
          team: 'Er staat voor die dag geen traject van u meer op de agenda. U hoeft niet te komen.',
          aanbieder: vervangen
            ? 'Voor uw organisatie is nu iemand anders uitgenodigd. U hoeft niet te komen, en u kunt de stukken van deze tafel niet meer lezen.'
            : 'Uw organisatie is op die dag geen tafellid. U hoeft niet te komen, en u kunt de stukken van deze tafel niet meer lezen.',
        }),
        'Open het bestand bij deze e-mail, dan verdwijnt de afspraak uit uw agenda.',
        ...(lezer === 'team' ? [] : ['Klopt dit niet? Laat het dan weten aan de coördinator.']),
      ],
      actie: bekijkAlsGast(kenmerk, lezer),
      agenda: { ...tafel, isAfgezegd: true },
    }),
  ),
  'schadelijk-wachtend': bericht({}, (_, { kenmerk }) => ({
    kop: 'Een jeugdige wacht schadelijk lang',
    alineas: [
      `Traject ${kenmerk} is nu aangemerkt als schadelijk wachtend. De jeugdige wacht drie maanden op zorg, of wacht op hulp die er niet is.`,
      'Bekijk wat er nodig is om de zorg te laten starten, en of de overbrugging tot die tijd nog voldoet.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'bericht-mislukt': bericht(
    { bericht: z.enum(berichtSoorten), geadresseerde: codeSchema.or(gastSchema) },
    ({ bericht: soort, geadresseerde }, { kenmerk }) => ({
      kop: 'Een e-mail kan niet worden bezorgd',
      alineas: [
        `De e-mail “${soort}” aan ${geadresseerde} over ${kenmerk} is geweigerd en gaat niet vanzelf opnieuw uit. De ontvanger weet dus niet wat erin staat.`,
      ],
      stappen: [
        'Bel de ontvanger en vertel wat er in de e-mail stond.',
        'Vraag naar het juiste e-mailadres. Verbeter bij een aanbieder het contact; dan komen de volgende e-mails wel aan.',
      ],
      actie: kenmerkSchema.safeParse(kenmerk).success ? bekijkTraject(kenmerk) : `Bekijk ${kenmerk}`,
    }),
  ),
};

/**
 * The text of one e-mail, in Dutch. `gegevens` are the codes that the workflow gave: exactly those of this kind.
 * @throws a ZodError when something else is among them.
 */
export function tekstVan(soort: BerichtSoort, gegevens: unknown, omstandigheid: Omstandigheid): Tekst {
  return teksten[soort](gegevens, omstandigheid);
}
