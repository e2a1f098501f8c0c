/** What was measured, as the pages docs/FIGURES.md and docs/QUERIES.md. */

import type { Meting } from './meten.ts';
import type { Vraag } from './vragen.ts';
import type { Omvang } from './vullen.ts';

/** One question as it was measured: in one year of data, in ten, and in more aanmeldingen a year when that was asked. */
export interface Gemeten extends Meting {
  vraag: Vraag;
}

/** One statement behind a question. */
export interface Uitgelegd {
  sql: string;
  plan: readonly string[];
  indexen: readonly string[];
}

const opdracht = 'npm run --silent bench:tien-jaar -- --docs --keer 3';
const kB = (bytes: number) => (bytes / 1000).toFixed(1);
const ms = (tijd: number) => (tijd < 10 ? tijd.toFixed(1) : tijd.toFixed(0));

/** The table of times; `aantallen` are rows per database. */
export function cijferpagina(
  { zaad, aanmeldingenPerJaar }: Omvang,
  kolommen: readonly string[],
  aantallen: readonly Readonly<Record<string, number>>[],
  gemeten: readonly Gemeten[],
): string {
  const tabellen = Object.keys(aantallen.at(-1) ?? {});
  const [eerste, ...rest] = kolommen;
  const koppen = [
    ...kolommen.map((kolom) => `${kolom}, ms`),
    ...rest.map((kolom) => `${kolom} ÷ ${eerste}`),
    'answer, kB',
  ];
  return `# Figures

Made by \`${opdracht}\`: do not edit by hand. The p50 of warm requests through the whole API (token, query, JSON), all databases asked
in turn in one run, on the PostgreSQL of \`npm start\`. Times differ from machine to machine; the ratios tell whether a list grows with what is
stored, beside how large the answer is: a list of every doorbraak is longer after ten years, and a page that one year does not fill takes less. How each answer is
found stands in [QUERIES](QUERIES.md).

Seed ${zaad}, ${aanmeldingenPerJaar} aanmeldingen a year. Rows:

| table | ${kolommen.join(' | ')} |
|---|${'--:|'.repeat(kolommen.length)}
${tabellen.map((tabel) => `| \`${tabel}\` | ${aantallen.map((rij) => rij[tabel] ?? 0).join(' | ')} |`).join('\n')}

| question | ${koppen.join(' | ')} | goal |
|---|${'--:|'.repeat(koppen.length)}---|
${gemeten.map(rijVan).join('\n')}
`;
}

function rijVan({ vraag, tijden, groottes }: Gemeten): string {
  const [eerste = 1, ...rest] = tijden;
  const doel =
    vraag.doel === undefined
      ? ''
      : `< ${vraag.doel} ms over ten years: ${(tijden[1] ?? 0) < vraag.doel ? 'reached' : 'not reached'}`;
  return `| ${vraag.titel} (\`${vraag.wat}\`) | ${tijden.map(ms).join(' | ')} | ${rest.map((tijd) => (tijd / eerste).toFixed(1)).join(' | ')} | ${groottes.flatMap((bytes) => (bytes === undefined ? [] : [kB(bytes)])).join(' → ')} | ${doel} |`;
}

/** The plans. */
export function vragenpagina(
  { zaad, aanmeldingenPerJaar }: Omvang,
  uitgelegd: readonly { vraag: Vraag; delen: readonly Uitgelegd[] }[],
): string {
  return `# Queries

Made by \`${opdracht}\`: do not edit by hand. Of every list and report what it asks of PostgreSQL, and how that is found: \`EXPLAIN (ANALYZE)\`
on ten years of ${aanmeldingenPerJaar} aanmeldingen (seed ${zaad}), without times, so that only a changed plan changes this page. Columns that are only handed on and long
values are cut, and a statement that an earlier question asked as well is not repeated. The servers that we start plan with \`random_page_cost\` 1.1, as fits an SSD; give
your own PostgreSQL the same. [FIGURES](FIGURES.md) tells how long each takes; \`test/integratie/zoekenViaIndexen.test.ts\` holds that none reads a large table from end to end.

Which Invoer has no outcome yet stands in \`OpenInvoer\`, kept by triggers: no index tells what another table lacks, and without it the reconciler and the agendas
compared all that was ever decided with all outcomes.

${uitgelegd
  .map(
    ({ vraag, delen }) => `## ${vraag.titel}

\`${vraag.wat}\`

${delen
  .map(
    ({ sql, plan, indexen }) => `\`\`\`sql
${sql}
\`\`\`

${indexen.length > 0 ? `Indexes: ${[...new Set(indexen)].map((index) => `\`${index}\``).join(', ')}.` : 'A small table, read whole.'}

\`\`\`text
${plan.join('\n')}
\`\`\`
`,
  )
  .join('\n')}`,
  )
  .join('\n')}`;
}
