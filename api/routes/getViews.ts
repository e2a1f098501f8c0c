import { z } from 'zod';
import type { TrajectToestand } from '../../domain/traject.ts';
import { aanbiedersWaaropWacht } from '../../domain/wachten.ts';
import { aanbiederView, beheerViews, vastgelopenViews, viewAdres } from '../../domain/zoekattributen.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { viewSchema } from '../schemas.ts';

export function getViews(app: Api, { db, temporal, instellingen }: Omgeving): void {
  app.get(
    '/v1/views',
    {
      schema: {
        operationId: 'zoekViews',
        tags: ['Trajecten'],
        summary: 'Zoek de views in Temporal',
        description:
          'Geeft de lijsten die Temporal van de trajecten toont: de vaste, één per reden waarom een traject vastloopt, en één per aanbieder waarop nu iets wacht.',
        security: metToken,
        response: {
          200: z
            .object({ views: z.array(viewSchema).meta({ title: 'Views' }) })
            .meta({ title: 'Views' })
            .describe('De views.'),
          ...foutAntwoorden('niet-ingelogd', 'geen-toegang', 'interne-fout', 'niet-beschikbaar'),
        },
      },
    },
    async () => {
      const rijen = await db.traject.findMany({
        where: { fase: { not: 'afgesloten' } },
        select: { toestand: true },
      });
      const wachtOp = rijen.flatMap(({ toestand }) =>
        aanbiedersWaaropWacht(toestand as unknown as TrajectToestand),
      );
      const ui = instellingen.ZL_TEMPORAL_UI_URL;
      return {
        views: [
          ...beheerViews,
          ...vastgelopenViews,
          ...[...new Set(wachtOp)].sort().map((aanbieder) => aanbiederView(aanbieder)),
        ].map((view) => ({
          ...view,
          ...(ui ? { url: viewAdres(ui, temporal.options.namespace, view) } : {}),
        })),
      };
    },
  );
}
