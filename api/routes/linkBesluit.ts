import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { formulierfouten, leesBesluitformulier, sleutelveld } from '../../web/besluitformulier.ts';
import {
  formulierSchema,
  type Ingang,
  leesOpenIngang,
  linkParams,
  magErin,
  stuurCodepagina,
  stuurDicht,
} from '../ingang.ts';
import type { Ingediend } from '../invoer.ts';
import type { Poging } from '../linkdoel.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';
import { nietGevonden, ProbleemFout, statusEnTitel } from '../problemen.ts';

type Getypt = z.infer<typeof formulierSchema>;

/** Takes one decision from the page of a link: the same road as the API, with the hidden key of the form. */
export function linkBesluit(app: Api, omgeving: Omgeving): void {
  app.post(
    '/l/:token/:soort',
    { schema: { hide: true, params: linkParams.extend({ soort: z.string() }), body: formulierSchema } },
    async (request, reply) => {
      const { token, soort } = request.params;
      const ingang = await leesOpenIngang(omgeving, token);
      if ('dicht' in ingang) return stuurDicht(omgeving, reply, ingang.dicht);
      if (!(await magErin(omgeving, request, ingang))) {
        const concept = JSON.stringify({ soort, getypt: request.body });
        return stuurCodepagina(omgeving, reply, ingang, { concept }, 403);
      }
      return verwerk(reply, ingang, soort, request.body);
    },
  );
}

async function verwerk(
  reply: FastifyReply,
  { geopend, pad }: Ingang,
  soort: string,
  getypt: Getypt,
): Promise<FastifyReply> {
  const besluit = (await geopend.besluiten()).find((een) => een.soort === soort);
  if (!besluit) throw nietGevonden();
  const toonOpnieuw = async (status: number, poging: Partial<Poging>) =>
    stuurPagina(
      reply,
      await geopend.toon(pad, { soort, invulling: { getypt, fouten: [] }, ...poging }),
      status,
    );

  const sleutel = z.uuid().safeParse(getypt[sleutelveld]).data;
  if (!sleutel)
    return toonOpnieuw(400, { probleem: 'Het formulier kwam niet volledig aan. Verstuur het nog een keer.' });
  const gelezen = leesBesluitformulier(besluit, getypt);
  if ('fouten' in gelezen)
    return toonOpnieuw(400, { sleutel, invulling: { getypt, fouten: gelezen.fouten } });

  let ingediend: Ingediend;
  try {
    ingediend = await geopend.dienIn(soort, gelezen.inhoud, sleutel);
  } catch (fout) {
    if (!(fout instanceof ProbleemFout)) throw fout;
    const [status] = statusEnTitel(fout.soort);
    if (fout.soort === 'ongeldige-invoer') {
      const fouten = formulierfouten(besluit, fout.extra.velden ?? []);
      return toonOpnieuw(status, { sleutel, invulling: { getypt, fouten } });
    }
    if (fout.soort === 'sleutel-hergebruikt')
      return toonOpnieuw(status, {
        probleem:
          'U heeft dit formulier al een keer verstuurd, met een andere inhoud. Wilt u dit ook versturen? Verstuur het dan nog een keer.',
      });
    throw fout;
  }
  const { uitkomst, invoerId } = ingediend;
  if (uitkomst?.uitkomst === 'geweigerd') {
    // Under its own key it would be refused for ever.
    return toonOpnieuw(409, { probleem: uitkomst.antwoord.uitleg });
  }
  return reply.redirect(`${pad}/ontvangen/${invoerId}`, 303);
}
