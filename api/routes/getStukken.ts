import { z } from 'zod';
import { stukkenVoor } from '../../infra/stukken/lezen.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { stukSchema, toonStuk } from '../stukSchemas.ts';

export function getStukken(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/trajecten/:kenmerk/stukken',
    {
      schema: {
        operationId: 'leesStukken',
        tags: ['Stukken'],
        summary: 'Lees welke stukken er zijn',
        description:
          'Geeft de stukken van een traject met al hun versies, de oudste eerst. Een aanbieder ziet ze alleen zolang die toegang heeft: voor de bespreking (niet zolang het traject is opgeschort), tijdens het eigen onderzoek, zolang een eigen aanbod nog gekozen kan worden, en als die is gekozen. Is het traject afgesloten, dan leest alleen de coördinator ze nog.',
        security: metToken,
        params: kenmerkParams,
        response: {
          200: z
            .object({ stukken: z.array(stukSchema) })
            .meta({ title: 'Stukken', description: 'De stukken van het traject.' }),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const stukken = await stukkenVoor(db, beller, params.kenmerk);
      if (!stukken) throw nietGevonden();
      return { stukken: stukken.map(toonStuk) };
    },
  );
}
