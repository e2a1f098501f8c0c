import { z } from 'zod';
import { doorbraakPeriodeSchema } from '../../domain/doorbraakCodes.ts';
import { doorbraakSchema } from '../doorbraakSchemas.ts';
import { toonDoorbraak } from '../doorbraken.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { pagina } from '../schemas.ts';

export function getDoorbraken(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/doorbraken',
    {
      schema: {
        operationId: 'zoekDoorbraken',
        tags: ['Doorbraken'],
        summary: 'Zoek doorbraken',
        description: 'Geeft de doorbraken op volgorde van periode, in pagina’s, zonder hun agenda.',
        security: metToken,
        querystring: z.strictObject(paginaVelden),
        response: {
          200: pagina('doorbraken', doorbraakSchema, 'Pagina met doorbraken').describe(
            'Een pagina met doorbraken.',
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
      const na = naCursor(cursor, doorbraakPeriodeSchema);
      const rijen = await db.doorbraak.findMany({
        where: na ? { periode: { gt: na } } : {},
        orderBy: { periode: 'asc' },
        take: limiet + 1,
        include: { zaken: true },
      });
      const { getoond, volgende } = neemPagina(rijen, limiet, ({ periode }) => periode);
      return { doorbraken: getoond.map(toonDoorbraak), volgende };
    },
  );
}
