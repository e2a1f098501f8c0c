/**
 * The coded lists that travel through workflow history, search attributes, rows and answers.
 * Codes and pseudonyms only: nothing in here can name a jeugdige (ontwerp: "History holds codes and pseudonyms only").
 */
import { z } from 'zod';

/**
 * Where a traject stands; the order is the order of the story (domein, "One traject, from aanmelding to a place"). In
 * `bemiddeling` Zorgbemiddeling works on it, in `advies` the Experttafel.
 */
export const fases = [
  'intake',
  'voorbereiding',
  'bespreking',
  'onderzoek',
  'bemiddeling',
  'advies',
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
export const signalen = [
  'te-laat',
  'vastgelopen',
  'opgeschort',
  'voorrang',
  'schadelijk',
  'doorbraak',
  'wachten-is-keuze',
  'achttien',
] as const;
export type Signaal = (typeof signalen)[number];

/** Every kind of wait that has a norm in domain/beleid.ts; it is also the reason why a traject is vastgelopen once that has passed. */
export const wachtSoorten = [
  'triage',
  'oppakken',
  'informatie',
  'weging',
  'planning',
  'afspraak',
  'verslag',
  'antwoord',
  'samenwerking',
  'keuze',
  'stap',
  'advies',
  'overbrugging',
  'zorgstart',
  'opschorting',
  'wachtkeuze',
  'contact',
  'overdracht',
  'bevestiging',
  'nieuws',
] as const;
export type WachtSoort = (typeof wachtSoorten)[number];

/** How a traject can end (ontwerp, "The rules of a traject": "Closed only as"). */
export const uitkomsten = [
  'zorg-gestart',
  'advies-uitgevoerd',
  'doorverwezen',
  'teruggestuurd',
  'afgewezen',
  'ingetrokken',
  'crisis',
  'overgedragen',
] as const;
export type Uitkomst = (typeof uitkomsten)[number];

/** Why a coördinator decides otherwise than the rules propose; the words stand in the toelichting. */
export const afwijkredenen = [
  'individuele-situatie',
  'nieuwe-informatie',
  'overleg-met-aanmelder',
  'overleg-met-aanbieders',
] as const;

/** To whom a child is sent on (domein, "Intake / triage", out of scope; "One traject", step 2). */
export const doorverwijzingen = [
  'andere-regio',
  'aanbieder',
  'lokaal-team',
  'pleegzorg-of-gezinshuis',
  'jeugdzorgplus',
  'volwassenenzorg',
  'andere-organisatie',
] as const;

/** Why an aanmelding goes back to the aanmelder. */
export const terugstuurredenen = [
  'informatie-ontbreekt',
  'vraag-niet-duidelijk',
  'toestemming-ontbreekt',
  'te-vroeg',
] as const;

/** What is asked of the aanmelder (halfjaarverslag-zorglogistiek-2025, "ambities"; domein, "Intake / triage"). */
export const informatieSoorten = [
  'intelligentie',
  'sociaal-emotioneel',
  'risicotaxatie',
  'voorgeschiedenis',
  'anders',
] as const;
export type InformatieSoort = (typeof informatieSoorten)[number];

/** Why a case is put to aanbieders without a bespreking (domein, "Direct voorleggen"). */
export const directredenen = [
  'bespreking-vervallen',
  'situatie-vraagt-het',
  'tijd-winnen',
  'lvb-aanbieder-niet-aan-tafel',
  'samen-met-het-netwerk',
] as const;

/** Why a traject is slowed down (domein, "What goes wrong in practice": veiligheid first). */
export const opschortredenen = ['veiligheid-eerst', 'jeugdige-onvindbaar', 'rechter-beslist'] as const;

/** Why waiting is a choice, and so not harmful (domein, "Wachten kan een keuze zijn"). */
export const wachtkeuzeredenen = ['gekozen-behandelaar', 'behandeling-later', 'vooruit-aangemeld'] as const;
export type Wachtkeuzereden = (typeof wachtkeuzeredenen)[number];

/** Why the aanmelder was not at the bespreking. */
export const afwezigredenen = ['verhinderd', 'niet-verschenen', 'eigen-verzoek'] as const;

/** What is agreed at the table as a next step. */
export const afspraakSoorten = [
  'informatie-aanvullen',
  'onderzoek-laten-doen',
  'veiligheid-regelen',
  'overbrugging-regelen',
  'overleg-voeren',
  'andere-stap',
] as const;

/** The steps of Zorgbemiddeling and the Experttafel (experttafel-2025; halfjaarverslag-zorglogistiek-2025, inleiding). */
export const stapSoorten = [
  'opgepakt',
  'gesprek-aanmelder',
  'gesprek-aanbieder',
  'gesprek-gezin',
  'overleg-deskundigen',
  'opvolging',
] as const;

/** What the Experttafel can advise (experttafel-2025, "Cijfers en trends"). */
export const adviesSoorten = ['reguliere-zorg', 'samenwerking', 'maatwerk', 'eerst-veiligheid'] as const;

/** How a jeugdige was spoken of (domein, "Vasthouden": marathon runners). */
export const contactSoorten = ['jeugdige', 'ouders', 'aanmelder', 'aanbieder'] as const;

/** What happens with a traject when the jeugdige moves away from Haaglanden. */
export const verhuisAflopen = ['blijft-hier', 'overgedragen'] as const;

/** To what care a jeugdige goes that turns 18. */
export const overdrachtNaar = [
  'wmo',
  'wlz',
  'beschermd-wonen',
  'verlengde-jeugdhulp',
  'zelfstandig',
] as const;

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
  'niet-eens-met-plan',
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
