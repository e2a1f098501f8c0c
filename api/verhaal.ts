/** The story of a traject in Dutch sentences, made from the codes that were stored. */
import { gecertificeerdeInstellingen, maatregelen } from '../domain/aanmeldingCodes.ts';
import { type WegingElement, wegingUitleg } from '../domain/afwegingskader.ts';
import { dag } from '../domain/beleid.ts';
import {
  adviesNamen,
  doorverwijzingNamen,
  informatieNamen,
  overdrachtNamen,
  spoorNamen,
  verhuisNamen,
} from '../domain/codeNamen.ts';
import type { contactSoorten, stapSoorten } from '../domain/codes.ts';
import { periodeInWoorden } from '../domain/doorbraakCodes.ts';
import { gemeenteKeuzes } from '../domain/gemeenten.ts';
import { stukSoortKeuzes } from '../domain/stukken.ts';
import type { TriageUitkomst } from '../domain/triageCodes.ts';
import { wachtNamen, wachtTaken, wieNamen } from '../domain/wachtNamen.ts';
import { datumInNederland, leesbareDatum } from '../domain/werkdagen.ts';
import type { Rol } from './toegang.ts';

type Codes = Readonly<Record<string, unknown>>;
type Zin = (codes: Codes) => string;

const inWoorden = (code: unknown) => String(code).replaceAll('-', ' ');
/** How the list names this code; a code of an older list is told as it is. */
const naam = (namen: Readonly<Record<string, string>>, code: unknown) =>
  namen[String(code)] ?? inWoorden(code);
const datum = (waarde: unknown) => leesbareDatum(String(waarde));
const dagVan = (moment: unknown) => leesbareDatum(datumInNederland(Number(moment)));
const als = (waarde: unknown, tekst: (waarde: unknown) => string) =>
  waarde === undefined ? '' : tekst(waarde);

const opsomming = new Intl.ListFormat('nl-NL');
const lijst = (waarde: unknown) => opsomming.format((waarde as string[]).map(String));
const lijstVan = (namen: Readonly<Record<string, string>>, codes: unknown) =>
  lijst((codes as string[]).map((code) => naam(namen, code)));
const wie = (code: unknown) => wieNamen(String(code).split(' '));

/** How long something took, `duur` in ms. */
function dagen(duur: unknown): string {
  const aantal = Math.floor(Number(duur) / dag);
  if (aantal < 1) return 'minder dan een dag';
  return aantal === 1 ? 'één dag' : `${aantal} dagen`;
}

const afgesloten = ' Het traject is afgesloten.';
const afwijking = (reden: unknown) =>
  als(reden, (r) => ` Dat is anders dan het voorstel. Reden: ${inWoorden(r)}.`);
const nieuweCoordinator = (coordinator: unknown) =>
  als(coordinator, (code) => ` De coördinator is nu ${code}.`);
const nogOpen = (aantal: unknown) =>
  aantal === 1 ? ' Eén vraag staat nog open.' : ` ${aantal} vragen staan nog open.`;
const weerKijken = (opvolgDatum: unknown) =>
  als(opvolgDatum, (d) => ` Op ${datum(d)} wordt gekeken hoe het staat.`);

const naTriage: Readonly<Record<TriageUitkomst, Zin>> = {
  bespreking: () => 'De aanmelding gaat naar de tafelbespreking.',
  'direct-voorleggen': ({ aanbieders }) =>
    `De vraag is direct voorgelegd, zonder bespreking, aan ${lijst(aanbieders)}.`,
  zorgbemiddeling: () => `De aanmelding gaat naar ${spoorNamen.zorgbemiddeling}.`,
  experttafel: () => `De aanmelding gaat naar ${spoorNamen.experttafel}.`,
  doorverwezen: ({ doorverwezenNaar }) =>
    `De aanmelding is doorverwezen naar ${naam(doorverwijzingNamen, doorverwezenNaar)}.${afgesloten}`,
  teruggestuurd: ({ terugstuurReden, soorten }) =>
    `De aanmelding is teruggestuurd naar de aanmelder. Reden: ${inWoorden(terugstuurReden)}${als(soorten, (codes) => `, over ${lijstVan(informatieNamen, codes)}`)}.${afgesloten}`,
  afgewezen: ({ reden }) => `De aanmelding is afgewezen. Reden: ${inWoorden(reden)}.${afgesloten}`,
  crisis: () => crisis,
};
const crisis = `Er is een crisis. De aanmelder is gevraagd om het Crisis Interventie Team (CIT) te bellen.${afgesloten}`;

