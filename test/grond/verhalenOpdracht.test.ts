import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { verhalen } from '../../dev/verhalen/index.ts';
import { startProgramma } from '../support/programma.ts';

let map: string;
beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'zl-verhalen-'));
  // PostgreSQL runs as another user when we are root, and has to pass through.
  await chmod(map, 0o711);
  await mkdir(join(map, 'cache'));
  const { tijdspringer } = inject('servers');
  await symlink(dirname(tijdspringer), join(map, 'cache', basename(dirname(tijdspringer))));
});
afterAll(() => rm(map, { recursive: true }));

/** `npm run demo` with a cache and a temporary folder of its own; of the sources, or of a copy of them. */
function demo(argumenten: string[], bestand = 'dev/demo.ts') {
  return startProgramma(bestand, argumenten, { TMPDIR: map, ZL_CACHE_DIR: join(map, 'cache') });
}

/** What a story leaves behind in the temporary folder. */
async function resten(): Promise<string[]> {
  return (await readdir(map)).filter((naam) => naam.startsWith('zorglogistiek-verhaal-'));
}

/** What a copy of the program does without, or has a link to. */
const nietGekopieerd = new Set(['node_modules', '.git', '.cache', '.data', 'bench', 'dist', 'docs', 'test']);

/** A copy of everything that the program is made of, with one line of the transition table taken out. */
async function kopieZonder(overgang: string): Promise<string> {
  const wortel = fileURLToPath(new URL('../..', import.meta.url));
  const kopie = join(map, 'kopie');
  await cp(wortel, kopie, { recursive: true, filter: (pad) => !nietGekopieerd.has(relative(wortel, pad)) });
  await symlink(join(wortel, 'node_modules'), join(kopie, 'node_modules'));
  const tabel = join(kopie, 'domain/overgangen.ts');
  const regels = (await readFile(tabel, 'utf8')).split('\n');
  const over = regels.filter((regel) => regel.trim() !== overgang);
  expect(over.length).toBe(regels.length - 1);
  await writeFile(tabel, over.join('\n'));
  return kopie;
}

describe('npm run demo -- --verhalen', () => {
  it('toont de namen, een op een regel', async () => {
    const programma = demo(['--verhalen']);
    expect(await programma.einde).toBe(0);
    expect(programma.uitvoer()).toBe(`${verhalen.map(({ naam }) => naam).join('\n')}\n`);
  });
});

describe('npm run demo -- --verhaal', { timeout: 300_000 }, () => {
  it('noemt bij een naam die niet bestaat de namen die wel bestaan, en eindigt met 2', async () => {
    const programma = demo(['--verhaal', 'bestaat-niet']);
    expect(await programma.einde).toBe(2);
    expect(programma.uitvoer()).toBe('');
    for (const { naam } of verhalen) expect(programma.fouten()).toContain(naam);
  });

  it('toont met --json alleen hoe het traject eindigt, zonder npm start, en laat niets achter', async () => {
    const programma = demo(['--verhaal', 'crisis', '--json']);
    expect({ code: await programma.einde, fouten: programma.fouten() }).toEqual({ code: 0, fouten: '' });
    expect(JSON.parse(programma.uitvoer())).toMatchObject({ fase: 'afgesloten', uitkomst: 'crisis' });
    expect(await resten()).toEqual([]);
  });

  it('ruimt bij Ctrl-C alles op', async () => {
    const programma = demo(['--verhaal', 'te-laat']);
    await programma.wachtOpRegel(/De aanmelding is ontvangen/);
    expect(await resten()).toHaveLength(1);
    programma.proces.kill('SIGINT');
    expect({ code: await programma.einde, fouten: programma.fouten() }).toEqual({ code: 130, fouten: '' });
    expect(await resten()).toEqual([]);
  });

  it('eindigt met 1 en zegt wat er anders is als er één overgang uit de tabel is', async () => {
    const kopie = await kopieZonder("'allen-afgewezen': 'voorbereiding',");
    const programma = demo(['--verhaal', 'allen-afgewezen', '--json'], join(kopie, 'dev/demo.ts'));
    expect(await programma.einde).toBe(1);
    expect(programma.fouten()).toContain('Het verhaal “allen-afgewezen” loopt anders dan verwacht:');
    expect(programma.fouten()).toContain('fase: verwacht "voorbereiding", gekregen "onderzoek"');
    expect(JSON.parse(programma.uitvoer())).toMatchObject({ kenmerk: expect.stringMatching(/^ZL-/) });
    expect(await resten()).toEqual([]);
  });
});
