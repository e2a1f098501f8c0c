import { randomUUID } from 'node:crypto';
import { alsDatum } from '../../infra/tafels.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden, wijzigFouten } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';
import { tafellidmaatschapSchema } from '../tafelSchemas.ts';

export function putTafellidmaatschap(app: Api, { db, klok }: Omgeving): void {
  app.put(
    '/v1/aanbieders/:code/tafellidmaatschap',
    {
      schema: {
        operationId: 'wijzigTafellidmaatschap',
        tags: ['Aanbieders'],
        summary: 'Wijzig wanneer een aanbieder tafellid is',
        description:
          'Vervangt alle perioden. Wie op de dag van een tafel tafellid is, wordt daarvoor uitgenodigd zodra de agenda sluit.',
        security: metToken,
        params: aanbiederParams,
        body: tafellidmaatschapSchema,
        response: {
          200: tafellidmaatschapSchema.describe('De nieuwe perioden.'),
          ...wijzigFouten,
        },
      },
    },
    async ({ params: { code: aanbieder }, body, beller }) => {
      if ((await db.aanbieder.count({ where: { code: aanbieder } })) === 0) throw nietGevonden();
      await db.$transaction([
        // Two who change the same aanbieder do so one after the other.
        db.$queryRaw`SELECT "code" FROM "Aanbieder" WHERE "code" = ${aanbieder} FOR UPDATE`,
        db.tafellidmaatschap.deleteMany({ where: { aanbieder } }),
        db.tafellidmaatschap.createMany({
          data: body.perioden.map(({ vanafDatum, totDatum }) => ({
            aanbieder,
            vanafDatum: alsDatum(vanafDatum),
            totDatum: totDatum && alsDatum(totDatum),
          })),
        }),
        db.auditRegel.create({
          data: {
            tijdstip: new Date(klok.nu()),
            wie: beller.wie,
            rol: beller.rol,
            wat: 'tafellidmaatschap-gewijzigd',
            kenmerk: aanbieder,
            oorzaak: `verzoek:${randomUUID()}`,
          },
        }),
      ]);
      return body;
    },
  );
}