const stappen: Readonly<Record<(typeof stapSoorten)[number], string>> = {
  opgepakt: 'Het traject is opgepakt.',
  'gesprek-aanmelder': 'Er is gesproken met de aanmelder.',
  'gesprek-aanbieder': 'Er is gesproken met een aanbieder.',
  'gesprek-gezin': 'Er is gesproken met het gezin.',
  'overleg-deskundigen': 'Er is overlegd met deskundigen.',
  opvolging: 'Er is gekeken hoe het staat.',
};

const contactMet: Readonly<Record<(typeof contactSoorten)[number], string>> = {
  jeugdige: 'de jeugdige',
  ouders: 'de ouders',
  aanmelder: 'de aanmelder',
  aanbieder: 'een aanbieder',
};

/** An agreed next step in words: what, who, and by when. */
export const afspraak = ({ wie: code, wat, voorDatum }: Codes) =>
  `${inWoorden(wat)} door ${wie(code)}, uiterlijk ${datum(voorDatum)}`;

const elementNaam = (code: unknown) => wegingUitleg[code as WegingElement]?.label ?? inWoorden(code);
const elementenInWoorden = (elementen: unknown) =>
  (elementen as string[])
    .map(elementNaam)
    .map((label) => label.charAt(0).toLowerCase() + label.slice(1))
    .join('; ') || 'geen';

const waarop = ({ wacht, wie: codes }: Codes) =>
  `${naam(wachtNamen, wacht)}${als(codes, (c) => ` (${wie(c)})`)}`;

const nieuweMaatregel = (maatregel: unknown, gi: unknown) =>
  maatregel === 'geen'
    ? ' Er is nu geen maatregel.'
    : ` De maatregel is nu: ${naam(maatregelen, maatregel)}, uitgevoerd door ${naam(gecertificeerdeInstellingen, gi)}.`;

function naVervallen({ naar, bijHervatting }: Codes): string {
  const { tafelDatum, aanbieders } = naar as Codes;
  if (tafelDatum !== undefined) return `Het traject staat nu op de tafel van ${datum(tafelDatum)}.`;
  return aanbieders === undefined
    ? 'Er is geen volgende tafel en er zijn geen tafelleden. De coördinator kiest wat er nu gebeurt.'
    : `De vraag ${bijHervatting ? 'wordt bij het hervatten' : 'is'} direct voorgelegd aan ${lijst(aanbieders)}.`;
}

function geopendDoor(lezers: number): string {
  if (lezers === 0) return 'Niemand had het geopend.';
  return lezers === 1 ? 'Eén persoon had het geopend.' : `${lezers} personen hadden het geopend.`;
}

