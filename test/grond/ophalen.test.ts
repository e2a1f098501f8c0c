import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { controleer, eersteBron, maakMap } from '../../dev/ophalen.ts';
import { vindTemporalCli } from '../../dev/temporalCli.ts';

let map: string;
beforeAll(async () => {
  map = await mkdtemp(join(tmpdir(), 'zl-ophalen-'));
});
afterAll(() => rm(map, { recursive: true }));

describe('servers ophalen', () => {
  test('de eerste bron die werkt telt, en de latere worden niet gevraagd', async () => {
    const gevraagd: string[] = [];
    const bron = (naam: string, werkt: boolean) => ({
      naam,
      raad: '',
      haal: async () => {
        gevraagd.push(naam);
        if (!werkt) throw new Error('weg');
        return naam;
      },
    });
    expect(await eersteBron('Iets', [bron('a', false), bron('b', true), bron('c', true)], () => {})).toBe(
      'b',
    );
    expect(gevraagd).toEqual(['a', 'b']);
  });

  test('lukt het nergens, dan staat er per bron wat er misging en wat te doen', async () => {
    const bron = (naam: string) => ({
      naam,
      raad: `raad bij ${naam}`,
      haal: () => Promise.reject(new Error(`${naam} weigert https://adres.example/x`)),
    });
    await expect(eersteBron('Iets', [bron('a'), bron('b')], () => {})).rejects.toThrow(
      'Iets is nergens gevonden. Geprobeerd:\n  - a: a weigert (adres)\n    raad bij a\n  - b: b weigert (adres)\n    raad bij b',
    );
  });

  test('een bestand met een andere sha256 wordt niet gebruikt', async () => {
    const bestand = join(map, 'bestand');
    await writeFile(bestand, 'abc');
    await controleer(bestand, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    await expect(controleer(bestand, '0'.repeat(64))).rejects.toThrow('het wordt niet gebruikt');
    await expect(controleer(bestand, undefined)).rejects.toThrow('staat niet in dev/bronnen.ts');
  });

  test('een map in de cache is er heel of niet', async () => {
    const doel = join(map, 'cache', 'programma');
    await expect(
      maakMap(doel, async (nieuw) => {
        await writeFile(join(nieuw, 'half'), '');
        throw new Error('afgebroken');
      }),
    ).rejects.toThrow('afgebroken');
    await expect(access(doel)).rejects.toThrow();
    await maakMap(doel, (nieuw) => writeFile(join(nieuw, 'heel'), ''));
    await access(join(doel, 'heel'));
  });

  test('ZL_TEMPORAL_CLI: dat programma en geen ander', async () => {
    const { temporalCli } = inject('servers');
    expect(await vindTemporalCli(map, temporalCli, () => {})).toBe(temporalCli);
    await expect(vindTemporalCli(map, '/bin/true', () => {})).rejects.toThrow(
      'ZL_TEMPORAL_CLI wijst niet naar het programma temporal: /bin/true',
    );
  });
});
