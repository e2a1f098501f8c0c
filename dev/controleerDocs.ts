/**
 * `npm run check:docs`: every statement in the docs that a machine can check. Fails on a missing document, on a dead link
 * in any Markdown file, on an npm command that package.json does not have, on a file in a command of the README that is
 * not there, and on a word of the glossary that the code does not use.
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

/** In a block of the README: `node file.js`, or a relative path with a folder and an extension. No URL, no absolute path. */
const bestandInOpdracht =
  /\bnode[ \t]+(?<programma>[\w-][\w./-]*\.[cm]?[jt]s)\b|(?<![\w/:.$}~-])(?:\.\/)?(?<pad>[\w-]+(?:\/[\w.-]+)*\/[\w-][\w.-]*\.[a-z]+)(?![\w/-])/g;

const leesmij = 'README.md';
const woordenlijst = 'docs/WOORDENLIJST.md';
const verplicht = [
  leesmij,
  'LICENSE',
  'publiccode.yaml',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'docs/ARCHITECTURE.md',
  'docs/TESTING.md',
  woordenlijst,
];
const codemappen = ['domain', 'workflows', 'activities', 'api', 'web', 'prisma'];
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

/** What `npm run build` makes is not there before: then its source counts. */
function bestaat(map: string, pad: string): boolean {
  const bron = pad.startsWith('dist/') ? pad.slice('dist/'.length).replace(/\.js$/, '.ts') : pad;
  return existsSync(join(map, bron));
}

function controleerBestanden(bestand: Bestand, map: string): void {
  visit(lezer.parse(bestand), 'code', (blok) => {
    for (const { groups } of blok.value.matchAll(bestandInOpdracht)) {
      const pad = groups?.programma ?? groups?.pad ?? '';
      if (!bestaat(map, pad)) bestand.message(`Het bestand “${pad}” is er niet.`, blok);
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

/** What is wrong in the docs under a project folder, one line per finding, as `file:line:column: what` or `file: what`. */
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
    if (resolve(map, bestand.path) === join(map, leesmij)) controleerBestanden(bestand, map);
    if (resolve(map, bestand.path) === join(map, woordenlijst)) controleerWoordenlijst(bestand, code);
  }
  return [
    ...verplicht.filter((pad) => !existsSync(join(map, pad))).map((pad) => `${pad}: Dit bestand ontbreekt.`),
    ...bestanden.flatMap((bestand) =>
      bestand.messages.map(
        (bevinding) => `${bestand.path}:${bevinding.line}:${bevinding.column}: ${bevinding.reason}`,
      ),
    ),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bevindingen = await controleerDocs('.');
  for (const bevinding of bevindingen) process.stdout.write(`${bevinding}\n`);
  if (bevindingen.length > 0) process.exitCode = 1;
  else process.stdout.write('De docs kloppen.\n');
}
