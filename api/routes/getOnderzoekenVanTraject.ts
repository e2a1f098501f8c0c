import { z } from 'zod';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { onderzoekSchema } from '../schemas.ts';
import { toonOnderzoek } from '../weergave.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

export function getOnderzoekenVanTraject(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/trajecten/:kenmerk/onderzoeken',
    {
      schema: {
        operationId: 'leesOnderzoekenVanTraject',
        tags: ['Trajecten'],
        summary: 'Lees de onderzoeken van een traject',
        description: 'Geeft per aanbieder en ronde hoe het onderzoek ervoor staat.',
        security: metToken,
        params: kenmerkParams,
        response: {
          200: z
            .object({ onderzoeken: z.array(onderzoekSchema) })
            .meta({ title: 'Onderzoeken', description: 'De onderzoeken van het traject.' }),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const { kenmerk } = await zichtbaarTraject(db, beller, params.kenmerk);
      const rijen = await db.onderzoek.findMany({
        where: { kenmerk },
        orderBy: [{ ronde: 'asc' }, { aanbieder: 'asc' }],
      });
      return { onderzoeken: rijen.map((rij) => toonOnderzoek(rij, beller)) };
    },
  );
}
