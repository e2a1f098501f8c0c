/** The API: public and protected routes, each in an encapsulation of its own, and one way to answer what goes wrong. */
import { randomUUID } from 'node:crypto';
import fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { nederlandseFouten } from '../domain/fouten.ts';
import { maakKluis } from '../infra/bsn.ts';
import type { Api, ApiDelen, Omgeving } from './omgeving.ts';
import { apiVersie, beschrijf } from './openapi.ts';
import { nietGevonden, ongeldigeInvoer, probleemVan, stuurProbleem } from './problemen.ts';
import { getAanbieders } from './routes/getAanbieders.ts';
import { getAanmelding } from './routes/getAanmelding.ts';
import { getBerichten } from './routes/getBerichten.ts';
import { getContacten } from './routes/getContacten.ts';
import { getGebeurtenissen } from './routes/getGebeurtenissen.ts';
import { getInvoer } from './routes/getInvoer.ts';
import { getOnderzoek } from './routes/getOnderzoek.ts';
import { getOnderzoeken } from './routes/getOnderzoeken.ts';
import { getOnderzoekenVanTraject } from './routes/getOnderzoekenVanTraject.ts';
import { getTafel } from './routes/getTafel.ts';
import { getTafellidmaatschap } from './routes/getTafellidmaatschap.ts';
import { getTafels } from './routes/getTafels.ts';
import { getTraject } from './routes/getTraject.ts';
import { getTrajecten } from './routes/getTrajecten.ts';
import { health } from './routes/health.ts';
import { openapi } from './routes/openapi.ts';
import { openbarePaginas } from './routes/openbarePaginas.ts';
import { postAanmelding } from './routes/postAanmelding.ts';
import { postOnderzoekBesluiten } from './routes/postOnderzoekBesluit.ts';
import { postTafel } from './routes/postTafel.ts';
import { postTafelBesluiten } from './routes/postTafelBesluit.ts';
import { postTrajectBesluiten } from './routes/postTrajectBesluit.ts';
import { putContacten } from './routes/putContacten.ts';
import { putTafellidmaatschap } from './routes/putTafellidmaatschap.ts';
import { bewaakToegang } from './toegang.ts';

/** Largest body that is read, in bytes. */
const grootsteInhoud = 1_048_576;
/** How long the sending of a whole request may take, in ms; Fastify's own default is for ever. */
const verzoekTermijn = 30_000;

const openbaar = [health, openapi, openbarePaginas];
const beschermd = [
  postAanmelding,
  getAanmelding,
  getTrajecten,
  getTraject,
  getGebeurtenissen,
  getOnderzoekenVanTraject,
  getBerichten,
  postTrajectBesluiten,
  getOnderzoeken,
  getOnderzoek,
  postOnderzoekBesluiten,
  getTafels,
  getTafel,
  postTafel,
  postTafelBesluiten,
  getAanbieders,
  getContacten,
  putContacten,
  getTafellidmaatschap,
  putTafellidmaatschap,
  getInvoer,
];

/** Builds the API on its parts; the caller lets it listen, closes it, and ends the parts. */
export async function bouwApi(delen: ApiDelen): Promise<Api> {
  const { db, temporal, instellingen, klok, logboek } = delen;
  const omgeving: Omgeving = {
    ...delen,
    kluis: maakKluis(instellingen.ZL_BSN_SLEUTEL),
    afhandeling: { db, temporal, taskQueue: instellingen.ZL_TASK_QUEUE, klok, logboek },
  };
  const app = fastify({
    loggerInstance: logboek as FastifyBaseLogger,
    // The address of a request may hold anything; only the pattern of its route is logged (below).
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'verzoek' }),
    bodyLimit: grootsteInhoud,
    requestTimeout: verzoekTermijn,
    genReqId: () => randomUUID(),
    frameworkErrors: (fout, request, reply) => void beantwoordFout(fout, request, reply),
  }).withTypeProvider<ZodTypeProvider>();
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(({ schema, httpPart }) => toetsMet(schema as unknown as z.ZodType, httpPart));
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(beantwoordFout);
  app.setNotFoundHandler((_request, reply) => stuurProbleem(reply, nietGevonden()));
  app.addHook('onSend', zetHeaders);
  app.addHook('onResponse', logVerzoek);

  await beschrijf(app, instellingen.ZL_PUBLIC_URL.replace(/\/+$/, ''), instellingen.ZL_TEAM_EMAIL);
  await app.register(async (scope) => {
    for (const route of openbaar) route(scope.withTypeProvider<ZodTypeProvider>(), omgeving);
  });
  await app.register(async (scope) => {
    bewaakToegang(scope, instellingen.ZL_JWT_SLEUTEL, klok);
    for (const route of beschermd) route(scope.withTypeProvider<ZodTypeProvider>(), omgeving);
  });
  await app.ready();
  return app;
}

/** Checks one part of a request; a path that cannot exist is simply not found. */
function toetsMet(schema: z.ZodType, deel: string | undefined) {
  return (waarde: unknown) => {
    const gelezen = schema.safeParse(waarde);
    if (gelezen.success) return { value: gelezen.data };
    return {
      error: deel === 'params' ? nietGevonden() : ongeldigeInvoer(nederlandseFouten(gelezen.error, schema)),
    };
  };
}

function beantwoordFout(fout: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const probleem = probleemVan(fout);
  if (probleem.soort === 'interne-fout' || probleem.soort === 'niet-beschikbaar')
    request.log.error({ err: fout, route: request.routeOptions.url }, 'verzoek mislukt');
  return stuurProbleem(reply, probleem);
}

async function zetHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('api-version', apiVersie);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'no-referrer');
  if (request.routeOptions.url?.startsWith('/v1/') && !reply.hasHeader('access-control-allow-origin'))
    reply.header('cache-control', 'no-store');
}

async function logVerzoek(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  request.log.info(
    {
      methode: request.method,
      route: request.routeOptions.url ?? 'onbekend',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    },
    'verzoek',
  );
}
