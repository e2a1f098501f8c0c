import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bewaarAdressen } from '../../dev/gegevensmap.ts';
import { vrijePoort } from '../../dev/poorten.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { startProgramma } from '../support/programma.ts';

let op: Opstelling;
let map: string;
const schermen = { temporalUi: 'http://127.0.0.1:1', mail: 'http://127.0.0.1:1' };
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  map = await mkdtemp(join(tmpdir(), 'zl-demo-'));
  const sleutels = {
    jwt: op.instellingen.ZL_JWT_SLEUTEL,
    bsn: 'ongebruikt',
    link: 'ongebruikt',
    postgres: 'ongebruikt',
  };
  await writeFile(join(map, 'sleutels.json'), JSON.stringify(sleutels));
  const poort = await vrijePoort();
  await op.api.listen({ port: poort, host: '127.0.0.1' });
  await bewaarAdressen(map, { ...schermen, api: `http://127.0.0.1:${poort}` });
});
afterAll(async () => {
  await op.sluit();
  await rm(map, { recursive: true });
});

async function demo(argumenten: string[], omgeving: Record<string, string> = {}) {
  const programma = startProgramma('dev/demo.ts', argumenten, {
    ZL_DATA_DIR: map,
    ...omgeving,
  });
  return { code: await programma.einde, uitvoer: programma.uitvoer(), fouten: programma.fouten() };
}

describe('npm run demo', () => {
  it('speelt een heel traject en eindigt in zorg gestart', async () => {
    const { code, uitvoer, fouten } = await demo([]);
    expect(fouten).toBe('');
    expect(code).toBe(0);
    const [kenmerk = ''] = /ZL-\d{4}-\d{4}/.exec(uitvoer) ?? [];
    expect(uitvoer.trimEnd()).toMatch(new RegExp(`${kenmerk}: zorg gestart$`));
    expect(uitvoer).toContain(`/namespaces/default/workflows/traject-${kenmerk}`);
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'afgesloten', uitkomst: 'zorg-gestart' });
  });

  it('toont met --json alleen het einde', async () => {
    const { code, uitvoer } = await demo(['--json']);
    expect(code).toBe(0);
    const traject = JSON.parse(uitvoer);
    expect(traject).toEqual(await op.traject(traject.kenmerk));
    expect(traject).toMatchObject({ uitkomst: 'zorg-gestart' });
  });

  it('zegt wat te doen als er niets draait', async () => {
    const stil = await mkdtemp(join(tmpdir(), 'zl-demo-stil-'));
    await bewaarAdressen(stil, { ...schermen, api: 'http://127.0.0.1:1' });
    const { code, uitvoer, fouten } = await demo(['--json'], { ZL_DATA_DIR: stil });
    await rm(stil, { recursive: true });
    expect({ code, uitvoer }).toEqual({ code: 1, uitvoer: '' });
    expect(fouten).toContain('npm start');
  });

  it('zegt wat er mis is met een optie of een map zonder sleutels', async () => {
    expect(await demo(['--onzin'])).toMatchObject({
      code: 2,
      fouten: expect.stringContaining('npm run demo'),
    });
    expect(await demo([], { ZL_DATA_DIR: '/bestaat/niet' })).toMatchObject({
      code: 1,
      fouten: expect.stringContaining('ZL_DATA_DIR'),
    });
    expect(await demo(['--help'])).toMatchObject({ code: 0, uitvoer: expect.stringContaining('--json') });
  });
});
