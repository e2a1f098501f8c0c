/** Uitvragen of quarters that have passed, as the workflow leaves them in PostgreSQL, and their published report. */
import { kwartaalCijfers, type UitvraagCijfers } from '../../domain/uitvraagCijfers.ts';
import { bewaarPublicatie, laatsteVersie, maakPublicatie } from '../../infra/rapportage.ts';
import type { Prisma, PrismaClient } from '../../prisma/client/client.ts';
import type { antwoordMet } from './wachttijden.ts';

/** Stores the uitvraag of a quarter with its figures: closed, unless `status` tells otherwise. */
export async function bewaarUitvraag(
  db: PrismaClient,
  code: string,
  antwoorden: ReturnType<typeof antwoordMet>[],
  status: 'open' | 'gesloten' = 'gesloten',
): Promise<void> {
  const tijdstip = new Date('2025-08-01T09:00:00+02:00');
  await db.uitvraag.createMany({
    data: [
      {
        code,
        soort: 'kwartaal',
        status,
        versie: 1,
        herinneringen: 0,
        begonnenTijdstip: new Date('2025-07-01T09:00:00+02:00'),
        sluitTijdstip: tijdstip,
        begin: {},
      },
    ],
  });
  if (status === 'gesloten') await bewaarCijfers(db, code, 1, antwoorden);
}

/** Stores the figures of an uitvraag under a number. */
export async function bewaarCijfers(
  db: PrismaClient,
  code: string,
  cijferversie: number,
  antwoorden: ReturnType<typeof antwoordMet>[],
): Promise<void> {
  const tijdstip = new Date('2025-08-01T09:00:00+02:00');
  const cijfers: UitvraagCijfers = {
    code,
    soort: 'kwartaal',
    cijferversie,
    berekendTijdstip: tijdstip.toISOString(),
    kwartaal: kwartaalCijfers(188, antwoorden),
    extra: null,
  };
  await db.uitvraagCijferversie.createMany({
    data: [
      {
        uitvraag: code,
        versie: cijferversie,
        tijdstip,
        cijfers: cijfers as unknown as Prisma.InputJsonObject,
      },
    ],
  });
}

/** Publishes the wachttijden of a quarter as they now are. */
export async function publiceerWachttijden(db: PrismaClient, periode: string): Promise<void> {
  const versie = (await laatsteVersie(db, { soort: 'wachttijden', periode })) + 1;
  const rijen = await maakPublicatie(
    db,
    {
      soort: 'wachttijden',
      periode,
      versie,
      wie: 'manager-1',
      rol: 'manager',
      reden: versie === 1 ? null : 'Een laat antwoord.',
    },
    Date.now(),
  );
  await db.$transaction((tx) => bewaarPublicatie(tx, rijen));
}
