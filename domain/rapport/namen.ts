/** The rows of the tables of reports in Dutch words, where the code lists have none of their own. */

import type {
  adviesSoorten,
  afwijsredenen,
  doorverwijzingen,
  terugstuurredenen,
  Uitkomst,
  Wachtkeuzereden,
  Wachtreden,
  WachtSoort,
} from '../codes.ts';
import { wachtNamen } from '../wachtNamen.ts';
import type { Einde } from './feiten.ts';

export const wachtredenNamen: Readonly<Record<Wachtreden, string>> = {
  'informatie-ontbreekt': 'Er ontbreekt informatie',
  'bespreking-vervallen': 'De bespreking ging niet door',
  'aanbieder-reageert-niet': 'Een aanbieder reageert niet',
  'aanbieders-niet-eens': 'Aanbieders zijn het niet eens',
  'situatie-veranderd': 'De situatie van de jeugdige veranderde',
  'veiligheid-eerst': 'Eerst de veiligheid',
  'draagvlak-nodig': 'De aanbieder zoekt draagvlak',
  wachtlijst: 'Wachtlijst',
  personeelstekort: 'Te weinig personeel',
  'aanbod-ontbreekt': 'Te weinig of geen aanbod',
  'doorstroom-stagneert': 'De doorstroom stagneert',
  'uitstroom-stagneert': 'De uitstroom stagneert',
  huisvesting: 'Huisvesting',
};

export const wachtkeuzeNamen: Readonly<Record<Wachtkeuzereden, string>> = {
  'gekozen-behandelaar': 'Wacht op een gekozen behandelaar',
  'behandeling-later': 'De behandeling komt later',
  'vooruit-aangemeld': 'Vooruit aangemeld',
};

/** The ages of the Experttafel's own report: young children until 12, and of those the ones from 6 (experttafel-2025). */
export const leeftijdsgroepen = {
  'tot-6': '0 tot en met 5 jaar',
  'tot-13': '6 tot en met 12 jaar',
  'tot-16': '13 tot en met 15 jaar',
  'vanaf-16': '16 jaar en ouder',
} as const;

/** The age group of an age in months. */
export function leeftijdsgroep(maanden: number): keyof typeof leeftijdsgroepen {
  if (maanden < 6 * 12) return 'tot-6';
  if (maanden < 13 * 12) return 'tot-13';
  return maanden < 16 * 12 ? 'tot-16' : 'vanaf-16';
}

/** The codes of {@link leeftijdsgroepen} of who is at most 12 years old. */
export const jongeKinderen = ['tot-6', 'tot-13'] as const;

/** The places of living that are jeugdzorg (halfjaarverslag-zorglogistiek-2025, "de cijfers"). */
export const inJeugdzorg = [
  'gezinshuis',
  'pleeggezin',
  'behandelgroep',
  'jeugdzorgplus',
  'crisisplek',
] as const;
export const thuisOfNetwerk = ['thuis', 'netwerk'] as const;

export const adviesTitels: Readonly<Record<(typeof adviesSoorten)[number], string>> = {
  'reguliere-zorg': 'Reguliere zorg',
  samenwerking: 'Samenwerking van aanbieders',
  maatwerk: 'Maatwerk',
  'eerst-veiligheid': 'Eerst de veiligheid',
};

const uitkomstNamen: Readonly<Record<Uitkomst, string>> = {
  'zorg-gestart': 'De zorg is gestart',
  'advies-uitgevoerd': 'Het advies is uitgevoerd',
  doorverwezen: 'Doorverwezen',
  teruggestuurd: 'Teruggestuurd',
  afgewezen: 'Afgewezen',
  ingetrokken: 'Ingetrokken',
  crisis: 'Crisis: het CIT nam het over',
  overgedragen: 'Overgedragen bij 18 jaar',
};

const afwijsNamen: Readonly<Record<(typeof afwijsredenen)[number], string>> = {
  'geen-verblijf': 'Afgewezen: de vraag gaat niet over verblijf',
  'gezinshuis-of-pleeggezin': 'Afgewezen: gezinshuis of pleeggezin gezocht',
  'jeugdzorgplus-gezocht': 'Afgewezen: JeugdzorgPlus gezocht',
  'buiten-haaglanden': 'Afgewezen: buiten Haaglanden',
  'rechtstreeks-aanmelden-mogelijk': 'Afgewezen: rechtstreeks aanmelden kan',
  'vraag-niet-duidelijk': 'Afgewezen: de vraag is niet duidelijk',
};
const terugstuurNamen: Readonly<Record<(typeof terugstuurredenen)[number], string>> = {
  'informatie-ontbreekt': 'Teruggestuurd: er ontbreekt informatie',
  'vraag-niet-duidelijk': 'Teruggestuurd: de vraag is niet duidelijk',
  'toestemming-ontbreekt': 'Teruggestuurd: er is geen toestemming',
  'te-vroeg': 'Teruggestuurd: te vroeg',
};
const doorverwijsNamen: Readonly<Record<(typeof doorverwijzingen)[number], string>> = {
  'andere-regio': 'Doorverwezen naar een andere regio',
  aanbieder: 'Doorverwezen naar een aanbieder',
  'lokaal-team': 'Doorverwezen naar een lokaal team',
  'pleegzorg-of-gezinshuis': 'Doorverwezen naar pleegzorg of een gezinshuis',
  jeugdzorgplus: 'Doorverwezen naar de JeugdzorgPlus',
  volwassenenzorg: 'Doorverwezen naar zorg voor volwassenen',
  'andere-organisatie': 'Doorverwezen naar een andere organisatie',
};

const metVoorvoegsel = (voorvoegsel: string, namen: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(namen).map(([code, naam]) => [`${voorvoegsel}-${code}`, naam]));

/** Why an aanmelding was not taken up: the crisis, and every reason of the other three ways. */
export const afwijzingNamen: Readonly<Record<string, string>> = {
  crisis: uitkomstNamen.crisis,
  ...metVoorvoegsel('afgewezen', afwijsNamen),
  ...metVoorvoegsel('teruggestuurd', terugstuurNamen),
  ...metVoorvoegsel('doorverwezen', doorverwijsNamen),
};

/** The code in {@link afwijzingNamen} of an end. */
export function afwijzingVan({ uitkomst, reden }: Einde): string {
  return uitkomst === 'crisis' ? uitkomst : `${uitkomst}-${reden ?? ''}`;
}

/** Each reason for being vastgelopen, as the head of a row. */
export const vastgelopenTitels = Object.fromEntries(
  Object.entries(wachtNamen).map(([code, naam]) => [code, `${naam.charAt(0).toUpperCase()}${naam.slice(1)}`]),
) as Record<WachtSoort, string>;
