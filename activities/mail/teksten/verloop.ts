/** E-mails about what changes under way: the table, other people, a standstill, an advies, the age, and an early end. */
import { z } from 'zod';
import { adviesNamen, overdrachtNamen, spoorNamen } from '../../../domain/codeNamen.ts';
import { adviesSoorten, codeSchema, datumSchema, overdrachtNaar, sporen } from '../../../domain/codes.ts';
import { datumInNederland, leesbareDatum } from '../../../domain/werkdagen.ts';
import {
  aanbieders,
  aantal,
  antwoordTermijn,
  bekijkTraject,
  bericht,
  berichtVan,
  bijHervatting,
  hetCit,
  type Lezer,
  type MaakTekst,
  moment,
  onderzoek,
  onderzoekStappen,
  overVragen,
  voor,
  vragenVorm,
} from './bouwstenen.ts';
import { redenVanVerval, vervalPerMail } from './verval.ts';

/** The table that went by while the traject was opgeschort. */
const gemisteTafel = datumSchema.optional();

/** The table on which the traject waits, while that is still to come at the moment of the mail (ms); else nothing. */
const nogKomende = (tafelDatum: string | undefined, tijdstip: number) =>
  tafelDatum !== undefined && tafelDatum >= datumInNederland(tijdstip)
    ? leesbareDatum(tafelDatum)
    : undefined;

/** Where the traject went: to a table, to so many aanbieders, or nowhere until the coördinator chooses. */
const nieuwePlek = z.union([
  z.strictObject({ tafelDatum: datumSchema }),
  z.strictObject({ aantal, bijHervatting }),
  z.strictObject({ wachtOp: z.literal('coordinator') }),
]);
type NieuwePlek = z.output<typeof nieuwePlek>;

/** Why somebody has nothing to carry out any more, and no more of it than that. */
const eindeVanUitvoering = {
  afgesloten: 'Het traject is afgesloten. Alles wat met u was afgesproken, hoeft niet meer.',
  overgenomen: 'Vanaf nu is iemand anders de eigenaar.',
  vervallen: 'Dat plan geldt niet meer.',
} as const;

function naarNieuwePlek(naar: NieuwePlek, lezer: Lezer): [string, string] {
  if ('tafelDatum' in naar)
    return [
      `Het traject staat nu op de tafel van ${leesbareDatum(naar.tafelDatum)}. De aanmelder heeft daarover een e-mail gekregen.`,
      'Past dat niet? Plan dan een andere datum, of leg de vraag direct voor aan aanbieders.',
    ];
  if ('aantal' in naar && naar.bijHervatting)
    return [
      `Het traject is opgeschort. Gaat het verder, dan wordt de vraag direct voorgelegd aan ${aanbieders(naar.aantal)}. De aanmelder heeft daarover een e-mail gekregen.`,
      'Past dat niet? Hervat dan het traject, en plan een datum voor een bespreking.',
    ];
  if ('aantal' in naar)
    return [
      `De vraag is nu direct voorgelegd aan ${aanbieders(naar.aantal)}. De aanmelder heeft daarover een e-mail gekregen.`,
      'Past dat niet? Plan dan een datum voor een bespreking.',
    ];
  return lezer === 'aanmelder'
    ? [
        'Er is nog geen nieuwe datum. De coördinator plant er een, of legt de vraag direct voor aan aanbieders.',
        'U krijgt daarover een e-mail. U hoeft nu niets te doen.',
      ]
    : [
        'Er is geen volgende tafel met plaats, en er zijn geen tafelleden om de vraag aan voor te leggen. Het traject wacht nu op u.',
        'Plan een nieuwe datum, of leg de vraag direct voor aan aanbieders.',
      ];
}

/** As what somebody holds a place for the jeugdige. */
const plek = z.enum(['gekozen', 'aanbod']);
const wiePlekHoudt = z.strictObject({ plek, evaluatieDatum: datumSchema });
/** What the aanmelder can expect after a change of the situation: from a team that works without a table, or for the table. */
function watNaVerandering(zonderTafel: boolean, isOpgeschort: boolean): string {
  if (isOpgeschort) return 'Uw aanmelding staat nog stil. U krijgt een e-mail zodra zij verdergaat.';
  return zonderTafel
    ? 'Dit team neemt contact met u op als het iets van u nodig heeft.'
    : 'De coördinator plant een nieuwe datum. U krijgt daarover een e-mail.';
}

