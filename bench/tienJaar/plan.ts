/** How PostgreSQL finds the answer: the plan of each statement, for people and for a test. */
import type pg from 'pg';
import type { Opdracht } from './api.ts';

/** One step of a plan, as `EXPLAIN (ANALYZE, FORMAT JSON)` tells it. */
interface Stap {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Stap[];
}

/** What a statement reads: which tables from end to end, through which indexes, and per table how many rows in vain. */
export interface Gelezen {
  helemaal: string[];
  indexen: string[];
  vergeefs: { tabel: string; rijen: number }[];
}

/** The statements that read; a lock, a setting or the begin of a transaction has no plan of interest. */
export function leesopdrachten(opdrachten: readonly Opdracht[]): Opdracht[] {
  const gezien = new Set<string>();
  return opdrachten.filter(({ sql }) => {
    const leest = /^\s*(SELECT|WITH)\b/i.test(sql) && / FROM /i.test(sql.replaceAll('\n', ' '));
    const isNieuw = !gezien.has(sql);
    gezien.add(sql);
    return leest && isNieuw;
  });
}

/** Which tables and indexes a statement reads with these values. */
export async function watLeest(client: pg.Client, { sql, waarden }: Opdracht): Promise<Gelezen> {
  const { rows } = await client.query(`EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) ${sql}`, [...waarden]);
  const [{ Plan: begin }] = rows[0]['QUERY PLAN'] as [{ Plan: Stap }];
  const gelezen: Gelezen = { helemaal: [], indexen: [], vergeefs: [] };
  const loop = (stap: Stap): void => {
    const tabel = stap['Relation Name'] ?? '';
    if (stap['Node Type'] === 'Seq Scan') gelezen.helemaal.push(tabel);
    if (stap['Index Name']) gelezen.indexen.push(stap['Index Name']);
    const rijen = (stap['Rows Removed by Filter'] ?? 0) * stap['Actual Loops'];
    if (rijen > 0) gelezen.vergeefs.push({ tabel, rijen });
    stap.Plans?.forEach(loop);
  };
  loop(begin);
  return gelezen;
}

/** The plan with what it met, in words: a line for each step. */
export async function planVan(client: pg.Client, { sql, waarden }: Opdracht): Promise<string[]> {
  const { rows } = await client.query(
    `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) ${sql}`,
    [...waarden],
  );
  return rows.map((rij) => kort(rij['QUERY PLAN'])).filter((regel) => !bijzaak.test(regel));
}

/** What differs from run to run, or says what stands there already. */
const bijzaak =
  /^\s*(?:Index Searches|Buckets|Heap Blocks|Heap Fetches|Sort Method|Full-sort Groups|Batches|Recheck Cond|Storage|Cache Mode|Hits):?/;

const breedte = 160;

/** One line of SQL or of a plan that fits on a page: long lists of values are cut. */
function kort(regel: string): string {
  return regel.length > breedte ? `${regel.slice(0, breedte)}…` : regel;
}

/** A statement as it is shown: its parts on lines of their own, without columns that are only handed on and long lists of values. */
export function toonSql(sql: string): string {
  return sql
    .replaceAll('"public".', '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^SELECT (?:"\w+"\."\w+"(?: AS "\w+")?(?:::\w+)?,? ?){3,}/, 'SELECT … ')
    .replace(/ IN \((?:[^(),]+,){3,}[^(),]+\)/g, ' IN (…)')
    .replace(/ (FROM|(?:LEFT |CROSS )?JOIN|WHERE|UNION|ORDER BY|LIMIT) /g, '\n$1 ');
}
