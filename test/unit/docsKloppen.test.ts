import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { controleerDocs } from '../../dev/controleerDocs.ts';

const woordenlijst = (naam: string) =>
  `# Woordenlijst\n\n| Term | In de code | Sense | Bron |\n| --- | --- | --- | --- |\n| aanmelding | ${naam} | a | b |\n`;

const verplicht = [
  'README.md',
  'LICENSE',
  'publiccode.yaml',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'docs/ARCHITECTURE.md',
  'docs/TESTING.md',
  'docs/WOORDENLIJST.md',
];

let map: string;

function schrijf(bestanden: Record<string, string>): void {
  for (const [pad, inhoud] of Object.entries(bestanden)) {
    mkdirSync(dirname(join(map, pad)), { recursive: true });
    writeFileSync(join(map, pad), inhoud);
  }
}

beforeEach(() => {
  map = mkdtempSync(join(tmpdir(), 'zl-docs-'));
  schrijf(Object.fromEntries(verplicht.map((pad) => [pad, '\n'])));
  schrijf({
    'package.json': '{ "scripts": { "start": "x", "check:docs": "x" } }',
    'domain/aanmelding.ts': 'export type Aanmelding = string;',
    'README.md':
      '# Begin\n\n[gids](docs/gids.md#stap-één) [hier](#begin) [code](domain/aanmelding.ts) [web](https://a.example)\n\n' +
      '```sh\nnpm ci && npm start\nnpm run --silent check:docs -- x\n```\n\nOok `npm install` bestaat, en npm verzinsel is proza.\n',
    'docs/gids.md': '# Gids\n\n## Stap één\n',
    'docs/WOORDENLIJST.md': woordenlijst('`Aanmelding`'),
    'node_modules/pakket/README.md': '[dood](nergens.md)\n',
  });
});

afterEach(() => rmSync(map, { recursive: true }));

describe('de controle van de docs', () => {
  it('vindt niets als alles klopt', async () => {
    expect(await controleerDocs(map)).toEqual([]);
  });

  it.each([
    ['een bestand dat er niet is', '[x](docs/weg.md)', /^docs\/los\.md:1:1: .*weg\.md/],
    [
      'een kop die er in een ander bestand niet is',
      '[x](gids.md#stap-twee)',
      /^docs\/los\.md:1:1: .*stap-twee/,
    ],
    ['een kop die er in het bestand zelf niet is', '[x](#nergens)', /^docs\/los\.md:1:1: .*nergens/],
    ['een plaatje dat er niet is', '![x](plaat.png)', /^docs\/los\.md:1:1: .*plaat\.png/],
    ['een opdracht in de tekst', 'Doe `npm run verzonnen`.', /^docs\/los\.md:1:5: .*npm verzonnen/],
    ['een opdracht in een blok', '```sh\nnpm start && npm stop\n```', /^docs\/los\.md:1:1: .*npm stop/],
    ['een opdracht met een vlag', '`npm run --silent verzonnen -- x`', /^docs\/los\.md:1:1: .*npm verzonnen/],
  ])('vindt een dode verwijzing: %s', async (_, tekst, verwacht) => {
    schrijf({ 'docs/los.md': `${tekst}\n` });
    expect(await controleerDocs(map)).toEqual([expect.stringMatching(verwacht)]);
  });

  it.each(verplicht)('mist %s', async (pad) => {
    rmSync(join(map, pad));
    expect(await controleerDocs(map)).toContain(`${pad}: Dit bestand ontbreekt.`);
  });

  it.each([
    ['node tools/weg.ts', 'tools/weg.ts'],
    ['node weg.js', 'weg.js'],
    ['node --import tsx domain/weg.ts', 'domain/weg.ts'],
    ['node dist/domain/weg.js', 'dist/domain/weg.js'],
    ['curl http://a.example/v1/x.json -d @voorbeelden/weg.json', 'voorbeelden/weg.json'],
    ['cat ./docs/weg.md', 'docs/weg.md'],
  ])('vindt in een blok van de README een bestand dat er niet is: %s', async (opdracht, pad) => {
    schrijf({ 'README.md': `\`\`\`sh\n${opdracht}\n\`\`\`\n` });
    expect(await controleerDocs(map)).toEqual([`README.md:1:1: Het bestand “${pad}” is er niet.`]);
  });

  it.each([
    'node dist/domain/aanmelding.js',
    'cat docs/gids.md',
    'cat /var/log/x.log $ZL_DATA_DIR/logs/x.log .data/logs/x.log ~/map/x.log',
    'curl -H "Content-Type: application/json" http://127.0.0.1:3000/v1/openapi.json',
  ])('laat in een blok van de README staan: %s', async (opdracht) => {
    schrijf({ 'README.md': `\`\`\`sh\n${opdracht}\n\`\`\`\n` });
    expect(await controleerDocs(map)).toEqual([]);
  });

  it.each([
    ['een woord dat de code niet gebruikt', '`Verzonnen`', /“Verzonnen” niet/],
    ['een woord dat alleen het begin is van een ander woord', '`Aanmeld`', /“Aanmeld” niet/],
    ['een woord dat alleen het eind is van een ander woord', '`melding`', /“melding” niet/],
    ['het tweede van twee woorden', '`Aanmelding`, `Verzonnen`', /“Verzonnen” niet/],
    ['een regel zonder naam uit de code', 'aanmelding', /geen naam uit de code/],
  ])('vindt in de woordenlijst %s', async (_, naam, verwacht) => {
    schrijf({ 'docs/WOORDENLIJST.md': woordenlijst(naam) });
    expect(await controleerDocs(map)).toEqual([expect.stringMatching(verwacht)]);
  });

  it('telt wat Prisma zelf maakt niet mee als gebruik', async () => {
    schrijf({ 'prisma/client/x.ts': 'Verzonnen', 'docs/WOORDENLIJST.md': woordenlijst('`Verzonnen`') });
    expect(await controleerDocs(map)).toHaveLength(1);
  });
});
