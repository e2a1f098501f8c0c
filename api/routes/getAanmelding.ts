import { z } from 'zod';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { leesFouten, nietGevonden } from '../problemen.ts';
import { kenmerkParams, metToken } from '../routeSchema.ts';
import { andereKenmerkenSchema } from '../schemas.ts';
import { andereVoor } from '../zichtbaarheid.ts';

const antwoordSchema = z
  .object({
    kenmerk: z.string().meta({ title: 'Kenmerk', examples: ['ZL-2027-0014'] }),
    ontvangenTijdstip: z.string().meta({
      title: 'Wanneer de aanmelding binnenkwam',
      format: 'date-time',
      examples: ['2027-01-11T09:30:00.000Z'],
    }),
    aanmelding: z
      .looseObject({
        jeugdige: z.looseObject({
          bsn: z
            .string()
            .meta({ title: 'BSN', description: 'Alleen de laatste twee cijfers.', examples: ['*******19'] }),
        }),
      })
      .meta({ title: 'De aanmelding zoals die is gestuurd' }),
    andereKenmerken: andereKenmerkenSchema,
  })
  .meta({ id: 'Aanmelding', title: 'Aanmelding' });

export function getAanmelding(app: Api, { db, kluis }: Omgeving): void {
  app.get(
    '/v1/aanmeldingen/:kenmerk',
    {
      schema: {
        operationId: 'leesAanmelding',
        tags: ['Aanmeldingen'],
        summary: 'Lees een aanmelding',
        description:
          'Geeft wat de aanmelder stuurde. Van het BSN staan er alleen de laatste twee cijfers. Een aanmelder ziet alleen de eigen aanmeldingen.',
        security: metToken,
        params: kenmerkParams,
        response: {
          200: antwoordSchema.describe('De aanmelding.'),
          ...leesFouten,
        },
      },
    },
    async ({ params, beller }) => {
      const rij = await db.aanmelding.findUnique({
        where: { kenmerk: params.kenmerk },
        include: { jeugdige: { select: { bsnVersleuteld: true } } },
      });
      if (!rij || (beller.rol === 'aanmelder' && rij.ingediendDoor !== beller.wie)) throw nietGevonden();
      const inhoud = rij.inhoud as unknown as Omit<Aanmelding, 'jeugdige'> & { jeugdige: object };
      const bsn = `*******${kluis.ontsleutel(rij.jeugdige.bsnVersleuteld).slice(-2)}`;
      return {
        kenmerk: rij.kenmerk,
        ontvangenTijdstip: rij.ontvangenTijdstip.toISOString(),
        aanmelding: { ...inhoud, jeugdige: { ...inhoud.jeugdige, bsn } },
        ...(await andereVoor(db, beller, rij.kenmerk)),
      };
    },
  );
}
