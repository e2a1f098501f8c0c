/** What every figure and table of every report means, and where that comes from: the one place. */
import type { Eenheid, Rapportsoort } from './rapport.ts';

/** The meaning of one figure or table. */
export interface Definitie {
  titel: string;
  /** In one sentence, for whoever reads the report. */
  definitie: string;
  /** File in bronnen/ with its section, or domein.md or ontwerp.md with theirs. */
  bron: string;
  eenheid: Eenheid;
}

const cijfers2025 = 'halfjaarverslag-zorglogistiek-2025, “de cijfers”';
const ambities = 'halfjaarverslag-zorglogistiek-2025, “ambities”';
const experttafel = 'experttafel-2025, “Cijfers en trends”';
const domeinWachten = 'domein.md, “Details”: “Waiting is reported gross and net”';
const domeinKeuze = 'domein.md, “Details”: “Wachten kan een keuze zijn”';
const ontwerpSpoor = 'ontwerp.md, “The rules of a traject”: “Spoor”';

const aantal = (titel: string, definitie: string, bron: string): Definitie => ({
  titel,
  definitie,
  bron,
  eenheid: 'aantal',
});
const procent = (titel: string, definitie: string, bron: string): Definitie => ({
  titel,
  definitie,
  bron,
  eenheid: 'procent',
});
const dagen = (titel: string, definitie: string, bron: string): Definitie => ({
  titel,
  definitie,
  bron,
  eenheid: 'dagen',
});

const perKwartaal = (titel: string, definitie: string, bron: string, maak = aantal) =>
  [
    maak(`${titel}, eerste kwartaal`, `${definitie} in het eerste kwartaal van het halfjaar.`, bron),
    maak(`${titel}, tweede kwartaal`, `${definitie} in het tweede kwartaal van het halfjaar.`, bron),
  ] as const;

const [plusK1, plusK2] = perKwartaal(
  'Uit de JeugdzorgPlus',
  'Aanmeldingen van jeugdigen die bij de aanmelding in de JeugdzorgPlus verbleven,',
  ambities,
);
const [bemiddeldK1, bemiddeldK2] = perKwartaal(
  'Via Zorgbemiddeling',
  'Welk deel van de aanmeldingen via Zorgbemiddeling is opgepakt,',
  cijfers2025,
  procent,
);

const ambitieVan = (soort: 'gewone' | 'zeer complexe', weken: string) => {
  const wieNiet = 'wie nog wacht of zonder duidelijkheid eindigde, telt hier niet mee';
  return {
    mediaan: dagen(
      `Duidelijkheid bij een ${soort} vraag, mediaan`,
      `De middelste tijd van de aanmelding tot duidelijk is welke aanbieder de ${soort} vraag oppakt, van de vragen waarvan dat duidelijk is en zonder de tijd van een opschorting; ${wieNiet}.`,
      ambities,
    ),
    p90: dagen(
      `Duidelijkheid bij een ${soort} vraag, negen van de tien`,
      `De tijd waarbinnen duidelijk was wie de vraag oppakt bij negen van de tien ${soort} vragen waarvan dat duidelijk is, zonder de tijd van een opschorting; ${wieNiet}.`,
      ambities,
    ),
    onbekend: aantal(
      `Nog geen duidelijkheid bij een ${soort} vraag`,
      `De ${soort} vragen die op het peilmoment lopen en waarvan nog niet duidelijk is wie ze oppakt; zij tellen niet mee in de mediaan en in de tijd van negen van de tien.`,
      ambities,
    ),
    gehaald: procent(
      `Duidelijkheid binnen ${weken} weken`,
      `Welk deel van de ${soort} vragen binnen de ambitie van ${weken} weken duidelijkheid had, van de vragen met duidelijkheid en die waarvan de ambitie zonder duidelijkheid verstreek; wie daarna nog wacht of zonder duidelijkheid eindigde, telt als niet gehaald, en wie eerder zonder duidelijkheid eindigde, telt niet mee.`,
      ambities,
    ),
  } as const;
};
const gewoon = ambitieVan('gewone', 'twee');
const zeerComplex = ambitieVan('zeer complexe', 'vier');

