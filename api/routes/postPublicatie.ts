import type { z } from 'zod';
import { veldfout } from '../../domain/fouten.ts';
import { isPublicatiesoort, rapportId, rapportTitel, verslagId } from '../../domain/rapport/publicatie.ts';
import { periodeVan } from '../../domain/rapport/rapportperiode.ts';
import { datumInNederland, leesbareDatum } from '../../domain/werkdagen.ts';
import { heeftGegevens, laatsteVersie, legPublicatieVast } from '../../infra/rapportage.ts';
import { isUitvraagGesloten } from '../../infra/uitvragen.ts';
import { besluitUitleg } from '../besluit.ts';
import { dienIn, invoerHeaders } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, nietGevonden, ProbleemFout } from '../problemen.ts';
import { publicatieAntwoordSchema, publicatieVraagSchema, rapportParams } from '../rapportSchemas.ts';
import { metToken } from '../routeSchema.ts';
import { bewaardSchema } from '../schemas.ts';

export function postPublicatie(app: Api, omgeving: Omgeving): void {
  const { db, klok } = omgeving;
  app.post(
    '/v1/rapportages/:soort/:periode/publicatie',
    {
      schema: {
        operationId: 'publiceerRapport',
        tags: ['Rapportages'],
        summary: 'Publiceer een rapport',
        description: `Legt de cijfers van nu vast als een versie die niet meer verandert, en bericht de manager. Is er al een versie, dan is dit een verbetering: geef de reden. De eerdere versies blijven staan. Het kan pas als de periode voorbij is. ${besluitUitleg}`,
        security: metToken,
        params: rapportParams,
        headers: invoerHeaders,
        body: publicatieVraagSchema,
        response: {
          201: publicatieAntwoordSchema.describe('Het rapport is gepubliceerd.'),
          202: bewaardSchema.describe('De cijfers liggen vast; de manager krijgt binnen een minuut bericht.'),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'ongeldige-json',
            'niet-ingelogd',
            'geen-toegang',
            'alleen-intern',
            'niet-gevonden',
            'periode-niet-voorbij',
            'al-gepubliceerd',
            'geen-gegevens',
            'sleutel-hergebruikt',
            'te-groot',
            'verkeerd-mediatype',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ params, beller, body, headers }, reply) => {
      const { soort } = params;
      const periode = periodeVan(soort, params.periode);
      if (!periode) throw nietGevonden();
      if (!isPublicatiesoort(soort))
        throw new ProbleemFout(
          'alleen-intern',
          'Het weekoverzicht toont hoe het nu is, en wordt niet gepubliceerd.',
        );
      if (periode.eindTijdstip > klok.nu())
        throw new ProbleemFout(
          'periode-niet-voorbij',
          `Deze periode loopt nog. Publiceren kan vanaf ${leesbareDatum(datumInNederland(periode.eindTijdstip))}. U kunt de voorlopige cijfers al wel lezen.`,
        );
      if (!(await heeftGegevens(db, soort, periode)))
        throw new ProbleemFout(
          'geen-gegevens',
          soort === 'wachttijden'
            ? 'Over dit kwartaal is er geen uitvraag geweest, dus er valt niets te publiceren. Kies een kwartaal waarover aanbieders zijn gevraagd.'
            : 'Uit deze periode en ervoor zijn er geen aanmeldingen, dus er valt niets te publiceren. Kies een latere periode.',
        );
      if (soort === 'wachttijden' && !(await isUitvraagGesloten(db, periode.code)))
        throw new ProbleemFout(
          'periode-niet-voorbij',
          'De uitvraag over dit kwartaal is nog niet gesloten, dus de cijfers kunnen nog veranderen. Publiceren kan zodra zij is gesloten.',
        );
      const versie = (await laatsteVersie(db, { soort, periode: periode.code })) + 1;
      const publicatie = { soort, periode: periode.code, versie };
      const reden = body.reden ?? null;
      const ingediend = await dienIn(omgeving, {
        beller,
        sleutel: headers['idempotency-key'],
        soort: 'publicatie',
        kenmerk: verslagId(soort, periode.code),
        onderzoekId: null,
        inhoud: body,
        codes: publicatie,
        vrijeTekst: reden === null ? {} : { reden },
        toets: async () => {
          if ((versie === 1) === (reden === null)) return [];
          const melding =
            versie === 1
              ? 'Dit is de eerste versie: laat de reden weg.'
              : `Er is al een versie van dit rapport. Schrijf op waarom versie ${versie} nodig is.`;
          return [veldfout(['reden'], melding, publicatieVraagSchema)];
        },
        bijBewaren: async (tx) => {
          const tePubliceren = { ...publicatie, wie: beller.wie, rol: beller.rol, reden };
          if (!(await legPublicatieVast(tx, db, tePubliceren, klok.nu())))
            throw new ProbleemFout(
              'al-gepubliceerd',
              `Versie ${versie} van ${rapportTitel(soort)} ${periode.code} is zojuist door een ander gepubliceerd. Bekijk die eerst.`,
            );
          return null;
        },
      });
      const { invoerId, uitkomst } = ingediend;
      if (!uitkomst)
        return reply.code(202).header('location', `/v1/invoer/${invoerId}`).send({
          invoerId,
          status: 'bewaard',
          melding: 'De cijfers liggen vast. De manager krijgt binnen een minuut bericht.',
        });
      const antwoord = uitkomst.antwoord as z.infer<typeof publicatieAntwoordSchema>;
      return reply
        .code(201)
        .header('location', `/v1/rapportages/${soort}/${periode.code}?versie=${antwoord.versie}`)
        .send({ ...antwoord, rapportId: rapportId({ ...publicatie, versie: antwoord.versie }) });
    },
  );
}
