import type { FastifyReply } from 'fastify';
import type { Api, Omgeving } from '../omgeving.ts';
import { onderzoekPagina, paginaCsp, tafelPagina, trajectPagina } from '../paginas.ts';
import { kenmerkParams, onderzoekParams, tafelParams } from '../routeSchema.ts';

/** The pages behind the links in e-mails. They read nothing from the database. */
export function openbarePaginas(app: Api, { instellingen }: Omgeving): void {
  const { ZL_TEAM_EMAIL: email } = instellingen;
  app.get('/trajecten/:kenmerk', { schema: { hide: true, params: kenmerkParams } }, ({ params }, reply) =>
    stuur(reply, trajectPagina(params.kenmerk, email)),
  );
  app.get('/onderzoeken/:id', { schema: { hide: true, params: onderzoekParams } }, ({ params }, reply) =>
    stuur(reply, onderzoekPagina(params.id, email)),
  );
  app.get('/tafels/:datum', { schema: { hide: true, params: tafelParams } }, ({ params }, reply) =>
    stuur(reply, tafelPagina(params.datum, email)),
  );
}

function stuur(reply: FastifyReply, pagina: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('content-security-policy', paginaCsp).send(pagina);
}