const halfjaar = {
  aanmeldingen: aantal(
    'Aanmeldingen',
    'Aanmeldingen die in de periode binnenkwamen met Zorglogistiek als eerste spoor, ook als een ander team ze daarna oppakte.',
    `${cijfers2025}; ${ontwerpSpoor}`,
  ),
  bespreking: aantal(
    'Via de bespreking behandeld',
    'Aanmeldingen waarvoor op het peilmoment minstens één bespreking aan de tafel is geweest, met een verslag.',
    cijfers2025,
  ),
  zorgbemiddeling: aantal(
    'Via Zorgbemiddeling opgepakt',
    'Aanmeldingen zonder bespreking die naar Zorgbemiddeling gingen, of die buiten de bespreking om rechtstreeks aan aanbieders zijn voorgelegd.',
    cijfers2025,
  ),
  rechtstreeksVoorgelegd: aantal(
    'Waarvan rechtstreeks voorgelegd',
    'Aanmeldingen zonder bespreking die Zorglogistiek zelf rechtstreeks aan aanbieders voorlegde; zij tellen mee bij Zorgbemiddeling.',
    cijfers2025,
  ),
  doorTerugOfAfgewezen: aantal(
    'Door-, terug- of afgewezen',
    'Aanmeldingen die zijn doorverwezen, teruggestuurd of afgewezen zonder dat er een bespreking of bemiddeling was.',
    cijfers2025,
  ),
  ingetrokken: aantal(
    'Ingetrokken voor een bespreking',
    'Aanmeldingen die de aanmelder introk voordat er een bespreking of bemiddeling was.',
    cijfers2025,
  ),
  anders: aantal(
    'Anders',
    'Aanmeldingen die zonder bespreking of bemiddeling naar de Experttafel of het Crisis Interventie Team gingen, of bij 18 jaar zijn overgedragen.',
    'domein.md, “One traject, from aanmelding to a place”, stap 2',
  ),
  open: aantal(
    'Nog open',
    'Aanmeldingen die op het peilmoment nog niet zijn besproken, opgepakt of beëindigd.',
    'ontwerp.md, “The rules of a traject”',
  ),
  aanbodOnbekend: aantal(
    'Nog niet bekend welk aanbod volgt',
    'Aanmeldingen die op het peilmoment lopen en waarvoor nog niet duidelijk is welke aanbieder de vraag oppakt.',
    ambities,
  ),
  denHaagAandeel: procent('Uit Den Haag', 'Welk deel van de aanmeldingen uit Den Haag komt.', cijfers2025),
  inJeugdzorgAandeel: procent(
    'Verblijft al in de jeugdzorg',
    'Welk deel bij de aanmelding verblijft in een gezinshuis, een pleeggezin, een behandelgroep, de JeugdzorgPlus of op een crisisplek.',
    cijfers2025,
  ),
  thuisAandeel: procent(
    'Woont thuis',
    'Welk deel bij de aanmelding thuis of in het eigen netwerk woont.',
    cijfers2025,
  ),
  jeugdzorgPlusK1: plusK1,
  jeugdzorgPlusK2: plusK2,
  zorgbemiddelingAandeelK1: bemiddeldK1,
  zorgbemiddelingAandeelK2: bemiddeldK2,
  jongeKinderen: aantal(
    'Kinderen tot en met 12 jaar',
    'Aanmeldingen van kinderen die bij de aanmelding hoogstens 12 jaar zijn.',
    cijfers2025,
  ),
  duidelijkheidGewoonMediaan: gewoon.mediaan,
  duidelijkheidGewoonP90: gewoon.p90,
  duidelijkheidGewoonOnbekend: gewoon.onbekend,
  ambitieGewoonGehaald: gewoon.gehaald,
  duidelijkheidZeerComplexMediaan: zeerComplex.mediaan,
  duidelijkheidZeerComplexP90: zeerComplex.p90,
  duidelijkheidZeerComplexOnbekend: zeerComplex.onbekend,
  ambitieZeerComplexGehaald: zeerComplex.gehaald,
  wachttijdBrutoMediaan: dagen(
    'Bruto wachttijd tot de zorg startte, mediaan',
    'De middelste tijd van de aanmelding tot de start van de zorg, van wie de zorg is gestart.',
    domeinWachten,
  ),
  wachttijdBrutoP90: dagen(
    'Bruto wachttijd tot de zorg startte, negen van de tien',
    'De tijd waarbinnen bij negen van de tien de zorg startte, van wie de zorg is gestart.',
    domeinWachten,
  ),
  wachttijdNettoMediaan: dagen(
    'Netto wachttijd tot de zorg startte, mediaan',
    'Als de bruto wachttijd, zonder de tijd dat het traject was opgeschort of dat wachten een keuze was.',
    domeinWachten,
  ),
  wachttijdNettoP90: dagen(
    'Netto wachttijd tot de zorg startte, negen van de tien',
    'Als de bruto wachttijd, zonder de tijd dat het traject was opgeschort of dat wachten een keuze was.',
    domeinWachten,
  ),
  wachtendBrutoMediaan: dagen(
    'Bruto wachttijd tot nu toe, mediaan',
    'De middelste tijd van de aanmelding tot het peilmoment, van wie nog wacht.',
    domeinWachten,
  ),
  wachtendNettoMediaan: dagen(
    'Netto wachttijd tot nu toe, mediaan',
    'De middelste tijd tot het peilmoment van wie nog wacht, zonder de tijd van opschorting of van wachten als keuze.',
    domeinWachten,
  ),
  wachtenIsKeuze: aantal(
    'Wachten was een keuze',
    'Aanmeldingen waarbij tot het peilmoment een tijd is vastgelegd dat wachten een keuze is; die tijd telt niet mee in de netto wachttijd.',
    domeinKeuze,
  ),
  uitkomsten: aantal(
    'Aanmeldingen naar uitkomst',
    'Iedere aanmelding staat in de eerste rij die past: een bespreking gaat voor bemiddeling, en die gaat voor een einde zonder een van beide.',
    cijfers2025,
  ),
  gemeenten: aantal(
    'Aanmeldingen naar gemeente',
    'De gemeente die bij de aanmelding verantwoordelijk is volgens het woonplaatsbeginsel.',
    cijfers2025,
  ),
  aanmelders: aantal('Aanmeldingen naar aanmelder', 'Het soort organisatie dat aanmeldde.', cijfers2025),
  verblijfplaatsen: aantal(
    'Aanmeldingen naar verblijfplaats',
    'Waar de jeugdige bij de aanmelding woonde.',
    `${cijfers2025}; domein.md, “Details”: “JeugdzorgPlus”`,
  ),
  leeftijden: aantal(
    'Aanmeldingen naar leeftijd',
    'De leeftijd van de jeugdige bij de aanmelding, in hele jaren.',
    `${cijfers2025}; experttafel-2025, “Terugkerende knelpunten”`,
  ),
  wachtredenen: aantal(
    'Aanmeldingen naar wachtreden',
    'De laatste vastgelegde reden waarom het langer duurt dan de ambitie.',
    `${ambities}; regiovisie-monitor-2022, “Oorzaken”`,
  ),
  wachtkeuze: aantal(
    'Was wachten een keuze?',
    'Of tot het peilmoment een tijd is vastgelegd dat wachten een keuze is.',
    domeinKeuze,
  ),
  wachtkeuzeredenen: aantal(
    'Waarom wachten een keuze was',
    'De laatste vastgelegde reden van wie een tijd uit eigen keuze wachtte.',
    domeinKeuze,
  ),
  aanbod: aantal(
    'Is bekend welk aanbod volgt?',
    'Of op het peilmoment duidelijk is welke aanbieder de vraag oppakt, of wat het advies is.',
    ambities,
  ),
  zonderDuidelijkheid: aantal(
    'Nog niet bekend welk aanbod volgt, naar complexiteit',
    'Wie op het peilmoment nog wacht op duidelijkheid over welke aanbieder de vraag oppakt: de gewone en de zeer complexe vragen, die elk hun eigen ambitie hebben.',
    ambities,
  ),
  ambitie: aantal(
    'Is de ambitie gehaald?',
    'Of er binnen de ambitie duidelijkheid was, twee weken bij een gewone vraag en vier bij een zeer complexe; niet te zeggen is het van wie op het peilmoment nog binnen de ambitie wacht, en van wie eerder zonder duidelijkheid eindigde of stilstaat.',
    ambities,
  ),
} as const satisfies Record<string, Definitie>;

