/** Fetching of servers: in turn from every place that may have them, kept in one folder, so that it happens once. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

export const voerUit = promisify(execFile);

/** Tells the reader one line of progress, in Dutch. */
export type Melder = (regel: string) => void;

/** One place to get a server from. */
export interface Bron {
  /** What is tried, as the reader knows it. */
  naam: string;
  /** What the reader can do when it does not work. */
  raad: string;
  /** Gives the path of the program. @throws when it is not to be had here. */
  haal: () => Promise<string>;
}

/** The reason in one line of at most 300 characters, without addresses of download servers. */
function reden(fout: unknown): string {
  const tekst =
    fout instanceof Error
      ? 'stderr' in fout && typeof fout.stderr === 'string' && fout.stderr.trim() !== ''
        ? fout.stderr.trim().split('\n').slice(-1).join()
        : fout.message
      : String(fout);
  return tekst
    .replace(/https?:\/\/\S+/g, '(adres)')
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}

/**
 * Tries the places in order.
 * @throws when none works; the message tells of each what was tried, why it failed and what the reader can do.
 */
export async function eersteBron(wat: string, bronnen: readonly Bron[], meld: Melder): Promise<string> {
  const mislukt: string[] = [];
  for (const bron of bronnen) {
    try {
      meld(`${wat}: ${bron.naam}`);
      return await bron.haal();
    } catch (fout) {
      mislukt.push(`  - ${bron.naam}: ${reden(fout)}\n    ${bron.raad}`);
    }
  }
  throw new Error(`${wat} is nergens gevonden. Geprobeerd:\n${mislukt.join('\n')}`);
}

/** The sha256 of a file, in hexadecimal. */
async function sha256(bestand: string): Promise<string> {
  const som = createHash('sha256');
  await pipeline(createReadStream(bestand), som);
  return som.digest('hex');
}

/** @throws when the file is not exactly the one that dev/bronnen.ts pins. */
export async function controleer(bestand: string, verwacht: string | undefined): Promise<void> {
  const som = await sha256(bestand);
  if (som !== verwacht) {
    throw new Error(
      verwacht === undefined
        ? `${bestand} staat niet in dev/bronnen.ts`
        : `${bestand} heeft sha256 ${som}, niet ${verwacht}: het wordt niet gebruikt`,
    );
  }
}

/**
 * Makes a folder in the cache whole or not at all: `maak` fills a folder beside it, that then gets its name.
 * Two runs at once do not meet; the last one's work is thrown away.
 */
export async function maakMap(doel: string, maak: (map: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(doel), { recursive: true });
  const tijdelijk = await mkdtemp(join(dirname(doel), '.nieuw-'));
  try {
    await maak(tijdelijk);
    await rename(tijdelijk, doel).catch((fout: NodeJS.ErrnoException) => {
      if (fout.code !== 'ENOTEMPTY' && fout.code !== 'EEXIST') throw fout;
    });
  } finally {
    await rm(tijdelijk, { recursive: true, force: true });
  }
}
