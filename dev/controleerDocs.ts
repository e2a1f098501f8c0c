/**
 * `npm run check:docs`: every statement in the docs that a machine can check. Fails on a dead link in any Markdown file,
 * on an npm command that package.json does not have, and on a word of the glossary that the code does not use.
 */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkValidateLinks from 'remark-validate-links';
import { type Context, engine, type Options } from 'unified-engine';
import { visit } from 'unist-util-visit';

type Bestand = Context['files'][number];

const lezer = remark().use(remarkGfm);

/** What npm itself can do, as far as our docs use it. */
const eigenNpmOpdrachten = ['ci', 'install', 'help'];
const npmOpdracht =
  /\bnpm(?:[ \t]+-[\w-]+)*[ \t]+(?:run[ \t]+)?(?:-[\w-]+[ \t]+)*(?<opdracht>[a-z][\w:.-]*)/g;

const woordenlijst = 'docs/WOORDENLIJST.md';
const codemappen = ['domain', 'workflows', 'activities', 'api', 'prisma'];
const gegenereerd = join('prisma', 'client');

/** All Markdown files under a folder, with a message on each link that leads nowhere. */
function leesDocs(map: string): Promise<Bestand[]> {
  return new Promise((klaar, mislukt) => {
    engine(
      {
        processor: lezer,
        cwd: map,
        files: ['.'],
        extensions: ['md'],
        ignorePatterns: ['dist', 'coverage'],
        // The engine hands each plugin its options and then the set of files, which its type leaves out.
        plugins: [[remarkValidateLinks, { repository: false, root: map }]] as NonNullable<Options['plugins']>,
        reporter: () => '',
      },
      (fout, _code, context) => (context ? klaar(context.files) : mislukt(fout)),
    );
  });
}

function controleerOpdrachten(bestand: Bestand, opdrachten: ReadonlySet<string>): void {
  visit(lezer.parse(bestand), ['code', 'inlineCode'], (knoop) => {
    if (!('value' in knoop)) return;
    for (const { groups } of knoop.value.matchAll(npmOpdracht)) {
      const opdracht = groups?.opdracht ?? '';
      if (!opdrachten.has(opdracht)) {
        bestand.message(`De opdracht “npm ${opdracht}” staat niet in package.json.`, knoop);
      }
    }
  });
}

async function leesCode(map: string): Promise<string> {
  const bestanden: string[] = [];
  for (const codemap of codemappen.filter((naam) => existsSync(join(map, naam)))) {
    for (const naam of await readdir(join(map, codemap), { recursive: true })) {
      const pad = join(codemap, naam);
      if (/\.(?:tsx?|prisma)$/.test(pad) && !pad.startsWith(gegenereerd)) bestanden.push(join(map, pad));
    }
  }
  return (await Promise.all(bestanden.map((bestand) => readFile(bestand, 'utf8')))).join('\n');
}

/** In each row of the glossary the second cell holds, as code, the names under which the term stands in the code. */
function controleerWoordenlijst(bestand: Bestand, code: string): void {
  visit(lezer.parse(bestand), 'table', (tabel) => {
    for (const rij of tabel.children.slice(1)) {
      const namen = rij.children[1]?.children.flatMap((deel) =>
        deel.type === 'inlineCode' ? [deel.value] : [],
      );
      if (!namen?.length) bestand.message('Deze regel noemt geen naam uit de code.', rij);
      for (const naam of namen ?? []) {
        const heelWoord = new RegExp(`(?<![\\w-])${naam.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`);
        if (!heelWoord.test(code)) bestand.message(`De code gebruikt “${naam}” niet.`, rij);
      }
    }
  });
}

/** What is wrong in the docs under a project folder, one line per finding, as `file:line:column: what`. */
export async function controleerDocs(projectmap: string): Promise<string[]> {
  const map = resolve(projectmap);
  const { scripts } = JSON.parse(await readFile(join(map, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const opdrachten = new Set([...Object.keys(scripts), ...eigenNpmOpdrachten]);
  const code = await leesCode(map);
  const bestanden = await leesDocs(map);
  for (const bestand of bestanden) {
    controleerOpdrachten(bestand, opdrachten);
    if (resolve(map, bestand.path) === join(map, woordenlijst)) controleerWoordenlijst(bestand, code);
  }
  return bestanden.flatMap((bestand) =>
    bestand.messages.map(
      (bevinding) => `${bestand.path}:${bevinding.line}:${bevinding.column}: ${bevinding.reason}`,
    ),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bevindingen = await controleerDocs('.');
  for (const bevinding of bevindingen) process.stdout.write(`${bevinding}\n`);
  if (bevindingen.length > 0) process.exitCode = 1;
  else process.stdout.write('De docs kloppen.\n');
}
