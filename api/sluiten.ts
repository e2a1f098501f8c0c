import { besluitTermijn } from '../infra/afhandeling.ts';
import type { Api } from './omgeving.ts';

/** How long a request gets to end, in ms: a decision that is under way still gets its answer. */
const geduldMs = besluitTermijn + 2_000;

/**
 * Closes the API: it takes no more requests, answers those that it has, and after ten seconds breaks off what is left,
 * since Node waits for ever for the rest of a request that was half sent.
 */
export async function sluitApi(app: Api): Promise<void> {
  const bewaking = setTimeout(() => app.server.closeAllConnections(), geduldMs);
  try {
    await app.close();
  } finally {
    clearTimeout(bewaking);
  }
}
