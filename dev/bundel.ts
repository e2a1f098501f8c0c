import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundelWorkflows } from '../workers/bundel.ts';

const wortel = join(import.meta.dirname, '..');

/** A hash of everything that the workflow code is made of: that is all that workflows may import. */
async function afdruk(): Promise<string> {
  const som = createHash('sha256').update(await readFile(join(wortel, 'package-lock.json')));
  for (const map of ['domain', 'workflows']) {
    for (const naam of (await readdir(join(wortel, map), { recursive: true })).sort()) {
      if (naam.endsWith('.ts')) som.update(`\0${naam}\0`).update(await readFile(join(wortel, map, naam)));
    }
  }
  return som.digest('hex').slice(0, 32);
}

/** The path of the workflow code, made anew only when a source changed; earlier ones are thrown away. */
export async function bewaardeBundel(opgegeven: string): Promise<string> {
  const cacheMap = resolve(opgegeven);
  const naam = `workflows-${await afdruk()}.js`;
  const bestand = join(cacheMap, naam);
  if (existsSync(bestand)) return bestand;
  await mkdir(cacheMap, { recursive: true });
  const nieuw = `${bestand}.${process.pid}`;
  await bundelWorkflows(nieuw);
  await rename(nieuw, bestand);
  for (const ander of await readdir(cacheMap)) {
    if (/^workflows-[0-9a-f]{32}\.js$/.test(ander) && ander !== naam)
      await rm(join(cacheMap, ander), { force: true });
  }
  return bestand;
}
