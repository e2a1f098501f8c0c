/** A Speelruimte (dev/speelruimte.ts) on the servers of the test run, with a database and a clock of its own. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { inject } from 'vitest';
import { maakSpeelruimte, type Speelruimte } from '../../dev/speelruimte.ts';
import './runtime.ts';
import { maakDatabase } from './servers.ts';

/** Starts one; end it with `sluit()`. */
export async function testSpeelruimte(): Promise<Speelruimte> {
  const { map, tijdspringer, bundel } = inject('servers');
  const { url, sluit } = await maakDatabase();
  await sluit();
  const stukkenMap = join(map, `stukken-${randomUUID()}`);
  return maakSpeelruimte({ databaseUrl: url, stukkenMap, tijdspringer, bundel });
}
