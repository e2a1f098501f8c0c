/**
 * The search attributes by which a manager finds what is stuck, and the ready views on them.
 * Room in a SQL visibility store: 10 Keyword and 3 each of the other types (ontwerp, "Search attributes").
 */

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
  Aanbieder: 'KEYWORD_LIST',
  WachtSinds: 'DATETIME',
  AmbitieDatum: 'DATETIME',
  Escalatieniveau: 'INT',
} as const satisfies Record<string, 'KEYWORD' | 'KEYWORD_LIST' | 'DATETIME' | 'INT'>;

export type Zoekattribuut = keyof typeof zoekattributen;

/** Values for the search attributes of one workflow; moments in milliseconds since the epoch, null takes a value away. */
export type Zoekwaarden = Partial<Record<Zoekattribuut, string | number | string[] | null>>;

const open = "ExecutionStatus='Running' AND WorkflowType='traject'";

/** The views of the manager: a name to read and the query that the Temporal UI runs. */
export const beheerViews = [
  { naam: 'Alle open trajecten', query: open },
  { naam: 'Te laat', query: `${open} AND Signaal='te-laat'` },
  { naam: 'Vastgelopen', query: `${open} AND Signaal='vastgelopen'` },
  { naam: 'Wacht op een aanbieder', query: `${open} AND WachtOp='aanbieder'` },
  { naam: 'Geëscaleerd naar de manager', query: `${open} AND Escalatieniveau >= 2` },
  { naam: 'Schadelijk wachtend', query: `${open} AND Signaal='schadelijk'` },
] as const;
