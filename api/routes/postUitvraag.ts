import type { z } from 'zod';
import { veldfout } from '../../domain/fouten.ts';
import { beginUitvraag } from '../../domain/uitvraag.ts';
import { nieuweUitvraagSchema } from '../../domain/uitvraagBesluiten.ts';
import { extraCode, uitvraagId } from '../../domain/uitvraagCodes.ts';
import { uitvraagMomenten } from '../../domain/uitvraagkalender.ts';
import { datumInNederland, leesbareDatum } from '../../domain/werkdagen.ts';
import { alleAanbieders, maakUitvraag } from '../../infra/uitvragen.ts';
import { antwoordVan, besluitUitleg } from '../besluit.ts';
import { dienIn, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, ProbleemFout } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { bewaardSchema } from '../schemas.ts';
import { uitvraagBegonnenSchema } from '../uitvraagSchemas.ts';
import { uitvraagVoorbeelden } from '../voorbeelden.ts';

export function postUitvraag(app: Api, omgeving: Omgeving): void {
  const { db, klok, instellingen } = omgeving;
  app.post(
    '/v1/uitvragen',
    {
      schema: {
        operationId: 'beginUitvraag',
        tags: ['Uitvragen'],
        summary: 'Begin een extra uitvraag',
        description: `Vraagt de genoemde aanbieders per jeugdige wie er op de peildatum bij hen wachtte. De uitvraag van ieder kwartaal begint vanzelf. ${besluitUitleg}`,
        security: metToken,
        headers: invoerHeaders,
        body: nieuweUitvraagSchema.meta({ title: 'Extra uitvraag', examples: [uitvraagVoorbeelden.extra] }),
        response: {
          201: uitvraagBegonnenSchema.describe('De uitvraag is begonnen.'),
          202: bewaardSchema.describe('De uitvraag is bewaard en begint binnen een minuut.'),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'ongeldige-json',
            'niet-ingelogd',
            'geen-toegang',
            'uitvraag-bestaat',
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
      const { soort, peilDatum, aanbieders } = body;
      const code = extraCode(peilDatum);
      const ingediend = await dienIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort: 'uitvraag',
        kenmerk: uitvraagId(code),
        onderzoekId: null,
        inhoud: body,
        codes: { peilDatum, aanbieders },
        vrijeTekst: {},
        toets: async () => {
          const bekend = new Set(await alleAanbieders(db));
          const onbekend = aanbieders.flatMap((aanbieder, plaats) => (bekend.has(aanbieder) ? [] : [plaats]));
          return [
            ...(peilDatum > datumInNederland(klok.nu())
              ? [
                  veldfout(
                    ['peilDatum'],
                    'Deze dag moet nog komen. Kies vandaag of een dag daarvoor.',
                    nieuweUitvraagSchema,
                  ),
                ]
              : []),
            ...onbekend.map((plaats) =>
              veldfout(
                ['aanbieders', plaats],
                'Deze aanbieder kennen wij niet. Kijk de code na.',
                nieuweUitvraagSchema,
              ),
            ),
          ];
        },
        bijBewaren: async (tx) => {
          const begonnenTijdstip = klok.nu();
          const begin = {
            code,
            soort,
            begonnenTijdstip,
            aanbieders,
            perMinuut: instellingen.ZL_UITVRAAG_PER_MINUUT,
            basisUrl: instellingen.ZL_PUBLIC_URL,
          };
          if (!(await maakUitvraag(tx, beginUitvraag(begin, uitvraagMomenten(begonnenTijdstip)))))
            throw new ProbleemFout(
              'uitvraag-bestaat',
              `Er is al een extra uitvraag met peildatum ${leesbareDatum(peilDatum)}. Bekijk die bij /v1/uitvragen/${code}, of kies een andere peildatum.`,
            );
          return null;
        },
      });
      const antwoord = antwoordVan(ingediend, 'uitvraag', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply
        .code(201)
        .header('location', `/v1/uitvragen/${code}`)
        .send(antwoord.verwerkt as z.infer<typeof uitvraagBegonnenSchema>);
    },
  );
}
