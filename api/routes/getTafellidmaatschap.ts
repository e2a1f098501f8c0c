import { uitDatum } from '../../infra/dag.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';
import { tafellidmaatschapSchema } from '../tafelSchemas.ts';

export function getTafellidmaatschap(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/aanbieders/:code/tafellidmaatschap',
    {
      schema: {
        operationId: 'leesTafellidmaatschap',
        tags: ['Aanbieders'],
        summary: 'Lees wanneer een aanbieder tafellid is',
        description: 'Geeft de perioden waarin de aanbieder aan de tafel zit, op volgorde van datum.',
        security: metToken,
        params: aanbiederParams,
        response: { 200: tafellidmaatschapSchema.describe('De perioden.'), ...leesFouten },
      },
    },
    async ({ params: { code } }) => {
      if ((await db.aanbieder.count({ where: { code } })) === 0) throw nietGevonden();
      const rijen = await db.tafellidmaatschap.findMany({
        where: { aanbieder: code },
        orderBy: { vanafDatum: 'asc' },
      });
      return {
        perioden: rijen.map(({ vanafDatum, totDatum }) => ({
          vanafDatum: uitDatum(vanafDatum),
          totDatum: totDatum && uitDatum(totDatum),
        })),
      };
    },
  );
}
