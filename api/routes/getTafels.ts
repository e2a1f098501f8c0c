import { z } from 'zod';
import { datumSchema } from '../../domain/codes.ts';
import { alsDatum, uitDatum } from '../../infra/dag.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { pagina } from '../schemas.ts';
import { tafelSchema } from '../tafelSchemas.ts';
import { toonTafel } from '../tafels.ts';

const zoekvraag = z.strictObject({
  vanafDatum: datumSchema.optional().meta({
    title: 'Vanaf',
    description: 'Alleen de tafels op deze dag en later.',
    examples: ['2027-01-14'],
  }),
  ...paginaVelden,
});

export function getTafels(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/tafels',
    {
      schema: {
        operationId: 'zoekTafels',
        tags: ['Tafels'],
        summary: 'Zoek tafels',
        description: 'Geeft de tafels op volgorde van datum, in pagina’s, zonder hun agenda.',
        security: metToken,
        querystring: zoekvraag,
        response: {
          200: pagina('tafels', tafelSchema, 'Pagina met tafels').describe('Een pagina met tafels.'),
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
    async ({ query: { vanafDatum, limiet, cursor } }) => {
      const na = naCursor(cursor);
      const rijen = await db.tafel.findMany({
        where: {
          AND: [
            vanafDatum ? { datum: { gte: alsDatum(vanafDatum) } } : {},
            na ? { datum: { gt: alsDatum(na) } } : {},
          ],
        },
        orderBy: { datum: 'asc' },
        take: limiet + 1,
      });
      const { getoond, volgende } = neemPagina(rijen, limiet, ({ datum }) => uitDatum(datum));
      return { tafels: getoond.map(toonTafel), volgende };
    },
  );
}