const zinnen: Readonly<Record<string, Zin>> = {
  aangemeld: () => 'De aanmelding is ontvangen.',
  'traject-begonnen': () => 'Het traject is begonnen. De coördinator bekijkt de aanmelding.',
  triage: (codes) =>
    (naTriage[codes.uitkomst as TriageUitkomst]?.(codes) ?? `${inWoorden(codes.uitkomst)}.`) +
    afwijking(codes.afwijkReden),
  informatievraag: ({ aanbieder, soorten }) =>
    `${aanbieder === undefined ? 'De aanmelder is gevraagd' : `Op verzoek van ${aanbieder} is de aanmelder gevraagd`} om informatie over ${lijstVan(informatieNamen, soorten)}.`,
  informatie: ({ aanbieders, open }) =>
    `De aanmelder heeft de gevraagde informatie gegeven${als(aanbieders, (codes) => `, ook op de vraag van ${lijst(codes)}`)}.` +
    als(open, nogOpen),
  'vraag-ingetrokken': ({ soorten, vragenOpen }) =>
    `De aanmelder hoeft geen informatie meer te geven over ${lijstVan(informatieNamen, soorten)}.` +
    als(vragenOpen, nogOpen),
  weging: ({ besluit, elementen, versie, afwijkReden }) =>
    `De weging is gedaan: ${inWoorden(besluit)}. Elementen van het afwegingskader (versie ${versie}) die gelden: ${elementenInWoorden(elementen)}.` +
    afwijking(afwijkReden),
  stuk: ({ stukSoort, versie }) =>
    `Er is een stuk toegevoegd: ${naam(stukSoortKeuzes, stukSoort)}${versie === 1 ? '' : `, versie ${versie}`}.`,
  'stuk-verwijderd': ({ stukSoort, versie, reden, aantal, lezers }) =>
    `Er is een stuk verwijderd: ${naam(stukSoortKeuzes, stukSoort)}${versie === 1 ? '' : `, versie ${versie}`}. Reden: ${inWoorden(reden)}.` +
    (aantal === 1 ? '' : ` Hetzelfde bestand stond er ${aantal} keer; alle zijn weg.`) +
    ` ${geopendDoor(Number(lezers))}`,
  tafeldatum: ({ tafelDatum }) => `De tafelbespreking is gepland op ${datum(tafelDatum)}.`,
  'direct-voorleggen': ({ aanbieders, reden }) =>
    `De vraag is direct voorgelegd, zonder bespreking, aan ${lijst(aanbieders)}. Reden: ${inWoorden(reden)}.`,
  verslag: ({ aanwezig, aanmelderAfwezig, aanbieders, afspraken }) =>
    'Het verslag van de bespreking is gemaakt.' +
    als(aanwezig, (codes) => ` Aanwezig: ${wieNamen(codes as string[])}.`) +
    als(aanmelderAfwezig, (reden) => ` De aanmelder was er niet. Reden: ${inWoorden(reden)}.`) +
    als(aanbieders, (codes) => ` Aan de slag gaan: ${lijst(codes)}.`) +
    als(afspraken, (alle) => ` Afgesproken is: ${(alle as Codes[]).map(afspraak).join('; ')}.`),
  'afspraak-gedaan': (codes) => `Een afspraak is gedaan: ${afspraak(codes)}.`,
  wachtreden: ({ wachtreden }) => `Vastgelegd is waarom het langer duurt: ${inWoorden(wachtreden)}.`,
  complexiteit: ({ complexiteit, naarTijdstip }) =>
    `De complexiteit is nu: ${inWoorden(complexiteit)}. Uiterlijk ${dagVan(naarTijdstip)} moet duidelijk zijn welke aanbieder de vraag oppakt.`,
  situatie: ({ maatregel, gi }) =>
    `De situatie van de jeugdige is veranderd. Wat voor de vorige situatie is onderzocht en gekozen, geldt niet meer.${als(maatregel, (code) => nieuweMaatregel(code, gi))}`,
  opschorting: ({ reden, evaluatieDatum }) =>
    `Het traject is opgeschort. Reden: ${inWoorden(reden)}. Op ${datum(evaluatieDatum)} wordt bekeken of het verder kan.`,
  hervatting: ({ duur, naarTijdstip, gemisteTafel }) =>
    `Het traject gaat verder. Het stond ${dagen(duur)} stil; de ambitie is nu ${dagVan(naarTijdstip)}.` +
    als(gemisteTafel, (d) => ` De tafel van ${datum(d)} ging voorbij: er komt een nieuwe bespreking.`),
  wachtkeuze: ({ reden, evaluatieDatum }) =>
    `Wachten is hier een keuze. Reden: ${inWoorden(reden)}. Op ${datum(evaluatieDatum)} wordt bekeken of dat nog zo is.`,
  'wachtkeuze-einde': ({ duur }) => `Wachten is geen keuze meer. Dat was het ${dagen(duur)}.`,
  verhuizing: ({ gemeente, afloop }) =>
    `De jeugdige verhuist. De nieuwe gemeente: ${naam(gemeenteKeuzes, gemeente)}. ${naam(verhuisNamen, afloop)}`,
  aanmelder: () => 'Een andere aanmelder heeft het traject overgenomen.',
  coordinator: ({ coordinator }) => `De coördinator is nu ${coordinator}.`,
  spoor: ({ spoor, coordinator }) =>
    `Het traject gaat naar ${naam(spoorNamen, spoor)}.${nieuweCoordinator(coordinator)}`,
  stap: ({ stap, opvolgDatum, coordinator }) =>
    naam(stappen, stap) + weerKijken(opvolgDatum) + nieuweCoordinator(coordinator),
  advies: ({ advies, opvolgDatum, coordinator }) =>
    `De Experttafel adviseert: ${naam(adviesNamen, advies)}.${weerKijken(opvolgDatum)}${nieuweCoordinator(coordinator)}`,
  'advies-uitgevoerd': ({ uitgevoerdDatum }) =>
    `Het advies van de Experttafel is uitgevoerd${als(uitgevoerdDatum, (d) => ` op ${datum(d)}`)}.${afgesloten}`,
  keuze: ({ aanbieders, verwachteStartDatum, evaluatieDatum, eigenaar }) =>
    `Er is duidelijkheid: ${lijst(aanbieders)} ${(aanbieders as string[]).length === 1 ? 'pakt' : 'pakken'} de vraag op.` +
    als(verwachteStartDatum, (d) => ` De zorg start naar verwachting op ${datum(d)}.`) +
    als(evaluatieDatum, (d) => ` Het overbruggingsplan wordt bekeken op ${datum(d)}.`) +
    als(eigenaar, (code) => ` Eigenaar van het plan: ${wie(code)}.`),
  overbrugging: ({ evaluatieDatum, verwachteStartDatum, eigenaar }) =>
    `Het overbruggingsplan is vastgelegd. Het wordt bekeken op ${datum(evaluatieDatum)}.` +
    als(verwachteStartDatum, (d) => ` De zorg start naar verwachting op ${datum(d)}.`) +
    als(eigenaar, (code) => ` Eigenaar van het plan: ${wie(code)}.`),
  zorgstart: ({ startDatum }) => `De zorg is gestart op ${datum(startDatum)}. Het traject is afgesloten.`,
  contact: ({ met }) => `Er is contact geweest over de jeugdige, met ${naam(contactMet, met)}.`,
  overdracht: ({ naar }) =>
    `De jeugdige is overgedragen bij 18 jaar. Het vervolg is: ${naam(overdrachtNamen, naar)}.${afgesloten}`,
  crisis: () => crisis,
  intrekking: ({ reden }) =>
    `De aanmelding is ingetrokken. Reden: ${inWoorden(reden)}. Het traject is afgesloten.`,
  'ambitie-waarschuwing': ({ ambitieTijdstip }) =>
    `Drie kwart van de tijd is om. Uiterlijk ${dagVan(ambitieTijdstip)} moet duidelijk zijn welke aanbieder de vraag oppakt.`,
  escalatie: ({ niveau, terugNaarTafel, tafelDatum }) =>
    `Het traject is te laat: escalatie naar niveau ${niveau}.` +
    (terugNaarTafel ? ' Het traject gaat terug naar de tafel' : '') +
    (terugNaarTafel ? `${als(tafelDatum, (d) => ` van ${datum(d)}`)}.` : ''),
  'schadelijk-wachtend': () =>
    'De jeugdige wacht drie maanden. Dat is schadelijk wachten; de jeugdige is geregistreerd voor de doorbraak.',
  'norm-herinnering': ({ wacht, nummer }) => `Herinnering ${nummer} is gestuurd: ${naam(wachtTaken, wacht)}.`,
  vastgelopen: (codes) => `Het traject is vastgelopen: ${waarop(codes)}.`,
  'vastgelopen-manager': (codes) =>
    `De manager heeft bericht gekregen dat het traject nog is vastgelopen: ${waarop(codes)}.`,
  doorbraak: ({ periode, isOnder }) =>
    isOnder
      ? `De jeugdige wacht te lang en wordt besproken in de doorbraak van ${periodeInWoorden(String(periode))}.`
      : `De bespreking in de doorbraak van ${periodeInWoorden(String(periode))} is klaar.`,
  'bespreking-vervallen': (codes) =>
    `De tafel van ${datum(codes.tafelDatum)} gaat niet door. ${naVervallen(codes)}`,
  'allen-afgewezen': ({ aanbieder, staatAl }) =>
    `${aanbieder} doet geen aanbod, net als de andere aanbieders. ${staatAl ? 'Vastgelegd' : 'Het traject gaat terug naar de tafel; vastgelegd'} is wat er in het aanbod ontbreekt.`,
  'zorgstart-uitgebleven': ({ verwachteStartDatum }) =>
    `De zorg is niet gestart op ${datum(verwachteStartDatum)}. De keuze is vervallen en het traject gaat terug naar de tafel.`,
  'weging-herzien': ({ elementen }) =>
    `De jeugdige is geen jong kind meer. Elementen van het afwegingskader die nog gelden: ${elementenInWoorden(elementen)}.`,
  'achttien-nadert': ({ stand }) =>
    `De jeugdige wordt over ${stand === 1 ? 'zes' : 'drie'} maanden 18. Er moet een overdracht komen.`,
  achttien: () => 'De jeugdige wordt deze maand 18. De overdracht moet nu worden vastgelegd.',
  'onderzoek-gevraagd': ({ aanbieder }) => `Aan ${aanbieder} is gevraagd om de mogelijkheden te onderzoeken.`,
  'onderzoek-bevestiging': ({ aanbieder }) => `${aanbieder} bevestigt dat het onderzoek loopt.`,
  'onderzoek-nieuws': ({ aanbieder }) => `${aanbieder} meldt hoe het onderzoek loopt.`,
  'onderzoek-vraag': ({ aanbieder, soorten }) =>
    `${aanbieder} heeft meer informatie nodig over ${lijstVan(informatieNamen, soorten)}.`,
  'onderzoek-antwoord': ({ aanbieder, antwoord, totDatum, metAanbieders, afwijzingReden, meerTijdReden }) =>
    `${aanbieder} antwoordt: ${inWoorden(antwoord)}` +
    als(metAanbieders, (met) => `, samen met ${lijst(met)}`) +
    als(totDatum, (d) => `, tot ${datum(d)}`) +
    als(afwijzingReden ?? meerTijdReden, (reden) => `. Reden: ${inWoorden(reden)}`) +
    '.',
  'onderzoek-gemeld': ({ aanbieder, status, vastgelopen, partners, reden }) =>
    reden !== undefined
      ? `${aanbieder} antwoordde terwijl het onderzoek verviel (${inWoorden(reden)}). De coördinator heeft het antwoord gekregen.`
      : vastgelopen
        ? `${aanbieder} heeft ${status === 'gevraagd' ? 'het onderzoek niet op tijd bevestigd' : 'niet op tijd laten weten hoe het onderzoek loopt'}.`
        : `Het traject heeft het bericht van ${aanbieder} verwerkt.${als(partners, (codes) => ` Voor het gezamenlijke plan is ook gevraagd: ${lijst(codes)}.`)}`,
  'onderzoek-herinnering': ({ aanbieder, nummer }) => `Herinnering ${nummer} is gestuurd aan ${aanbieder}.`,
  'onderzoek-escalatie': ({ aanbieder }) =>
    `${aanbieder} reageert niet. Het contact achter het contact is gevraagd om te helpen.`,
  'onderzoek-verplaatst': ({ aanbieder, eerderTijdstip, antwoordVoorTijdstip }) =>
    `${aanbieder} is gevraagd om uiterlijk ${dagVan(antwoordVoorTijdstip)} te antwoorden. Dat was ${dagVan(eerderTijdstip)}.`,
  'onderzoek-vervallen': ({ aanbieder, reden }) =>
    `Het onderzoek van ${aanbieder} is niet meer nodig. Reden: ${inWoorden(reden)}.`,
};

/** The kinds of event that the story has a sentence for. */
export const vertelbareSoorten: readonly string[] = Object.keys(zinnen);

/** What somebody of this role reads of an event: what the rules of the triage proposed is for who decides. */
export function codesVoor(rol: Rol, soort: string, codes: Codes): Codes {
  if (rol === 'coordinator' || soort !== 'triage') return codes;
  const { afwijkReden: _voorCollegas, ...rest } = codes;
  return rest;
}

/** One event in a Dutch sentence; days are those of Europe/Amsterdam. An unknown kind is told by its name. */
export function vertel(soort: string, codes: Codes): string {
  const zin =
    (zinnen[soort]?.(codes) ?? `${inWoorden(soort)}.`) +
    als(codes.vragenVervallen, (aantal) =>
      aantal === 1
        ? ' Een vraag van een aanbieder aan de aanmelder is niet meer nodig.'
        : ` ${aantal} vragen van aanbieders aan de aanmelder zijn niet meer nodig.`,
    );
  return zin.charAt(0).toUpperCase() + zin.slice(1);
}
