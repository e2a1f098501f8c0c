import { z } from 'zod';
import { linksVan } from '../../infra/links.ts';
import { linkSchema, toonLink } from '../linkSchemas.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

export function getLinks(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/trajecten/:kenmerk/links',
    {
      schema: {
        operationId: 'leesLinks',
        tags: ['Links'],
        summary: 'Lees wie een link naar dit traject heeft',
        description:
          'Geeft de persoonlijke links in de e-mails over een traject, de oudste eerst: waar zij naartoe gaan, voor wie, tot wanneer, en welke zijn ingetrokken. De link zelf staat er nooit bij; die staat alleen in de e-mail.',
        security: metToken,
        params: kenmerkParams,
        response: {
          200: z
            .object({ links: z.array(linkSchema) })
            .meta({ title: 'Links', description: 'De links van het traject.' }),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const { kenmerk } = await zichtbaarTraject(db, beller, params.kenmerk);
      return { links: (await linksVan(db, kenmerk)).map(toonLink) };
    },
  );
}
