/** E-mails from the aanmelding to the table: where it goes, what is missing, and a crisis. */
import { z } from 'zod';
import { standaardBeleid } from '../../../domain/beleid.ts';
import { doorverwijzingNamen, spoorNamen } from '../../../domain/codeNamen.ts';
import {
  afwijsredenen,
  doorverwijzingen,
  informatieSoorten,
  type Spoor,
  sporen,
  terugstuurredenen,
} from '../../../domain/codes.ts';
import {
  informatieInWoorden,
  naDoorverwijzing,
  vraagtUitleg,
  waaromAfgewezen,
  waaromTeruggestuurd,
} from '../../../domain/eindTeksten.ts';
import {
  aanbieders,
  aantal,
  antwoordTermijn,
  bekijkTraject,
  bericht,
  bijHervatting,
  hetCit,
  type MaakTekst,
  moment,
  onderzoek,
  overVragen,
  vragenVorm,
} from './bouwstenen.ts';

const watHetTeamDoet: Record<Spoor, { aanmelder: string; team: string }> = {
  zorglogistiek: {
    aanmelder:
      'Zorglogistiek zoekt een plek. De coördinator plant een bespreking aan de tafel; u krijgt een e-mail met de datum.',
    team: 'Leg vast wie de coördinator is, en plan een datum voor de bespreking.',
  },
  zorgbemiddeling: {
    aanmelder:
      'Zorgbemiddeling zoekt een oplossing in gesprek met u en met aanbieders, zonder bespreking aan de tafel. Wie het oppakt, neemt contact met u op.',
    team: 'Leg de eerste stap vast, met de datum waarop u weer kijkt.',
  },
  experttafel: {
    aanmelder:
      'De Experttafel geeft advies over de hulp die nodig is. Wie het oppakt, neemt contact met u op.',
    team: 'Leg de eerste stap vast, met de datum waarop u weer kijkt.',
  },
};

const soorten = z
  .string()
  .transform((tekst) => tekst.split(' '))
  .pipe(z.array(z.enum(informatieSoorten)));

/** Where the words of the coördinator stand, for a reason that says too little without them. */
const metUitleg = (reden: string) =>
  reden in vraagtUitleg ? ['Met de knop hieronder leest u de uitleg van de coördinator.'] : [];

/** The link of an e-mail that says why a traject went no further. */
const leesWaarom = (kenmerk: string) => `Lees de uitleg bij ${kenmerk}`;

/** What the coördinator still does for aanbieders that asked; undefined where it is not known how many did. */
function watAanbiedersHoren(aantalAanbieders: number | undefined): string {
  if (aantalAanbieders === undefined)
    return ' Kwam de vraag van een aanbieder, laat die dan weten dat er een antwoord is.';
  return aantalAanbieders > 0 ? ' De aanbieder die het vroeg, heeft ook een e-mail gekregen.' : '';
}

/** What is still asked; nothing where all is answered. */
function nogOpen(open: number | undefined): string {
  if (open === undefined) return '';
  return open === 1
    ? ' Eén vraag kwam later binnen en staat nog open.'
    : ` ${open} vragen kwamen later binnen en staan nog open.`;
}

