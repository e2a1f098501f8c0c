import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { kenmerkVanLink, trekLinkBlijvendIn } from '../../infra/links.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { linkIdParams, metToken } from '../routeSchema.ts';

export function deleteLink(app: Api, { db, klok }: Omgeving): void {
  app.delete(
    '/v1/links/:id',
    {
      schema: {
        operationId: 'trekLinkIn',
        tags: ['Links'],
        summary: 'Trek een link in',
        description:
          'De link werkt meteen niet meer, ook niet voor wie de pagina al open had. Bij een traject geldt dat voor iedere link van deze persoon naar dat traject, ook in een volgende ronde. Een nieuwe komt er niet: in de volgende e-mails staat dat de link is ingetrokken. Alleen een volgende tafel heeft een eigen link. Dat blijft zo tot iemand weer een link toestaat, of tot er een andere contactpersoon of aanmelder is.',
        security: metToken,
        params: linkIdParams,
        response: {
          204: z.null().describe('De link is ingetrokken.'),
          ...leesFouten,
        },
      },
    },
    async ({ params: { id }, beller: { wie, rol } }, reply) => {
      const link = await db.link.findUnique({ where: { id } });
      if (!link) throw nietGevonden();
      const kenmerk = await kenmerkVanLink(db, link);
      const nu = klok.nu();
      await db.$transaction(async (tx) => {
        await trekLinkBlijvendIn(tx, link, nu);
        await tx.auditRegel.create({
          data: {
            tijdstip: new Date(nu),
            wie,
            rol,
            wat: 'link-ingetrokken',
            kenmerk,
            oorzaak: `verzoek:${randomUUID()}`,
          },
        });
      });
      return reply.code(204).send(null);
    },
  );
}
