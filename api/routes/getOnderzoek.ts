import type { Onderzoek, PrismaClient } from '../../prisma/client/client.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden } from '../problemen.ts';
import { metToken, onderzoekParams } from '../routeSchema.ts';
import { onderzoekMetVerslagSchema } from '../schemas.ts';
import { toonOnderzoek } from '../weergave.ts';
import { zichtbaarOnderzoek } from '../zichtbaarheid.ts';

export function getOnderzoek(app: Api, { db }: Omgeving): void {
  app.get(
    '/v1/onderzoeken/:id',
    {
      schema: {
        operationId: 'leesOnderzoek',
        tags: ['Onderzoeken'],
        summary: 'Lees een onderzoek',
        description:
          'Geeft hoe het onderzoek ervoor staat en wat de aanbieder nu kan melden, met het verslag van de bespreking voor de coördinator en de aanbieder zelf.',
        security: metToken,
        params: onderzoekParams,
        response: {
          200: onderzoekMetVerslagSchema.describe('Het onderzoek.'),
          ...foutAntwoorden(
            'niet-ingelogd',
            'geen-toegang',
            'niet-gevonden',
            'interne-fout',
            'niet-beschikbaar',
          ),
        },
      },
    },
    async ({ params, beller }) => {
      const onderzoek = await zichtbaarOnderzoek(db, beller, params.id);
      const verslag = beller.rol === 'manager' ? null : await verslagVan(db, onderzoek);
      return { ...toonOnderzoek(onderzoek), verslag };
    },
  );
}

/** The text of the verslag that asked for this onderzoek: each verslag that was taken began one round. */
async function verslagVan(db: PrismaClient, { kenmerk, ronde }: Onderzoek): Promise<string | null> {
  const invoer = await db.invoer.findFirst({
    where: { kenmerk, soort: 'verslag', uitkomst: { uitkomst: 'verwerkt' } },
    orderBy: { uitkomst: { tijdstip: 'asc' } },
    skip: ronde - 1,
    select: { vrijeTekst: true },
  });
  return (invoer?.vrijeTekst as { verslag?: string } | undefined)?.verslag ?? null;
}
