import { z } from 'zod';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { type Triagevoorstel, triageUitkomsten, triageVragen } from '../../domain/triageCodes.ts';
import type { Aanmelding as AanmeldingRij } from '../../prisma/client/client.ts';
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
    aanmelder: z
      .object({
        naam: z.string().meta({ title: 'Naam', examples: ['Noor Voorbeeld'] }),
        email: z.string().meta({ title: 'E-mailadres', examples: ['noor@jeugdteam.example'] }),
        telefoon: z
          .string()
          .nullable()
          .meta({ title: 'Telefoonnummer', examples: ['070 000 01 02'] }),
      })
      .optional()
      .meta({
        title: 'De aanmelder van nu',
        description:
          'Alleen voor de coördinator. Heeft iemand anders het overgenomen, dan staat hier wie u belt; bij `aanmelding` staat wie de aanmelding stuurde.',
      }),
    triagevoorstel: z
      .object({
        uitkomst: z.enum(triageUitkomsten).meta({ title: 'Voorgestelde uitkomst' }),
        bevindingen: z
          .array(
            z.object({
              code: z.enum(triageVragen).meta({ title: 'Waarnaar is gekeken' }),
              uitkomst: z.enum(['binnen', 'buiten', 'let-op']).meta({ title: 'Oordeel' }),
              uitleg: z.string().meta({ title: 'Uitleg', examples: ['De aanmelder meldt geen crisis.'] }),
              bron: z.string().meta({ title: 'Waar de regel vandaan komt' }),
            }),
          )
          .meta({ title: 'Bevindingen' }),
      })
      .optional()
      .meta({
        title: 'Wat de regels van de triage vonden en voorstellen',
        description: 'Alleen voor de coördinator, die zelf beslist.',
      }),
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
          'Geeft wat de aanmelder stuurde, en voor de coördinator wie de aanmelder nu is en het voorstel voor de triage. Van het BSN staan er alleen de laatste twee cijfers. Een aanmelder ziet alleen de eigen aanmeldingen.',
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
        ...(beller.rol === 'coordinator' ? { aanmelder: aanmelderVan(rij) } : {}),
        ...(beller.rol === 'coordinator' && rij.triagevoorstel
          ? { triagevoorstel: rij.triagevoorstel as unknown as Triagevoorstel }
          : {}),
        ...(await andereVoor(db, beller, rij.kenmerk)),
      };
    },
  );
}

function aanmelderVan(rij: AanmeldingRij): z.infer<typeof antwoordSchema>['aanmelder'] {
  const { aanmelderNaam: naam, aanmelderEmail: email, aanmelderTelefoon: telefoon } = rij;
  return { naam, email, telefoon };
}
