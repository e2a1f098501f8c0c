import { randomUUID } from 'node:crypto';
import { alsDatum } from '../../infra/dag.ts';
import { lidOp, tafelsMetGenodigden } from '../../infra/tafels.ts';
import { handelNuAf } from '../invoer.ts';
import type { Api, Omgeving } from '../omgeving.ts';
import { nietGevonden, wijzigFouten } from '../problemen.ts';
import { aanbiederParams, metToken } from '../routeSchema.ts';
import { tafellidmaatschapSchema } from '../tafelSchemas.ts';
import { bewaarWissels } from '../tafels.ts';

export function putTafellidmaatschap(app: Api, omgeving: Omgeving): void {
  const { db, klok, afhandeling } = omgeving;
  app.put(
    '/v1/aanbieders/:code/tafellidmaatschap',
    {
      schema: {
        operationId: 'wijzigTafellidmaatschap',
        tags: ['Aanbieders'],
        summary: 'Wijzig wanneer een aanbieder tafellid is',
        description:
          'Vervangt alle perioden. Wie op de dag van een tafel tafellid is, wordt daarvoor uitgenodigd zodra de agenda sluit. Is een agenda al gesloten, dan krijgt wie erbij komt alsnog de uitnodiging en de stukken; wie weggaat krijgt een afzegging voor de eigen agenda en leest de stukken niet meer.',
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
      const nu = klok.nu();
      const wissels = await db.$transaction(async (tx) => {
        // Two who change the same aanbieder do so one after the other.
        await tx.$queryRaw`SELECT "code" FROM "Aanbieder" WHERE "code" = ${aanbieder} FOR UPDATE`;
        const tafels = await tafelsMetGenodigden(tx, nu);
        const isLid = () =>
          Promise.all(
            tafels.map((dag) => tx.tafellidmaatschap.count({ where: { aanbieder, ...lidOp(dag) } })),
          );
        const was = await isLid();
        await tx.tafellidmaatschap.deleteMany({ where: { aanbieder } });
        await tx.tafellidmaatschap.createMany({
          data: body.perioden.map(({ vanafDatum, totDatum }) => ({
            aanbieder,
            vanafDatum: alsDatum(vanafDatum),
            totDatum: totDatum && alsDatum(totDatum),
          })),
        });
        await tx.auditRegel.create({
          data: {
            tijdstip: new Date(nu),
            wie: beller.wie,
            rol: beller.rol,
            wat: 'tafellidmaatschap-gewijzigd',
            kenmerk: aanbieder,
            oorzaak: `verzoek:${randomUUID()}`,
          },
        });
        const is = await isLid();
        const geraakt = tafels.filter((_, plaats) => was[plaats] !== is[plaats]);
        return bewaarWissels(omgeving, tx, beller, aanbieder, geraakt);
      });
      await Promise.all(wissels.map((invoer) => handelNuAf(afhandeling, invoer)));
      return body;
    },
  );
}
