import { z } from 'zod';
import { intrekkingen } from '../../infra/stukken/toegang.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { stuktoegangSchema, toonStuktoegang } from '../stukSchemas.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

export function getStuktoegangen(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/trajecten/:kenmerk/stuktoegangen',
    {
      schema: {
        operationId: 'leesStuktoegangen',
        tags: ['Stukken'],
        summary: 'Lees wie toegang tot de stukken kreeg',
        description:
          'Geeft welke contacten van aanbieders de stukken kregen, voor welke bespreking of welk onderzoek, en welke toegang is ingetrokken. Toegang eindigt ook vanzelf: na het verslag voor wie niet onderzoekt, en voor iedere aanbieder en de aanmelder als het traject is afgesloten.',
        security: metToken,
        params: kenmerkParams,
        response: {
          200: z
            .object({ stuktoegangen: z.array(stuktoegangSchema) })
            .meta({ title: 'Stuktoegangen', description: 'Wie toegang kreeg.' }),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const { kenmerk } = await zichtbaarTraject(db, beller, params.kenmerk);
      const rijen = await db.stuktoegang.findMany({
        where: { kenmerk },
        orderBy: [{ tafelDatum: 'asc' }, { contact: 'asc' }],
      });
      const ingetrokken = intrekkingen(rijen);
      return { stuktoegangen: rijen.map((rij) => toonStuktoegang(rij, ingetrokken.get(rij.contact))) };
    },
  );
}
