import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { trekStuktoegangIn } from '../../infra/stukken/toegang.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { metToken, stuktoegangParams } from '../routeSchema.ts';

export function deleteStuktoegang(app: Api, { db, klok }: Omgeving): void {
  app.delete(
    '/v1/stuktoegangen/:id',
    {
      schema: {
        operationId: 'trekStuktoegangIn',
        tags: ['Stukken'],
        summary: 'Trek toegang tot de stukken in',
        description:
          'Het contact kan de stukken van dit traject meteen niet meer openen. Dat blijft zo, ook bij een volgende bespreking of een volgend onderzoek, tot iemand de intrekking opheft.',
        security: metToken,
        params: stuktoegangParams,
        response: {
          204: z.null().describe('De toegang is ingetrokken.'),
          ...leesFouten,
        },
      },
    },
    async ({ params: { id }, beller: { wie, rol } }, reply) => {
      const rij = await db.stuktoegang.findUnique({ where: { id } });
      if (!rij) throw nietGevonden();
      const nu = klok.nu();
      await db.$transaction(async (tx) => {
        await trekStuktoegangIn(tx, rij, nu);
        await tx.auditRegel.create({
          data: {
            tijdstip: new Date(nu),
            wie,
            rol,
            wat: 'stuktoegang-ingetrokken',
            kenmerk: rij.kenmerk,
            oorzaak: `verzoek:${randomUUID()}`,
          },
        });
      });
      return reply.code(204).send(null);
    },
  );
}
