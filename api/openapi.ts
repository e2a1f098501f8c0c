/** The OpenAPI document, made from the zod schemas of the routes. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import type { Api } from './omgeving.ts';

/** Version of the API as its callers see it (semver): the first number is the one in the path. */
export const apiVersie = '1.0.0';

/** The headers of answers; which answer has which stands in `headersPerStatus`. */
const antwoordHeaders = {
  'API-Version': {
    description: 'De versie van de API.',
    schema: { type: 'string' as const },
    example: apiVersie,
  },
  Location: {
    description: 'Het adres waar te lezen is wat er is gemaakt, of wat er van het besluit werd.',
    schema: { type: 'string' as const },
    example: '/v1/trajecten/ZL-2027-0014',
  },
  'WWW-Authenticate': {
    description: 'Hoe u zich bekend maakt.',
    schema: { type: 'string' as const },
    example: 'Bearer',
  },
  'Retry-After': {
    description: 'Na hoeveel seconden u het opnieuw kunt proberen.',
    schema: { type: 'integer' as const },
    example: 30,
  },
};

const headersPerStatus: Readonly<Record<string, keyof typeof antwoordHeaders>> = {
  201: 'Location',
  202: 'Location',
  401: 'WWW-Authenticate',
  503: 'Retry-After',
};

/** Registers the document and its readable page at /docs; must come before the routes that it describes. */
export async function beschrijf(app: Api, basisUrl: string, email: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.1',
      info: {
        title: 'Zorglogistiek Haaglanden',
        version: apiVersie,
        description:
          'Meld een jeugdige aan voor wie de zoektocht naar een verblijfsplek vastloopt, en volg het traject tot de zorg is gestart. Elk verzoek heeft een token nodig in de header `Authorization: Bearer <token>`, behalve de open data. Elke POST heeft een `Idempotency-Key` nodig: hetzelfde verzoek met dezelfde sleutel gebeurt één keer. Fouten komen als `application/problem+json`. Bij ieder verzoek kan dat ook 408 zijn (het kwam te langzaam binnen) of 431 (het adres en de headers zijn te lang).',
        contact: { name: 'Zorglogistiek Haaglanden', url: basisUrl, email },
        license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
      },
      servers: [{ url: basisUrl, description: 'Deze installatie' }],
      tags: [
        { name: 'Aanmeldingen', description: 'Een jeugdige aanmelden.' },
        { name: 'Trajecten', description: 'Waar een traject staat en wat er gebeurde.' },
        { name: 'Besluiten', description: 'Wat de coördinator besluit in een traject.' },
        { name: 'Stukken', description: 'De stukken van een traject, en wie ze mag lezen.' },
        { name: 'Links', description: 'De links waarmee wie geen account heeft leest en antwoordt.' },
        { name: 'Onderzoeken', description: 'Wat een aanbieder meldt over het eigen onderzoek.' },
        { name: 'Tafels', description: 'De data van de tafel, met agenda en uitnodigingen.' },
        {
          name: 'Doorbraken',
          description: 'Wie drie maanden of langer wachten, per gecertificeerde instelling besproken.',
        },
        { name: 'Rapportages', description: 'De cijfers over een periode, en wat daarvan is gepubliceerd.' },
        { name: 'Aanbieders', description: 'De aanbieders en hun contacten.' },
        { name: 'Open data', description: 'De gepubliceerde wachttijden, zonder token.' },
        { name: 'Stand van zaken', description: 'Of de API werkt.' },
      ],
      components: {
        headers: antwoordHeaders,
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
    transformObject: (document) => metHeaders(zonderOngebruikt(jsonSchemaTransformObject(document))),
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

/** Tells of every answer which headers come with it. */
function metHeaders<D extends { paths?: object }>(document: D): D {
  type Antwoorden = Record<string, { headers?: object }>;
  const paden = (document.paths ?? {}) as Record<string, Record<string, { responses: Antwoorden }>>;
  for (const { responses } of Object.values(paden).flatMap((pad) => Object.values(pad)))
    for (const [status, antwoord] of Object.entries(responses)) {
      const namen = ['API-Version', headersPerStatus[status]].filter((naam) => naam !== undefined);
      antwoord.headers = Object.fromEntries(
        namen.map((naam) => [naam, { $ref: `#/components/headers/${naam}` }]),
      );
    }
  return document;
}
