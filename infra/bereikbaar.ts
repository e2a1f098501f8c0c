import { setTimeout as wacht } from 'node:timers/promises';

/** A server on which the program stands does not answer; the message is Dutch and says which setting points to it. */
export class OnbereikbaarFout extends Error {
  override name = 'OnbereikbaarFout';
}

/**
 * Tries every second, for half a minute, until it works: servers that start together are not ready together.
 * @param wat the server and the setting that points to it, as the reader knows them.
 * @param geduldMs how long it tries, in ms.
 * @throws OnbereikbaarFout when it never worked.
 */
export async function totBereikbaar<T>(
  wat: string,
  probeer: () => Promise<T>,
  geduldMs = 30_000,
): Promise<T> {
  const tot = Date.now() + geduldMs;
  for (;;) {
    try {
      return await probeer();
    } catch (fout) {
      if (Date.now() > tot) {
        throw new OnbereikbaarFout(
          `${wat} is niet bereikbaar, ook niet na ${geduldMs / 1000} seconden proberen.`,
          {
            cause: fout,
          },
        );
      }
      await wacht(1_000);
    }
  }
}
