import type { z } from 'zod';
import { veldfout } from '../../domain/fouten.ts';
import { plusDagen } from '../../domain/tafelkalender.ts';
import { heropeningSchema } from '../../domain/uitvraagBesluiten.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { naDeDag } from '../../domain/uitvraagkalender.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { zonderContact } from '../../infra/uitvragen.ts';
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
        summary: 'Vraag het één aanbieder opnieuw, ook als de uitvraag is gesloten',
        description: `De aanbieder krijgt een e-mail met de vraag en een persoonlijke link. Dat helpt als er een andere contactpersoon is: een eerdere link werkt dan niet meer. Is de uitvraag gesloten, dan gaat zij voor deze aanbieder weer open tot en met \`totDatum\`. Een antwoord dat dan nog komt, telt mee en geeft een nieuwe versie van de cijfers. Is de uitvraag nog open, dan verandert de sluitdatum niet. ${besluitUitleg}`,
        security: metToken,
        headers: invoerHeaders,
        params: uitvraagParams,
        body: heropeningSchema.meta({ title: 'Heropening', examples: [uitvraagVoorbeelden.heropening] }),
        response: {
          200: uitvraagBesluitAntwoordSchema.describe('De aanbieder krijgt de vraag opnieuw.'),
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
          const fouten = {
            aanbieder: await foutInAanbieder(aanbieder),
            totDatum: foutInTotDatum(totDatum, datumInNederland(klok.nu())),
          };
          return Object.entries(fouten).flatMap(([veld, melding]) =>
            melding ? [veldfout([veld], melding, heropeningSchema)] : [],
          );
        },
      });
      const antwoord = antwoordVan(ingediend, 'uitvraag', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply.code(200).send(antwoord.verwerkt as z.infer<typeof uitvraagBesluitAntwoordSchema>);
    },
  );

  /** Who has nobody to send the question to, would not hear of it. */
  async function foutInAanbieder(aanbieder: string): Promise<string | null> {
    const bestaat = (await db.aanbieder.count({ where: { code: aanbieder } })) > 0;
    return bestaat && (await zonderContact(db, [aanbieder])).length > 0
      ? 'Van deze aanbieder kennen wij geen contact, dus de vraag komt niet aan. Leg eerst een contact vast.'
      : null;
  }
}

/** The last day has to be near: the figures are waited for. */
const hoogstensDagen = 60;

function foutInTotDatum(totDatum: string, vandaag: string): string | null {
  if (totDatum < vandaag) return 'Deze dag is voorbij. Kies vandaag of later.';
  return totDatum > plusDagen(vandaag, hoogstensDagen)
    ? `Deze dag is te ver weg. Kies een dag binnen ${hoogstensDagen} dagen.`
    : null;
}
