/** The OpenAPI document, made from the zod schemas of the routes. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Api } from './omgeving.ts';

/** Version of the API as its callers see it (semver): the first number is the one in the path. */
export const apiVersie = '1.0.0';

/** Registers the document and its readable page at /docs; must come before the routes that it describes. */
export async function beschrijf(app: Api, basisUrl: string, email: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Zorglogistiek Haaglanden',
        version: apiVersie,
        description:
          'Meld een jeugdige aan voor wie de zoektocht naar een verblijfsplek vastloopt, en volg het traject tot de zorg is gestart. Elk verzoek heeft een token nodig in de header `Authorization: Bearer <token>`. Elke POST heeft een `Idempotency-Key` nodig: hetzelfde verzoek met dezelfde sleutel gebeurt één keer. Fouten komen als `application/problem+json`.',
        contact: { name: 'Zorglogistiek Haaglanden', url: basisUrl, email },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: basisUrl, description: 'Deze installatie' }],
      tags: [
        { name: 'Aanmeldingen', description: 'Een jeugdige aanmelden.' },
        { name: 'Trajecten', description: 'Waar een traject staat en wat er gebeurde.' },
        { name: 'Besluiten', description: 'Wat de coördinator besluit in een traject.' },
        { name: 'Onderzoeken', description: 'Wat een aanbieder meldt over het eigen onderzoek.' },
        { name: 'Aanbieders', description: 'De aanbieders en hun contacten.' },
        { name: 'Stand van zaken', description: 'Of de API werkt.' },
      ],
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description:
              'Een JWT (HS256) met `sub` (pseudoniem), `rol` (coordinator, aanbieder, aanmelder of manager), `exp` en bij een aanbieder de code `aanbieder`.',
          },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => zonderOngebruikt(jsonSchemaTransformObject(document)),
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
}

/** Drops the component schemas that nothing refers to: each is offered in an input and an output form. */
function zonderOngebruikt<D extends object>(document: D): D {
  const { components } = document as { components?: { schemas?: Record<string, unknown> } };
  let schemas = components?.schemas ?? {};
  for (;;) {
    const uitkomst = { ...document, components: { ...components, schemas } };
    const tekst = JSON.stringify(uitkomst);
    const gebruikt = Object.entries(schemas).filter(([naam]) =>
      tekst.includes(`"#/components/schemas/${naam}"`),
    );
    if (gebruikt.length === Object.keys(schemas).length) return uitkomst;
    schemas = Object.fromEntries(gebruikt);
  }
}
