import { z } from 'zod';
import { rapportSoorten } from '../../infra/rapportage.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden } from '../problemen.ts';
import { publicatieSchema } from '../rapportSchemas.ts';
import { metToken } from '../routeSchema.ts';
import { pagina } from '../schemas.ts';

export function getRapportages(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/rapportages',
    {
      schema: {
        operationId: 'zoekRapportages',
        tags: ['Rapportages'],
        summary: 'Zoek gepubliceerde rapporten',
        description:
          'Geeft iedere gepubliceerde versie van ieder rapport, in pagina’s. Een rapport dat nog niet is gepubliceerd leest u met zijn soort en periode.',
        security: metToken,
        querystring: z.strictObject({
          soort: z.enum(rapportSoorten).optional().meta({ title: 'Soort rapport' }),
          ...paginaVelden,
        }),
        response: {
          200: pagina('rapportages', publicatieSchema, 'Pagina met rapporten').describe(
            'Een pagina met gepubliceerde rapporten.',
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
    async ({ query: { soort, limiet, cursor } }) => {
      const na = naCursor(cursor);
      const rijen = await db.rapport.findMany({
        where: { ...(soort && { soort }), ...(na && { id: { gt: na } }) },
        orderBy: { id: 'asc' },
        take: limiet + 1,
        omit: { gegevens: true, extern: true },
      });
      const { getoond, volgende } = neemPagina(rijen, limiet, ({ id }) => id);
      return {
        rapportages: getoond.map(({ id, sha256, peilTijdstip, gemaaktTijdstip, ...rij }) => ({
          rapportId: id,
          soort: rij.soort as (typeof rapportSoorten)[number],
          periode: rij.periode,
          versie: rij.versie,
          peilTijdstip: peilTijdstip.toISOString(),
          gemaaktTijdstip: gemaaktTijdstip.toISOString(),
          wie: rij.wie,
          reden: rij.reden,
          vingerafdruk: sha256,
        })),
        volgende,
      };
    },
  );
}
