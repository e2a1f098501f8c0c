import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { trajectSchema } from '../schemas.ts';
import { toonTraject } from '../weergave.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

export function getTraject(app: Api, { db, klok }: Omgeving): void {
  app.get(
    '/v1/trajecten/:kenmerk',
    {
      schema: {
        operationId: 'leesTraject',
        tags: ['Trajecten'],
        summary: 'Lees een traject',
        description: 'Geeft waar een traject staat, op wie het wacht en welke besluiten u nu kunt nemen.',
        security: metToken,
        params: kenmerkParams,
        response: {
          200: trajectSchema.describe('Het traject.'),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) =>
      toonTraject(await zichtbaarTraject(db, beller, params.kenmerk), beller, klok.nu()),
  );
}
