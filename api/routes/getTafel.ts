import type { z } from 'zod';
import { volgordeUitleg } from '../../domain/afwegingskader.ts';
import type { Bestemming } from '../../domain/meldingen.ts';
import { alsDatum } from '../../infra/dag.ts';
import { agendaVan } from '../../infra/tafels.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { metToken, tafelParams } from '../routeSchema.ts';
import { tafelMetAgendaSchema } from '../tafelSchemas.ts';
import { toonTafel } from '../tafels.ts';

type Getoond = z.infer<typeof tafelMetAgendaSchema>;

export function getTafel(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/tafels/:datum',
    {
      schema: {
        operationId: 'leesTafel',
        tags: ['Tafels'],
        summary: 'Lees een tafel met de agenda',
        description:
          'Geeft waar de tafel staat, welke trajecten erop wachten en waarom in deze volgorde, en wie zijn uitgenodigd.',
        security: metToken,
        params: tafelParams,
        response: { 200: tafelMetAgendaSchema.describe('De tafel.'), ...leesFouten },
      },
    },
    async ({ params: { datum } }) => {
      const rij = await db.tafel.findUnique({
        where: { datum: alsDatum(datum) },
        include: { uitnodigingen: { orderBy: { geadresseerde: 'asc' } } },
      });
      if (!rij) throw nietGevonden();
      const agenda = await agendaVan(db, datum);
      const bestemmingen = (rij.bestemmingen ?? {}) as unknown as Record<string, Bestemming>;
      return {
        ...toonTafel(rij),
        agenda: agenda.map((punt) => ({
          kenmerk: punt.kenmerk,
          voorrang: punt.weging?.besluit === 'voorrang',
          aanmeldingTijdstip: new Date(punt.aanmeldingTijdstip).toISOString(),
          waarom: volgordeUitleg(punt),
        })),
        uitgenodigd: rij.uitnodigingen.map(({ geadresseerde, volgnummer, status }) => ({
          geadresseerde,
          volgnummer,
          status: status as Getoond['uitgenodigd'][number]['status'],
        })),
        bestemmingen: Object.entries(bestemmingen).map(([kenmerk, naar]) => ({
          kenmerk,
          tafelDatum: 'tafelDatum' in naar ? naar.tafelDatum : null,
          aanbieders: 'aanbieders' in naar ? naar.aanbieders : null,
        })),
      };
    },
  );
}
