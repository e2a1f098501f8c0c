import { z } from 'zod';
import { periodeVan } from '../../domain/rapport/rapportperiode.ts';
import { type MaakbareSoort, rapportVoor } from '../../infra/rapportage.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, nietGevonden, ProbleemFout } from '../problemen.ts';
import { rapportAlsCsv, toonRapport } from '../rapporten.ts';
import { rapportParams, rapportSchema, rapportVraagSchema } from '../rapportSchemas.ts';
import { metToken } from '../routeSchema.ts';

const csv = 'text/csv; charset=utf-8; header=present';

export function getRapport(app: Api, { db, klok }: Omgeving): void {
  app.get(
    '/v1/rapportages/:soort/:periode',
    {
      schema: {
        operationId: 'leesRapport',
        tags: ['Rapportages'],
        summary: 'Lees een rapport',
        description:
          'Geeft de cijfers en tabellen van een rapport, met de definitie en de bron van ieder cijfer. Zet `.csv` achter de periode, of vraag met de header `Accept: text/csv`, voor hetzelfde als CSV (RFC 4180), met één cijfer per regel. Met `extern=true` zijn aantallen van 1 tot en met 4 weggelaten, met alles waaruit zij zijn terug te rekenen. Het weekoverzicht is er alleen van deze week en alleen voor het team.',
        security: metToken,
        params: rapportParams,
        querystring: rapportVraagSchema,
        response: {
          200: {
            description: 'Het rapport.',
            content: {
              'application/json': { schema: rapportSchema },
              'text/csv': { schema: z.unknown().meta({ type: 'string', contentMediaType: 'text/csv' }) },
            },
          },
          ...foutAntwoorden(
            'ongeldige-invoer',
            'niet-ingelogd',
            'geen-toegang',
            'alleen-intern',
            'niet-gevonden',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ params, query, headers }, reply) => {
      const soort = params.soort as MaakbareSoort;
      const metAchtervoegsel = params.periode.endsWith('.csv');
      const periode = periodeVan(soort, params.periode.replace(/\.csv$/, ''));
      const extern = query.extern === 'true';
      if (!periode) throw nietGevonden();
      if (soort === 'week' && extern)
        throw new ProbleemFout(
          'alleen-intern',
          'Het weekoverzicht noemt trajecten en is alleen voor het team. Kies een ander rapport, of laat “extern” weg.',
        );
      const gelezen = await rapportVoor(db, { soort, periode, versie: query.versie, extern }, klok.nu());
      if (!gelezen) throw nietGevonden();
      reply.header('vary', 'Accept');
      if (metAchtervoegsel || wilCsv(headers.accept))
        return reply
          .type(csv)
          .header('content-disposition', `attachment; filename="${soort}-${periode.code}.csv"`)
          .send(rapportAlsCsv(gelezen));
      return toonRapport(gelezen, extern);
    },
  );
}

/** Whether a client asks for CSV before it asks for JSON (RFC 9110, "Accept", without weights). */
function wilCsv(accept = ''): boolean {
  const soorten = accept.split(',').map((deel) => deel.split(';')[0]?.trim().toLowerCase());
  const plaats = (soort: string) =>
    soorten.includes(soort) ? soorten.indexOf(soort) : Number.POSITIVE_INFINITY;
  return plaats('text/csv') < plaats('application/json');
}