const experttafeljaar = {
  aanmeldingen: aantal(
    'Aanmeldingen',
    'Jeugdigen die in het jaar bij de Experttafel kwamen: aangemeld met de Experttafel als eerste spoor, of in dat jaar door de triage of een ander team erheen gebracht.',
    `${experttafel}; ${ontwerpSpoor}`,
  ),
  maatwerk: aantal('Maatwerk geadviseerd', 'Trajecten waarvoor het advies maatwerk is.', experttafel),
  jongeKinderen: aantal(
    'Kinderen tot en met 12 jaar',
    'Aanmeldingen van kinderen die bij de aanmelding hoogstens 12 jaar zijn.',
    experttafel,
  ),
  thuisOfNetwerk: aantal(
    'Woont thuis of in het netwerk',
    'Jeugdigen die bij de aanmelding thuis of in het eigen netwerk woonden.',
    experttafel,
  ),
  thuisOfNetwerkAandeel: procent(
    'Woont thuis of in het netwerk',
    'Welk deel bij de aanmelding thuis of in het eigen netwerk woonde.',
    experttafel,
  ),
  afwijzingen: aantal(
    'Afwijzingen',
    'Aanmeldingen die de Experttafel zonder advies afwees, terugstuurde of doorverwees, ook vanwege een crisis.',
    experttafel,
  ),
  adviesNietUitgevoerd: aantal(
    'Adviezen die nog niet zijn uitgevoerd',
    'Jeugdigen met een advies dat op het peilmoment, hoogstens het einde van het jaar, niet was uitgevoerd en die nog werden gevolgd. Wat daarna is vastgelegd over een dag ervoor, telt mee.',
    experttafel,
  ),
  uitkomsten: aantal(
    'Aanmeldingen naar uitkomst',
    'Iedere aanmelding staat in één rij, zoals het op het peilmoment was.',
    experttafel,
  ),
  adviezen: aantal('Aanmeldingen naar advies', 'Het laatste advies van de Experttafel.', experttafel),
  verblijfplaatsen: aantal(
    'Aanmeldingen naar verblijfplaats',
    'Waar de jeugdige bij de aanmelding woonde.',
    experttafel,
  ),
  leeftijden: aantal(
    'Aanmeldingen naar leeftijd',
    'De leeftijd van de jeugdige bij de aanmelding, in hele jaren.',
    'experttafel-2025, “Terugkerende knelpunten”',
  ),
  afwijsredenen: aantal('Afwijzingen naar reden', 'Waarom de Experttafel geen advies gaf.', experttafel),
} as const satisfies Record<string, Definitie>;

