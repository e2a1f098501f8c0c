/** The contacts of an aanbieder: who is asked first, and the contact behind the contact. */
import { z } from 'zod';
import { aanmeldingSchema } from '../domain/aanmelding.ts';
import { regel } from '../domain/tekst.ts';
import type { Contact, PrismaClient } from '../prisma/client/client.ts';

const { email, telefoon } = aanmeldingSchema.shape.aanmelder.shape;

const contactSchema = z.strictObject({
  naam: regel(200).meta({ title: 'Naam', examples: ['Kim Voorbeeld'] }),
  email: email.meta({
    title: 'E-mailadres',
    description: 'Hierheen gaan de vragen en de herinneringen.',
    examples: ['zorglogistiek@aanbieder-01.example'],
  }),
  telefoon: telefoon.meta({ title: 'Telefoonnummer', description: 'Overdag.', examples: ['070 010 0001'] }),
});

/** All contacts of one aanbieder. */
export const contactenSchema = z
  .strictObject({
    contact: contactSchema.meta({ title: 'Contact', description: 'Wie als eerste wordt gevraagd.' }),
    contactAchterContact: contactSchema.nullable().meta({
      title: 'Contact achter het contact',
      description: 'Wie wordt gevraagd als het contact niet reageert.',
    }),
  })
  .meta({
    title: 'Contacten van een aanbieder',
    examples: [
      {
        contact: {
          naam: 'Kim Voorbeeld',
          email: 'zorglogistiek@aanbieder-01.example',
          telefoon: '070 010 0001',
        },
        contactAchterContact: {
          naam: 'Noa Testman',
          email: 'leiding@aanbieder-01.example',
          telefoon: '070 020 0001',
        },
      },
    ],
  });

/** The contacts of an aanbieder, or null when it has none. */
export async function leesContacten(
  db: PrismaClient,
  aanbieder: string,
): Promise<z.infer<typeof contactenSchema> | null> {
  const rijen = await db.contact.findMany({ where: { aanbieder } });
  const toon = (gevraagd: number) => {
    const rij = rijen.find(({ volgorde }) => volgorde === gevraagd);
    return rij ? contactVan(rij) : null;
  };
  const contact = toon(1);
  return contact && { contact, contactAchterContact: toon(2) };
}

function contactVan({ naam, email, telefoon }: Contact): z.infer<typeof contactSchema> {
  return { naam, email, telefoon };
}
