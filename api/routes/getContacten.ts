import { contactenSchema, leesContacten } from '../contacten.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';

export function getContacten(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/aanbieders/:code/contacten',
    {
      schema: {
        operationId: 'leesContacten',
        tags: ['Aanbieders'],
        summary: 'Lees de contacten van een aanbieder',
        description:
          'Geeft wie bij de aanbieder wordt gevraagd. Een aanbieder ziet alleen de eigen contacten.',
        security: metToken,
        params: aanbiederParams,
        response: {
          200: contactenSchema.describe('De contacten.'),
          ...leesFouten,
        },
      },
    },
    async ({ params: { code }, beller }) => {
      const isVreemd = beller.rol === 'aanbieder' && beller.aanbieder !== code;
      const contacten = isVreemd ? null : await leesContacten(db, code);
      if (!contacten) throw nietGevonden();
      return contacten;
    },
  );
}