const stilstand = 'domein.md, “What goes wrong in practice”';
const ladder = 'ontwerp.md, “The rules of a traject”';
const weekoverzicht = {
  vastgelopen: aantal(
    'Vastgelopen',
    'Trajecten waarin nu iets langer duurt dan de norm die ervoor geldt.',
    stilstand,
  ),
  teLaat: aantal(
    'Te laat',
    'Trajecten waarvan de ambitie is verstreken zonder dat duidelijk is wie de vraag oppakt.',
    ladder,
  ),
  wordtTeLaat: aantal(
    'Wordt volgende week te laat',
    'Trajecten waarvan de ambitie verstrijkt voor het einde van volgende week, als er niets gebeurt.',
    ladder,
  ),
  schadelijk: aantal('Schadelijk wachtend', 'Jeugdigen die nu schadelijk lang wachten.', ladder),
  opgeschort: aantal('Opgeschort', 'Trajecten die nu stilstaan, bijvoorbeeld voor de veiligheid.', stilstand),
  wachtenIsKeuze: aantal(
    'Wachten is een keuze',
    'Jeugdigen voor wie wachten nu een keuze is; zij wachten niet schadelijk.',
    domeinKeuze,
  ),
  redenen: aantal(
    'Waarop trajecten vastlopen',
    'Per reden het aantal trajecten; een traject kan om meer redenen vastlopen.',
    stilstand,
  ),
  vastgelopenTrajecten: dagen(
    'Welke trajecten zijn vastgelopen',
    'Hoeveel dagen het traject wacht op wie nu aan zet is.',
    stilstand,
  ),
  teLaatPerWachtreden: aantal(
    'Te laat, naar wachtreden',
    'De vastgelegde reden van trajecten die te laat zijn.',
    `${ambities}; regiovisie-monitor-2022, “Oorzaken”`,
  ),
  wordtTeLaatTrajecten: dagen(
    'Welke trajecten volgende week te laat worden',
    'Hoeveel dagen er nog zijn tot de ambitie.',
    ladder,
  ),
} as const satisfies Record<string, Definitie>;

const uitvraag = 'regiovisie-monitor-2022, “Aard en omvang van de wachttijden”';
/**
 * Who counts as waiting in a quarter, in the words of whatever asks for it or shows it: the e-mail, the page, the API, the reports and the open
 * data. What is left out is the monitor's (regiovisie-monitor-2022, “Resultaten van beide bronnen”). The day is chosen here: the
 * monitor names the quarter alone, and who waits can be counted on a day only, as it does for the extra uitvraag (“Aard en omvang van de wachttijden”).
 */
