import { z } from 'zod';
import { berichtStatussen } from '../../domain/berichten.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { berichtMetKenmerkSchema, pagina } from '../schemas.ts';
import { toonBericht } from '../weergave.ts';

const zoekvraag = z.strictObject({
  status: z
    .enum(berichtStatussen)
    .optional()
    .meta({ title: 'Status', description: 'Met `mislukt` vindt u de e-mails waarvoor iemand moet bellen.' }),
  ...paginaVelden,
});

export function zoekBerichten(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/berichten',
    {
      schema: {
        operationId: 'zoekBerichten',
        tags: ['Trajecten'],
        summary: 'Zoek e-mails van alle trajecten',
        description:
          'Geeft de e-mails van alle trajecten, in pagina’s, het oudste eerst. Zonder adres en zonder tekst.',
        security: metToken,
        querystring: zoekvraag,
        response: {
          200: pagina('berichten', berichtMetKenmerkSchema, 'Pagina met e-mails').describe(
            'Een pagina met e-mails.',
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
    async ({ query: { status, limiet, cursor } }) => {
      const na = naCursor(cursor, z.uuid());
      const rijen = await db.bericht.findMany({
        where: { ...(status && { status }), ...(na && { id: { gt: na } }) },
        // A uuid of version 7 begins with the moment at which it was made.
        orderBy: { id: 'asc' },
        take: limiet + 1,
      });
      const { getoond, volgende } = neemPagina(rijen, limiet, ({ id }) => id);
      return {
        berichten: getoond.map((rij) => ({ kenmerk: rij.kenmerk, ...toonBericht(rij) })),
        volgende,
      };
    },
  );
}
