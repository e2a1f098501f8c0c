import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { wieWachtZin } from '../../domain/rapport/definities.ts';
import { extraAntwoordSchema, kwartaalAntwoordSchema } from '../../domain/uitvraagInvulling.ts';
import { antwoordVan, besluitFouten, besluitUitleg } from '../besluit.ts';
import { type Ingediend, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { ProbleemFout } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { bewaardSchema } from '../schemas.ts';
import type { Beller } from '../toegang.ts';
import { uitvraagBesluitAntwoordSchema, uitvraagParams } from '../uitvraagSchemas.ts';
import { dienExtraIn, dienKwartaalIn } from '../uitvragen.ts';
import { uitvraagVoorbeelden } from '../voorbeelden.ts';

const nogEens =
  'Antwoordt u nog een keer, dan telt het laatste antwoord. Alle antwoorden blijven bewaard. Na het sluiten kan de coördinator de uitvraag voor u opnieuw openen.';

const response = {
  200: uitvraagBesluitAntwoordSchema.describe('Het antwoord telt mee.'),
  202: bewaardSchema.describe('Het antwoord is bewaard en wordt binnen een minuut verwerkt.'),
  ...besluitFouten,
};

/** The answer of an aanbieder: numbers to the quarterly uitvraag, jeugdigen to an extra one. */
export function postUitvraagAntwoord(app: Api, omgeving: Omgeving): void {
  app.post(
    '/v1/uitvragen/:code/antwoord',
    {
      schema: {
        operationId: 'uitvraag_antwoord',
        tags: ['Uitvragen'],
        summary: 'Beantwoord de uitvraag van een kwartaal',
        description: `Hoeveel jeugdigen er bij u wachten. ${wieWachtZin} Is een aantal of een wachttijd hoog, of heel anders dan de vorige keer, of wacht er niemand, dan vragen wij u dat te bevestigen met \`klopt\`. ${nogEens} ${besluitUitleg}`,
        security: metToken,
        headers: invoerHeaders,
        params: uitvraagParams,
        body: kwartaalAntwoordSchema.meta({
          title: 'Antwoord over een kwartaal',
          examples: [uitvraagVoorbeelden.antwoord],
        }),
        response,
      },
    },
    async ({ params: { code }, beller, body, headers }, reply) => {
      const wie = { beller: alsAanbieder(beller), sleutel: headers['idempotency-key'], code };
      return antwoord(reply, await dienKwartaalIn(omgeving, wie, body), beller);
    },
  );
  app.post(
    '/v1/uitvragen/:code/jeugdigen',
    {
      schema: {
        operationId: 'uitvraag_jeugdigen',
        tags: ['Uitvragen'],
        summary: 'Beantwoord een extra uitvraag',
        description: `Welke jeugdigen er op de peildatum bij u wachtten. Van het BSN bewaren wij alleen een afdruk, om een jeugdige die bij meer aanbieders is aangemeld één keer te tellen. ${nogEens} ${besluitUitleg}`,
        security: metToken,
        headers: invoerHeaders,
        params: uitvraagParams,
        body: extraAntwoordSchema.meta({
          title: 'Antwoord per jeugdige',
          examples: [uitvraagVoorbeelden.jeugdigen],
        }),
        response,
      },
    },
    async ({ params: { code }, beller, body, headers }, reply) => {
      const wie = { beller: alsAanbieder(beller), sleutel: headers['idempotency-key'], code };
      return antwoord(reply, await dienExtraIn(omgeving, wie, body), beller);
    },
  );
}

/** The table of access lets only aanbieders in. */
function alsAanbieder(beller: Beller): Extract<Beller, { rol: 'aanbieder' }> {
  if (beller.rol !== 'aanbieder')
    throw new ProbleemFout('geen-toegang', 'Alleen een aanbieder kan een uitvraag beantwoorden.');
  return beller;
}

function antwoord(reply: FastifyReply, ingediend: Ingediend, beller: Beller): FastifyReply {
  const gekregen = antwoordVan(ingediend, 'uitvraag', beller);
  if ('bewaard' in gekregen)
    return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(gekregen.bewaard);
  return reply.code(200).send(gekregen.verwerkt as z.infer<typeof uitvraagBesluitAntwoordSchema>);
}
