import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { geefStuktoegangTerug } from '../../infra/stukken/toegang.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { metToken, stuktoegangParams } from '../routeSchema.ts';

export function deleteStuktoegangIntrekking(app: Api, { db, klok }: Omgeving): void {
  app.delete(
    '/v1/stuktoegangen/:id/intrekking',
    {
      schema: {
        operationId: 'hefIntrekkingVanStuktoegangOp',
        tags: ['Stukken'],
        summary: 'Geef ingetrokken toegang tot de stukken terug',
        description:
          'Heft de intrekking op: het contact leest de stukken van dit traject weer, zolang het aan tafel zit, onderzoekt, een aanbod heeft dat nog gekozen kan worden, of is gekozen. Wat door een bespreking of een afsluiting vanzelf eindigde, komt niet terug.',
        security: metToken,
        params: stuktoegangParams,
        response: {
          204: z.null().describe('De intrekking is opgeheven.'),
          ...leesFouten,
        },
      },
    },
    async ({ params: { id }, beller: { wie, rol } }, reply) => {
      const rij = await db.stuktoegang.findUnique({ where: { id } });
      if (!rij) throw nietGevonden();
      await db.$transaction(async (tx) => {
        // What nobody had revoked is not allowed again either: the audit trail tells what happened.
        if ((await geefStuktoegangTerug(tx, rij)) === 0) return;
        await tx.auditRegel.create({
          data: {
            tijdstip: new Date(klok.nu()),
            wie,
            rol,
            wat: 'stuktoegang-teruggegeven',
            kenmerk: rij.kenmerk,
            oorzaak: `verzoek:${randomUUID()}`,
          },
        });
      });
      return reply.code(204).send(null);
    },
  );
}
