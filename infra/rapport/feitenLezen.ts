/** The facts of reports, read from PostgreSQL: one query for all aanmeldingen of a period, whatever their number. */
import { type Feiten, feitenVan, type Verhaalregel, verhaalsoorten } from '../../domain/rapport/feiten.ts';
import type { Lopend } from '../../domain/rapport/week.ts';
import { Prisma, type PrismaClient } from '../../prisma/client/client.ts';

/** A connection, or a transaction on it. */
export type Lezer = PrismaClient | Prisma.TransactionClient;

/** From a moment until before another, in ms since the epoch. */
export interface Tijdvak {
  beginTijdstip: number;
  eindTijdstip: number;
}

interface Rij {
  kenmerk: string;
  aanmeldingTijdstip: Date;
  ambitieTijdstip: Date;
  leeftijdMaanden: number;
  /** Each line as [soort, ms since the epoch, codes], oldest first. */
  verhaal: [string, number, Verhaalregel['codes']][] | null;
}

/** As constants, and not as a parameter: so PostgreSQL knows that the index of these lines is enough. */
const alleenVerhaal = Prisma.raw(verhaalsoorten.map((soort) => `'${soort}'`).join(', '));

/** The date of birth stays in the database: only the age in months at the aanmelding comes out. */
async function leesFeiten(db: Lezer, welke: Prisma.Sql, peil: number): Promise<Feiten[]> {
  const rijen = await db.$queryRaw<Rij[]>`
    SELECT t."kenmerk", t."aanmeldingTijdstip", t."ambitieTijdstip",
      (extract(year FROM o."leeftijd") * 12 + extract(month FROM o."leeftijd"))::int AS "leeftijdMaanden",
      (
        SELECT jsonb_agg(
          jsonb_build_array(g."soort", (extract(epoch FROM g."tijdstip") * 1000)::bigint, g."codes")
          ORDER BY g."tijdstip", g."id"
        )
        FROM "Gebeurtenis" g
        WHERE g."kenmerk" = t."kenmerk" AND g."soort" IN (${alleenVerhaal})
      ) AS "verhaal"
    FROM "Traject" t
      JOIN "Aanmelding" a ON a."kenmerk" = t."kenmerk"
      JOIN "Jeugdige" j ON j."id" = a."jeugdigeId"
      CROSS JOIN LATERAL (
        SELECT age((t."aanmeldingTijdstip" AT TIME ZONE 'Europe/Amsterdam')::date, j."geboorteDatum") AS "leeftijd"
      ) o
    WHERE ${welke}`;
  return rijen.flatMap(({ kenmerk, aanmeldingTijdstip, ambitieTijdstip, leeftijdMaanden, verhaal }) => {
    const feiten = feitenVan(
      {
        kenmerk,
        leeftijdMaanden,
        aanmeldingTijdstip: aanmeldingTijdstip.getTime(),
        ambitieTijdstip: ambitieTijdstip.getTime(),
      },
      (verhaal ?? []).map(([soort, tijdstip, codes]) => ({ soort, tijdstip, codes })),
      peil,
    );
    return feiten ? [feiten] : [];
  });
}

/** The facts at moment `peil` (ms since the epoch) of every aanmelding that came in within a time. */
export function feitenVanAangemeld(
  db: Lezer,
  { beginTijdstip, eindTijdstip }: Tijdvak,
  peil: number,
): Promise<Feiten[]> {
  return leesFeiten(
    db,
    Prisma.sql`t."aanmeldingTijdstip" >= ${new Date(beginTijdstip)} AND t."aanmeldingTijdstip" < ${new Date(eindTijdstip)}`,
    peil,
  );
}

/** The facts at moment `peil` (ms since the epoch) of everybody that was brought to the Experttafel within a time, also not for the first time. */
export function feitenVanExperttafel(
  db: Lezer,
  { beginTijdstip, eindTijdstip }: Tijdvak,
  peil: number,
): Promise<Feiten[]> {
  return leesFeiten(
    db,
    Prisma.sql`t."kenmerk" IN (
      SELECT n."kenmerk" FROM "Gebeurtenis" n
      WHERE n."tijdstip" >= ${new Date(beginTijdstip)} AND n."tijdstip" < ${new Date(eindTijdstip)}
        AND (n."codes" ->> 'spoor' = 'experttafel' OR n."codes" ->> 'uitkomst' = 'experttafel')
    )`,
    peil,
  );
}

/**
 * The trajecten that the weekly page tells of, as they stand now: those with a signal, and those of which the ambitie passes between
 * `nu` and `tot` (ms since the epoch).
 */
export async function lopendeTrajecten(db: PrismaClient, nu: number, tot: number): Promise<Lopend[]> {
  const rijen = await db.traject.findMany({
    where: {
      fase: { not: 'afgesloten' },
      OR: [
        {
          signalen: { hasSome: ['vastgelopen', 'te-laat', 'schadelijk', 'opgeschort', 'wachten-is-keuze'] },
        },
        { duidelijkheidTijdstip: null, ambitieTijdstip: { gt: new Date(nu), lte: new Date(tot) } },
      ],
    },
    orderBy: { kenmerk: 'asc' },
    select: {
      kenmerk: true,
      signalen: true,
      vastgelopenRedenen: true,
      wachtreden: true,
      wachtSinds: true,
      ambitieTijdstip: true,
      duidelijkheidTijdstip: true,
    },
  });
  return rijen.map(({ signalen, vastgelopenRedenen, wachtreden, duidelijkheidTijdstip, ...rij }) => ({
    kenmerk: rij.kenmerk,
    signalen: signalen as Lopend['signalen'],
    vastgelopenRedenen: vastgelopenRedenen as Lopend['vastgelopenRedenen'],
    ...(wachtreden ? { wachtreden: wachtreden as NonNullable<Lopend['wachtreden']> } : {}),
    wachtSinds: rij.wachtSinds.getTime(),
    ambitieTijdstip: rij.ambitieTijdstip.getTime(),
    ...(duidelijkheidTijdstip ? { duidelijkheidTijdstip: duidelijkheidTijdstip.getTime() } : {}),
  }));
}
