/** What the players of scenarios say to the API, and what it answers. */
import { wachtTot } from '../rust.ts';
import type { Persoon, Speelruimte } from '../speelruimte.ts';

/** The API refused a step; the message is Dutch. */
export class Geweigerd extends Error {
  override name = 'Geweigerd';
  /** The last part of the type of its problem. */
  readonly soort: string;
  constructor(tekst: string, soort: string) {
    super(tekst);
    this.soort = soort;
  }
}

/** The part of a problem that is told. */
interface Probleem {
  type?: string;
  detail?: string;
  velden?: { veld: string; melding: string }[];
}

/**
 * Sends this as a person, and waits until it has been handled. @throws Geweigerd when the API refuses it.
 */
export async function dien<T>(ruimte: Speelruimte, wie: Persoon, pad: string, body: object): Promise<T> {
  const { status, inhoud } = await ruimte.vraag(wie, 'POST', pad, body);
  if (status === 200 || status === 201) return inhoud as T;
  if (status === 202) {
    const { invoerId } = inhoud as { invoerId: string };
    await wachtTot(`POST ${pad} wordt niet verwerkt`, async () => {
      const nu = await lees<{ status: string }>(ruimte, wie, `/v1/invoer/${invoerId}`);
      return nu.status === 'verwerkt' ? null : nu.status;
    });
    return inhoud as T;
  }
  const { type, detail, velden = [] } = inhoud as Probleem;
  const fouten = velden.map(({ veld, melding }) => `\n  ${veld}: ${melding}`);
  throw new Geweigerd(
    `POST ${pad} gaf ${status}: ${detail ?? ''}${fouten.join('')}`,
    String(type).split(':').at(-1) ?? '',
  );
}

/** Reads something as a person. @throws when the answer is not 200. */
export async function lees<T>(ruimte: Speelruimte, wie: Persoon, pad: string): Promise<T> {
  const { status, inhoud } = await ruimte.vraag(wie, 'GET', pad);
  if (status !== 200) throw new Error(`GET ${pad} gaf ${status}`);
  return inhoud as T;
}
