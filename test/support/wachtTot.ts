import { vi } from 'vitest';

/** Waits until `lees` gives what `klopt` accepts, at most `grens` ms; for what happens behind an answer. */
export async function wachtTot<T>(
  lees: () => Promise<T> | T,
  klopt: (waarde: T) => boolean,
  grens = 50_000,
): Promise<T> {
  let laatste: T | undefined;
  try {
    return await vi.waitFor(
      async () => {
        laatste = await lees();
        if (!klopt(laatste)) throw new Error('not yet');
        return laatste;
      },
      { timeout: grens, interval: 50 },
    );
  } catch (oorzaak) {
    throw new Error(`waited in vain; last seen: ${JSON.stringify(laatste)}`, { cause: oorzaak });
  }
}
