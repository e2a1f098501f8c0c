/** How a page for people leaves the API: HTML under a strict policy, also when something goes wrong. */
import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { misluktPagina } from '../web/paginas/mislukt.ts';
import { paginaCsp } from '../web/schil.ts';
import type { Api } from './omgeving.ts';
import { ProbleemFout, probleemVan, statusEnTitel } from './problemen.ts';

/** Sends a whole page; nobody keeps it. */
export function stuurPagina(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', paginaCsp)
    .header('cache-control', 'no-store')
    .send(html);
}

/** Logs a fault that is ours. */
export function meldFout({ soort }: ProbleemFout, fout: unknown, request: FastifyRequest): void {
  if (statusEnTitel(soort)[0] >= 500)
    request.log.error({ err: fout, route: request.routeOptions.url }, 'verzoek mislukt');
}

/**
 * Makes of a scope one for pages: it reads forms and nothing else, counts the requests per address of the routes that
 * ask for it (`config.rateLimit`), and answers what goes wrong with a page.
 */
export async function wordPaginas(scope: Api): Promise<void> {
  scope.removeAllContentTypeParsers();
  await scope.register(formbody);
  await scope.register(rateLimit, {
    global: false,
    errorResponseBuilder: () =>
      new ProbleemFout(
        'te-vaak',
        'Vanaf uw netwerk kwamen er te veel verzoeken achter elkaar. Wacht tien minuten en probeer het opnieuw.',
      ),
  });
  scope.setErrorHandler((fout, request, reply) => {
    const probleem = probleemVan(fout);
    meldFout(probleem, fout, request);
    const [status, titel] = statusEnTitel(probleem.soort);
    return stuurPagina(reply, misluktPagina(titel, probleem.message, request.id), status);
  });
}
