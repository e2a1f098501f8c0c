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
import { maakLinkzegel } from '../infra/links.ts';
import { maakCodebezorger } from '../infra/sms.ts';
import { ruimSteedsOp } from '../infra/stukken/opruimen.ts';
import { maakMapOpslag } from '../infra/stukken/opslag.ts';
import { maakVirusscanner } from '../infra/stukken/virusscanner.ts';
import { vasteHeaders } from './headers.ts';
import { leesAlleenJson } from './leesJson.ts';
import type { Api, ApiDelen, Omgeving } from './omgeving.ts';
import { beantwoordOnleesbaar, vangOp } from './onleesbaar.ts';
import { beschrijf } from './openapi.ts';
import { meldFout, wordPaginas } from './pagina.ts';
import { nietGevonden, ongeldigeInvoer, probleemVan, stuurProbleem } from './problemen.ts';
import { aanmeldformulier } from './routes/aanmeldformulier.ts';
import { deleteLink } from './routes/deleteLink.ts';
import { deleteLinkIntrekking } from './routes/deleteLinkIntrekking.ts';
import { deleteStuk } from './routes/deleteStuk.ts';
import { deleteStuktoegang } from './routes/deleteStuktoegang.ts';
import { deleteStuktoegangIntrekking } from './routes/deleteStuktoegangIntrekking.ts';
import { getAanbieders } from './routes/getAanbieders.ts';
import { getAanmelding } from './routes/getAanmelding.ts';
import { getBerichten } from './routes/getBerichten.ts';
import { getCapaciteit } from './routes/getCapaciteit.ts';
import { getContacten } from './routes/getContacten.ts';
import { getDoorbraak } from './routes/getDoorbraak.ts';
import { getDoorbraken } from './routes/getDoorbraken.ts';
import { getGebeurtenissen } from './routes/getGebeurtenissen.ts';
import { getInvoer } from './routes/getInvoer.ts';
import { getLinks } from './routes/getLinks.ts';
import { getOnderzoek } from './routes/getOnderzoek.ts';
import { getOnderzoeken } from './routes/getOnderzoeken.ts';
import { getOnderzoekenVanTraject } from './routes/getOnderzoekenVanTraject.ts';
import { getRapport } from './routes/getRapport.ts';
import { getRapportages } from './routes/getRapportages.ts';
import { getStukInhoud } from './routes/getStukInhoud.ts';
import { getStukInzage } from './routes/getStukInzage.ts';
import { getStukken } from './routes/getStukken.ts';
import { getStuktoegangen } from './routes/getStuktoegangen.ts';
import { getTafel } from './routes/getTafel.ts';
import { getTafellidmaatschap } from './routes/getTafellidmaatschap.ts';
import { getTafels } from './routes/getTafels.ts';
import { getTraject } from './routes/getTraject.ts';
import { getTrajecten } from './routes/getTrajecten.ts';
import { getUitvraag } from './routes/getUitvraag.ts';
import { getUitvraagCijfers } from './routes/getUitvraagCijfers.ts';
import { getUitvragen } from './routes/getUitvragen.ts';
import { getVerslagsjabloon } from './routes/getVerslagsjabloon.ts';
import { getViews } from './routes/getViews.ts';
import { health } from './routes/health.ts';
import { links } from './routes/links.ts';
import { openapi } from './routes/openapi.ts';
import { openbarePaginas } from './routes/openbarePaginas.ts';
import { openData } from './routes/openData.ts';
import { postAanmelding } from './routes/postAanmelding.ts';
import { postDoorbraak } from './routes/postDoorbraak.ts';
import { postDoorbraakBesluiten } from './routes/postDoorbraakBesluit.ts';
import { postOnderzoekBesluiten } from './routes/postOnderzoekBesluit.ts';
import { postPublicatie } from './routes/postPublicatie.ts';
import { postStuk } from './routes/postStuk.ts';
import { postTafel } from './routes/postTafel.ts';
import { postTafelBesluiten } from './routes/postTafelBesluit.ts';
import { postTrajectBesluiten } from './routes/postTrajectBesluit.ts';
import { postUitvraag } from './routes/postUitvraag.ts';
import { postUitvraagAntwoord } from './routes/postUitvraagAntwoord.ts';
import { postUitvraagHeropening } from './routes/postUitvraagHeropening.ts';
import { putCapaciteit } from './routes/putCapaciteit.ts';
import { putContacten } from './routes/putContacten.ts';
import { putTafellidmaatschap } from './routes/putTafellidmaatschap.ts';
import { startpagina } from './routes/startpagina.ts';
import { stijlblad } from './routes/stijl.ts';
import { zoekBerichten } from './routes/zoekBerichten.ts';
import { bewaakToegang } from './toegang.ts';

