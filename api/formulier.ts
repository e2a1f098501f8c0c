/** A form with one file (multipart/form-data): the file goes to the storage as it comes in, never whole in memory. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { stukBeleid } from '../domain/stukken.ts';
import type { OntvangenBestand, StukOpslag } from '../infra/stukken/opslag.ts';
import { ProbleemFout } from './problemen.ts';

/** What stood in a form; whoever reads it throws the received file away when it is not kept. */
export interface Formulier {
  velden: Readonly<Record<string, unknown>>;
  bestand?: { veld: string; naam: string; mediatype: string; ontvangen: OntvangenBestand };
}

/** How much is still read, and thrown away, of what is sent after the limit, in bytes: else the sender never reads the answer. */
const uitloop = 4 * 1024 * 1024;

/**
 * Reads a form with at most one file.
 * @throws ProbleemFout (415) when it is no form, (413) as soon as the file passes the limit.
 */
export async function leesFormulier(
  request: FastifyRequest,
  reply: FastifyReply,
  opslag: StukOpslag,
): Promise<Formulier> {
  if (!request.isMultipart())
    throw new ProbleemFout(
      'verkeerd-mediatype',
      'Stuur het bestand in een formulier, met de header Content-Type: multipart/form-data.',
    );
  const velden: Record<string, unknown> = {};
  let bestand: Formulier['bestand'];
  try {
    for await (const deel of request.parts({
      limits: { files: 1, fields: 5, fieldSize: 1_000, fileSize: stukBeleid.grootsteStuk },
    })) {
      if (deel.type === 'field') {
        velden[deel.fieldname] = deel.value;
        continue;
      }
      // The parser itself would read on to the end of the request.
      deel.file.once('limit', () => deel.file.destroy(teGroot(request, reply)));
      const ontvangen = await opslag.ontvang(deel.file);
      bestand = { veld: deel.fieldname, naam: deel.filename, mediatype: deel.mimetype, ontvangen };
      // A request that came in at once passed the limit before anybody listened.
      if (deel.file.truncated) throw teGroot(request, reply);
    }
  } catch (fout) {
    if (bestand) await opslag.gooiWeg(bestand.ontvangen);
    throw fout;
  }
  return { velden, ...(bestand ? { bestand } : {}) };
}

/**
 * The problem of a file over the limit. The request waits until the answer is out, and what then still comes is thrown away
 * up to a limit, since a connection that is cut at once may take the answer with it.
 */
function teGroot({ raw }: FastifyRequest, reply: FastifyReply): ProbleemFout {
  raw.unpipe();
  raw.pause();
  reply.raw.once('finish', () => {
    let rest = 0;
    raw.on('data', (deel: Buffer) => {
      rest += deel.length;
      if (rest > uitloop) raw.destroy();
    });
    raw.resume();
  });
  return new ProbleemFout(
    'te-groot',
    `Dit bestand is groter dan ${stukBeleid.grootsteStuk / 1024 / 1024} MB. Maak het kleiner, bijvoorbeeld door afbeeldingen te verkleinen, of deel het in stukken.`,
  );
}
