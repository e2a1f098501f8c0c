import { leesOpenIngang, linkParams, magErin, stuurCodepagina, stuurDicht } from '../ingang.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';

/** The page of a link. Opening it changes nothing and sends nothing: a mail scanner may. */
export function linkPagina(app: Api, omgeving: Omgeving): void {
  app.get('/l/:token', { schema: { hide: true, params: linkParams } }, async (request, reply) => {
    const ingang = await leesOpenIngang(omgeving, request.params.token);
    if ('dicht' in ingang) return stuurDicht(omgeving, reply, ingang.dicht);
    if (!(await magErin(omgeving, request, ingang))) return stuurCodepagina(omgeving, reply, ingang);
    return stuurPagina(reply, await ingang.geopend.toon(ingang.pad));
  });
}
