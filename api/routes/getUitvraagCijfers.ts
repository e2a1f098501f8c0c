import { z } from 'zod';
import { uitvraagCijfers } from '../../infra/uitvragen.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, nietGevonden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { uitvraagCijfersSchema, uitvraagParams } from '../uitvraagSchemas.ts';

const zoekvraag = z.strictObject({
  versie: z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .meta({
      title: 'Versie van de cijfers',
      description: 'Zonder dit veld: de nieuwste.',
      examples: [1],
    }),
});

export function getUitvraagCijfers(app: Api, { db, klok }: Omgeving): void {
  app.get(
    '/v1/uitvragen/:code/cijfers',
    {
      schema: {
        operationId: 'leesUitvraagCijfers',
        tags: ['Uitvragen'],
        summary: 'Lees de cijfers van een uitvraag',
        description:
          'Telt van iedere aanbieder het laatste antwoord. Zolang de uitvraag open is, veranderen de cijfers met ieder antwoord. Bij het sluiten liggen zij vast; een later antwoord geeft een nieuwe versie. Deze cijfers zijn voor het team: kleine aantallen staan erin.',
        security: metToken,
        params: uitvraagParams,
        querystring: zoekvraag,
        response: {
          200: uitvraagCijfersSchema.describe('De cijfers.'),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'niet-ingelogd',
            'geen-toegang',
            'niet-gevonden',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ params: { code }, query: { versie } }) => {
      const cijfers = await uitvraagCijfers(db, code, klok.nu(), versie);
      if (!cijfers) throw nietGevonden();
      return cijfers;
    },
  );
}
