import { z } from 'zod';
import { capaciteitMeldingSchema } from '../../domain/capaciteit.ts';
import { capaciteitSchema, meldCapaciteit, toonCapaciteit } from '../capaciteit.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden, wijzigFouten } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';

export function putCapaciteit(app: Api, omgeving: Omgeving): void {
  app.put(
    '/v1/aanbieders/:code/capaciteit',
    {
      schema: {
        operationId: 'meldCapaciteit',
        tags: ['Aanbieders'],
        summary: 'Meld de capaciteit van een aanbieder',
        description:
          'Legt vast of er plek is, een wachtlijst of geen plek. Eerdere meldingen blijven bewaard. Een aanbieder meldt alleen de eigen capaciteit; de coördinator kan het doen namens de aanbieder.',
        security: metToken,
        params: aanbiederParams,
        body: capaciteitMeldingSchema.meta({
          title: 'Melding van de capaciteit',
          examples: [{ status: 'wachtlijst', totDatum: '2027-03-01', sectoren: ['jeugdhulp'] }],
        }),
        response: {
          200: z
            .object({ capaciteit: z.array(capaciteitSchema) })
            .meta({ title: 'Capaciteit', description: 'Hoe het nu staat, per sector.' }),
          ...wijzigFouten,
        },
      },
    },
    async ({ params: { code }, body, beller }) => {
      if (beller.rol === 'aanbieder' && beller.aanbieder !== code) throw nietGevonden();
      const rijen = await meldCapaciteit(omgeving, beller, code, body);
      return { capaciteit: rijen.map((rij) => toonCapaciteit(rij, omgeving.klok.nu())) };
    },
  );
}
