import type { Api } from '../omgeving.ts';

/** The document itself: open to everybody, also to pages of other sites. */
export function openapi(app: Api): void {
  app.get('/v1/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply
      .header('access-control-allow-origin', '*')
      .type('application/json')
      .send(JSON.stringify(app.swagger())),
  );
}
