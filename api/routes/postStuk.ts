import multipart from '@fastify/multipart';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { geenVirusscanner } from '../../infra/stukken/virusscanner.ts';
import { leesFormulier } from '../formulier.ts';
import { invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { formulierBeschrijving, neemStukAan, waarschuwing } from '../stukken.ts';
import { stukOntvangenSchema, toonStuk } from '../stukSchemas.ts';
import { zichtbaarTraject } from '../zichtbaarheid.ts';

/** In a scope of its own, so that no other route takes a form. */
export function postStuk(app: Api, omgeving: Omgeving): void {
  app.register(async (scope) => {
    await scope.register(multipart);
    route(scope.withTypeProvider<ZodTypeProvider>(), omgeving);
  });
}

function route(app: Api, omgeving: Omgeving): void {
  app.post(
    '/v1/trajecten/:kenmerk/stukken',
    {
      schema: {
        operationId: 'stuurStuk',
        tags: ['Stukken'],
        summary: 'Stuur een stuk',
        description: `Bewaart een bestand bij een traject, of een nieuwe versie ervan; de oude versie blijft. De inhoud bepaalt wat voor bestand het is. Een bestand dat iets anders is dan het zegt, wordt geweigerd.${omgeving.scan ? ' Ieder bestand wordt op virussen gecontroleerd. Kan dat niet, dan wordt het niet bewaard.' : ` ${geenVirusscanner}`} De coördinator krijgt een e-mail dat er een stuk is; het bestand gaat nooit mee.`,
        security: metToken,
        consumes: ['multipart/form-data'],
        headers: invoerHeaders,
        params: kenmerkParams,
        body: formulierBeschrijving,
        response: {
          201: stukOntvangenSchema.describe('Het stuk is bewaard.'),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'ongeldige-json',
            'niet-ingelogd',
            'geen-toegang',
            'niet-gevonden',
            'afgesloten',
            'sleutel-hergebruikt',
            'te-groot',
            'verkeerd-mediatype',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async (request, reply) => {
      const { params, beller, headers } = request;
      const traject = await zichtbaarTraject(omgeving.db, beller, params.kenmerk);
      const formulier = await leesFormulier(request, reply, omgeving.opslag);
      try {
        const sleutel = headers['idempotency-key'];
        const { stuk, isGemeld } = await neemStukAan(omgeving, beller, sleutel, traject, formulier);
        return await reply
          .code(201)
          .header('location', `/v1/stukken/${stuk.id}/inhoud`)
          .send({ ...toonStuk(stuk), gemeld: isGemeld, melding: waarschuwing(stuk) });
      } finally {
        if (formulier.bestand) await omgeving.opslag.gooiWeg(formulier.bestand.ontvangen);
      }
    },
  );
}
