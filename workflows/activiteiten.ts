/**
 * The activity profiles: named, complete, each with its reason, and each activity with the sentence that stands beside it in
 * the Temporal UI. All retry without end, because a lost row or mail is a child that nobody looks for; an outage shows in
 * the Temporal UI as a retrying activity and heals by itself.
 */
import { type ActivityOptions, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activiteiten } from '../activities/index.ts';
import { legVastZin, meldZin, verstuurZin } from '../domain/activiteitZinnen.ts';
import { rapportId } from '../domain/rapport/publicatie.ts';
import { postQueueVan } from '../domain/taskQueue.ts';

/** The sentence of each activity of a profile, made from what it is asked to do. */
type Zinnen<N extends keyof Activiteiten> = {
  readonly [K in N]: (...opdracht: Parameters<Activiteiten[K]>) => string;
};

/** These activities under one profile. A sentence is no part of what a replay compares, so it may change at any time. */
function profiel<N extends keyof Activiteiten>(
  opties: ActivityOptions,
  zinnen: Zinnen<N>,
): Pick<Activiteiten, N> {
  const met = (naam: N) =>
    ((...opdracht) => {
      const summary = zinnen[naam](...opdracht);
      const doe = proxyActivities<Activiteiten>({ ...opties, summary })[naam];
      return (doe as (...opdracht: unknown[]) => Promise<unknown>)(...opdracht);
    }) as (...opdracht: Parameters<Activiteiten[N]>) => Promise<unknown>;
  return Object.fromEntries((Object.keys(zinnen) as N[]).map((naam) => [naam, met(naam)])) as Pick<
    Activiteiten,
    N
  >;
}

/** One transaction in PostgreSQL. Short, since a person waits for it; an Invoer that does not exist never will. */
export const opslag = profiel(
  {
    startToCloseTimeout: '20 seconds',
    retry: {
      initialInterval: '500 milliseconds',
      backoffCoefficient: 2,
      maximumInterval: '30 seconds',
      nonRetryableErrorTypes: ['invoer-ongeldig'],
    },
  },
  {
    legVast: (v) => legVastZin(v, v.gebeurtenis.soort),
    legTafelVast: (v) => legVastZin(v, v.wat),
    legDoorbraakVast: (v) => legVastZin(v, v.wat),
    legUitvraagVast: (v) => legVastZin(v, v.wat),
  },
);

/**
 * E-mail, alone or with the row that it tells of. A mail server may be away for hours; nobody waits for it. On a task queue of
 * its own, so that however many mails hang, a decision finds a free slot.
 */
export const post = profiel(
  {
    taskQueue: postQueueVan(workflowInfo().taskQueue),
    startToCloseTimeout: '2 minutes',
    retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '5 minutes' },
  },
  {
    verstuur: verstuurZin,
    meld: (v) => meldZin(v, v.gebeurtenis.soort),
    meldTafel: (v) => meldZin(v, v.wat),
    meldDoorbraak: (v) => meldZin(v, v.wat),
    verstuurUitvraag: ({ soort, aanbieders }) =>
      `e-mail ${soort} aan ${aanbieders.length} aanbieders versturen`,
  },
);

/** Calendar sums and the next table date: short, without side effects. */
export const kalender = profiel(
  {
    startToCloseTimeout: '10 seconds',
    retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  },
  {
    werkdagenVanaf: () => 'werkdagen ophalen',
    volgendeTafel: () => 'eerstvolgende tafel opzoeken',
    tafelMomenten: () => 'tijden van de tafel uitrekenen',
    afspraakTermijnen: () => 'termijn van de afspraak uitrekenen',
  },
);

/** What a table asks of PostgreSQL: short, and the same answer when asked again; it waits for decisions under way. */
export const tafels = profiel(
  {
    startToCloseTimeout: '20 seconds',
    retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  },
  {
    leesGeslotenAgenda: () => 'agenda van de tafel sluiten',
    verdeelNaVervallen: () => 'trajecten van de vervallen tafel verdelen',
    planTafel: () => 'volgende tafel plannen',
    isTafelGemist: () => 'opzoeken of de tafel voorbij is gegaan',
    houdTafelplaats: () => 'plaats op de eerstvolgende tafel houden',
    leesTafelwissel: () => 'genodigden van deze tafel opzoeken',
  },
);

/** What an uitvraag begins with: short, and the same rows when asked again. */
export const uitvragen = profiel(
  {
    startToCloseTimeout: '20 seconds',
    retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  },
  { planUitvraag: () => 'uitvraag van dit kwartaal beginnen' },
);

/** What a doorbraak asks of PostgreSQL: short, and the same answer when asked again. */
export const doorbraken = profiel(
  {
    startToCloseTimeout: '20 seconds',
    retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  },
  {
    planDoorbraak: () => 'doorbraak van deze periode plannen',
    kiesDoorbraakzaken: () => 'wie drie maanden wachten opzoeken',
    leesGeslotenTrajecten: () => 'afgesloten trajecten opzoeken',
    leesOvergegaan: () => 'zaken van de volgende doorbraak opzoeken',
  },
);

/** A report with its figures: a few queries, and the same rows when asked again. */
export const rapporten = profiel(
  {
    startToCloseTimeout: '1 minute',
    retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
  },
  {
    teMakenHalfjaarverslag: () => 'halfjaar van het verslag opzoeken',
    teMakenExperttafelverslag: () => 'jaar van het verslag opzoeken',
    teMeldenWeek: () => 'week van het overzicht opzoeken',
    meldWeekoverzicht: () => 'bericht over de week klaarzetten',
    publiceerRapport: (publicatie) => `cijfers van ${rapportId(publicatie)} vastleggen`,
  },
);

/** The reconciler: it runs again on its Schedule, so one attempt is enough. */
export const herstel = profiel(
  { startToCloseTimeout: '40 seconds', retry: { maximumAttempts: 1 } },
  { herstelInvoer: () => 'besluiten zonder antwoord afmaken' },
);
