import type { z } from 'zod';
import { veldfout } from '../../domain/fouten.ts';
import { plusDagen } from '../../domain/tafelkalender.ts';
import { heropeningSchema } from '../../domain/uitvraagBesluiten.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { naDeDag } from '../../domain/uitvraagkalender.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { antwoordVan, besluitFouten, besluitUitleg } from '../besluit.ts';
import { dienIn, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { bewaardSchema } from '../schemas.ts';
import { uitvraagBesluitAntwoordSchema, uitvraagParams } from '../uitvraagSchemas.ts';
import { uitvraagVoorbeelden } from '../voorbeelden.ts';

export function postUitvraagHeropening(app: Api, omgeving: Omgeving): void {
  const { db, klok } = omgeving;
  app.post(
    '/v1/uitvragen/:code/heropening',
    {
      schema: {
        operationId: 'uitvraag_heropening',
        tags: ['Uitvragen'],
        summary: 'Open een gesloten uitvraag opnieuw voor één aanbieder',
        description: `De aanbieder krijgt een e-mail met een link. Een antwoord dat dan nog komt, telt mee en geeft een nieuwe versie van de cijfers. ${besluitUitleg}`,
        security: metToken,
        headers: invoerHeaders,
        params: uitvraagParams,
        body: heropeningSchema.meta({ title: 'Heropening', examples: [uitvraagVoorbeelden.heropening] }),
        response: {
          200: uitvraagBesluitAntwoordSchema.describe('De uitvraag is voor deze aanbieder opnieuw open.'),
          202: bewaardSchema.describe('Het besluit is bewaard en wordt binnen een minuut verwerkt.'),
          ...besluitFouten,
        },
      },
    },
    async ({ params: { code }, beller, body, headers }, reply) => {
      if ((await db.uitvraag.count({ where: { code } })) === 0) throw nietGevonden();
      const { aanbieder, totDatum, reden } = body;
      const ingediend = await dienIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort: 'heropening',
        kenmerk: uitvraagId(code),
        onderzoekId: null,
        inhoud: body,
        codes: { aanbieder, totDatum, totTijdstip: naDeDag(totDatum) },
        vrijeTekst: { reden },
        toets: async () => {
          const melding = foutInTotDatum(totDatum, datumInNederland(klok.nu()));
          return melding ? [veldfout(['totDatum'], melding, heropeningSchema)] : [];
        },
      });
      const antwoord = antwoordVan(ingediend, 'uitvraag', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply.code(200).send(antwoord.verwerkt as z.infer<typeof uitvraagBesluitAntwoordSchema>);
    },
  );
}

/** The last day has to be near: the figures are waited for. */
const hoogstensDagen = 60;

function foutInTotDatum(totDatum: string, vandaag: string): string | null {
  if (totDatum < vandaag) return 'Deze dag is voorbij. Kies vandaag of later.';
  return totDatum > plusDagen(vandaag, hoogstensDagen)
    ? `Deze dag is te ver weg. Kies een dag binnen ${hoogstensDagen} dagen.`
    : null;
}
