import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { maakVerslagsjabloon, verslagsjabloonSchema } from '../verslagsjabloon.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

export function getVerslagsjabloon(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/trajecten/:kenmerk/verslagsjabloon',
    {
      schema: {
        operationId: 'leesVerslagsjabloon',
        tags: ['Trajecten'],
        summary: 'Lees een ingevuld begin van het verslag',
        description:
          'Geeft wat u voor het verslag van een bespreking niet zelf hoeft te typen: wie er worden verwacht, wat volgens de aanmelding is geprobeerd en waarom dat geen plek gaf, en de afspraken van de vorige bespreking. Pas het aan, noem de aanbieders die aan de slag gaan of de afspraken, en stuur het naar `POST /v1/trajecten/{kenmerk}/verslag`. Er wordt niets bewaard.',
        security: metToken,
        params: kenmerkParams,
        response: { 200: verslagsjabloonSchema.describe('Het begin van het verslag.'), ...leesFouten },
      },
    },
    async ({ params, beller }) => maakVerslagsjabloon(db, await zichtbaarTraject(db, beller, params.kenmerk)),
  );
}