export const wieWacht =
  'jeugdigen die op de laatste dag van het kwartaal op hulp wachten, zonder gezinshuis en pleeggezin';
/** The same as a sentence. */
export const wieWachtZin = `Het gaat om ${wieWacht}.`;
const perVorm = (vorm: string) =>
  ({
    duur: aantal(
      `Wachtend op ${vorm}, naar duur`,
      `Wie op ${vorm} wacht, naar of dat korter dan drie maanden is of drie maanden of langer, per sector.`,
      `${uitvraag}; regiovisie-monitor-2022, “Schadelijk wachten”`,
    ),
    overbrugging: aantal(
      `Wachtend op ${vorm}, naar overbrugging`,
      `Wie op ${vorm} wacht, naar of er in de tussentijd overbruggingszorg is, per sector.`,
      `${uitvraag}; ${domeinWachten}`,
    ),
  }) as const;
const opAmbulant = perVorm('ambulante hulp');
const opVerblijf = perVorm('verblijf');

const wachttijden = {
  gevraagd: aantal(
    'Gevraagde aanbieders',
    'Hoeveel gecontracteerde aanbieders de vraag over dit kwartaal kregen.',
    uitvraag,
  ),
  geantwoord: aantal('Aanbieders die antwoordden', 'Van hoeveel aanbieders een antwoord meetelt.', uitvraag),
  respons: procent('Respons', 'Welk deel van de gevraagde aanbieders antwoordde.', uitvraag),
  wachtend: aantal(
    'Wachtende jeugdigen',
    `${wieWachtZin} De aanbieders die antwoordden, gaven ze op. Wie bij twee aanbieders wacht, telt hier twee keer.`,
    `${uitvraag}; regiovisie-monitor-2022, “Resultaten van beide bronnen”`,
  ),
  ambulant: aantal(
    'Wachtend op ambulante hulp',
    'Van de wachtende jeugdigen: wie op ambulante hulp wacht.',
    uitvraag,
  ),
  verblijf: aantal('Wachtend op verblijf', 'Van de wachtende jeugdigen: wie op verblijf wacht.', uitvraag),
  drieMaanden: aantal(
    'Wacht drie maanden of langer',
    'Van de wachtende jeugdigen: wie drie maanden of langer wacht.',
    `${uitvraag}; regiovisie-monitor-2022, “Schadelijk wachten”`,
  ),
  drieMaandenAandeel: procent(
    'Wacht drie maanden of langer',
    'Welk deel van de wachtende jeugdigen drie maanden of langer wacht.',
    `${uitvraag}; regiovisie-monitor-2022, “Schadelijk wachten”`,
  ),
  metOverbrugging: aantal(
    'Met overbrugging',
    'Van de wachtende jeugdigen: wie in de tussentijd overbruggingszorg krijgt.',
    `${uitvraag}; ${domeinWachten}`,
  ),
  metOverbruggingAandeel: procent(
    'Met overbrugging',
    'Welk deel van de wachtende jeugdigen in de tussentijd overbruggingszorg krijgt.',
    `${uitvraag}; ${domeinWachten}`,
  ),
  wachtenden: aantal(
    'Wachtende jeugdigen per sector',
    'Wie op ambulante hulp of op verblijf wacht, per sector; wie op hulp uit meer sectoren wacht, staat bij de mix.',
    uitvraag,
  ),
  duurAmbulant: opAmbulant.duur,
  overbruggingAmbulant: opAmbulant.overbrugging,
  duurVerblijf: opVerblijf.duur,
  overbruggingVerblijf: opVerblijf.overbrugging,
  oorzaken: aantal(
    'Waardoor jeugdigen wachten',
    'Hoeveel aanbieders deze oorzaak noemen; een aanbieder kan er meer noemen.',
    'regiovisie-monitor-2022, “Oorzaken”',
  ),
  wachttijden: {
    titel: 'Wachttijd per soort zorg',
    definitie:
      'De kortste, de middelste en de langste wachttijd nu, in weken, van de aanbieders die er een opgeven.',
    bron: 'domein.md, “Details”: “Startpunt Jeugdhulp Haaglanden”',
    eenheid: 'weken',
  },
} as const satisfies Record<string, Definitie>;

const wachttijd = (welke: string): Definitie => ({
  titel: `De ${welke} wachttijd per soort zorg`,
  definitie: `De ${welke} wachttijd nu, in weken, van de aanbieders die er een opgeven.`,
  bron: wachttijden.wachttijden.bron,
  eenheid: 'weken',
});