/** The texts of the intake, per kind. */
export const intakeTeksten = {
  'ander-team': bericht(
    { spoor: z.enum(sporen), gevraagd: z.literal(1).optional(), ...vragenVorm },
    ({ spoor, gevraagd, ...vragen }, { kenmerk, lezer }) => ({
      kop:
        lezer !== 'aanmelder'
          ? 'Pak een traject op'
          : gevraagd
            ? 'Uw aanmelding is in behandeling'
            : 'Een ander team gaat met uw aanmelding verder',
      alineas:
        lezer === 'aanmelder'
          ? [
              `Met aanmelding ${kenmerk} gaat ${spoorNamen[spoor]} verder. Het kenmerk blijft hetzelfde. U hoeft niets opnieuw te vertellen.`,
              watHetTeamDoet[spoor].aanmelder,
              ...overVragen(vragen),
            ]
          : [
              `Traject ${kenmerk} is nu bij ${spoorNamen[spoor]}. De klok en het verhaal lopen door.`,
              watHetTeamDoet[spoor].team,
            ],
      actie: bekijkTraject(kenmerk),
    }),
  ),
  'direct-voorgelegd': bericht(
    { aantal, bijHervatting },
    ({ aantal: n, bijHervatting: later }, { kenmerk }) => ({
      kop: later ? 'Uw vraag gaat straks naar aanbieders' : 'Uw vraag ligt nu bij aanbieders',
      alineas: [
        later
          ? `Traject ${kenmerk} staat nu stil. Gaat het verder, dan leggen wij de vraag direct voor aan ${aanbieders(n)}, zonder bespreking aan de tafel.`
          : `Wij hebben de vraag van ${kenmerk} direct voorgelegd aan ${aanbieders(n)}, zonder bespreking aan de tafel. ${n === 1 ? 'Deze aanbieder onderzoekt' : 'Zij onderzoeken'} nu of er een aanbod mogelijk is.`,
        'U krijgt een e-mail zodra duidelijk is wie de vraag oppakt. U hoeft nu niets te doen.',
      ],
      actie: bekijkTraject(kenmerk),
    }),
  ),
  doorverwezen: bericht({ naar: z.enum(doorverwijzingen) }, ({ naar }, { kenmerk }) => ({
    kop: 'Wij verwijzen u door',
    alineas: [
      `De vraag van ${kenmerk} hoort bij ${doorverwijzingNamen[naar]}. Wij zoeken daarom niet verder. Het traject is afgesloten.`,
      naDoorverwijzing[naar],
      ...metUitleg(naar),
      'Komt u er niet uit? Neem dan contact met ons op.',
    ],
    actie: leesWaarom(kenmerk),
  })),
  teruggestuurd: bericht(
    { reden: z.enum(terugstuurredenen), soorten: soorten.optional() },
    ({ reden, soorten: ontbreekt }, { kenmerk }) => ({
      kop: 'Wij sturen uw aanmelding terug',
      alineas: [
        `De coördinator heeft aanmelding ${kenmerk} bekeken. Wij kunnen er nu nog niet mee verder. Het traject is afgesloten.`,
        waaromTeruggestuurd(reden, ontbreekt),
        ...metUitleg(reden),
        'Weet u niet hoe u dit doet? Neem dan contact met ons op.',
      ],
      actie: leesWaarom(kenmerk),
    }),
  ),
  'aanmelding-afgewezen': bericht({ reden: z.enum(afwijsredenen) }, ({ reden }, { kenmerk }) => ({
    kop: 'Wij kunnen uw aanmelding niet in behandeling nemen',
    alineas: [
      `De coördinator heeft aanmelding ${kenmerk} bekeken. Wij kunnen deze niet in behandeling nemen.`,
      waaromAfgewezen[reden],
      ...metUitleg(reden),
      'Bent u het hier niet mee eens, of weet u niet hoe u verder moet? Neem dan contact met ons op.',
    ],
    actie: leesWaarom(kenmerk),
  })),
  crisis: bericht({}, (_, omstandigheid) => ({
    kop: 'Bel nu het Crisis Interventie Team (CIT)',
    alineas: [
      `Bel ${hetCit(omstandigheid)}. Het CIT is dag en nacht bereikbaar en komt als het nodig is binnen twee uur.`,
      `Bij ${omstandigheid.kenmerk} is er een crisis. Daarbij helpt het CIT, niet Zorglogistiek. Wacht dus niet op een bericht van ons: het traject is hier afgesloten.`,
      'Is er na de crisis een plek nodig die moeilijk te vinden is? Dan kunt u opnieuw aanmelden.',
    ],
    // Our own page has nothing for who is in a crisis.
    ...(omstandigheid.cit
      ? { actie: 'Bekijk de pagina van het CIT', adres: omstandigheid.cit.pagina }
      : { actie: bekijkTraject(omstandigheid.kenmerk) }),
  })),
  'crisis-gemeld': bericht({}, (_, { kenmerk }) => ({
    kop: 'Crisis: bel nu de aanmelder',
    alineas: [
      `Bij ${kenmerk} is er een crisis. De aanmelder is per e-mail gevraagd om nu het Crisis Interventie Team (CIT) te bellen. Het traject is afgesloten.`,
      'Bel de aanmelder nu, en vraag of het CIT is gebeld.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'informatie-gevraagd': bericht(
    { soorten, eerder: aantal.optional() },
    ({ soorten: gevraagd, eerder }, { kenmerk }) => ({
      kop: 'Wij hebben informatie van u nodig',
      alineas: [
        `Om verder te kunnen met ${kenmerk} missen wij informatie. Het gaat om ${informatieInWoorden(gevraagd)}. Precies wat wij willen weten, leest u met de knop hieronder.`,
        `Geef de informatie zo snel mogelijk, en uiterlijk binnen ${standaardBeleid.normen?.informatie.werkdagen} werkdagen. Lukt dat niet, of heeft u de informatie niet? Laat dat dan weten.`,
        ...(eerder === undefined
          ? []
          : [
              eerder === 1
                ? 'Er staat ook nog een eerdere vraag open. De termijn daarvan verandert niet: geef daarop dus het eerst antwoord.'
                : `Er staan ook nog ${eerder} eerdere vragen open. De termijn daarvan verandert niet: geef daarop dus het eerst antwoord.`,
            ]),
        'Stuur de informatie niet per e-mail.',
      ],
      actie: `Geef de informatie voor ${kenmerk}`,
    }),
  ),
  'informatie-herinnering': bericht(
    { nummer: aantal, vragen: aantal.optional() },
    ({ nummer, vragen = 1 }, { kenmerk }) => ({
      kop: `Herinnering ${nummer}: wij wachten op informatie van u`,
      alineas: [
        `Voor ${kenmerk} hebben wij u om informatie gevraagd. Wij hebben nog geen antwoord van u${vragen > 1 ? ` op ${vragen} vragen` : ''}.`,
        'Geef de informatie vandaag, of laat weten wanneer dat lukt. Stuur de informatie niet per e-mail.',
      ],
      actie: `Geef de informatie voor ${kenmerk}`,
    }),
  ),
  'informatie-ontvangen': bericht(
    { aanbieders: z.number().int().min(0).optional(), open: aantal.optional() },
    ({ aanbieders: wachtend, open }, { kenmerk }) => ({
      kop: 'De aanmelder heeft informatie gegeven',
      alineas: [
        `De aanmelder van ${kenmerk} heeft geantwoord op de vraag om informatie.${nogOpen(open)}`,
        `Bekijk het antwoord en zet de volgende stap.${watAanbiedersHoren(wachtend)}`,
      ],
      actie: `Bekijk het antwoord bij ${kenmerk}`,
    }),
  ),
  'vraag-vervallen': bericht(vragenVorm, (vragen, { kenmerk }) => ({
    kop: `U hoeft ${vragen.vragenVervallen === 1 ? 'een vraag' : 'vragen'} niet meer te beantwoorden`,
    alineas: [
      `Voor ${kenmerk} hebben wij u om informatie gevraagd.`,
      ...overVragen(vragen),
      vragen.vragenOpen === undefined
        ? 'Er staat nu geen vraag meer open. U hoeft niets te doen.'
        : 'Wat wij nog wel willen weten, leest u met de knop hieronder.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'vraag-beantwoord': bericht(
    { onderzoek, antwoordVoor: moment },
    ({ onderzoek: id, antwoordVoor }, { kenmerk, tijdstip }) => ({
      kop: 'Er is een antwoord op uw vraag',
      alineas: [
        `U vroeg om informatie voor uw onderzoek voor ${kenmerk}. De aanmelder heeft geantwoord.`,
        `Lees het antwoord met de knop hieronder en ga verder met uw onderzoek. ${antwoordTermijn(antwoordVoor, tijdstip)}`,
      ],
      actie: `Lees het antwoord voor ${kenmerk}`,
      onderzoek: id,
    }),
  ),
} satisfies Record<string, MaakTekst>;
