import { z } from 'zod';
import { capaciteitMeldingRegelSchema, toonCapaciteit } from '../capaciteit.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden, nietGevonden } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';
import { pagina } from '../schemas.ts';

/** The number of a telling, as it fits in its column. */
const nummerSchema = z.string().regex(/^[1-9]\d{0,8}$/);

export function getCapaciteit(app: Api, { db, klok }: Omgeving): void {
  app.get(
    '/v1/aanbieders/:code/capaciteit',
    {
      schema: {
        operationId: 'leesCapaciteit',
        tags: ['Aanbieders'],
        summary: 'Lees wat er over de capaciteit van een aanbieder is gemeld',
        description:
          'Geeft alle meldingen, de nieuwste eerst, in pagina’s: wat, wanneer en door wie. Een aanbieder ziet alleen de eigen meldingen.',
        security: metToken,
        params: aanbiederParams,
        querystring: z.strictObject(paginaVelden),
        response: {
          200: pagina('meldingen', capaciteitMeldingRegelSchema, 'Pagina met meldingen').describe(
            'Een pagina met meldingen.',
          ),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'niet-ingelogd',
            'geen-toegang',
            'niet-gevonden',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ params: { code }, query: { limiet, cursor }, beller }) => {
      const voor = naCursor(cursor, nummerSchema);
      const isVreemd = beller.rol === 'aanbieder' && beller.aanbieder !== code;
      if (isVreemd || (await db.aanbieder.count({ where: { code } })) === 0) throw nietGevonden();
      const rijen = await db.capaciteit.findMany({
        where: { aanbieder: code, ...(voor && { nummer: { lt: Number(voor) } }) },
        orderBy: { nummer: 'desc' },
        take: limiet + 1,
      });
      const { getoond, volgende } = neemPagina(rijen, limiet, ({ nummer }) => String(nummer));
      const nu = klok.nu();
      return {
        meldingen: getoond.map((rij) => ({ ...toonCapaciteit(rij, nu), wie: rij.wie, rol: rij.rol })),
        volgende,
      };
    },
  );
}
