import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { trajectMetAndereSchema } from '../schemas.ts';
import { toonTraject } from '../weergave.ts';
import { andereVoor, zichtbaarTraject } from '../zichtbaarheid.ts';

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
          200: trajectMetAndereSchema.describe('Het traject.'),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const rij = await zichtbaarTraject(db, beller, params.kenmerk);
      return { ...toonTraject(rij, beller, klok.nu()), ...(await andereVoor(db, beller, rij.kenmerk)) };
    },
  );
}
