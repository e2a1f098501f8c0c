/**
 * The search attributes by which a manager finds what is stuck, and the ready views on them.
 * Room in a SQL visibility store: 10 Keyword and 3 each of the other types (ontwerp, "Search attributes").
 */
import { codeSchema, type VastgelopenReden } from './codes.ts';
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

/** The views of the manager: a name to read and the query that the Temporal UI runs. */
export const beheerViews = [
  { naam: 'Alle open trajecten', query: open },
  { naam: 'Te laat', query: `${open} AND Signaal='te-laat'` },
  { naam: 'Vastgelopen', query: `${open} AND Signaal='vastgelopen'` },
  { naam: 'Wacht op een aanbieder', query: `${open} AND WachtOp='aanbieder'` },
  { naam: 'Geëscaleerd naar de manager', query: `${open} AND Signaal='te-laat' AND Escalatieniveau >= 2` },
  { naam: 'Opgeschort', query: `${open} AND Signaal='opgeschort'` },
  { naam: 'Schadelijk wachtend', query: `${open} AND Signaal='schadelijk'` },
  // The server marks by itself which workflows cannot go on; the worker's own faults show here, not those of people.
  {
    naam: 'Technisch vastgelopen',
    query: `ExecutionStatus='Running' AND TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut')`,
  },
] as const;

/** The view of what is vastgelopen for one reason. */
export function vastgelopenView(reden: VastgelopenReden): { naam: string; query: string } {
  return { naam: `Vastgelopen: ${wachtNamen[reden]}`, query: `${open} AND Vastgelopen='${reden}'` };
}

/** The view of what waits for one aanbieder: its code fits the pattern of codes, so that it cannot change the query. */
export function aanbiederView(aanbieder: string): { naam: string; query: string } {
  const code = codeSchema.parse(aanbieder);
  return { naam: `Wacht op ${code}`, query: `${open} AND WachtOp='aanbieder' AND Aanbieder='${code}'` };
}
