import { z } from 'zod';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { lidOp } from '../../infra/tafels.ts';
import { huidigeCapaciteit, toonCapaciteit } from '../capaciteit.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { naCursor, neemPagina, paginaVelden } from '../paginering.ts';
import { foutAntwoorden } from '../problemen.ts';
import { jaNee, metToken } from '../routeSchema.ts';
import { aanbiederSchema, pagina } from '../schemas.ts';

const zoekvraag = z.strictObject({ tafellid: jaNee('Zit aan tafel'), ...paginaVelden });

export function getAanbieders(app: Api, { db, klok }: Omgeving): void {
  app.get(
    '/v1/aanbieders',
    {
      schema: {
        operationId: 'zoekAanbieders',
        tags: ['Aanbieders'],
        summary: 'Zoek aanbieders',
        description:
          'Geeft de gecontracteerde aanbieders op volgorde van code, in pagina’s, met wat zij over hun capaciteit meldden.',
        security: metToken,
        querystring: zoekvraag,
        response: {
          200: pagina('aanbieders', aanbiederSchema, 'Pagina met aanbieders').describe(
            'Een pagina met aanbieders.',
          ),
          ...foutAntwoorden('ongeldige-invoer', 'niet-ingelogd', 'interne-fout', 'niet-beschikbaar'),
        },
      },
    },
    async ({ query: { tafellid, limiet, cursor } }) => {
      const na = naCursor(cursor);
      const lid = lidOp(datumInNederland(klok.nu()));
      const rijen = await db.aanbieder.findMany({
        where: {
          ...(tafellid && { tafellidmaatschappen: tafellid === 'true' ? { some: lid } : { none: lid } }),
          ...(na && { code: { gt: na } }),
        },
        orderBy: { code: 'asc' },
        take: limiet + 1,
        include: { tafellidmaatschappen: { where: lid } },
      });
      const { getoond, volgende } = neemPagina(rijen, limiet, ({ code }) => code);
      const nu = klok.nu();
      const capaciteit = await huidigeCapaciteit(
        db,
        getoond.map(({ code }) => code),
      );
      return {
        aanbieders: getoond.map(({ tafellidmaatschappen, ...rij }) => ({
          ...rij,
          tafellid: tafellidmaatschappen.length > 0,
          capaciteit: capaciteit
            .filter(({ aanbieder }) => aanbieder === rij.code)
            .map((stand) => toonCapaciteit(stand, nu)),
        })),
        volgende,
      };
    },
  );
}
