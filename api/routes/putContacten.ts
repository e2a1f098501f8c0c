import { randomUUID } from 'node:crypto';
import { alsDatum } from '../../infra/dag.ts';
import { trekLinksIn } from '../../infra/links.ts';
import { lidOp, tafelsMetGenodigden } from '../../infra/tafels.ts';
import type { Invoer, Prisma } from '../../prisma/client/client.ts';
import { contactenSchema } from '../contacten.ts';
import { handelNuAf } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden, wijzigFouten } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';
import { bewaarWissels } from '../tafels.ts';
import type { Beller } from '../toegang.ts';

export function putContacten(app: Api, omgeving: Omgeving): void {
  const { db, klok, afhandeling } = omgeving;
  app.put(
    '/v1/aanbieders/:code/contacten',
    {
      schema: {
        operationId: 'wijzigContacten',
        tags: ['Aanbieders'],
        summary: 'Wijzig de contacten van een aanbieder',
        description:
          'Vervangt de contacten. E-mails die nog niet zijn verzonden gaan naar het nieuwe adres. Links van wie is vervangen werken niet meer. Had een tafel die nog komt al uitgenodigd, dan krijgt wie is vervangen een afzegging voor de eigen agenda, en wie ervoor in de plaats komt de uitnodiging.',
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
      const wissels = await db.$transaction(async (tx) => {
        // Two who change the same aanbieder do so one after the other.
        await tx.$queryRaw`SELECT "code" FROM "Aanbieder" WHERE "code" = ${aanbieder} FOR UPDATE`;
        let isAnderContact = false;
        for (const [plaats, contact] of [body.contact, body.contactAchterContact].entries()) {
          const volgorde = plaats + 1;
          const sleutel = { aanbieder, volgorde };
          const code = contactCode(aanbieder, volgorde);
          const eerder = await tx.contact.findUnique({ where: { aanbieder_volgorde: sleutel } });
          if (contact)
            await tx.contact.upsert({
              where: { aanbieder_volgorde: sleutel },
              create: { ...contact, ...sleutel, code },
              update: contact,
            });
          else await tx.contact.deleteMany({ where: sleutel });
          // Another name or mailbox is another person; a new number is the same person with another telephone.
          const isAnder = !eerder || eerder.naam !== contact?.naam || eerder.email !== contact.email;
          if (eerder && isAnder) await trekLinksIn(tx, { geadresseerde: eerder.code }, nu);
          if (volgorde === 1) isAnderContact = isAnder;
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
        return isAnderContact ? vervangGast(tx, aanbieder, body.contact.email, beller) : [];
      });
      await Promise.all(wissels.map((invoer) => handelNuAf(afhandeling, invoer)));
      return body;
    },
  );

  /** What the tables are told that have invited, or are about to invite, the contact of a tafellid. */
  async function vervangGast(
    tx: Prisma.TransactionClient,
    aanbieder: string,
    email: string,
    beller: Beller,
  ): Promise<Invoer[]> {
    const dagen: string[] = [];
    for (const dag of await tafelsMetGenodigden(tx, klok.nu()))
      if ((await tx.tafellidmaatschap.count({ where: { aanbieder, ...lidOp(dag) } })) > 0) dagen.push(dag);
    // Somebody else who reads the same mailbox has the appointment, and no link that works.
    await tx.tafeluitnodiging.updateMany({
      where: {
        tafel: { in: dagen.map(alsDatum) },
        geadresseerde: contactCode(aanbieder, 1),
        adres: { equals: email, mode: 'insensitive' },
      },
      data: { adres: null },
    });
    return bewaarWissels(omgeving, tx, beller, aanbieder, dagen);
  }
}

/** The code stays when somebody else comes, so that the mail register keeps pointing at the contact that is asked now. */
const contactCode = (aanbieder: string, volgorde: number) => `${aanbieder}-contact-${volgorde}`;
