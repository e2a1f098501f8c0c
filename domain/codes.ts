/**
 * The coded lists that travel through workflow history, search attributes, rows and answers.
 * Codes and pseudonyms only: nothing in here can name a jeugdige (ontwerp: "History holds codes and pseudonyms only").
 */
import { z } from 'zod';

/** Where a traject stands; the order is the order of the story (domein, "One traject, from aanmelding to a place"). */
export const fases = [
  'intake',
  'voorbereiding',
  'bespreking',
  'onderzoek',
  'overbrugging',
  'afgesloten',
] as const;
export type Fase = (typeof fases)[number];

/** The three sub-teams of the Expertiseteam Complexe Zorg (halfjaarverslag-zorglogistiek-2025, inleiding). */
export const sporen = ['zorglogistiek', 'zorgbemiddeling', 'experttafel'] as const;
export type Spoor = (typeof sporen)[number];

/** Two weeks for every aanvraag, four for a very complex one (halfjaarverslag-zorglogistiek-2025, "ambities"). */
export const complexiteiten = ['gewoon', 'zeer-complex'] as const;
export type Complexiteit = (typeof complexiteiten)[number];

/** On whom a traject waits. */
export const wachtOpSoorten = [
  'aanmelder',
  'coordinator',
  'tafel',
  'aanbieder',
  'zorgstart',
  'niemand',
] as const;
export type WachtOp = (typeof wachtOpSoorten)[number];

/**
 * Why a traject is late. The first seven come from what goes wrong at the table (halfjaarverslag-zorglogistiek-2025,
 * "ambities" and "de cijfers"), the rest from the monitor's own list of causes (regiovisie-monitor-2022, "Oorzaken").
 */
export const wachtredenen = [
  'informatie-ontbreekt',
  'bespreking-vervallen',
  'aanbieder-reageert-niet',
  'aanbieders-niet-eens',
  'situatie-veranderd',
  'veiligheid-eerst',
  'draagvlak-nodig',
  'wachtlijst',
  'personeelstekort',
  'aanbod-ontbreekt',
  'doorstroom-stagneert',
  'uitstroom-stagneert',
  'huisvesting',
] as const;
export type Wachtreden = (typeof wachtredenen)[number];

/** What a manager looks for; several may hold at once. */
export const signalen = ['te-laat', 'vastgelopen', 'schadelijk'] as const;
export type Signaal = (typeof signalen)[number];

/** How a traject can end (ontwerp, "The rules of a traject": "Closed only as"). */
export const uitkomsten = ['zorg-gestart', 'afgewezen', 'ingetrokken'] as const;
export type Uitkomst = (typeof uitkomsten)[number];

/** Why an aanmelding is not taken to the table (domein, "Intake / triage", out of scope). */
export const afwijsredenen = [
  'geen-verblijf',
  'gezinshuis-of-pleeggezin',
  'jeugdzorgplus-gezocht',
  'buiten-haaglanden',
  'rechtstreeks-aanmelden-mogelijk',
  'vraag-niet-duidelijk',
] as const;

/** Why an aanmelding is withdrawn. */
export const intrekredenen = [
  'plek-gevonden',
  'hulp-niet-meer-nodig',
  'situatie-veranderd',
  'andere-route',
  'op-verzoek-aanmelder',
] as const;

/** What an aanbieder can answer (ontwerp, "Onderzoek ... Answers"). */
export const antwoordSoorten = [
  'aanbod',
  'samenwerking',
  'maatwerk',
  'wachtlijst',
  'afwijzing',
  'meer-tijd',
] as const;
export type AntwoordSoort = (typeof antwoordSoorten)[number];

/** Answers on which a keuze can rest. */
export const dragendeAntwoorden: readonly AntwoordSoort[] = [
  'aanbod',
  'samenwerking',
  'maatwerk',
  'wachtlijst',
];

/** Why an aanbieder makes no offer. */
export const afwijzingRedenen = [
  'geen-plek',
  'geen-passend-aanbod',
  'personeelstekort',
  'veiligheid-groep',
  'leeftijd',
  'buiten-contract',
] as const;

/** Why an aanbieder needs more time (halfjaarverslag-zorglogistiek-2025, "ambities": onderzoek, draagvlak, samenwerking). */
export const meerTijdRedenen = ['aanvullend-onderzoek', 'draagvlak-nodig', 'samenwerking-afstemmen'] as const;

/** Where one onderzoek of one aanbieder stands. */
export const onderzoekStatussen = ['gevraagd', 'bevestigd', 'beantwoord', 'vervallen'] as const;
export type OnderzoekStatus = (typeof onderzoekStatussen)[number];

/** Pseudonym or code: lower case, digits and hyphens, at most 64 characters. */
export const codeSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'Gebruik een code met alleen kleine letters, cijfers en koppeltekens, bijvoorbeeld "aanbieder-01".',
  )
  .max(64);

/** A calendar day in the Netherlands, yyyy-mm-dd. */
export const datumSchema = z.iso.date('Vul een datum in als jjjj-mm-dd, bijvoorbeeld 2026-03-01.');
