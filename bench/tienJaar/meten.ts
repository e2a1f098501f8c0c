/** How long questions take: each asked in turn on every database, so that what else the machine does meets all of them. */
import type { Meetopstelling } from './api.ts';
import type { Vraag } from './vragen.ts';

/** What was measured of one question, on each database. */
export interface Meting {
  /** The middle of the times, in ms. */
  tijden: number[];
  /** The size of the answer in bytes; of what is no request nothing. */
  groottes: (number | undefined)[];
}

/** Asks one question `keren` times on each database, after it was asked twice to warm up. */
export async function meet(vraag: Vraag, ops: readonly Meetopstelling[], keren: number): Promise<Meting> {
  const tijden = ops.map(() => [] as number[]);
  const groottes: Meting['groottes'] = [];
  for (let keer = -2; keer < keren; keer += 1)
    for (const [plaats, op] of ops.entries()) {
      const begin = performance.now();
      const antwoord = await vraag.stel(op);
      groottes[plaats] = typeof antwoord === 'number' ? antwoord : undefined;
      if (keer >= 0) tijden[plaats]?.push(performance.now() - begin);
    }
  return { tijden: tijden.map(midden), groottes };
}

function midden(getallen: readonly number[]): number {
  return [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)] ?? 0;
}
