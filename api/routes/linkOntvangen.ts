import { z } from 'zod';
import { leesUitkomst } from '../../infra/afhandeling.ts';
import { type Ontvangst, ontvangenPagina } from '../../web/paginas/ontvangen.ts';
import { leesIngang, linkParams, magErin, stuurCodepagina, stuurDicht } from '../ingang.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';
import { nietGevonden } from '../problemen.ts';

/** What became of what somebody sent from the page of a link; also when that was the last thing that was asked. */
export function linkOntvangen(app: Api, omgeving: Omgeving): void {
  const { db } = omgeving;
  app.get(
    '/l/:token/ontvangen/:invoerId',
    { schema: { hide: true, params: linkParams.extend({ invoerId: z.uuid() }) } },
    async (request, reply) => {
      const { token, invoerId } = request.params;
      const ingang = await leesIngang(omgeving, token);
      if ('dicht' in ingang) return stuurDicht(omgeving, reply, ingang.dicht);
      const { geopend, link, pad } = ingang;
      const { kenmerk, beller, dicht } = geopend.onderwerp;
      if (!(await magErin(omgeving, request, ingang)))
        return dicht ? stuurDicht(omgeving, reply, dicht) : stuurCodepagina(omgeving, reply, ingang);
      const onderzoekId = link.doel === 'onderzoek' ? link.onderwerp : null;
      const invoer = await db.invoer.findFirst({
        where: { id: invoerId, wie: beller.wie, kenmerk, onderzoekId },
        select: { id: true },
      });
      if (!invoer) throw nietGevonden();
      const uitkomst = await leesUitkomst(db, invoer.id);
      const ontvangst: Ontvangst =
        uitkomst?.uitkomst === 'geweigerd'
          ? { stand: 'geweigerd', uitleg: uitkomst.antwoord.uitleg }
          : uitkomst
            ? { stand: 'verwerkt', uitleg: geopend.verwerkt }
            : { stand: 'bewaard' };
      return stuurPagina(reply, ontvangenPagina(kenmerk, pad, ontvangst));
    },
  );
}
