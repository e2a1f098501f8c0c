import { openStuk } from '../../infra/stukken/lezen.ts';
import { leesOpenIngang, linkParams, magErin, stuurCodepagina, stuurDicht } from '../ingang.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden } from '../problemen.ts';
import { stukParams } from '../routeSchema.ts';
import { stuurStukInhoud } from '../stukInhoud.ts';

/** Opens a stuk that stands on the page of a link. By POST, since each opening is recorded. */
export function linkStukInhoud(app: Api, omgeving: Omgeving): void {
  const { db, opslag, klok } = omgeving;
  app.post(
    '/l/:token/stukken/:id',
    { schema: { hide: true, params: linkParams.extend(stukParams.shape) } },
    async (request, reply) => {
      const { token, id } = request.params;
      const ingang = await leesOpenIngang(omgeving, token);
      if ('dicht' in ingang) return stuurDicht(omgeving, reply, ingang.dicht);
      if (!(await magErin(omgeving, request, ingang)))
        return stuurCodepagina(omgeving, reply, ingang, {}, 403);
      const { stukken } = ingang.geopend;
      if (!stukken || !(await stukken.lees()).some((stuk) => stuk.id === id)) throw nietGevonden();
      const geopend = await openStuk(db, opslag, stukken.lezer, id, klok.nu());
      if (!geopend) throw nietGevonden();
      return stuurStukInhoud(reply, geopend);
    },
  );
}
