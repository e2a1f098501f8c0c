import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { sleutelveld } from '../../web/besluitformulier.ts';
import { type Formulier, leesFormulier } from '../formulier.ts';
import { type Ingang, leesOpenIngang, linkParams, magErin, stuurCodepagina, stuurDicht } from '../ingang.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';
import { nietGevonden, ProbleemFout, statusEnTitel } from '../problemen.ts';
import { stukformulierSoort } from '../stukken.ts';

/** Takes a stuk from the page of a link, in a form with a file; in a scope of its own, so that no other page takes files. */
export function linkStuk(app: Api, omgeving: Omgeving): void {
  app.register(async (scope) => {
    await scope.register(multipart);
    route(scope.withTypeProvider<ZodTypeProvider>(), omgeving);
  });
}

function route(app: Api, omgeving: Omgeving): void {
  app.post(
    `/l/:token/${stukformulierSoort}`,
    { schema: { hide: true, params: linkParams } },
    async (request, reply) => {
      const ingang = await leesOpenIngang(omgeving, request.params.token);
      if ('dicht' in ingang) return stuurDicht(omgeving, reply, ingang.dicht);
      // A file cannot stand in the page until there is access again.
      if (!(await magErin(omgeving, request, ingang)))
        return stuurCodepagina(
          omgeving,
          reply,
          ingang,
          {
            probleem:
              'Uw toegang was voorbij, en het bestand is niet bewaard. Stuur het na een nieuwe code opnieuw.',
          },
          403,
        );
      return neemAan(omgeving, request, reply, ingang);
    },
  );
}

async function neemAan(
  { opslag }: Omgeving,
  request: FastifyRequest,
  reply: FastifyReply,
  { geopend, pad }: Ingang,
): Promise<FastifyReply> {
  if (!geopend.neemStukAan) throw nietGevonden();
  let formulier: Formulier | undefined;
  try {
    formulier = await leesFormulier(request, reply, opslag);
    const { [sleutelveld]: sleutel, ...velden } = formulier.velden;
    const gelezen = z.uuid().safeParse(sleutel);
    if (!gelezen.success)
      throw new ProbleemFout(
        'ongeldig-verzoek',
        'Het formulier kwam niet volledig aan. Kies het bestand opnieuw en verstuur het nog een keer.',
      );
    const { invoerId } = await geopend.neemStukAan({ ...formulier, velden }, gelezen.data);
    return await reply.redirect(`${pad}/ontvangen/${invoerId}`, 303);
  } catch (fout) {
    if (!(fout instanceof ProbleemFout)) throw fout;
    return await toonOpnieuw(reply, { geopend, pad }, formulier?.velden ?? {}, fout);
  } finally {
    if (formulier?.bestand) await opslag.gooiWeg(formulier.bestand.ontvangen);
  }
}

/** The page again with what is wrong, under a new key: the file has to be chosen again, and may be another one. */
async function toonOpnieuw(
  reply: FastifyReply,
  { geopend, pad }: Pick<Ingang, 'geopend' | 'pad'>,
  { soort }: Formulier['velden'],
  fout: ProbleemFout,
): Promise<FastifyReply> {
  const velden =
    fout.soort === 'te-groot'
      ? [{ veld: 'bestand', label: 'Bestand', melding: fout.message }]
      : (fout.extra.velden ?? []);
  const fouten = velden.map(({ veld, label, melding }) => ({ naam: veld, label, melding }));
  const poging = {
    soort: stukformulierSoort,
    invulling: { getypt: { soort: String(soort ?? '') }, fouten },
    ...(fouten.length > 0 ? {} : { probleem: uitleg(fout) }),
  };
  const [status] = statusEnTitel(fout.soort);
  return stuurPagina(reply, await geopend.toon(pad, poging), status);
}

function uitleg({ soort, message }: ProbleemFout): string {
  return soort === 'sleutel-hergebruikt'
    ? 'U heeft dit formulier al een keer verstuurd, met een ander bestand. Wilt u dit bestand ook sturen? Kies het dan opnieuw.'
    : message;
}
