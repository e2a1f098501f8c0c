import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kenmerkVanLink, staLinkWeerToe } from '../../infra/links.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { linkIdParams, metToken } from '../routeSchema.ts';

export function deleteLinkIntrekking(app: Api, { db, klok }: Omgeving): void {
  app.delete(
    '/v1/links/:id/intrekking',
    {
      schema: {
        operationId: 'hefIntrekkingVanLinkOp',
        tags: ['Links'],
        summary: 'Sta na een intrekking weer een link toe',
        description:
          'Heft de intrekking op, bij een traject voor alle links van deze persoon naar dat traject: de volgende e-mail heeft een nieuwe link. De link die is ingetrokken, blijft dicht.',
        security: metToken,
        params: linkIdParams,
        response: {
          204: z.null().describe('De intrekking is opgeheven.'),
          ...leesFouten,
        },
      },
    },
    async ({ params: { id }, beller: { wie, rol } }, reply) => {
      const link = await db.link.findUnique({ where: { id } });
      if (!link) throw nietGevonden();
      const kenmerk = await kenmerkVanLink(db, link);
      await db.$transaction(async (tx) => {
        // What nobody had revoked is not allowed again either: the audit trail tells what happened.
        if ((await staLinkWeerToe(tx, link)) === 0) return;
        await tx.auditRegel.create({
          data: {
            tijdstip: new Date(klok.nu()),
            wie,
            rol,
            wat: 'link-weer-toegestaan',
            kenmerk,
            oorzaak: `verzoek:${randomUUID()}`,
          },
        });
      });
      return reply.code(204).send(null);
    },
  );
}
