import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { scenarioNamen } from '../../dev/scenario/index.ts';
import { startProgramma } from '../support/programma.ts';

let map: string;
beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'zl-scenario-'));
  // PostgreSQL runs as another user when we are root, and has to pass through.
  await chmod(map, 0o711);
  await mkdir(join(map, 'cache'));
  const { tijdspringer } = inject('servers');
  await symlink(dirname(tijdspringer), join(map, 'cache', basename(dirname(tijdspringer))));
});
afterAll(() => rm(map, { recursive: true }));

/** `npm run scenario` with a cache, a data folder and a temporary folder of its own. */
function scenario(...argumenten: string[]) {
  return startProgramma('dev/scenario.ts', argumenten, {
    TMPDIR: map,
    ZL_CACHE_DIR: join(map, 'cache'),
    ZL_DATA_DIR: join(map, 'gegevens'),
  });
}

/** What it leaves behind in the temporary folder. */
async function resten(): Promise<string[]> {
  return (await readdir(map)).filter((naam) => naam.startsWith('zorglogistiek-'));
}

/** Writes a file; resolves with its path. */
async function bestand(naam: string, inhoud: unknown): Promise<string> {
  const pad = join(map, naam);
  await writeFile(pad, typeof inhoud === 'string' ? inhoud : JSON.stringify(inhoud));
  return pad;
}

const geval = {
  maand: 3,
  dag: 4,
  gemeente: 'delft',
  aanmelder: 'jeugdteam',
  verblijfplaats: 'thuis',
  leeftijd: 9,
  complexiteit: 'gewoon',
  weg: { soort: 'teruggestuurd' },
};
const halfjaar = {
  soort: 'halfjaar',
  titel: 'Twee aanmeldingen',
  aanmeldingen: [geval, { ...geval, maand: 5 }],
};

describe('npm run scenario, zonder iets te spelen', () => {
  it('toont met --help de uitleg, en met --lijst de namen, en eindigt met 0', async () => {
    const hulp = scenario('--help');
    expect(await hulp.einde).toBe(0);
    expect(hulp.uitvoer()).toMatch(/^Gebruik: npm run scenario -- <naam>/);
    const lijst = scenario('--lijst');
    expect(await lijst.einde).toBe(0);
    expect(lijst.uitvoer()).toBe(`${scenarioNamen.join('\n')}\n`);
  });

  it.each([
    ['zonder naam', [], 'Noem een scenario, of een bestand met --bestand.'],
    [
      'met een naam die niet bestaat',
      ['halfjaar-1900-1'],
      'Er is geen scenario “halfjaar-1900-1”. Kies uit:\nhalfjaar-2025-1\n',
    ],
    ['met twee namen', ['halfjaar-2025-1', 'experttafel-2025'], 'Deze opdracht klopt niet.'],
    [
      'met een naam en een bestand',
      ['halfjaar-2025-1', '--bestand', 'x.json'],
      'Noem een scenario, of een bestand met --bestand.',
    ],
    ['met een optie die niet bestaat', ['--snel'], 'Deze opdracht klopt niet.'],
    [
      'met een bestand dat er niet is',
      ['--bestand', 'bestaat-niet.json'],
      'Het bestand bestaat-niet.json is niet te lezen',
    ],
  ])('zegt %s wat er moet, en eindigt met 2', async (_wat, argumenten, verwacht) => {
    const programma = scenario(...argumenten);
    expect(await programma.einde).toBe(2);
    expect(programma.uitvoer()).toBe('');
    expect(programma.fouten()).toContain(verwacht);
  });

  it('noemt in een bestand dat niet klopt de aanmelding en het veld, en eindigt met 2', async () => {
    const pad = await bestand('fout.json', {
      ...halfjaar,
      aanmeldingen: [geval, { ...geval, leeftijd: 40 }],
    });
    const programma = scenario('--bestand', pad);
    expect(await programma.einde).toBe(2);
    expect(programma.fouten()).toBe(
      `In het bestand ${pad} klopt iets niet:\naanmelding 2, leeftijd: Vul een heel getal in van 0 tot en met 17.\ndocs/SCENARIO.md beschrijft hoe het bestand eruitziet.\n`,
    );
  });
});

