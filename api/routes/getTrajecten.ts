import { z } from 'zod';
import { codeSchema, fases, sporen, uitkomsten, wachtOpSoorten, wachtSoorten } from '../../domain/codes.ts';
import { gemeenteSchema } from '../../domain/gemeenten.ts';
import type { Prisma } from '../../prisma/client/client.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden } from '../problemen.ts';
import { jaNee, metToken } from '../routeSchema.ts';
import { pagina, trajectSchema } from '../schemas.ts';
import { toonTraject } from '../weergave.ts';
import { trajectenVoor } from '../zichtbaarheid.ts';

const zoekvraag = z.strictObject({
  fase: z.enum(fases).optional().meta({ title: 'Fase' }),
  gemeente: gemeenteSchema.optional().meta({ title: 'Gemeente' }),
  teLaat: jaNee('Later dan de ambitie'),
  vastgelopen: jaNee('Er wordt te lang op iets gewacht'),
  vastgelopenReden: z.enum(wachtSoorten).optional().meta({ title: 'Waarop het traject vastloopt' }),
  opgeschort: jaNee('Het traject is opgeschort'),
  schadelijk: jaNee('De jeugdige wacht schadelijk lang'),
  voorrang: jaNee('De weging gaf voorrang'),
  spoor: z.enum(sporen).optional().meta({ title: 'Spoor' }),
  aanbieder: codeSchema
    .optional()
    .meta({ title: 'Aanbieder', description: 'Trajecten waarin deze aanbieder een onderzoek heeft of had.' }),
  coordinator: codeSchema
    .optional()
    .meta({ title: 'Coördinator', description: 'Trajecten van deze coördinator.' }),
  wachtOp: z.enum(wachtOpSoorten).optional().meta({ title: 'Op wie het traject wacht' }),
  uitkomst: z.enum(uitkomsten).optional().meta({ title: 'Uitkomst' }),
  ...paginaVelden,
});

export function getTrajecten(app: Api, { db, klok }: Omgeving): void {
  app.get(
    '/v1/trajecten',
    {
      schema: {
        operationId: 'zoekTrajecten',
        tags: ['Trajecten'],
        summary: 'Zoek trajecten',
        description:
          'Geeft trajecten op volgorde van kenmerk, in pagina’s. Alle filters gelden tegelijk. Een aanmelder ziet alleen de eigen trajecten.',
        security: metToken,
        querystring: zoekvraag,
        response: {
          200: pagina('trajecten', trajectSchema, 'Pagina met trajecten').describe(
            'Een pagina met trajecten.',
          ),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'niet-ingelogd',
            'geen-toegang',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ query, beller }) => {
      const na = naCursor(query.cursor);
      const rijen = await db.traject.findMany({
        where: { AND: [trajectenVoor(beller), filterVan(query), na ? { kenmerk: { gt: na } } : {}] },
        orderBy: { kenmerk: 'asc' },
        take: query.limiet + 1,
      });
      const { getoond, volgende } = neemPagina(rijen, query.limiet, ({ kenmerk }) => kenmerk);
      return { trajecten: getoond.map((rij) => toonTraject(rij, beller, klok.nu())), volgende };
    },
  );
}

function filterVan(query: z.infer<typeof zoekvraag>): Prisma.TrajectWhereInput {
  const { fase, gemeente, uitkomst, aanbieder, coordinator, wachtOp, spoor, vastgelopenReden } = query;
  return {
    ...(fase && { fase }),
    ...(spoor && { spoor }),
    ...(vastgelopenReden && { vastgelopenRedenen: { has: vastgelopenReden } }),
    ...(gemeente && { gemeente }),
    ...(uitkomst && { uitkomst }),
    ...(coordinator && { coordinator }),
    ...(wachtOp && { wachtOp }),
    ...(aanbieder && { onderzoeken: { some: { aanbieder } } }),
    AND: [
      metSignaal('te-laat', query.teLaat),
      metSignaal('vastgelopen', query.vastgelopen),
      metSignaal('opgeschort', query.opgeschort),
      metSignaal('schadelijk', query.schadelijk),
      metSignaal('voorrang', query.voorrang),
    ],
  };
}

function metSignaal(signaal: string, gevraagd: 'true' | 'false' | undefined): Prisma.TrajectWhereInput {
  if (gevraagd === undefined) return {};
  const heeft = { signalen: { has: signaal } };
  return gevraagd === 'true' ? heeft : { NOT: heeft };
}
