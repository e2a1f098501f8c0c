import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openDataRegels, openDataSchema } from '../../domain/rapport/openData.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { gepubliceerdRapport } from '../../infra/rapportage.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, nietGevonden } from '../problemen.ts';

const wortel = '/v1/open-data/wachttijden';
const schemaPad = `${wortel}/schema.json`;
const soort = 'wachttijden';

const kwartaal = z
  .string()
  .regex(/^[0-9]{4}-K[1-4]$/)
  .meta({ title: 'Kwartaal', examples: ['2026-K3'] });

/** Sends what anybody may read and keep for an hour; who has the same already gets 304 (RFC 9110, "If-None-Match"). */
function stuurOpen(request: FastifyRequest, reply: FastifyReply, type: string, tekst: string): FastifyReply {
  const etag = `"${createHash('sha256').update(tekst).digest('base64url').slice(0, 22)}"`;
  reply
    .header('access-control-allow-origin', '*')
    .header('cache-control', 'public, max-age=3600')
    .header('etag', etag);
  const bekend = request.headers['if-none-match']?.split(',').map((deel) => deel.trim().replace(/^W\//, ''));
  if (bekend?.includes(etag)) return reply.code(304).send();
  return reply.type(type).send(tekst);
}

/** The wachttijden as open data: of each published quarter the newest version, without small numbers. Anybody may read them. */
export function openData(app: Api, { db }: Omgeving): void {
  app.get(
    wortel,
    {
      schema: {
        operationId: 'zoekOpenData',
        tags: ['Open data'],
        summary: 'Zoek de open data over wachttijden',
        description:
          'Geeft ieder kwartaal waarvan de wachttijden zijn gepubliceerd, met het adres van het bestand. U heeft geen token nodig. Alleen vastgelegde cijfers staan erin; van een kwartaal dat is verbeterd de nieuwste versie.',
        response: {
          200: z
            .object({
              schemaAdres: z.string().meta({ title: 'Adres van het schema', examples: [schemaPad] }),
              kwartalen: z.array(
                z.object({
                  kwartaal,
                  versie: z.int().meta({ title: 'Versie', examples: [1] }),
                  gepubliceerdTijdstip: z.string().meta({
                    title: 'Wanneer deze versie is vastgelegd',
                    format: 'date-time',
                    examples: ['2026-11-16T08:00:00.000Z'],
                  }),
                  csvAdres: z
                    .string()
                    .meta({ title: 'Adres van het bestand', examples: [`${wortel}/2026-K3.csv`] }),
                }),
              ),
            })
            .meta({ title: 'Open data over wachttijden' })
            .describe('De kwartalen, het nieuwste eerst.'),
          ...foutAntwoorden('interne-fout', 'niet-beschikbaar'),
        },
      },
    },
    async (_request, reply) => {
      const rijen = await db.rapport.findMany({
        where: { soort },
        distinct: ['periode'],
        orderBy: [{ periode: 'desc' }, { versie: 'desc' }],
        omit: { gegevens: true, extern: true },
      });
      reply.header('access-control-allow-origin', '*').header('cache-control', 'public, max-age=3600');
      return {
        schemaAdres: schemaPad,
        kwartalen: rijen.map(({ periode, versie, gemaaktTijdstip }) => ({
          kwartaal: periode,
          versie,
          gepubliceerdTijdstip: gemaaktTijdstip.toISOString(),
          csvAdres: `${wortel}/${periode}.csv`,
        })),
      };
    },
  );

  app.get(
    schemaPad,
    {
      schema: {
        operationId: 'leesOpenDataSchema',
        tags: ['Open data'],
        summary: 'Lees het schema van de open data',
        description:
          'Geeft het Table Schema (datapackage.org) van de bestanden met wachttijden: iedere kolom, met wat zij betekent en welke waarden zij kan hebben. U heeft geen token nodig.',
        response: {
          200: {
            description: 'Het schema.',
            content: { 'application/json': { schema: z.unknown().meta({ type: 'object' }) } },
          },
          ...foutAntwoorden('interne-fout'),
        },
      },
    },
    (request, reply) =>
      stuurOpen(request, reply, 'application/json; charset=utf-8', JSON.stringify(openDataSchema)),
  );

  app.get(
    `${wortel}/:kwartaal.csv`,
    {
      schema: {
        operationId: 'leesOpenData',
        tags: ['Open data'],
        summary: 'Lees de wachttijden van een kwartaal als open data',
        description: `Geeft de nieuwste gepubliceerde versie als CSV (RFC 4180, UTF-8), met één cijfer per regel. Wat de kolommen betekenen staat in \`${schemaPad}\`. Aantallen van 1 tot en met 4 staan er niet in, en ook niets waaruit zij zijn terug te rekenen. U heeft geen token nodig.`,
        params: z.object({ kwartaal }),
        response: {
          200: {
            description: 'Het bestand.',
            content: {
              'text/csv': { schema: z.unknown().meta({ type: 'string', contentMediaType: 'text/csv' }) },
            },
          },
          ...foutAntwoorden('niet-gevonden', 'rapport-geschonden', 'interne-fout', 'niet-beschikbaar'),
        },
      },
    },
    async (request, reply) => {
      const { kwartaal: periode } = request.params;
      const rij = await db.rapport.findFirst({ where: { soort, periode }, orderBy: { versie: 'desc' } });
      if (!rij) throw nietGevonden();
      const regels = openDataRegels(gepubliceerdRapport(rij, true), {
        versie: rij.versie,
        peildatum: datumInNederland(rij.peilTijdstip.getTime()),
      });
      reply
        .header('link', `<${schemaPad}>; rel="describedby"; type="application/json"`)
        .header('content-disposition', `attachment; filename="wachttijden-${periode}.csv"`);
      return stuurOpen(
        request,
        reply,
        'text/csv; charset=utf-8; header=present',
        stringify(regels, {
          header: true,
          columns: openDataSchema.fields.map(({ name }) => name),
          record_delimiter: 'windows',
        }),
      );
    },
  );
}
