import { z } from 'zod';
import { leesDoorbraakId } from '../../domain/doorbraakCodes.ts';
import { leesTafelId } from '../../domain/tafelCodes.ts';
import { leesUitvraagId } from '../../domain/uitvraagCodes.ts';
import type { Uitkomst } from '../../infra/afhandeling.ts';
import { citUit } from '../../infra/instellingen.ts';
import { bijCrisis, isCrisis } from '../crisis.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { foutAntwoorden, nietGevonden } from '../problemen.ts';
import { metToken } from '../routeSchema.ts';
import { invoerSchema } from '../schemas.ts';
import { type BesluitOver, magNemen } from '../toegang.ts';

export function getInvoer(app: Api, { db, instellingen }: Omgeving): void {
  app.get(
    '/v1/invoer/:id',
    {
      schema: {
        operationId: 'leesInvoer',
        tags: ['Besluiten'],
        summary: 'Lees wat er met uw besluit gebeurde',
        description: 'Geeft of een eigen besluit bewaard, verwerkt of geweigerd is, met het antwoord.',
        security: metToken,
        params: z.object({ id: z.uuid().meta({ title: 'Nummer van het besluit' }) }),
        response: {
          200: invoerSchema.describe('Het besluit.'),
          ...foutAntwoorden('niet-ingelogd', 'niet-gevonden', 'interne-fout', 'niet-beschikbaar'),
        },
      },
    },
    async ({ params: { id }, beller }) => {
      const rij = await db.invoer.findFirst({ where: { id, wie: beller.wie }, include: { uitkomst: true } });
      if (!rij) throw nietGevonden();
      const uitkomst = rij.uitkomst as Uitkomst | null;
      return {
        invoerId: rij.id,
        soort: rij.soort,
        kenmerk: rij.kenmerk,
        onderzoekId: rij.onderzoekId,
        ingediendTijdstip: rij.ingediendTijdstip.toISOString(),
        status: uitkomst?.uitkomst ?? ('bewaard' as const),
        antwoord: uitkomst?.uitkomst === 'verwerkt' ? uitkomst.antwoord : null,
        weigering:
          uitkomst?.uitkomst === 'geweigerd'
            ? {
                ...uitkomst.antwoord,
                toegestaan: magNemen(uitkomst.antwoord.toegestaan, overWat(rij), beller.rol),
              }
            : null,
        ...(isCrisis(rij.soort, rij.codes)
          ? { crisis: bijCrisis(citUit(instellingen), uitkomst?.uitkomst === 'verwerkt') }
          : {}),
      };
    },
  );
}

function overWat({ onderzoekId, kenmerk }: { onderzoekId: string | null; kenmerk: string }): BesluitOver {
  if (onderzoekId) return 'onderzoek';
  if (leesDoorbraakId(kenmerk)) return 'doorbraak';
  if (leesUitvraagId(kenmerk)) return 'uitvraag';
  return leesTafelId(kenmerk) ? 'tafel' : 'traject';
}
