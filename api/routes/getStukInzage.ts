import { z } from 'zod';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { metToken, stukParams } from '../routeSchema.ts';
import { inzageSchema, toonInzage } from '../stukSchemas.ts';

export function getStukInzage(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/stukken/:id/inzage',
    {
      schema: {
        operationId: 'leesInzage',
        tags: ['Stukken'],
        summary: 'Lees wie een stuk opende',
        description: 'Geeft wie een stuk opende, wanneer en welke versie, van alle versies, de oudste eerst.',
        security: metToken,
        params: stukParams,
        response: {
          200: z
            .object({ inzagen: z.array(inzageSchema) })
            .meta({ title: 'Inzagen', description: 'Wie het stuk opende.' }),
          ...leesFouten,
        },
      },
    },
    async ({ params: { id } }) => {
      const stuk = await db.stuk.findUnique({ where: { id }, select: { reeks: true } });
      if (!stuk) throw nietGevonden();
      const rijen = await db.stukInzage.findMany({
        where: { stuk: { reeks: stuk.reeks } },
        include: { stuk: { select: { versie: true } } },
        orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }],
      });
      return { inzagen: rijen.map(toonInzage) };
    },
  );
}
