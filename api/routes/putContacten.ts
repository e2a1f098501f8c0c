import { randomUUID } from 'node:crypto';
import { contactenSchema } from '../contacten.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, nietGevonden } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';

export function putContacten(app: Api, { db, klok }: Omgeving): void {
  app.put(
    '/v1/aanbieders/:code/contacten',
    {
      schema: {
        operationId: 'wijzigContacten',
        tags: ['Aanbieders'],
        summary: 'Wijzig de contacten van een aanbieder',
        description: 'Vervangt de contacten. E-mails die nog niet zijn verzonden gaan naar het nieuwe adres.',
        security: metToken,
        params: aanbiederParams,
        body: contactenSchema,
        response: {
          200: contactenSchema.describe('De nieuwe contacten.'),
          ...foutAntwoorden(
            'ongeldige-invoer',
            'ongeldige-json',
            'niet-ingelogd',
            'geen-toegang',
            'niet-gevonden',
            'te-groot',
            'verkeerd-mediatype',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ params: { code: aanbieder }, body, beller }) => {
      if ((await db.aanbieder.count({ where: { code: aanbieder } })) === 0) throw nietGevonden();
      await db.$transaction([
        ...[body.contact, body.contactAchterContact].map((contact, plaats) => {
          const volgorde = plaats + 1;
          const sleutel = { aanbieder, volgorde };
          // The code stays, so that the mail register keeps pointing at the contact that is asked now.
          return contact
            ? db.contact.upsert({
                where: { aanbieder_volgorde: sleutel },
                create: { ...contact, ...sleutel, code: `${aanbieder}-contact-${volgorde}` },
                update: contact,
              })
            : db.contact.deleteMany({ where: sleutel });
        }),
        db.auditRegel.create({
          data: {
            tijdstip: new Date(klok.nu()),
            wie: beller.wie,
            rol: beller.rol,
            wat: 'contacten-gewijzigd',
            kenmerk: aanbieder,
            oorzaak: `verzoek:${randomUUID()}`,
          },
        }),
      ]);
      return body;
    },
  );
}
