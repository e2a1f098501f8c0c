import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { doorbraakMetAgendaSchema } from '../doorbraakSchemas.ts';
import { metZaken, toonDoorbraakMetAgenda } from '../doorbraken.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { doorbraakParams, metToken } from '../routeSchema.ts';

export function getDoorbraak(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/doorbraken/:periode',
    {
      schema: {
        operationId: 'leesDoorbraak',
        tags: ['Doorbraken'],
        summary: 'Lees een doorbraak met de agenda per groep',
        description:
          'Geeft wie drie maanden of langer wachten, per gecertificeerde instelling en apart wie geen maatregel heeft, met wat is afgesproken en wat er ontbreekt.',
        security: metToken,
        params: doorbraakParams,
        response: { 200: doorbraakMetAgendaSchema.describe('De doorbraak.'), ...leesFouten },
      },
    },
    async ({ params: { periode }, beller }) => {
      const rij = await db.doorbraak.findUnique({ where: { id: doorbraakId(periode) }, include: metZaken });
      if (!rij) throw nietGevonden();
      return toonDoorbraakMetAgenda(db, rij, beller);
    },
  );
}