/** The same figures one by one, as the open data have them. */
const openData = {
  'gevraagde-aanbieders': wachttijden.gevraagd,
  'antwoordende-aanbieders': wachttijden.geantwoord,
  respons: wachttijden.respons,
  wachtend: wachttijden.wachtend,
  'korter-dan-drie-maanden': aantal(
    'Wacht korter dan drie maanden',
    'Van de wachtende jeugdigen: wie korter dan drie maanden wacht.',
    wachttijden.drieMaanden.bron,
  ),
  'drie-maanden-of-langer': wachttijden.drieMaanden,
  'met-overbrugging': wachttijden.metOverbrugging,
  'zonder-overbrugging': aantal(
    'Zonder overbrugging',
    'Van de wachtende jeugdigen: wie in de tussentijd geen overbruggingszorg krijgt.',
    wachttijden.metOverbrugging.bron,
  ),
  oorzaak: wachttijden.oorzaken,
  'wachttijd-kortste': wachttijd('kortste'),
  'wachttijd-middelste': wachttijd('middelste'),
  'wachttijd-langste': wachttijd('langste'),
} as const satisfies Record<string, Definitie>;

const perJeugdige = `${uitvraag}; domein.md, “Details”: “Dubbele registraties”`;
const eenKeer = 'Ieder telt één keer, ook wie bij meer aanbieders of voor meer soorten zorg is aangemeld';

/** The figures of the extra uitvraag, by jeugdige. */
const extra = {
  gevraagd: aantal('Gevraagde aanbieders', 'Hoeveel gekozen aanbieders de vraag kregen.', uitvraag),
  geantwoord: wachttijden.geantwoord,
  responsProcent: wachttijden.respons,
  jeugdigen: aantal(
    'Wachtende jeugdigen, ieder één keer geteld',
    `Jeugdigen die volgens de aanbieders die antwoordden op de peildatum wachten. ${eenKeer}.`,
    perJeugdige,
  ),
  drieMaanden: aantal(
    'Van hen drie maanden of langer',
    'Van de wachtende jeugdigen: wie op de peildatum drie maanden of langer wacht, gerekend vanaf de vroegste aanmelding.',
    `${uitvraag}; regiovisie-monitor-2022, “Schadelijk wachten”`,
  ),
  ambulant: aantal(
    'Drie maanden of langer, ambulant',
    'Van wie drie maanden of langer wacht: wie alleen op ambulante hulp wacht.',
    perJeugdige,
  ),
  verblijf: aantal(
    'Drie maanden of langer, verblijf',
    'Van wie drie maanden of langer wacht: wie op verblijf wacht, ook als daarnaast ambulante hulp wordt gezocht.',
    perJeugdige,
  ),
  dubbel: aantal(
    'Bij meer aanbieders, of voor meer soorten zorg aangemeld',
    'Van de wachtende jeugdigen: wie bij meer aanbieders of voor meer soorten zorg tegelijk is aangemeld.',
    perJeugdige,
  ),
  perVorm: aantal(
    'Wachtende jeugdigen, ambulant en verblijf',
    `Wie op verblijf wacht, telt daar, ook als daarnaast ambulante hulp wordt gezocht. ${eenKeer}.`,
    perJeugdige,
  ),
  perGemeente: aantal(
    'Wachtende jeugdigen naar gemeente',
    `De gemeente bij de vroegste aanmelding. ${eenKeer}.`,
    perJeugdige,
  ),
  perZorgsoort: aantal(
    'Wachtende jeugdigen naar soort zorg',
    'Op welke soort zorg zij wachten; wie op meer soorten wacht, telt bij ieder van die soorten.',
    perJeugdige,
  ),
} as const satisfies Record<string, Definitie>;

/** What stands beside the figures of a report (docs/decisions/0020). */
export const periodeErvoor =
  'De periode ervoor is de periode van dezelfde lengte die eindigde toen deze begon: bij een halfjaar het halfjaar ervoor, niet hetzelfde halfjaar een jaar eerder.';

/** The meaning of each figure and table, by code: per kind of report, of the open data and of an extra uitvraag. */
export const definities = {
  halfjaar,
  experttafel: experttafeljaar,
  wachttijden,
  week: weekoverzicht,
  openData,
  extra,
} as const satisfies Record<Rapportsoort | 'openData' | 'extra', Readonly<Record<string, Definitie>>>;
