import { randomUUID } from 'node:crypto';
import { trekLinksIn } from '../../infra/links.ts';
import { contactenSchema } from '../contacten.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden, wijzigFouten } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';

export function putContacten(app: Api, { db, klok }: Omgeving): void {
  app.put(
    '/v1/aanbieders/:code/contacten',
    {
      schema: {
        operationId: 'wijzigContacten',
        tags: ['Aanbieders'],
        summary: 'Wijzig de contacten van een aanbieder',
        description:
          'Vervangt de contacten. E-mails die nog niet zijn verzonden gaan naar het nieuwe adres. Links van wie is vervangen werken niet meer.',
        security: metToken,
        params: aanbiederParams,
        body: contactenSchema,
        response: {
          200: contactenSchema.describe('De nieuwe contacten.'),
          ...wijzigFouten,
        },
      },
    },
    async ({ params: { code: aanbieder }, body, beller }) => {
      if ((await db.aanbieder.count({ where: { code: aanbieder } })) === 0) throw nietGevonden();
      const nu = klok.nu();
      await db.$transaction(async (tx) => {
        for (const [plaats, contact] of [body.contact, body.contactAchterContact].entries()) {
          const volgorde = plaats + 1;
          const sleutel = { aanbieder, volgorde };
          // The code stays, so that the mail register keeps pointing at the contact that is asked now.
          const code = `${aanbieder}-contact-${volgorde}`;
          const eerder = await tx.contact.findUnique({ where: { aanbieder_volgorde: sleutel } });
          if (contact)
            await tx.contact.upsert({
              where: { aanbieder_volgorde: sleutel },
              create: { ...contact, ...sleutel, code },
              update: contact,
            });
          else await tx.contact.deleteMany({ where: sleutel });
          // Another name or mailbox is another person; a new number is the same person with another telephone.
          if (eerder && (eerder.naam !== contact?.naam || eerder.email !== contact.email))
            await trekLinksIn(tx, { geadresseerde: eerder.code }, nu);
        }
        await tx.auditRegel.create({
          data: {
            tijdstip: new Date(nu),
            wie: beller.wie,
            rol: beller.rol,
            wat: 'contacten-gewijzigd',
            kenmerk: aanbieder,
            oorzaak: `verzoek:${randomUUID()}`,
          },
        });
      });
      return body;
    },
  );
}
