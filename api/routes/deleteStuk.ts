import { z } from 'zod';
import { keuzesInWoorden, keuzeUit } from '../../domain/keuzelijst.ts';
import { stukVerwijderredenen } from '../../domain/stukken.ts';
import { verwijderStuk } from '../../infra/stukken/verwijderen.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden, verwijderFouten } from '../problemen.ts';
import { metToken, stukParams } from '../routeSchema.ts';
import { stukVerwijderdSchema, toonVerwijderd } from '../stukSchemas.ts';

const vraag = z.strictObject({
  reden: keuzeUit(stukVerwijderredenen).meta({
    title: 'Reden',
    description: keuzesInWoorden(stukVerwijderredenen),
    examples: ['andere-jeugdige'],
  }),
});

export function deleteStuk(app: Api, { db, opslag, klok }: Omgeving): void {
  app.delete(
    '/v1/stukken/:id',
    {
      schema: {
        operationId: 'verwijderStuk',
        tags: ['Stukken'],
        summary: 'Verwijder een stuk',
        description:
          'De inhoud van deze versie gaat meteen weg, voor iedereen, ook als het traject is afgesloten. Staat hetzelfde bestand nog eens bij dit traject, dan gaat dat mee, behalve bij de reden `dubbel`. Bewaard blijft dat het er was, wie het verwijderde en waarom, en wie het had geopend: dat staat in het antwoord, om te beoordelen of het een datalek is. Nog eens verwijderen geeft hetzelfde antwoord.',
        security: metToken,
        params: stukParams,
        querystring: vraag,
        response: {
          200: stukVerwijderdSchema.describe('Wat is verwijderd, en wie het had geopend.'),
          ...verwijderFouten,
        },
      },
    },
    async ({ params: { id }, query: { reden }, beller: { wie, rol } }) => {
      const verwijderd = await verwijderStuk(db, opslag, { id, reden, wie, rol }, klok.nu());
      if (!verwijderd) throw nietGevonden();
      return toonVerwijderd(verwijderd);
    },
  );
}
