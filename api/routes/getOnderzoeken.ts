import { z } from 'zod';
import { codeSchema, onderzoekStatussen } from '../../domain/codes.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { onderzoekSchema, pagina } from '../schemas.ts';
import { toonOnderzoek } from '../weergave.ts';
import { onderzoekenVoor } from '../zichtbaarheid.ts';

const zoekvraag = z.strictObject({
  status: z.enum(onderzoekStatussen).optional().meta({ title: 'Status' }),
  aanbieder: codeSchema.optional().meta({ title: 'Aanbieder' }),
  ...paginaVelden,
});

export function getOnderzoeken(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/onderzoeken',
    {
      schema: {
        operationId: 'zoekOnderzoeken',
        tags: ['Onderzoeken'],
        summary: 'Zoek onderzoeken',
        description:
          'Geeft onderzoeken op volgorde van nummer, in pagina’s. Een aanbieder ziet alleen de eigen onderzoeken.',
        security: metToken,
        querystring: zoekvraag,
        response: {
          200: pagina('onderzoeken', onderzoekSchema, 'Pagina met onderzoeken').describe(
            'Een pagina met onderzoeken.',
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
    async ({ query, beller }) => {
      const { status, aanbieder, limiet } = query;
      const na = naCursor(query.cursor);
      const rijen = await db.onderzoek.findMany({
        where: {
          AND: [
            onderzoekenVoor(beller),
            { ...(status && { status }), ...(aanbieder && { aanbieder }) },
            na ? { id: { gt: na } } : {},
          ],
        },
        orderBy: { id: 'asc' },
        take: limiet + 1,
      });
      const { getoond, volgende } = neemPagina(rijen, limiet, ({ id }) => id);
      return { onderzoeken: getoond.map((rij) => toonOnderzoek(rij, beller)), volgende };
    },
  );
}
