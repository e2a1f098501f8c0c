import { z } from 'zod';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { pagina } from '../schemas.ts';
import { uitvraagSchema } from '../uitvraagSchemas.ts';
import { responsPerUitvraag, toonUitvraag } from '../uitvragen.ts';

export function getUitvragen(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/uitvragen',
    {
      schema: {
        operationId: 'zoekUitvragen',
        tags: ['Uitvragen'],
        summary: 'Zoek uitvragen van wachttijden',
        description: 'Geeft de uitvragen op volgorde van code, in pagina’s, met de respons.',
        security: metToken,
        querystring: z.strictObject(paginaVelden),
        response: {
          200: pagina('uitvragen', uitvraagSchema, 'Pagina met uitvragen').describe(
            'Een pagina met uitvragen.',
          ),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'niet-ingelogd',
            'geen-toegang',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ query: { limiet, cursor } }) => {
      const na = naCursor(cursor);
      const rijen = await db.uitvraag.findMany({
        where: na ? { code: { gt: na } } : {},
        orderBy: { code: 'asc' },
        take: limiet + 1,
      });
      const { getoond, volgende } = neemPagina(rijen, limiet, ({ code }) => code);
      const respons = await responsPerUitvraag(
        db,
        getoond.map(({ code }) => code),
      );
      return { uitvragen: getoond.map((rij) => toonUitvraag(rij, respons(rij.code))), volgende };
    },
  );
}