/** What care that did not start on its day means for who reads it; `alsnog` when a start can still be put on record. */
function naUitgeblevenStart(kenmerk: string, lezer: Lezer, alsnog: boolean): string[] {
  switch (lezer) {
    case 'aanmelder':
      return [
        `Voor ${kenmerk} is de verwachte startdatum voorbij, en wij weten niet of de zorg is gestart. Daarom is de keuze voor de aanbieder vervallen en zoeken wij verder.`,
        'De coördinator plant een nieuwe bespreking, of legt de vraag direct voor aan aanbieders. U krijgt daarover een e-mail.',
        'Was er een plan voor de tijd tot de start? Overleg dan met de coördinator of dat blijft gelden.',
        'Is de zorg wel gestart? Laat dat dan vandaag weten aan de coördinator.',
      ];
    case 'aanbieder':
      return [
        `U zou de zorg starten voor ${kenmerk}. De verwachte startdatum is voorbij, en er is geen start vastgelegd. Daarom gaat de vraag terug naar de tafel.`,
        'Is de zorg wel gestart, of kan zij alsnog starten? Laat dat dan vandaag weten aan de coördinator.',
      ];
    default:
      return [
        `Voor ${kenmerk} is de verwachte startdatum voorbij, en er is geen start vastgelegd. De keuze is vervallen en het traject gaat terug naar de tafel.`,
        'De coördinator plant nu een datum voor de bespreking, of legt de vraag direct voor aan aanbieders. De aanmelder en de gekozen aanbieder hebben ook een e-mail gekregen.',
        ...(alsnog ? ['Blijkt de zorg toch te zijn gestart? Leg de start dan alsnog vast.'] : []),
      ];
  }
}

