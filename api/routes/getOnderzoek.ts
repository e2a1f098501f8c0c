import type { Api, Omgeving } from '../omgeving.ts';
import { leesOnderzoekVoor } from '../onderzoekLezen.ts';
import { leesFouten } from '../problemen.ts';
import { metToken, onderzoekParams } from '../routeSchema.ts';
import { onderzoekMetVerslagSchema } from '../schemas.ts';
import { zichtbaarOnderzoek } from '../zichtbaarheid.ts';

export function getOnderzoek(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/onderzoeken/:id',
    {
      schema: {
        operationId: 'leesOnderzoek',
        tags: ['Onderzoeken'],
        summary: 'Lees een onderzoek',
        description:
          'Geeft hoe het onderzoek ervoor staat en wat u nu kunt melden, met het verslag van de bespreking en wat er in het onderzoek is geschreven. Die teksten zijn voor de coördinator en de aanbieder zelf.',
        security: metToken,
        params: onderzoekParams,
        response: {
          200: onderzoekMetVerslagSchema.describe('Het onderzoek.'),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const onderzoek = await zichtbaarOnderzoek(db, beller, params.id);
      return leesOnderzoekVoor(db, beller, onderzoek);
    },
  );
}