/** Largest body that is read, in bytes. */
const grootsteInhoud = 1_048_576;
/**
 * How long the sending of a whole request may take, in ms; Fastify's own default is for ever. A stuk of the largest size
 * gets through on a line of 2 Mbit a second.
 */
const verzoekTermijn = 120_000;

const openbaar = [health, openapi, openData];
/** Pages for people, without a token; one that shows more than a stranger may see guards itself. */
const paginas = [stijlblad, startpagina, aanmeldformulier, openbarePaginas, links];
const beschermd = [
  postAanmelding,
  getAanmelding,
  getTrajecten,
  getTraject,
  getGebeurtenissen,
  getOnderzoekenVanTraject,
  getBerichten,
  getVerslagsjabloon,
  postTrajectBesluiten,
  getStukken,
  postStuk,
  getStukInhoud,
  getStukInzage,
  getStuktoegangen,
  deleteStuk,
  deleteStuktoegang,
  deleteStuktoegangIntrekking,
  getLinks,
  deleteLink,
  deleteLinkIntrekking,
  getOnderzoeken,
  getOnderzoek,
  postOnderzoekBesluiten,
  getTafels,
  getTafel,
  postTafel,
  postTafelBesluiten,
  getDoorbraken,
  getDoorbraak,
  postDoorbraak,
  postDoorbraakBesluiten,
  getUitvragen,
  postUitvraag,
  getUitvraag,
  getUitvraagCijfers,
  postUitvraagAntwoord,
  postUitvraagHeropening,
  getAanbieders,
  getContacten,
  putContacten,
  getTafellidmaatschap,
  putTafellidmaatschap,
  getInvoer,
  zoekBerichten,
  getRapportages,
  getRapport,
  postPublicatie,
  getViews,
  getCapaciteit,
  putCapaciteit,
];

/** Builds the API on its parts; the caller lets it listen, closes it, and ends the parts. */
export async function bouwApi(delen: ApiDelen): Promise<Api> {
  const { db, temporal, instellingen, klok, logboek } = delen;
  const omgeving: Omgeving = {
    ...delen,
    kluis: maakKluis(instellingen.ZL_BSN_SLEUTEL),
    zegel: maakLinkzegel(instellingen.ZL_LINK_SLEUTEL),
    codebezorger: maakCodebezorger(instellingen),
    opslag: maakMapOpslag(instellingen.ZL_STUKKEN_MAP),
    scan: instellingen.ZL_CLAMAV ? maakVirusscanner(instellingen.ZL_CLAMAV) : null,
    afhandeling: { db, temporal, taskQueue: instellingen.ZL_TASK_QUEUE, klok, logboek },
  };
  const app = fastify({
    loggerInstance: logboek as FastifyBaseLogger,
    // The address of a request may hold anything; only the pattern of its route is logged (below).
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'verzoek' }),
    bodyLimit: grootsteInhoud,
    trustProxy: (_adres, sprong) => sprong < instellingen.ZL_AANTAL_PROXIES,
    requestTimeout: verzoekTermijn,
    genReqId: () => randomUUID(),
    // A request on a connection that was open is still answered; nothing else is said in English.
    return503OnClosing: false,
    // Node would refuse it without a word; `vangOp` does it with one.
    http: { requireHostHeader: false },
    clientErrorHandler: (fout, verbinding) => beantwoordOnleesbaar(logboek, fout, verbinding),
    // These answers pass no hook.
    frameworkErrors: (fout, request, reply) =>
      void beantwoordFout(fout, request, reply.headers(vasteHeaders)),
  }).withTypeProvider<ZodTypeProvider>();
  leesAlleenJson(app);
  vangOp(app, logboek);
  app.setValidatorCompiler(({ schema, httpPart }) => toetsMet(schema as unknown as z.ZodType, httpPart));
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(beantwoordFout);
  app.setNotFoundHandler((_request, reply) => stuurProbleem(reply, nietGevonden()));
  app.addHook('onSend', zetHeaders);
  app.addHook('onResponse', logVerzoek);
  let stopOpruimen = () => {};
  app.addHook('onListen', async () => {
    stopOpruimen = ruimSteedsOp(omgeving);
  });
  app.addHook('onClose', async () => stopOpruimen());

  await beschrijf(app, instellingen.ZL_PUBLIC_URL, instellingen.ZL_TEAM_EMAIL);
  await app.register(async (scope) => {
    for (const route of openbaar) route(scope.withTypeProvider<ZodTypeProvider>(), omgeving);
  });
  await app.register(async (scope) => {
    await wordPaginas(scope.withTypeProvider<ZodTypeProvider>());
    for (const route of paginas) route(scope.withTypeProvider<ZodTypeProvider>(), omgeving);
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
  meldFout(probleem, fout, request);
  return stuurProbleem(reply, probleem);
}

async function zetHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers(vasteHeaders);
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
