import type { z } from 'zod';
import {
  type DoorbraakBesluitSoort,
  doorbraakBesluiten,
  doorbraakzaakBesluiten,
} from '../../domain/doorbraakBesluiten.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { veldfout } from '../../domain/fouten.ts';
import { antwoordVan, besluitFouten, besluitUitleg, splits } from '../besluit.ts';
import { foutVooruit, onbekendePersonen } from '../besluitToets.ts';
import { doorbraakBesluitAntwoordSchema } from '../doorbraakSchemas.ts';
import { dienIn, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden } from '../problemen.ts';
import { doorbraakParams, doorbraakzaakParams, metToken } from '../routeSchema.ts';
import { bewaardSchema } from '../schemas.ts';
import { doorbraakBesluitVoorbeelden } from '../voorbeelden.ts';

/** One route for each decision on a doorbraak; one on a zaak names its traject in the path. */
export function postDoorbraakBesluiten(app: Api, omgeving: Omgeving): void {
  for (const soort of Object.keys(doorbraakBesluiten) as DoorbraakBesluitSoort[])
    postDoorbraakBesluit(app, omgeving, soort);
}

function postDoorbraakBesluit(app: Api, omgeving: Omgeving, soort: DoorbraakBesluitSoort): void {
  const { titel, inhoud, tekstvelden } = doorbraakBesluiten[soort];
  const schema: z.ZodType<Record<string, unknown>> = inhoud;
  const isOverZaak = soort in doorbraakzaakBesluiten;
  const params: z.ZodType<{ periode: string; kenmerk?: string }> = isOverZaak
    ? doorbraakzaakParams
    : doorbraakParams;
  app.post(
    `/v1/doorbraken/:periode${isOverZaak ? '/zaken/:kenmerk' : ''}/${soort}`,
    {
      schema: {
        operationId: `doorbraak_${soort.replaceAll('-', '_')}`,
        tags: ['Doorbraken'],
        summary: titel,
        description: besluitUitleg,
        security: metToken,
        headers: invoerHeaders,
        params,
        body: schema.meta({ title: titel, examples: [doorbraakBesluitVoorbeelden[soort]] }),
        response: {
          200: doorbraakBesluitAntwoordSchema.describe('Het besluit is verwerkt.'),
          202: bewaardSchema.describe('Het besluit is bewaard en wordt binnen een minuut verwerkt.'),
          ...besluitFouten,
        },
      },
    },
    async ({ params: { periode, kenmerk }, beller, body, headers }, reply) => {
      const id = doorbraakId(periode);
      if ((await omgeving.db.doorbraak.count({ where: { id } })) === 0) throw nietGevonden();
      const { codes, vrijeTekst } = splits(body, tekstvelden);
      const ingediend = await dienIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort,
        kenmerk: id,
        onderzoekId: null,
        inhoud: kenmerk ? { traject: kenmerk, ...body } : body,
        codes: kenmerk ? { traject: kenmerk, ...codes } : codes,
        vrijeTekst,
        toets: async () => {
          const { voorDatum } = codes;
          const melding = typeof voorDatum === 'string' ? foutVooruit(voorDatum, omgeving.klok.nu()) : null;
          const onbekend = await onbekendePersonen(omgeving.db, codes, inhoud, { metGi: true });
          return melding ? [...onbekend, veldfout(['voorDatum'], melding, inhoud)] : onbekend;
        },
      });
      const antwoord = antwoordVan(ingediend, 'doorbraak', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply.code(200).send(antwoord.verwerkt as z.infer<typeof doorbraakBesluitAntwoordSchema>);
    },
  );
}
