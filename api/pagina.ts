/** How a page for people leaves the API: HTML under a strict policy, also when something goes wrong. */
import formbody from '@fastify/formbody';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { misluktPagina } from '../web/paginas/mislukt.ts';
import { paginaCsp } from '../web/schil.ts';
import type { Api } from './omgeving.ts';
import { type ProbleemFout, probleemVan, statusEnTitel } from './problemen.ts';

/** Sends a whole page; nobody keeps it. */
export function stuurPagina(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', paginaCsp)
    .header('cache-control', 'no-store')
    .send(html);
}

/**
 * Makes of a scope one for pages: it reads forms and nothing else, and answers what goes wrong with a page. `meld` logs
 * the fault.
 */
export async function wordPaginas(
  scope: Api,
  meld: (probleem: ProbleemFout, fout: unknown, request: FastifyRequest) => void,
): Promise<void> {
  scope.removeAllContentTypeParsers();
  await scope.register(formbody);
  scope.setErrorHandler((fout, request, reply) => {
    const probleem = probleemVan(fout);
    meld(probleem, fout, request);
    const [status, titel] = statusEnTitel(probleem.soort);
    return stuurPagina(reply, misluktPagina(titel, probleem.message, request.id), status);
  });
}
