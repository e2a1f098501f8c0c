import cookie from '@fastify/cookie';
import type { Api, Omgeving } from '../omgeving.ts';
import { linkBesluit } from './linkBesluit.ts';
import { linkCode } from './linkCode.ts';
import { linkOntvangen } from './linkOntvangen.ts';
import { linkPagina } from './linkPagina.ts';
import { linkStuk } from './linkStuk.ts';
import { linkStukInhoud } from './linkStukInhoud.ts';
import { linkToegang } from './linkToegang.ts';

/** The pages behind the links of those who have no account; nobody keeps a copy of an answer, redirects included. */
export function links(app: Api, omgeving: Omgeving): void {
  app.register(async (scope: Api) => {
    await scope.register(cookie);
    scope.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    for (const route of [
      linkPagina,
      linkCode,
      linkToegang,
      linkBesluit,
      linkStuk,
      linkStukInhoud,
      linkOntvangen,
    ])
      route(scope, omgeving);
  });
}
