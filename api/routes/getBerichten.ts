import { z } from 'zod';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { berichtSchema } from '../schemas.ts';
import { toonBericht } from '../weergave.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

export function getBerichten(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/trajecten/:kenmerk/berichten',
    {
      schema: {
        operationId: 'leesBerichten',
        tags: ['Trajecten'],
        summary: 'Lees de e-mails van een traject',
        description:
          'Geeft welke e-mails over een traject uitgingen of nog klaarstaan, het oudste eerst. Zonder adres en zonder tekst.',
        security: metToken,
        params: kenmerkParams,
        response: {
          200: z
            .object({ berichten: z.array(berichtSchema) })
            .meta({ title: 'E-mails', description: 'De e-mails van het traject.' }),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const { kenmerk } = await zichtbaarTraject(db, beller, params.kenmerk);
      const rijen = await db.bericht.findMany({
        where: { kenmerk },
        orderBy: [{ klaarTijdstip: 'asc' }, { id: 'asc' }],
      });
      return { berichten: rijen.map(toonBericht) };
    },
  );
}