describe('npm run scenario -- --bestand', { timeout: 300_000 }, () => {
  it('toont met --json alleen de cijfers, en laat niets achter', async () => {
    const programma = scenario('--bestand', await bestand('proef.json', halfjaar), '--json');
    expect({ code: await programma.einde, fouten: programma.fouten() }).toEqual({ code: 0, fouten: '' });
    expect(JSON.parse(programma.uitvoer())).toMatchObject({
      aanmeldingen: 2,
      bespreking: 0,
      zorgbemiddeling: 0,
      doorTerugOfAfgewezen: 2,
      ingetrokken: 0,
      aanbodOnbekend: 0,
      jeugdzorgPlusK1: 0,
      jeugdzorgPlusK2: 0,
    });
    expect(await resten()).toEqual([]);
  });

  it('toont het rapport als tekst zonder kleur, en bewaart het als JSON, CSV en pagina', async () => {
    const programma = scenario('--bestand', await bestand('proef.json', halfjaar));
    expect({ code: await programma.einde, fouten: programma.fouten() }).toEqual({ code: 0, fouten: '' });
    const uitvoer = programma.uitvoer();
    expect(uitvoer).not.toContain('\u001b');
    expect(uitvoer).toContain('1 van de 2 aangemeld');
    expect(uitvoer).toMatch(/^Twee aanmeldingen\nGespeeld als \d{4}-[12]; geteld tot /m);
    expect(uitvoer).toMatch(/^ {2}Door-, terug- of afgewezen +2$/m);
    for (const soort of ['json', 'csv', 'html']) {
      const pad = join(map, 'gegevens', 'scenario', `proef.${soort}`);
      expect(uitvoer).toContain(`  ${pad}\n`);
      expect(await readFile(pad, 'utf8')).not.toBe('');
    }
    expect(uitvoer).toContain('Open het bestand dat op .html eindigt in een browser.');
    expect(await resten()).toEqual([]);
  });

  it('noemt een aanbieder die er niet is voordat er iets wordt gespeeld, en eindigt met 2', async () => {
    const pad = await bestand('onbekend.json', {
      soort: 'uitvraag',
      titel: 'Een aanbieder die er niet is',
      antwoorden: [{ aanbieder: 'aanbieder-999', jeugdigen: [] }],
    });
    const programma = scenario('--bestand', pad, '--json');
    expect(await programma.einde).toBe(2);
    expect(programma.uitvoer()).toBe('');
    expect(programma.fouten()).toContain('antwoord 1, aanbieder: Deze aanbieder is er niet.');
    expect(await resten()).toEqual([]);
  });

  it('zegt welke stap werd geweigerd, en eindigt met 1', async () => {
    const jeugdige = { jeugdige: 1, zorgsoort: 'kdc', vorm: 'ambulant', gemeente: 'delft', wachtMaanden: 4 };
    const pad = await bestand('geweigerd.json', {
      soort: 'uitvraag',
      titel: 'Een jeugdige die er twee keer staat',
      antwoorden: [{ aanbieder: 'aanbieder-01', jeugdigen: [jeugdige, jeugdige] }],
    });
    const programma = scenario('--bestand', pad, '--json');
    expect(await programma.einde).toBe(1);
    expect(programma.uitvoer()).toBe('');
    expect(programma.fouten()).toMatch(/^POST \/v1\/uitvragen\/\S+\/jeugdigen gaf 400: .*\n {2}jeugdigen\.1/);
    expect(await resten()).toEqual([]);
  });

  it('ruimt bij Ctrl-C alles op', async () => {
    const programma = scenario('halfjaar-2025-1');
    await programma.wachtOpRegel(/van de 32 aangemeld/);
    expect(await resten()).toHaveLength(1);
    programma.proces.kill('SIGINT');
    expect({ code: await programma.einde, fouten: programma.fouten() }).toEqual({ code: 130, fouten: '' });
    expect(await resten()).toEqual([]);
  });
});
