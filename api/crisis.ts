/** A crisis never waits for this program: every answer to one says who is called now (domein, "CIT"). */
import type { onSendAsyncHookHandler } from 'fastify';
import { z } from 'zod';
import { type Cit, citNaam, crisisNietVerwerkt, crisisVerwerkt } from '../domain/cit.ts';

/** Who is called in a crisis, in an answer. */
export const crisisSchema = z.object({
  melding: z.string().meta({ title: 'Wat u nu meteen doet' }),
  naam: z.string().meta({ title: 'Wie u belt', examples: [citNaam] }),
  telefoon: z.string().meta({ title: 'Telefoonnummer van het CIT', examples: ['070 123 45 67'] }),
  pagina: z.string().meta({ title: 'Webpagina van het CIT', examples: ['https://cit.example'] }),
});
type Crisis = z.infer<typeof crisisSchema>;

/** The same as a field of an answer that is not always to a crisis. */
export const bijCrisisSchema = crisisSchema.optional().meta({
  title: 'Bij een crisis: het Crisis Interventie Team',
  description: 'Staat er alleen bij een besluit dat zegt dat er een crisis is.',
});

/** Whether a decision of this kind, with these codes, says that there is a crisis. */
export function isCrisis(soort: string, codes: unknown): boolean {
  return (
    soort === 'crisis' || (soort === 'triage' && (codes as { uitkomst?: unknown })?.uitkomst === 'crisis')
  );
}

/** What the answer to a decision says of a crisis; until it was taken nobody has been told. */
export function bijCrisis(cit: Cit, isVerwerkt: boolean): Crisis {
  return { melding: (isVerwerkt ? crisisVerwerkt : crisisNietVerwerkt)(cit), naam: citNaam, ...cit };
}

/** Adds the CIT to whatever is answered to a decision of this kind that says that there is a crisis, errors included. */
export function noemCit(cit: Cit, soort: string): onSendAsyncHookHandler {
  return async ({ body }, { statusCode }, inhoud) => {
    if (!isCrisis(soort, body)) return inhoud;
    const antwoord = JSON.parse(String(inhoud));
    const crisis = bijCrisis(cit, statusCode === 200);
    // Who shows only the message of what is stored must not read that it can wait.
    const melding = statusCode === 202 ? { melding: `${crisis.melding} ${antwoord.melding}` } : {};
    return JSON.stringify({ ...antwoord, ...melding, crisis });
  };
}
