import type { z } from 'zod';
import { type TafelBesluitSoort, tafelBesluiten } from '../../domain/tafelBesluiten.ts';
import { tafelId } from '../../domain/tafelCodes.ts';
import { alsDatum } from '../../infra/dag.ts';
import { tafelToestand } from '../../infra/tafels.ts';
import { antwoordVan, besluitFouten, besluitUitleg, splits } from '../besluit.ts';
import { dienIn, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden } from '../problemen.ts';
import { metToken, tafelParams } from '../routeSchema.ts';
import { bewaardSchema } from '../schemas.ts';
import { tafelBesluitAntwoordSchema } from '../tafelSchemas.ts';
import { foutenInBeginTijd } from '../tafels.ts';
import { tafelBesluitVoorbeelden } from '../voorbeelden.ts';

/** One route for each decision on a table. */
export function postTafelBesluiten(app: Api, omgeving: Omgeving): void {
  for (const soort of Object.keys(tafelBesluiten) as TafelBesluitSoort[])
    postTafelBesluit(app, omgeving, soort);
}

function postTafelBesluit(app: Api, omgeving: Omgeving, soort: TafelBesluitSoort): void {
  const { titel, inhoud, tekstvelden } = tafelBesluiten[soort];
  const schema: z.ZodType<Record<string, unknown>> = inhoud;
  app.post(
    `/v1/tafels/:datum/${soort}`,
    {
      schema: {
        operationId: `tafel_${soort}`,
        tags: ['Tafels'],
        summary: titel,
        description: `${besluitUitleg} Wie al was uitgenodigd, krijgt een e-mail die de eigen agenda bijwerkt.`,
        security: metToken,
        headers: invoerHeaders,
        params: tafelParams,
        body: schema.meta({ title: titel, examples: [tafelBesluitVoorbeelden[soort]] }),
        response: {
          200: tafelBesluitAntwoordSchema.describe('Het besluit is verwerkt.'),
          202: bewaardSchema.describe('Het besluit is bewaard en wordt binnen een minuut verwerkt.'),
          ...besluitFouten,
        },
      },
    },
    async ({ params: { datum }, beller, body, headers }, reply) => {
      const rij = await omgeving.db.tafel.findUnique({ where: { datum: alsDatum(datum) } });
      if (!rij) throw nietGevonden();
      const ingediend = await dienIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort,
        kenmerk: tafelId(datum),
        onderzoekId: null,
        inhoud: body,
        ...splits(body, tekstvelden),
        toets: async () => foutenInBeginTijd(tafelToestand(rij), soort, body, schema, omgeving.klok.nu()),
      });
      const antwoord = antwoordVan(ingediend, 'tafel', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply.code(200).send(antwoord.verwerkt as z.infer<typeof tafelBesluitAntwoordSchema>);
    },
  );
}
