/** A Speelruimte for the time of one command, that ends with it, also on Ctrl-C. */
import process from 'node:process';
import { pino } from 'pino';
import type { StartInstellingen } from '../infra/instellingen.ts';
import { richtRuntimeIn } from '../workers/maakWorker.ts';
import { maakEigenSpeelruimte, type Speelruimte } from './speelruimte.ts';

/**
 * Starts a Speelruimte of its own, does the work in it, and ends it; `meld` hears what is fetched. Ctrl-C ends the program with
 * 130, once everything that was started has ended.
 */
export async function inEigenRuimte<T>(
  instellingen: StartInstellingen,
  meld: (regel: string) => void,
  werk: (ruimte: Speelruimte) => Promise<T>,
): Promise<T> {
  richtRuntimeIn(pino({ level: 'silent' }));
  const starten = maakEigenSpeelruimte(instellingen, meld);
  let afgebroken: Promise<never> | undefined;
  const breekAf = async () => {
    process.once('SIGINT', () => process.exit(130));
    // Ctrl-C on a terminal has ended the Temporal server as well: what goes wrong after that is no news.
    await starten.then((ruimte) => ruimte.sluit()).catch(() => {});
    process.exit(130);
  };
  for (const signaal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signaal, () => {
      afgebroken ??= breekAf();
    });

  const ruimte = await starten;
  try {
    return await werk(ruimte);
  } catch (fout) {
    await afgebroken;
    throw fout;
  } finally {
    await ruimte.sluit();
  }
}
