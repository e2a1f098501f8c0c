/** What the workflow of a doorbraak asks of PostgreSQL: who is taken, which trajecten have closed, what went over. */
import type { DoorbraakKop, Doorbraakzaak } from '../domain/doorbraak.ts';
import { type DoorbraakRitme, doorbraakId } from '../domain/doorbraakCodes.ts';
import { doorbraakVanSchema } from '../domain/doorbraakkalender.ts';
import { kiesZaken } from '../domain/doorbraakselectie.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import { doorbraakKop, doorbraakRij, doorbraakzaak, doorbraakzaakRij } from '../infra/doorbraken.ts';
import type { Prisma, PrismaClient } from '../prisma/client/client.ts';

/**
 * The doorbraak that the Schedule begins, planned for `gepland` and seen at `nu` (ms): its row is made unless it is there. Null
 * when its period is over, or when it has begun to live already.
 */
export async function planDoorbraak(
  db: PrismaClient,
  ritme: DoorbraakRitme,
  basisUrl: string,
  gepland: number,
  nu: number,
): Promise<DoorbraakKop | null> {
  const begin = doorbraakVanSchema(ritme, gepland, nu, basisUrl);
  if (!begin) return null;
  await db.doorbraak.createMany({ data: [doorbraakRij(begin)], skipDuplicates: true });
  const rij = await db.doorbraak.findUniqueOrThrow({ where: { id: doorbraakId(begin.periode) } });
  const kop = doorbraakKop(rij);
  return kop.versie === 0 ? kop : null;
}

/**
 * The zaken of a doorbraak that begins: chosen and stored once, the same when asked again. A jeugdige of whom nothing was
 * agreed in an earlier doorbraak that is still open carries its id.
 */
export function kiesDoorbraakzaken(
  db: PrismaClient,
  { periode }: { periode: string },
): Promise<Doorbraakzaak[]> {
  const doorbraak = doorbraakId(periode);
  return db.$transaction(
    async (tx) => {
      // One attempt after the other; no two choose at the same time.
      await tx.$queryRaw`SELECT "id" FROM "Doorbraak" WHERE "id" = ${doorbraak} FOR UPDATE`;
      const kop = doorbraakKop(await tx.doorbraak.findUniqueOrThrow({ where: { id: doorbraak } }));
      if ((await tx.doorbraakzaak.count({ where: { doorbraak } })) === 0) {
        const gekozen = kiesZaken(await wachtenden(tx), kop.peilDatum);
        const eerder = await zonderAfspraakInEerdere(tx, doorbraak);
        await tx.doorbraakzaak.createMany({
          data: gekozen.map(({ jeugdigeId, zaak }) => {
            // Also who is apart now: about that nothing has to be agreed any more, here or there.
            const overVan = eerder.get(jeugdigeId);
            return {
              doorbraak,
              jeugdigeId,
              ...doorbraakzaakRij({ ...zaak, ...(overVan ? { overVan } : {}) }, kop),
            };
          }),
        });
      }
      return (await tx.doorbraakzaak.findMany({ where: { doorbraak } })).map(doorbraakzaak).sort(opAgenda);
    },
    { timeout: 15_000 },
  );
}

/** Per group, the longest waiting first. */
function opAgenda(a: Doorbraakzaak, b: Doorbraakzaak): number {
  return (
    (a.groep < b.groep ? -1 : a.groep > b.groep ? 1 : 0) ||
    b.nettoDagen - a.nettoDagen ||
    (a.kenmerk < b.kenmerk ? -1 : 1)
  );
}

async function wachtenden(tx: Prisma.TransactionClient) {
  const rijen = await tx.traject.findMany({
    where: { fase: { not: 'afgesloten' } },
    select: { toestand: true, aanmelding: { select: { jeugdigeId: true, inhoud: true } } },
  });
  return rijen.map(({ toestand, aanmelding }) => {
    const { jeugdige } = aanmelding.inhoud as { jeugdige?: { maatregel?: string; gi?: string } };
    return {
      jeugdigeId: aanmelding.jeugdigeId,
      toestand: toestand as unknown as TrajectToestand,
      maatregel: jeugdige?.maatregel ?? 'geen',
      ...(jeugdige?.gi ? { gi: jeugdige.gi } : {}),
    };
  });
}

/** Per jeugdige the last earlier doorbraak that is open and in which nothing was agreed about it. */
async function zonderAfspraakInEerdere(
  tx: Prisma.TransactionClient,
  behalve: string,
): Promise<Map<string, string>> {
  const rijen = await tx.doorbraakzaak.findMany({
    where: { soort: 'zaak', doorbraak: { not: behalve }, van: { status: 'open' } },
    orderBy: { van: { begonnenTijdstip: 'asc' } },
  });
  return new Map(
    rijen
      .filter((rij) => doorbraakzaak(rij).afspraken.length === 0)
      .map(({ jeugdigeId, doorbraak }) => [jeugdigeId, doorbraak]),
  );
}

/** Which of these trajecten have closed, while their jeugdige has no other that is open: a double that is withdrawn ends nothing. */
export async function leesGeslotenTrajecten(db: PrismaClient, kenmerken: string[]): Promise<string[]> {
  const rijen = await db.traject.findMany({
    where: {
      kenmerk: { in: kenmerken },
      fase: 'afgesloten',
      aanmelding: {
        jeugdige: { aanmeldingen: { none: { traject: { fase: { not: 'afgesloten' } } } } },
      },
    },
    orderBy: { kenmerk: 'asc' },
    select: { kenmerk: true },
  });
  return rijen.map(({ kenmerk }) => kenmerk);
}

/** The kenmerken in doorbraak `van` of the jeugdigen that doorbraak `naar` took over from it. */
export async function leesOvergegaan(
  db: PrismaClient,
  { van, naar }: { van: string; naar: string },
): Promise<string[]> {
  const rijen = await db.doorbraakzaak.findMany({
    where: { doorbraak: van, jeugdige: { doorbraakzaken: { some: { doorbraak: naar, overVan: van } } } },
    orderBy: { kenmerk: 'asc' },
    select: { kenmerk: true },
  });
  return rijen.map(({ kenmerk }) => kenmerk);
}
