import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maakSleutels, type Sleutels } from '../../dev/gegevensmap.ts';
import { aanbieders } from '../../prisma/zaaigegevens.ts';
import { startProgramma } from '../support/programma.ts';

let map: string;
let sleutels: Sleutels;

beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'zl-token-'));
  sleutels = await maakSleutels(map);
});
afterAll(() => rm(map, { recursive: true }));

async function token(argumenten: string[], env: Record<string, string> = { ZL_DATA_DIR: map }) {
  const programma = startProgramma('dev/token.ts', argumenten, env);
  return { code: await programma.einde, uitvoer: programma.uitvoer(), fouten: programma.fouten() };
}

describe('npm run token', () => {
  test('geeft één token, en verder niets', async () => {
    const { code, uitvoer, fouten } = await token(['coordinator']);
    expect({ code, fouten }).toEqual({ code: 0, fouten: '' });
    const { payload } = await jwtVerify(uitvoer.trim(), new TextEncoder().encode(sleutels.jwt), {
      algorithms: ['HS256'],
    });
    expect(payload).toMatchObject({ sub: 'coordinator-1', rol: 'coordinator' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(12 * 60 * 60);
  });

  test('een aanbieder krijgt de code van de aanbieder erin', async () => {
    const { uitvoer } = await token(['aanbieder', '--aanbieder', 'de-linde', '--wie', 'jan-1']);
    const { payload } = await jwtVerify(uitvoer.trim(), new TextEncoder().encode(sleutels.jwt));
    expect(payload).toMatchObject({ sub: 'jan-1', rol: 'aanbieder', aanbieder: 'de-linde' });
  });

  test('wie niet zegt wie hij is, heet naar zijn aanbieder: twee aanbieders zijn niet dezelfde', async () => {
    const { uitvoer } = await token(['aanbieder', '--aanbieder', 'aanbieder-02']);
    const { payload } = await jwtVerify(uitvoer.trim(), new TextEncoder().encode(sleutels.jwt));
    expect(payload).toMatchObject({ sub: 'aanbieder-02-1', rol: 'aanbieder', aanbieder: 'aanbieder-02' });
  });

  test.each([
    ['zonder rol', [], 'Zeg welke rol'],
    ['met een rol die niet bestaat', ['directeur'], 'Noem precies één rol'],
    ['met twee rollen', ['manager', 'coordinator'], 'Noem precies één rol'],
    ['aanbieder zonder code', ['aanbieder'], 'hoort --aanbieder'],
    [
      'manager met de code van een aanbieder',
      ['manager', '--aanbieder', 'de-linde'],
      'alleen bij de rol aanbieder',
    ],
    ['met een code die geen code is', ['manager', '--wie', 'Jan Jansen'], 'is geen code'],
    ['met een optie die niet bestaat', ['manager', '--duur', '3'], 'Deze optie bestaat niet'],
  ])('%s: uitleg en code 2', async (_geval, argumenten, tekst) => {
    const { code, uitvoer, fouten } = await token(argumenten);
    expect({ code, uitvoer }).toEqual({ code: 2, uitvoer: '' });
    expect(fouten).toContain(tekst);
    expect(fouten).toContain('Gebruik: npm run --silent token');
  });

  test('zonder gegevensmap: eerst starten', async () => {
    const { code, fouten } = await token(['manager'], { ZL_DATA_DIR: join(map, 'leeg') });
    expect(code).toBe(1);
    expect(fouten).toContain('Start Zorglogistiek eerst met npm start');
  });

  test('met een verkeerde instelling: code 2 en de naam', async () => {
    const { code, fouten } = await token(['manager'], { ZL_DATA_DIR: map, PORT: 'x' });
    expect(code).toBe(2);
    expect(fouten).toContain('PORT is niet goed');
  });

  test('--help legt uit, met een aanbieder die bestaat', async () => {
    const { code, uitvoer } = await token(['--help']);
    expect(code).toBe(0);
    expect(uitvoer).toContain('--aanbieder CODE');
    const voorbeeld = /token -- aanbieder --aanbieder (\S+)/.exec(uitvoer)?.[1];
    expect(aanbieders.map(({ code }) => code)).toContain(voorbeeld);
  });
});
