/** E-mails about waiting: a reminder, a norm that has passed, and the word to the manager. */
import { z } from 'zod';
import { standaardBeleid } from '../../../domain/beleid.ts';
import { codeSchema, type WachtSoort, wachtOpSoorten, wachtSoorten } from '../../../domain/codes.ts';
import { wachtNamen, wachtOpWie, wachtTaken } from '../../../domain/wachtNamen.ts';
import { bekijkTraject, bericht, type MaakTekst } from './bouwstenen.ts';

/** What the coördinator does about each wait. */
const watTeDoen: Record<WachtSoort, string> = {
  triage: 'Bekijk de aanmelding en leg vast wat ermee gebeurt.',
  oppakken: 'Spreek in het team af wie het traject oppakt. Leg die coördinator of de eerste stap vast.',
  informatie:
    'Bel de aanmelder en vraag wanneer de informatie komt. Lukt het niet, bekijk dan of het traject zonder deze informatie verder kan.',
  weging: 'Bekijk welke elementen van het afwegingskader nu gelden, en leg de weging vast.',
  planning: 'Plan een datum voor de bespreking, of leg de vraag direct voor aan aanbieders.',
  afspraak:
    'Vraag aan wie aan zet is hoe het staat. Is de afspraak klaar, leg dat dan vast. Wachtte de bespreking daarop, plan die dan, of leg de vraag direct voor aan aanbieders.',
  verslag:
    'Leg het verslag vast, met de aanbieders die aan de slag gaan of met afspraken over de volgende stap. Ging de bespreking niet door, plan dan een nieuwe datum.',
  antwoord:
    'Bel de aanbieder en vraag om het antwoord. Heeft de aanbieder meer tijd nodig, leg dan vast tot wanneer en waarom.',
  samenwerking:
    'Breng de aanbieders bij elkaar en bespreek wat er nodig is om het eens te worden. Lukt dat niet, kies dan een ander aanbod of bespreek de vraag opnieuw aan de tafel.',
  keuze:
    'Alle aanbieders hebben geantwoord. Bekijk de antwoorden en leg de keuze vast, of plan een nieuwe bespreking.',
  stap: 'Leg vast wat er is gedaan, en wanneer u weer kijkt.',
  advies:
    'Vraag hoe het staat. Leg daarna een stap vast met de datum waarop u weer kijkt, of leg vast dat het advies is uitgevoerd.',
  overbrugging:
    'Bekijk met de eigenaar of het overbruggingsplan nog voldoet. Leg het bijgewerkte plan vast, met de datum waarop het weer wordt bekeken.',
  zorgstart:
    'Vraag aan de aanbieder of de zorg is gestart, en leg dat vast. Is zij niet gestart, leg dan de nieuwe startdatum vast met een overbruggingsplan.',
  opschorting:
    'Bekijk of het traject verder kan, en hervat het dan. Kan het nog niet, spreek dan af wie wat doet om het verder te laten gaan.',
  wachtkeuze:
    'Vraag of wachten nog steeds de keuze is. Is dat niet zo, leg dan vast dat wachten geen keuze meer is.',
  contact:
    'Spreek met de jeugdige, de ouders, de aanmelder of de aanbieder, en leg vast dat er contact is geweest.',
  overdracht: 'Spreek af welke zorg het overneemt, en leg de overdracht vast.',
  bevestiging:
    'De aanbieder heeft een herinnering gekregen. Bel de aanbieder, en vraag of het onderzoek is begonnen. Leg dat vast namens de aanbieder, of leg de vraag ook voor aan een ander.',
  nieuws:
    'De aanbieder heeft een herinnering gekregen. Bel de aanbieder, en vraag hoe het onderzoek loopt. Leg het nieuws vast namens de aanbieder, of leg de vraag ook voor aan een ander.',
};

const overWacht = {
  wacht: z.enum(wachtSoorten),
  op: z.enum(wachtOpSoorten),
  /** One code, or more with a space between. */
  wie: z
    .string()
    .refine((wie) => wie.split(' ').every((code) => codeSchema.safeParse(code).success))
    .optional(),
};

/** The texts about waiting, per kind. */
export const normTeksten = {
  'norm-herinnering': bericht(overWacht, ({ wacht, ...op }, { kenmerk, lezer }) => ({
    kop: `Herinnering: ${wachtTaken[wacht]}`,
    alineas:
      lezer === 'team'
        ? [`Traject ${kenmerk} wacht op ${wachtOpWie(op)}: ${wachtTaken[wacht]}.`, watTeDoen[wacht]]
        : [
            `Voor ${kenmerk} wachten wij op u: ${wachtTaken[wacht]}.`,
            'Doe dat vandaag, en laat de coördinator weten hoe het staat. Lukt het niet? Neem dan vandaag contact op met de coördinator.',
          ],
    actie: bekijkTraject(kenmerk),
  })),
  'norm-verstreken': bericht(overWacht, ({ wacht, ...op }, { kenmerk }) => ({
    kop: `Vastgelopen: ${wachtNamen[wacht]}`,
    alineas: [
      `Traject ${kenmerk} is vastgelopen: ${wachtNamen[wacht]}. Het wacht op ${wachtOpWie(op)}.`,
      watTeDoen[wacht],
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'norm-manager': bericht(overWacht, ({ wacht, ...op }, { kenmerk }) => ({
    kop: `Nog vastgelopen: ${wachtNamen[wacht]}`,
    alineas: [
      `Traject ${kenmerk} is al ${standaardBeleid.managerNaDagen} dagen vastgelopen: ${wachtNamen[wacht]}. Het wacht op ${wachtOpWie(op)}.`,
      `Dit is gevraagd aan de coördinator: “${watTeDoen[wacht]}”`,
      'Bekijk met de coördinator waardoor dat niet lukt, en haal weg wat in de weg zit.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
  'samenwerking-oneens': bericht(overWacht, ({ wacht, wie }, { kenmerk }) => ({
    kop: 'Aanbieders zijn het niet eens over een plan',
    alineas: [
      `Voor ${kenmerk} is een plan van meer aanbieders gemaakt. ${wie ? `${wie} is het daar niet mee eens` : 'Eén van hen is het daar niet mee eens'}. Zonder dat iedereen het eens is, kan het plan niet worden gekozen.`,
      watTeDoen[wacht],
      'De coördinator en de voorzitter spreken vandaag af wie van hen dit doet.',
    ],
    actie: bekijkTraject(kenmerk),
  })),
} satisfies Record<string, MaakTekst>;
