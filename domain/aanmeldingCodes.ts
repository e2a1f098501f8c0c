/** The coded choices of the aanmelding: code → Dutch label, one list per field. */
import type { Complexiteit, Spoor } from './codes.ts';
import type { CodeVan } from './keuzelijst.ts';

/** What kind of organisation signs up (halfjaarverslag-zorglogistiek-2025, "de cijfers": a third each). */
export const organisatieSoorten = {
  'jeugdbescherming-west': 'Jeugdbescherming west',
  'andere-gi': 'Een andere gecertificeerde instelling',
  jeugdteam: 'Een jeugdteam of lokaal team',
  anders: 'Een andere organisatie',
} as const;

/** Where the jeugdige lives at aanmelding (domein, "JeugdzorgPlus"; experttafel-2025, "Cijfers en trends"). */
export const verblijfplaatsen = {
  thuis: 'Thuis',
  netwerk: 'In het eigen netwerk',
  gezinshuis: 'In een gezinshuis',
  pleeggezin: 'In een pleeggezin',
  behandelgroep: 'Op een behandelgroep',
  jeugdzorgplus: 'In de JeugdzorgPlus',
  crisisplek: 'Op een crisisplek',
  anders: 'Ergens anders',
} as const;

/** The wettelijke maatregel (regiovisie-monitor-2022, "Jeugdbeschermingsmaatregelen"). */
export const maatregelen = {
  geen: 'Geen maatregel',
  ots: 'Ondertoezichtstelling (ots)',
  voogdij: 'Voogdij',
  jeugdreclassering: 'Jeugdreclassering',
} as const;

/** The GI's that carry out maatregelen in Haaglanden (regiovisie-monitor-2022, "Jeugdbeschermingsmaatregelen"). */
export const gecertificeerdeInstellingen = {
  'jeugdbescherming-west': 'Jeugdbescherming west',
  'william-schrikker': 'William Schrikker Stichting',
  'leger-des-heils': 'Leger des Heils',
  'andere-gi': 'Een andere gecertificeerde instelling',
} as const;

/**
 * What is sought. Zorglogistiek looks for a behandelgroep or woongroep; the others can be asked, so that an aanmelder
 * need not misname the question, and are told to be out of scope (halfjaarverslag-zorglogistiek-2025, "wat doet de
 * Zorglogistiek").
 */
export const verblijfSoorten = {
  behandelgroep: 'Behandelgroep',
  woongroep: 'Woongroep',
  gezinshuis: 'Gezinshuis',
  pleeggezin: 'Pleeggezin',
  jeugdzorgplus: 'JeugdzorgPlus',
  anders: 'Iets anders',
} as const;

/** The sector of the question (halfjaarverslag-zorglogistiek-2025, "wat doet de Zorglogistiek"). */
export const sectoren = {
  jeugdhulp: 'Jeugdhulp',
  'j-ggz': 'Jeugd-GGZ',
  lvb: 'Zorg bij een (licht) verstandelijke beperking',
} as const;

/**
 * Whether something about the jeugdige is known that aanbieders need for an offer; missing, it holds a traject up
 * (halfjaarverslag-zorglogistiek-2025, "ambities").
 */
export const informatieStanden = {
  bekend: 'Bekend',
  loopt: 'Wordt nu onderzocht',
  ontbreekt: 'Niet bekend',
} as const;

/** How complex the question is: it sets the ambitie of two or four weeks. */
export const complexiteitLabels = {
  gewoon: 'Gewoon',
  'zeer-complex': 'Zeer complex',
} as const satisfies Record<Complexiteit, string>;

/** The team that is asked; each has its own task (halfjaarverslag-zorglogistiek-2025, inleiding). */
export const spoorLabels = {
  zorglogistiek: 'Zorglogistiek: een verblijfsplek zoeken',
  zorgbemiddeling: 'Zorgbemiddeling: bemiddelen met een aanbieder',
  experttafel: 'Experttafel: advies over de inhoud van de hulp',
} as const satisfies Record<Spoor, string>;

/** How the aanmelding came in (halfjaarverslag-zorglogistiek-2025, "wat doet de Zorglogistiek"). */
export const kanalen = { website: 'Website', mail: 'E-mail', telefoon: 'Telefoon' } as const;

export type Sector = CodeVan<typeof sectoren>;
export type MaatregelCode = CodeVan<typeof maatregelen>;
export type GiCode = CodeVan<typeof gecertificeerdeInstellingen>;
