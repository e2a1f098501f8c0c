import type { z } from 'zod';
import { type OnderzoekBesluitSoort, onderzoekBesluiten } from '../../domain/besluiten.ts';
import { antwoordVan, besluitFouten, besluitUitleg, dienBesluitIn } from '../besluit.ts';
import { invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { metToken, onderzoekParams } from '../routeSchema.ts';
import { bewaardSchema, onderzoekBesluitAntwoordSchema } from '../schemas.ts';
import { onderzoekBesluitVoorbeelden } from '../voorbeelden.ts';
import { zichtbaarOnderzoek } from '../zichtbaarheid.ts';

/** One route for each thing that an aanbieder can tell in its onderzoek. */
export function postOnderzoekBesluiten(app: Api, omgeving: Omgeving): void {
  for (const soort of Object.keys(onderzoekBesluiten) as OnderzoekBesluitSoort[])
    postOnderzoekBesluit(app, omgeving, soort);
}

function postOnderzoekBesluit(app: Api, omgeving: Omgeving, soort: OnderzoekBesluitSoort): void {
  const { titel, inhoud } = onderzoekBesluiten[soort];
  const schema: z.ZodType<Record<string, unknown>> = inhoud;
  app.post(
    `/v1/onderzoeken/:id/${soort}`,
    {
      schema: {
        operationId: `onderzoek_${soort}`,
        tags: ['Onderzoeken'],
        summary: titel,
        description: `${besluitUitleg} Een aanbieder doet dit voor het eigen onderzoek; de coördinator kan het doen namens de aanbieder.`,
        security: metToken,
        headers: invoerHeaders,
        params: onderzoekParams,
        body: schema.meta({ title: titel, examples: [onderzoekBesluitVoorbeelden[soort]] }),
        response: {
          200: onderzoekBesluitAntwoordSchema.describe('Het bericht is verwerkt.'),
          202: bewaardSchema.describe('Het bericht is bewaard en wordt binnen een minuut verwerkt.'),
          ...besluitFouten,
        },
      },
    },
    async ({ params, beller, body, headers }, reply) => {
      const { kenmerk, id, aanbieder } = await zichtbaarOnderzoek(omgeving.db, beller, params.id);
      const ingediend = await dienBesluitIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort,
        kenmerk,
        onderzoekId: id,
        besluit: onderzoekBesluiten[soort],
        inhoud: body,
        waarin: { aanbieder },
      });
      const antwoord = antwoordVan(ingediend, 'onderzoek', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply.code(200).send(antwoord.verwerkt as z.infer<typeof onderzoekBesluitAntwoordSchema>);
    },
  );
}
