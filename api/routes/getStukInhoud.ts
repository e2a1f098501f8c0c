import { z } from 'zod';
import { openStuk } from '../../infra/stukken/lezen.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { metToken, stukParams } from '../routeSchema.ts';
import { stuurStukInhoud } from '../stukInhoud.ts';

export function getStukInhoud(app: Api, { db, opslag, klok }: Omgeving): void {
  app.get(
    '/v1/stukken/:id/inhoud',
    {
      // Every opening is recorded, so only a GET opens.
      exposeHeadRoute: false,
      schema: {
        operationId: 'openStuk',
        tags: ['Stukken'],
        summary: 'Open een stuk',
        description:
          'Geeft de inhoud van één versie van een stuk. Vastgelegd wordt wie het opende en wanneer.',
        security: metToken,
        params: stukParams,
        response: {
          200: {
            description: 'De inhoud.',
            content: {
              'application/octet-stream': {
                schema: z.unknown().meta({ type: 'string', contentMediaType: 'application/octet-stream' }),
              },
            },
          },
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }, reply) => {
      const geopend = await openStuk(db, opslag, beller, params.id, klok.nu());
      if (!geopend) throw nietGevonden();
      return stuurStukInhoud(reply, geopend);
    },
  );
}