/** The texts of what changes under way, per kind. */
export const verloopTeksten = {
  'samenwerking-gevraagd': bericht(
    { onderzoek, antwoordVoor: moment, vanAanbieder: codeSchema },
    ({ onderzoek: id, antwoordVoor, vanAanbieder }, { kenmerk, tijdstip }) => ({
      kop: 'Doet u mee met een plan van meer aanbieders?',
      alineas: [
        `Voor ${kenmerk} stelt ${vanAanbieder} een plan voor dat uw organisatie samen met ${vanAanbieder} uitvoert. Het plan gaat alleen door als u het ermee eens bent. Dit vragen wij van u:`,
      ],
      stappen: [
        ...onderzoekStappen,
        `Overleg met ${vanAanbieder}. Bent u het eens? Antwoord dan “samenwerking” en noem ${vanAanbieder}. Bent u het niet eens? Antwoord dan “afwijzing”, met de reden.`,
        antwoordTermijn(antwoordVoor, tijdstip),
      ],
      actie: `Bevestig het onderzoek voor ${kenmerk}`,
      onderzoek: id,
    }),
  ),
  'onderzoek-verplaatst': bericht(
    { onderzoek, eerder: moment, antwoordVoor: moment },
    ({ onderzoek: id, eerder, antwoordVoor }, { kenmerk, tijdstip }) => ({
      kop: 'U heeft een andere tijd voor uw antwoord',
      alineas: [
        `U onderzoekt of u voor ${kenmerk} een aanbod kunt doen. Wij hebben opnieuw bekeken hoe complex de vraag is. Daardoor verandert ook wanneer wij uw antwoord nodig hebben.`,
        `${antwoordTermijn(antwoordVoor, tijdstip)} Eerder vroegen wij uw antwoord ${voor(eerder)}.`,
      ],
      actie: `Bekijk het onderzoek voor ${kenmerk}`,
      onderzoek: id,
    }),
  ),
  'bespreking-vervallen': berichtVan(nieuwePlek, (naar, { kenmerk, lezer }) => ({
    kop: 'Een bespreking gaat niet door',
    alineas: [
      `De tafel waar ${kenmerk} besproken zou worden, gaat niet door.`,
      ...naarNieuwePlek(naar, lezer),
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'tafel-gemist': bericht({ gemisteTafel: datumSchema }, ({ gemisteTafel: tafel }, { kenmerk }) => ({
    kop: 'Plan een nieuwe bespreking',
    alineas: [
      `Traject ${kenmerk} is hervat. Toen de tafel van ${leesbareDatum(tafel)} haar agenda sloot of bij elkaar kwam, was het opgeschort. Het is daar dus niet besproken.`,
      'Het traject is terug in de voorbereiding en wacht op u. Plan een nieuwe datum, of leg de vraag direct voor aan aanbieders.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'situatie-veranderd': bericht(
    {
      /** The team that looks anew, when that is not the table. */
      spoor: z.enum(sporen).optional(),
      opgeschort: z.literal(1).optional(),
      ...vragenVorm,
    },
    ({ spoor, opgeschort, ...vragen }, { kenmerk }) => ({
      kop: spoor ? 'Wij bekijken uw vraag opnieuw' : 'Wij bespreken uw vraag opnieuw',
      alineas: [
        `Bij ${kenmerk} is de situatie veranderd. Daarom ${spoor ? `bekijkt ${spoorNamen[spoor]} de vraag opnieuw` : 'bespreken wij de vraag opnieuw aan de tafel'}. Wat aanbieders tot nu toe hebben onderzocht, vervalt.`,
        `${watNaVerandering(spoor !== undefined, opgeschort !== undefined)} Heeft u nieuwe stukken, voeg die dan toe.`,
        ...overVragen(vragen),
      ],
      actie: bekijkTraject(kenmerk),
    }),
  ),
  opgeschort: berichtVan(
    z.union([z.strictObject({ tafelDatum: datumSchema.optional(), ...vragenVorm }), wiePlekHoudt]),
    (gegevens, omstandigheid) => {
      const { kenmerk, tijdstip } = omstandigheid;
      if ('plek' in gegevens)
        return {
          kop: 'Het traject staat tijdelijk stil',
          alineas: [
            `Wij zoeken nu even niet verder voor ${kenmerk}: eerst is iets anders nodig.`,
            gegevens.plek === 'gekozen'
              ? 'U bent gekozen om de vraag op te pakken. Dat blijft zo, maar de zorg start niet zolang het traject stilstaat.'
              : 'U deed een aanbod. Dat telt nog mee, maar er wordt niet gekozen zolang het traject stilstaat.',
            `De coördinator bekijkt op ${leesbareDatum(gegevens.evaluatieDatum)} of het verder kan. Houdt u een plek vrij? Overleg dan met de coördinator of dat tot die dag kan.`,
            'U krijgt een e-mail zodra het traject verdergaat.',
          ],
          actie: bekijkTraject(kenmerk),
        };
      const tafel = nogKomende(gegevens.tafelDatum, tijdstip);
      return {
        kop: 'Uw aanmelding staat tijdelijk stil',
        alineas: [
          `Wij zoeken nu even niet verder voor ${kenmerk}: eerst is iets anders nodig. De coördinator heeft vastgelegd wat dat is, en wanneer wij bekijken of het verder kan.`,
          ...(tafel
            ? [
                `Uw aanmelding zou worden besproken aan de tafel van ${tafel}. Zolang zij stilstaat, gebeurt dat niet: u hoeft dan niet te komen, ook als de afspraak in uw agenda staat. Gaat het traject voor die dag verder, dan gaat de bespreking wel door.`,
              ]
            : []),
          'U krijgt een e-mail zodra het traject verdergaat. Kan het eerder? Laat dat dan weten aan de coördinator.',
          ...overVragen(gegevens),
          `Is het een crisis? Bel dan ${hetCit(omstandigheid)}. Het CIT is dag en nacht bereikbaar.`,
        ],
        actie: bekijkTraject(omstandigheid.kenmerk),
      };
    },
  ),
  hervat: bericht(
    {
      ambitie: moment,
      gemisteTafel,
      /** The table on which it still waits. */
      tafelDatum: datumSchema.optional(),
      plek: plek.optional(),
      /** How many aanbieders are asked now. */
      gevraagd: aantal.optional(),
    },
    ({ ambitie, gemisteTafel: tafel, tafelDatum, plek: vanWie, gevraagd }, { kenmerk, tijdstip }) => {
      const bespreking = nogKomende(tafelDatum, tijdstip);
      return vanWie
        ? {
            kop: 'Het traject gaat weer verder',
            alineas: [
              `Traject ${kenmerk} stond stil en gaat nu verder.`,
              vanWie === 'gekozen'
                ? 'U bent gekozen om de vraag op te pakken, en dat is nog zo. Laat vandaag aan de coördinator weten wanneer de zorg kan starten.'
                : 'Uw aanbod telt nog mee. Kunt u het niet meer doen, of is er iets veranderd? Laat dat dan vandaag weten aan de coördinator.',
            ],
            actie: bekijkTraject(kenmerk),
          }
        : {
            kop: 'Wij gaan verder met uw aanmelding',
            alineas: [
              `Traject ${kenmerk} stond stil en gaat nu verder.${gevraagd ? ` Wij vragen nu ${aanbieders(gevraagd)} om de vraag te onderzoeken.` : ''}`,
              ...(tafel
                ? [
                    `De tafel van ${leesbareDatum(tafel)} ging voorbij zonder dit traject. U krijgt een e-mail zodra er een nieuwe datum is.`,
                  ]
                : []),
              ambitie > tijdstip
                ? `Is nog niet duidelijk welke aanbieder de vraag oppakt? Dan willen wij dat dit duidelijk is ${voor(ambitie)}.`
                : 'Is nog niet duidelijk welke aanbieder de vraag oppakt? Dan willen wij dat dit zo snel mogelijk duidelijk is.',
              bespreking
                ? `De bespreking aan de tafel van ${bespreking} gaat door. U bent daarbij: hoe laat, staat in de uitnodiging die u kreeg of nog krijgt. Kunt u niet? Laat dat dan vandaag weten aan de coördinator.`
                : 'U hoeft nu niets te doen.',
            ],
            actie: bekijkTraject(kenmerk),
          };
    },
  ),
  'aanmelder-gewijzigd': bericht({}, (_, { kenmerk }) => ({
    kop: 'U bent nu de aanmelder van een traject',
    alineas: [
      `U heeft traject ${kenmerk} overgenomen van een andere aanmelder. Vanaf nu krijgt u de e-mails over dit traject.`,
      'Bekijk waar het traject staat, en of er nog iets van de aanmelder wordt gevraagd. Klopt dit niet? Neem dan contact met ons op.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'coordinator-gewijzigd': bericht({}, (_, { kenmerk, lezer }) => ({
    kop:
      lezer === 'aanmelder' ? 'U heeft een andere coördinator' : 'U bent nu de coördinator van een traject',
    alineas:
      lezer === 'aanmelder'
        ? [
            `Traject ${kenmerk} heeft een andere coördinator. De nieuwe coördinator kent het hele verhaal en gaat ermee verder. U hoeft niets te doen.`,
          ]
        : [
            `U bent vanaf nu de coördinator van traject ${kenmerk}.`,
            'Bekijk waar het traject staat en op wie het wacht, en neem contact op met de aanmelder.',
          ],
    actie: bekijkTraject(kenmerk),
  })),
  'stuk-toegevoegd': bericht({ weging: z.literal(1).optional() }, ({ weging }, { kenmerk, lezer }) => ({
    kop: 'Er is een stuk toegevoegd',
    alineas: [
      `Bij traject ${kenmerk} is een nieuw stuk of een nieuwe versie van een stuk toegevoegd.`,
      lezer === 'aanbieder'
        ? 'U heeft toegang tot de stukken van dit traject. Bekijk het stuk als u de bespreking voorbereidt of de vraag onderzoekt. Een stuk gaat nooit mee in een e-mail.'
        : 'Bekijk of het iets verandert. Wie de stukken al mocht lezen, krijgt ook een e-mail. Een stuk gaat nooit mee in een e-mail.',
      ...(weging
        ? [
            'Het is een risicotaxatie. Bekijk welke elementen van het afwegingskader nu gelden, en leg na de triage de weging vast, ook als er al was gewogen.',
          ]
        : []),
    ],
    actie: `Bekijk de stukken van ${kenmerk}`,
    naarStukken: true,
  })),
  'advies-gegeven': bericht({ advies: z.enum(adviesSoorten) }, ({ advies }, { kenmerk }) => ({
    kop: 'De Experttafel heeft advies gegeven',
    alineas: [
      `Het advies voor ${kenmerk} is: ${adviesNamen[advies]}. De coördinator bespreekt het advies met u.`,
      'Wij blijven het traject volgen tot het advies is uitgevoerd. Lukt de uitvoering niet? Laat dat dan direct weten aan de coördinator.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'advies-uitgevoerd': bericht({}, (_, { kenmerk }) => ({
    kop: 'Het advies is uitgevoerd',
    alineas: [
      `Het advies van de Experttafel voor ${kenmerk} is uitgevoerd. Het traject is daarmee afgesloten.`,
      'U hoeft niets meer te doen. Is er later weer een plek nodig, dan kunt u opnieuw aanmelden.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  overgedragen: bericht({ naar: z.enum(overdrachtNaar) }, ({ naar }, { kenmerk }) => ({
    kop: 'Andere zorg gaat verder',
    alineas: [
      `De jeugdige van traject ${kenmerk} wordt 18 jaar, of is dat al. Het vervolg is: ${overdrachtNamen[naar]}. Het traject is daarmee afgesloten.`,
      'Wij zoeken niet verder. Weet u niet met wie u nu verder praat? Vraag het dan aan de coördinator.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'traject-beeindigd': bericht({ reden: vervalPerMail }, ({ reden }, { kenmerk }) => ({
    kop: 'U hoeft de vraag niet meer op te pakken',
    alineas: [
      `U was gekozen om de vraag van ${kenmerk} op te pakken. ${redenVanVerval[reden]}`,
      'U kunt uw voorbereiding stoppen. Houdt u een plek vrij? Dat hoeft niet meer. Dank u wel voor uw inzet.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'uitvoering-beeindigd': bericht(
    {
      waarom: z.enum(['afgesloten', 'overgenomen', 'vervallen']),
      /** It was the owner of the plan; else it had an afspraak alone. */
      plan: z.literal(1).optional(),
    },
    ({ waarom, plan }, { kenmerk }) => ({
      kop:
        waarom === 'afgesloten'
          ? 'U hoeft niets meer uit te voeren'
          : 'U bent geen eigenaar meer van het overbruggingsplan',
      alineas: [
        `${plan ? `U was eigenaar van het overbruggingsplan van ${kenmerk}.` : `Met u was nog iets afgesproken voor ${kenmerk}.`} ${eindeVanUitvoering[waarom]}`,
        'Bent u nog ergens mee bezig, zoals begeleiding thuis? Overleg dan met de coördinator voordat u stopt. Dank u wel voor uw inzet.',
      ],
      actie: bekijkTraject(kenmerk),
    }),
  ),
  'zorgstart-uitgebleven': bericht(
    {
      /** A start can still be put on record. */
      alsnog: z.literal(1).optional(),
    },
    ({ alsnog }, { kenmerk, lezer }) => ({
      kop: 'De zorg is niet gestart',
      alineas: naUitgeblevenStart(kenmerk, lezer, alsnog !== undefined),
      actie: bekijkTraject(kenmerk),
    }),
  ),
  'weging-herzien': bericht(
    {
      /** Without it: the jeugdige turned seven. */
      reden: z.literal('situatie').optional(),
      /** There was no weging yet. */
      eerste: z.literal(1).optional(),
    },
    ({ reden, eerste }, { kenmerk }) => ({
      kop: eerste ? 'Doe de weging' : 'Doe de weging opnieuw',
      alineas: [
        reden
          ? `Bij ${kenmerk} is de situatie veranderd. Daardoor kan een ander element van het afwegingskader gelden.`
          : `Voor ${kenmerk} geldt een element van het afwegingskader niet meer: de jeugdige is geen jong kind meer.`,
        eerste
          ? 'Bekijk welke elementen nu gelden, en leg de weging vast. Er is nog geen weging gedaan.'
          : 'Bekijk welke elementen nu gelden, en leg de weging opnieuw vast. Tot die tijd geldt de vorige weging.',
      ],
      actie: bekijkTraject(kenmerk),
    }),
  ),
  'achttien-nadert': bericht({ maanden: aantal }, ({ maanden }, { kenmerk }) => ({
    kop: `De jeugdige wordt over ${maanden} maanden 18`,
    alineas: [
      `Over ${maanden} maanden begint de maand waarin de jeugdige van traject ${kenmerk} 18 jaar wordt.`,
      'Spreek nu af welke zorg er daarna is en wie die regelt. Leg de overdracht vast zodra die zeker is.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  achttien: bericht({}, (_, { kenmerk }) => ({
    kop: 'De jeugdige wordt deze maand 18',
    alineas: [
      `De jeugdige van traject ${kenmerk} wordt deze maand 18 jaar, of is dat al.`,
      'De coördinator legt nu vast aan welke zorg de jeugdige wordt overgedragen. De manager helpt als dat niet lukt.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
} satisfies Record<string, MaakTekst>;
