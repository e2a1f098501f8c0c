/** The story of a traject in Dutch sentences, made from the codes that were stored. */
import { type StukSoort, stukSoortKeuzes } from '../domain/stukken.ts';
import { datumInNederland, leesbareDatum } from '../domain/werkdagen.ts';

type Codes = Readonly<Record<string, unknown>>;

const inWoorden = (code: unknown) => String(code).replaceAll('-', ' ');
const datum = (waarde: unknown) => leesbareDatum(String(waarde));
const dagVan = (moment: unknown) => leesbareDatum(datumInNederland(Number(moment)));
const als = (waarde: unknown, tekst: (waarde: unknown) => string) =>
  waarde === undefined ? '' : tekst(waarde);

const opsomming = new Intl.ListFormat('nl-NL');
const lijst = (waarde: unknown) => opsomming.format((waarde as string[]).map(String));

const zinnen: Readonly<Record<string, (codes: Codes) => string>> = {
  aangemeld: () => 'De aanmelding is ontvangen.',
  'traject-begonnen': () => 'Het traject is begonnen. De coördinator bekijkt de aanmelding.',
  triage: ({ uitkomst, reden }) =>
    uitkomst === 'afgewezen'
      ? `De aanmelding is afgewezen. Reden: ${inWoorden(reden)}.`
      : 'De aanmelding gaat naar de tafelbespreking.',
  tafeldatum: ({ tafelDatum }) => `De tafelbespreking is gepland op ${datum(tafelDatum)}.`,
  verslag: ({ aanbieders }) =>
    `Het verslag van de bespreking is gemaakt. Aan de slag gaan: ${lijst(aanbieders)}.`,
  wachtreden: ({ wachtreden }) => `Vastgelegd is waarom het langer duurt: ${inWoorden(wachtreden)}.`,
  complexiteit: ({ complexiteit, naarTijdstip }) =>
    `De complexiteit is nu: ${inWoorden(complexiteit)}. Uiterlijk ${dagVan(naarTijdstip)} moet duidelijk zijn welke aanbieder de vraag oppakt.`,
  keuze: ({ aanbieders, verwachteStartDatum, evaluatieDatum }) =>
    `Er is duidelijkheid: ${lijst(aanbieders)} pakt de vraag op.` +
    als(verwachteStartDatum, (d) => ` De zorg start naar verwachting op ${datum(d)}.`) +
    als(evaluatieDatum, (d) => ` Het overbruggingsplan wordt bekeken op ${datum(d)}.`),
  overbrugging: ({ evaluatieDatum }) =>
    `Het overbruggingsplan is vastgelegd. Het wordt bekeken op ${datum(evaluatieDatum)}.`,
  zorgstart: ({ startDatum }) => `De zorg is gestart op ${datum(startDatum)}. Het traject is afgesloten.`,
  intrekking: ({ reden }) =>
    `De aanmelding is ingetrokken. Reden: ${inWoorden(reden)}. Het traject is afgesloten.`,
  stuk: ({ stukSoort, versie }) =>
    `Er is een stuk toegevoegd: ${stukSoortKeuzes[stukSoort as StukSoort]}${versie === 1 ? '' : `, versie ${versie}`}.`,
  'ambitie-waarschuwing': ({ ambitieTijdstip }) =>
    `Drie kwart van de tijd is om. Uiterlijk ${dagVan(ambitieTijdstip)} moet duidelijk zijn welke aanbieder de vraag oppakt.`,
  escalatie: ({ niveau, terugNaarTafel, tafelDatum }) =>
    `Het traject is te laat: escalatie naar niveau ${niveau}.` +
    (terugNaarTafel ? ' Het traject gaat terug naar de tafel' : '') +
    (terugNaarTafel ? `${als(tafelDatum, (d) => ` van ${datum(d)}`)}.` : ''),
  'schadelijk-wachtend': () =>
    'De jeugdige wacht drie maanden. Dat is schadelijk wachten; de jeugdige is geregistreerd voor de doorbraak.',
  'onderzoek-gevraagd': ({ aanbieder }) => `Aan ${aanbieder} is gevraagd om de mogelijkheden te onderzoeken.`,
  'onderzoek-bevestiging': ({ aanbieder }) => `${aanbieder} bevestigt dat het onderzoek loopt.`,
  'onderzoek-nieuws': ({ aanbieder }) => `${aanbieder} meldt hoe het onderzoek loopt.`,
  'onderzoek-antwoord': ({ aanbieder, antwoord, totDatum, metAanbieders, afwijzingReden, meerTijdReden }) =>
    `${aanbieder} antwoordt: ${inWoorden(antwoord)}` +
    als(metAanbieders, (met) => `, samen met ${lijst(met)}`) +
    als(totDatum, (d) => `, tot ${datum(d)}`) +
    als(afwijzingReden ?? meerTijdReden, (reden) => `. Reden: ${inWoorden(reden)}`) +
    '.',
  'onderzoek-gemeld': ({ aanbieder, vastgelopen }) =>
    vastgelopen
      ? `Het onderzoek van ${aanbieder} is vastgelopen: herinneringen bleven zonder reactie.`
      : `Het traject heeft het bericht van ${aanbieder} verwerkt.`,
  'onderzoek-herinnering': ({ aanbieder, nummer }) => `Herinnering ${nummer} is gestuurd aan ${aanbieder}.`,
  'onderzoek-escalatie': ({ aanbieder }) =>
    `${aanbieder} reageert niet. Het contact achter het contact is gevraagd om te helpen.`,
  'onderzoek-vervallen': ({ aanbieder, reden }) =>
    `Het onderzoek van ${aanbieder} is niet meer nodig. Reden: ${inWoorden(reden)}.`,
};

/** The kinds of event that the story has a sentence for. */
export const vertelbareSoorten: readonly string[] = Object.keys(zinnen);

/** One event in a Dutch sentence; days are those of Europe/Amsterdam. An unknown kind is told by its name. */
export function vertel(soort: string, codes: Codes): string {
  const zin = zinnen[soort]?.(codes) ?? `${inWoorden(soort)}.`;
  return zin.charAt(0).toUpperCase() + zin.slice(1);
}
