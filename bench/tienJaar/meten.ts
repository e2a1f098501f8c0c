/** How long questions take: each asked in turn on every database, so that what else the machine does meets all of them. */
import type { Meetopstelling } from './api.ts';
import type { Vraag } from './vragen.ts';

/** The middle of the times of one question on each database, in ms. */
export type Tijden = number[];

/** Asks one question `keren` times on each database, after it was asked twice to warm up. */
export async function meet(vraag: Vraag, ops: readonly Meetopstelling[], keren: number): Promise<Tijden> {
  const tijden = ops.map(() => [] as number[]);
  for (let keer = -2; keer < keren; keer += 1)
    for (const [plaats, op] of ops.entries()) {
      const begin = performance.now();
      await vraag.stel(op);
      if (keer >= 0) tijden[plaats]?.push(performance.now() - begin);
    }
  return tijden.map(midden);
}

function midden(getallen: readonly number[]): number {
  return [...getallen].sort((a, b) => a - b)[Math.floor(getallen.length / 2)] ?? 0;
}
