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
  { naam: 'Schadelijk wachtend', query: `${open} AND Signaal='schadelijk'` },
] as const;
