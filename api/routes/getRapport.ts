import { z } from 'zod';
import { periodeVan } from '../../domain/rapport/rapportperiode.ts';
import { type MaakbareSoort, rapportVoor } from '../../infra/rapportage.ts';
import { rapportPagina } from '../../web/paginas/rapport.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { stuurPagina } from '../pagina.ts';
import { foutAntwoorden, nietGevonden, ProbleemFout } from '../problemen.ts';
import { rapportAlsCsv, toonRapport } from '../rapporten.ts';
import { rapportParams, rapportSchema, rapportVraagSchema } from '../rapportSchemas.ts';
import { metToken } from '../routeSchema.ts';
import { weekverwijzingen } from '../weekverwijzingen.ts';

const csv = 'text/csv; charset=utf-8; header=present';

export function getRapport(app: Api, omgeving: Omgeving): void {
  const { db, klok } = omgeving;
  app.get(
    '/v1/rapportages/:soort/:periode',
    {
      schema: {
        operationId: 'leesRapport',
        tags: ['Rapportages'],
        summary: 'Lees een rapport',
        description:
          'Geeft de cijfers en tabellen van een rapport, met de definitie en de bron van ieder cijfer. Zet `.csv` achter de periode, of vraag met de header `Accept: text/csv`, voor hetzelfde als CSV (RFC 4180), met één cijfer per regel. Met `.html`, of de header `Accept: text/html`, krijgt u een pagina met figuren, die ook goed te printen is. Met `extern=true` krijgt u een gepubliceerd rapport zoals het buiten het team gaat: aantallen van 1 tot en met 4 zijn weggelaten, met alles waaruit zij zijn terug te rekenen, en de periode ervoor staat ernaast zoals die is gepubliceerd. Van wat niet is gepubliceerd gaat niets naar buiten: twee momenten van dezelfde periode verraden samen een klein aantal. Het weekoverzicht is er alleen van deze week en alleen voor het team.',
        security: metToken,
        params: rapportParams,
        querystring: rapportVraagSchema,
        response: {
          200: {
            description: 'Het rapport.',
            content: {
              'application/json': { schema: rapportSchema },
              'text/html': { schema: z.unknown().meta({ type: 'string', contentMediaType: 'text/html' }) },
              'text/csv': { schema: z.unknown().meta({ type: 'string', contentMediaType: 'text/csv' }) },
            },
          },
          ...foutAntwoorden(
            'ongeldige-invoer',
            'niet-ingelogd',
            'geen-toegang',
            'alleen-intern',
            'niet-gevonden',
            'niet-gepubliceerd',
            'rapport-geschonden',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ params, query, headers }, reply) => {
      const soort = params.soort as MaakbareSoort;
      const [code = '', achtervoegsel] = params.periode.split(/\.(?=[a-z]+$)/);
      const periode = periodeVan(soort, code);
      const extern = query.extern === 'true';
      const gevraagd = achtervoegsel === undefined ? vormUit(headers.accept) : achtervoegsels[achtervoegsel];
      if (!periode || !gevraagd) throw nietGevonden();
      if (soort === 'week' && extern)
        throw new ProbleemFout(
          'alleen-intern',
          'Het weekoverzicht noemt trajecten en is alleen voor het team. Kies een ander rapport, of laat “extern” weg.',
        );
      const gelezen = await rapportVoor(db, { soort, periode, versie: query.versie, extern }, klok.nu());
      if (!gelezen) {
        if (extern && query.versie !== undefined && query.versie !== 'nu') throw nietGevonden();
        if (extern)
          throw new ProbleemFout(
            'niet-gepubliceerd',
            'Buiten het team gaan alleen cijfers die vastliggen. Publiceer dit rapport eerst, of laat “extern” weg om het binnen het team te bekijken.',
          );
        throw nietGevonden();
      }
      reply.header('vary', 'Accept');
      switch (gevraagd) {
        case 'text/html':
          return stuurPagina(
            reply,
            rapportPagina({
              ...gelezen,
              alleenTeam: !extern,
              // The reason of a correction is free text, and the fingerprint is that of the figures as they are: both stay in the team.
              publicatie: gelezen.publicatie && {
                ...gelezen.publicatie,
                ...(extern ? { reden: null, sha256: null } : {}),
              },
              verwijzingen: weekverwijzingen(gelezen.rapport, omgeving),
            }),
          );
        case 'text/csv':
          return reply
            .type(csv)
            .header(
              'content-disposition',
              `attachment; filename="${soort}-${periode.code}${extern ? '' : '-intern'}.csv"`,
            )
            .send(rapportAlsCsv(gelezen));
        default:
          return toonRapport(gelezen, extern);
      }
    },
  );
}

const vormen = ['application/json', 'text/html', 'text/csv'] as const;
type Vorm = (typeof vormen)[number];
const achtervoegsels: Readonly<Record<string, Vorm>> = { csv: 'text/csv', html: 'text/html' };

/** Which form a client asks for first; JSON when it asks for none of them (RFC 9110, "Accept", without weights). */
function vormUit(accept = ''): Vorm {
  const gevraagd = accept.split(',').map((deel) => deel.split(';')[0]?.trim().toLowerCase());
  return gevraagd.flatMap((deel) => vormen.find((vorm) => vorm === deel) ?? [])[0] ?? 'application/json';
}
