import type { z } from 'zod';
import { nieuweDoorbraakSchema } from '../../domain/doorbraakBesluiten.ts';
import { doorbraakId, periodeInWoorden } from '../../domain/doorbraakCodes.ts';
import { beginDoorbraak, foutInPeriode } from '../../domain/doorbraakkalender.ts';
import { veldfout } from '../../domain/fouten.ts';
import { doorbraakRij } from '../../infra/doorbraken.ts';
import { antwoordVan, besluitUitleg } from '../besluit.ts';
import { doorbraakBesluitAntwoordSchema } from '../doorbraakSchemas.ts';
import { dienIn, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, ProbleemFout } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { bewaardSchema } from '../schemas.ts';

export function postDoorbraak(app: Api, omgeving: Omgeving): void {
  const { klok, instellingen } = omgeving;
  app.post(
    '/v1/doorbraken',
    {
      schema: {
        operationId: 'beginDoorbraak',
        tags: ['Doorbraken'],
        summary: 'Begin een doorbraak',
        description: `Begint de doorbraak van het kwartaal of de maand van nu, voordat het schema dat doet. Wie vandaag drie maanden of langer wacht, komt op de agenda van de gecertificeerde instelling, en die wordt met de coördinatoren uitgenodigd. Begint daarna een volgende doorbraak voordat deze is besproken, dan vervalt de bespreking van wie overgaat. ${besluitUitleg}`,
        security: metToken,
        headers: invoerHeaders,
        body: nieuweDoorbraakSchema.meta({ title: 'Nieuwe doorbraak', examples: [{ periode: '2027-K1' }] }),
        response: {
          201: doorbraakBesluitAntwoordSchema.describe('De doorbraak begint.'),
          202: bewaardSchema.describe('De doorbraak is bewaard en begint binnen een minuut.'),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'ongeldige-json',
            'niet-ingelogd',
            'geen-toegang',
            'doorbraak-bestaat',
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
      const { periode } = body;
      const ingediend = await dienIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort: 'doorbraak',
        kenmerk: doorbraakId(periode),
        onderzoekId: null,
        inhoud: body,
        codes: body,
        vrijeTekst: {},
        toets: async () => {
          const melding = foutInPeriode(periode, klok.nu());
          return melding ? [veldfout(['periode'], melding, nieuweDoorbraakSchema)] : [];
        },
        bijBewaren: async (tx) => {
          const nu = klok.nu();
          const begin = beginDoorbraak(periode, nu, nu, instellingen.ZL_PUBLIC_URL);
          const { count } = await tx.doorbraak.createMany({
            data: [doorbraakRij(begin)],
            skipDuplicates: true,
          });
          if (count === 0)
            throw new ProbleemFout(
              'doorbraak-bestaat',
              `Er is al een doorbraak van ${periodeInWoorden(periode)}. Bekijk die bij /v1/doorbraken/${periode}.`,
            );
          return null;
        },
      });
      const antwoord = antwoordVan(ingediend, 'doorbraak', beller);
      if ('bewaard' in antwoord)
        return reply.code(202).header('location', `/v1/invoer/${ingediend.invoerId}`).send(antwoord.bewaard);
      return reply
        .code(201)
        .header('location', `/v1/doorbraken/${periode}`)
        .send(antwoord.verwerkt as z.infer<typeof doorbraakBesluitAntwoordSchema>);
    },
  );
}
