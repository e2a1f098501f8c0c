/** Why an aanmelding went no further and what its aanmelder does now, in Dutch: in the closing e-mail and behind the link. */
import { doorverwijzingNamen, informatieNamen } from './codeNamen.ts';
import type { afwijsredenen, doorverwijzingen, InformatieSoort, terugstuurredenen } from './codes.ts';

type Terugstuurreden = (typeof terugstuurredenen)[number];
type Afwijsreden = (typeof afwijsredenen)[number];
type Doorverwijzing = (typeof doorverwijzingen)[number];

const opsomming = new Intl.ListFormat('nl-NL');

/** Kinds of information as they read within a sentence. */
export const informatieInWoorden = (soorten: readonly InformatieSoort[]) =>
  opsomming.format(soorten.map((soort) => informatieNamen[soort]));

const onduidelijk =
  'Het is nog niet duidelijk genoeg welke hulp nodig is en hoe de plek eruit moet zien. Vul de vraag aan en meld daarna opnieuw aan.';

const terugsturen: Readonly<Record<Exclude<Terugstuurreden, 'informatie-ontbreekt'>, string>> = {
  'vraag-niet-duidelijk': onduidelijk,
  'toestemming-ontbreekt':
    'De toestemming om gegevens te delen ontbreekt. Vraag om toestemming en meld daarna opnieuw aan.',
  'te-vroeg':
    'Het is nog te vroeg om een plek te zoeken. Meld opnieuw aan zodra duidelijk is wanneer de plek nodig is.',
};

/** Why an aanmelding went back, and what to do; `soorten` is what is missing, as far as that was told. */
export function waaromTeruggestuurd(
  reden: Terugstuurreden,
  soorten: readonly InformatieSoort[] = [],
): string {
  if (reden !== 'informatie-ontbreekt') return terugsturen[reden];
  const wat = soorten.length > 0 ? ` Het gaat om ${informatieInWoorden(soorten)}.` : '';
  return `Er ontbreekt informatie die nodig is om een plek te zoeken.${wat} Vul de informatie aan en meld daarna opnieuw aan.`;
}

/** Why an aanmelding was refused, and what to do. */
export const waaromAfgewezen: Readonly<Record<Afwijsreden, string>> = {
  'geen-verblijf':
    'Zorglogistiek zoekt alleen een plek in een behandelgroep of een woongroep. Uw vraag gaat over andere hulp. Overleg met het jeugdteam of het lokale team waar u hiervoor terecht kunt.',
  'gezinshuis-of-pleeggezin':
    'Zorglogistiek zoekt geen gezinshuis of pleeggezin. Meld uw vraag rechtstreeks bij een aanbieder van pleegzorg of van gezinshuizen.',
  'jeugdzorgplus-gezocht':
    'Zorglogistiek zoekt geen plek in de JeugdzorgPlus. Volg hiervoor de route van de JeugdzorgPlus.',
  'buiten-haaglanden':
    'De gemeente die verantwoordelijk is, hoort niet bij de jeugdhulpregio Haaglanden. Meld uw vraag bij de regio van die gemeente.',
  'rechtstreeks-aanmelden-mogelijk':
    'Voor deze vraag kunt u rechtstreeks bij een aanbieder aanmelden. Een bespreking aan de tafel is niet nodig.',
  'vraag-niet-duidelijk': onduidelijk,
};

/** What to do after being sent on. */
export const naDoorverwijzing: Readonly<Record<Doorverwijzing, string>> = {
  'andere-regio': 'Meld uw vraag bij de jeugdhulpregio van de gemeente die verantwoordelijk is.',
  aanbieder: 'U kunt de jeugdige rechtstreeks bij een aanbieder aanmelden.',
  'lokaal-team': 'Overleg met het jeugdteam of het lokale team van de gemeente welke hulp past.',
  'pleegzorg-of-gezinshuis':
    'Meld uw vraag rechtstreeks bij een aanbieder van pleegzorg of van gezinshuizen.',
  jeugdzorgplus: 'Volg hiervoor de route van de JeugdzorgPlus.',
  volwassenenzorg: 'Overleg met de gemeente welke zorg voor volwassenen past.',
  'andere-organisatie': 'Welke organisatie dat is, staat in de uitleg van de coördinator.',
};

/** To whom a jeugdige is sent on, and what to do there. */
export function waaromDoorverwezen(naar: Doorverwijzing): string {
  return `De vraag hoort bij ${doorverwijzingNamen[naar]}. ${naDoorverwijzing[naar]}`;
}

/** The reasons that say too little without words of the coördinator: reason → what those words have to tell. */
export const vraagtUitleg: Readonly<Record<string, string>> = {
  'andere-organisatie': 'Schrijf op bij welke organisatie de vraag hoort. De aanmelder leest dit.',
  'vraag-niet-duidelijk': 'Schrijf op wat er nog niet duidelijk is. De aanmelder leest dit.',
} satisfies Partial<Record<Doorverwijzing | Terugstuurreden | Afwijsreden, string>>;
