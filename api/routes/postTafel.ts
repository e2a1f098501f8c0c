import type { z } from 'zod';
import { veldfout } from '../../domain/fouten.ts';
import { nieuweTafelSchema } from '../../domain/tafelBesluiten.ts';
import { tafelId } from '../../domain/tafelCodes.ts';
import { datumInNederland, leesbareDatum } from '../../domain/werkdagen.ts';
import { antwoordVan, besluitUitleg } from '../besluit.ts';
import { foutVooruit } from '../besluitToets.ts';
import { dienIn, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, ProbleemFout } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { bewaardSchema } from '../schemas.ts';
import { tafelBesluitAntwoordSchema } from '../tafelSchemas.ts';
import { foutInNieuweTafel, maakTafel } from '../tafels.ts';

export function postTafel(app: Api, omgeving: Omgeving): void {
  app.post(
    '/v1/tafels',
    {
      schema: {
        operationId: 'planTafel',
        tags: ['Tafels'],
        summary: 'Plan een tafel',
        description: `Plant een tafelbespreking op een werkdag. Drie werkdagen van tevoren, om 09:00 uur, sluit de agenda en gaan de uitnodigingen uit. ${besluitUitleg}`,
        security: metToken,
        headers: invoerHeaders,
        body: nieuweTafelSchema.meta({ title: 'Nieuwe tafel', examples: [{ datum: '2027-01-14' }] }),
        response: {
          201: tafelBesluitAntwoordSchema.describe('De tafel is gepland.'),
          202: bewaardSchema.describe('De tafel is bewaard en wordt binnen een minuut gepland.'),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'ongeldige-json',
            'niet-ingelogd',
            'geen-toegang',
            'tafel-bestaat',
            'sleutel-hergebruikt',
            'te-groot',
            'verkeerd-mediatype',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ beller, body, headers }, reply) => {
      const { datum, agendaLimiet, ...rest } = body;
      const wens = { datum, ...rest, ...(agendaLimiet ? { agendaLimiet } : {}) };
      const ingediend = await dienIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort: 'tafel',
        kenmerk: tafelId(datum),
        onderzoekId: null,
        inhoud: body,
        codes: wens,
        vrijeTekst: {},
        toets: async () => {
          const melding =
            foutInDatum(datum, omgeving.klok.nu()) ?? (await foutInNieuweTafel(omgeving.db, datum));
          return melding ? [veldfout(['datum'], melding, nieuweTafelSchema)] : [];
        },
        bijBewaren: async (tx) => {
          if (!(await maakTafel(omgeving, tx, wens)))
            throw new ProbleemFout(
              'tafel-bestaat',
              `Er is al een tafel op ${leesbareDatum(datum)}. Bekijk die bij /v1/tafels/${datum}.`,
            );
          return null;
        },
      });
      const antwoord = antwoordVan(ingediend, 'tafel', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply
        .code(201)
        .header('location', `/v1/tafels/${datum}`)
        .send(antwoord.verwerkt as z.infer<typeof tafelBesluitAntwoordSchema>);
    },
  );
}

function foutInDatum(datum: string, nu: number): string | null {
  if (datum === datumInNederland(nu)) return 'Deze datum is vandaag. Vul een latere datum in.';
  return foutVooruit(datum, nu);
}
