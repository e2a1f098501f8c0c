/**
 * The search attributes by which a manager finds what is stuck, and the ready views on them.
 * Room in a SQL visibility store: 10 Keyword and 3 each of the other types (ontwerp, "Search attributes").
 */
import { codeSchema, type WachtSoort, wachtSoorten } from './codes.ts';
import { wachtNamen } from './wachtNamen.ts';

/** Name and type of every search attribute, as registered with the server. */
export const zoekattributen = {
  Fase: 'KEYWORD',
  Spoor: 'KEYWORD',
  WachtOp: 'KEYWORD',
  Wachtreden: 'KEYWORD',
  Complexiteit: 'KEYWORD',
  Gemeente: 'KEYWORD',
  Gi: 'KEYWORD',
  Coordinator: 'KEYWORD',
  Signaal: 'KEYWORD_LIST',
  Vastgelopen: 'KEYWORD_LIST',
  Aanbieder: 'KEYWORD_LIST',
  WachtSinds: 'DATETIME',
  AmbitieDatum: 'DATETIME',
  Escalatieniveau: 'INT',
} as const satisfies Record<string, 'KEYWORD' | 'KEYWORD_LIST' | 'DATETIME' | 'INT'>;

type Zoekattribuut = keyof typeof zoekattributen;

/** Values for the search attributes of one workflow; moments in milliseconds since the epoch, null takes a value away. */
export type Zoekwaarden = Partial<Record<Zoekattribuut, string | number | string[] | null>>;

/** One search attribute with its value, as the SDK wants it: a moment as a Date. */
export interface Attribuut {
  naam: Zoekattribuut;
  type: (typeof zoekattributen)[Zoekattribuut];
  waarde: string | number | string[] | Date | null;
}

/** The search attributes that `waarden` names, in the form in which they are sent; null where there is no value. */
export function attributenVan(waarden: Zoekwaarden): Attribuut[] {
  return (Object.keys(waarden) as Zoekattribuut[]).map((naam) => {
    const type = zoekattributen[naam];
    const waarde = waarden[naam] ?? null;
    return {
      naam,
      type,
      waarde: type === 'DATETIME' && typeof waarde === 'number' ? new Date(waarde) : waarde,
    };
  });
}

const open = "ExecutionStatus='Running' AND WorkflowType='traject'";

/** A list that the Temporal UI shows: a name to read, and the query that it runs. */
export interface View {
  naam: string;
  query: string;
}

/** The views of the manager that hold for every installation. */
export const beheerViews = [
  { naam: 'Alle open trajecten', query: open },
  { naam: 'Te laat', query: `${open} AND Signaal='te-laat'` },
  { naam: 'Vastgelopen', query: `${open} AND Signaal='vastgelopen'` },
  { naam: 'Wacht op een aanbieder', query: `${open} AND WachtOp='aanbieder'` },
  { naam: 'Geëscaleerd naar de manager', query: `${open} AND Signaal='te-laat' AND Escalatieniveau >= 2` },
  { naam: 'Opgeschort', query: `${open} AND Signaal='opgeschort'` },
  { naam: 'Schadelijk wachtend', query: `${open} AND Signaal='schadelijk'` },
  { naam: 'In de doorbraak', query: `${open} AND Signaal='doorbraak'` },
  // The server marks by itself a workflow of which five workflow tasks in a row fail or time out, and takes the mark away
  // once one succeeds: faults of the program, of every kind of workflow. An activity that keeps trying is none, and no query
  // of the server finds it.
  {
    naam: 'Technisch vastgelopen',
    query: `ExecutionStatus='Running' AND TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`,
  },
] as const satisfies readonly View[];

/** The view of what is vastgelopen for one reason. */
export function vastgelopenView(reden: WachtSoort): View {
  return { naam: `Vastgelopen: ${wachtNamen[reden]}`, query: `${open} AND Vastgelopen='${reden}'` };
}

/** The views of what is vastgelopen, one per reason. */
export const vastgelopenViews: readonly View[] = wachtSoorten.map(vastgelopenView);

/** The view of what waits for one aanbieder: its code fits the pattern of codes, so that it cannot change the query. */
export function aanbiederView(aanbieder: string): View {
  const code = codeSchema.parse(aanbieder);
  return { naam: `Wacht op ${code}`, query: `${open} AND Aanbieder='${code}'` };
}

const uiAdres = (ui: string, namespace: string) =>
  `${ui.replace(/\/+$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows`;

/** Where the Temporal UI at `ui` (an address) shows a view on the workflows of `namespace`. */
export function viewAdres(ui: string, namespace: string, { query }: View): string {
  // An apostrophe may stand in an address, yet many a program ends the link there.
  const zoekvraag = encodeURIComponent(query).replaceAll("'", '%27');
  return `${uiAdres(ui, namespace)}?query=${zoekvraag}`;
}

/** Where the Temporal UI at `ui` (an address) shows one workflow of `namespace`. */
export function workflowAdres(ui: string, namespace: string, workflowId: string): string {
  return `${uiAdres(ui, namespace)}/${encodeURIComponent(workflowId)}`;
}
