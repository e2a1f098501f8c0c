/** Stores what one cause changes in a doorbraak: all of it or nothing, once (as activities/vastleggen.ts of a traject). */
import type { BerichtOpdracht } from '../domain/berichten.ts';
import { type DoorbraakVastlegging, nogOnvolledig } from '../domain/doorbraak.ts';
import {
  doorbraakKop,
  doorbraakRij,
  doorbraakzaak,
  doorbraakzaakRij,
  lopendTraject,
  metTrajecten,
} from '../infra/doorbraken.ts';
import type { Prisma, PrismaClient } from '../prisma/client/client.ts';
import { berichtRijen, type VastlegDeps } from './berichtRijen.ts';
import { legOorzaakVast } from './oorzaak.ts';
import { besluiterVan } from './vastleggen.ts';

/** How long (ms) storing may take: on one day hundreds of agreements can be due. Shorter than the workflow allows the activity. */
const opslagtermijn = 15_000;

/**
 * Stores a DoorbraakVastlegging: the row of the doorbraak and of each zaak that changed (an older versie than the stored
 * one is left alone), the audit row, the outcome of its Invoer, and its e-mails as `klaar`. The same cause again changes nothing.
 * @throws ApplicationFailure as `legOorzaakVast`.
 */
export async function legDoorbraakVast(deps: VastlegDeps, v: DoorbraakVastlegging): Promise<void> {
  const berichten = await rijenVan(deps, v);
  const bewaar = async (tx: Prisma.TransactionClient) => {
    // One change after the other: what is stored at the same time never meets halfway.
    await tx.$queryRaw`SELECT "id" FROM "Doorbraak" WHERE "id" = ${v.kenmerk} FOR UPDATE`;
    if (!(await legOorzaakVast(deps.logboek, tx, v))) return;
    await tx.doorbraak.updateMany({
      where: { id: v.kenmerk, versie: { lt: v.kop.versie } },
      data: doorbraakRij(v.kop),
    });
    // A change that comes in after a newer one is one of a doorbraak that may have closed since.
    const kop = await tx.doorbraak.findUniqueOrThrow({ where: { id: v.kenmerk } }).then(doorbraakKop);
    for (const zaak of v.zaken)
      await tx.doorbraakzaak.updateMany({
        where: { doorbraak: v.kenmerk, kenmerk: zaak.kenmerk, versie: { lte: zaak.versie } },
        data: doorbraakzaakRij(zaak, kop),
      });
    if (kop.status !== 'open')
      await tx.doorbraakzaak.updateMany({
        where: { doorbraak: v.kenmerk, onderDoorbraak: true },
        data: { onderDoorbraak: false },
      });
    await tx.bericht.createMany({ data: berichten, skipDuplicates: true });
  };
  await deps.db.$transaction(bewaar, { timeout: opslagtermijn });
}

/**
 * The e-mails as rows; what is for a coördinator is for the one of the traject that it is about, or for those of the whole doorbraak or of one of its
 * groups. Who made an agreement with itself knows of it.
 */
async function rijenVan(
  deps: VastlegDeps,
  v: DoorbraakVastlegging,
): Promise<Prisma.BerichtCreateManyInput[]> {
  const rijen: Prisma.BerichtCreateManyInput[] = [];
  for (const bericht of v.berichten) {
    const voor =
      bericht.aan.wie !== 'coordinator'
        ? [undefined]
        : bericht.soort === 'doorbraak-sluiten'
          ? await coordinatorenVanOpen(deps.db, v)
          : bericht.soort === 'doorbraak-uitnodiging'
            ? await coordinatorenVanZaken(deps.db, v, { groep: String(bericht.gegevens.groep) })
            : await coordinatorenVanZaken(deps.db, v, { kenmerk: String(bericht.gegevens.traject) });
    const berichten = [await bijLopend(deps.db, v, bericht)];
    for (const coordinator of voor)
      rijen.push(...(await berichtRijen(deps, { ...v, berichten }, coordinator)));
  }
  if (!v.berichten.some(({ soort }) => soort === 'doorbraak-afspraak')) return rijen;
  const besluiter = await besluiterVan(deps.db, v);
  return rijen.filter(({ geadresseerde }) => geadresseerde !== besluiter);
}

/** The coördinatoren of these zaken; undefined where one has none. */
async function coordinatorenVanZaken(
  db: PrismaClient,
  { kenmerk: doorbraak }: DoorbraakVastlegging,
  welke: { groep: string } | { kenmerk: string },
): Promise<(string | undefined)[]> {
  const rijen = await db.doorbraakzaak.findMany({
    where: { doorbraak, soort: 'zaak', ...welke },
    select: metTrajecten,
  });
  return [...new Set(rijen.map(coordinatorVan))];
}

const coordinatorVan = (zaak: Parameters<typeof lopendTraject>[0]): string | undefined =>
  lopendTraject(zaak).coordinator ?? undefined;

/**
 * An e-mail for the aanmelder of a zaak is for that of the traject by which it goes on, and names that one: the link of a traject that has closed
 * opens nothing to carry out.
 */
async function bijLopend(
  db: PrismaClient,
  { kenmerk: doorbraak }: DoorbraakVastlegging,
  bericht: BerichtOpdracht,
): Promise<BerichtOpdracht> {
  if (bericht.aan.wie !== 'aanmelder-van') return bericht;
  const rij = await db.doorbraakzaak.findUniqueOrThrow({
    where: { doorbraak_kenmerk: { doorbraak, kenmerk: bericht.aan.kenmerk } },
    select: metTrajecten,
  });
  const { kenmerk } = lopendTraject(rij);
  return {
    ...bericht,
    aan: { ...bericht.aan, kenmerk },
    gegevens: { ...bericht.gegevens, traject: kenmerk },
  };
}

/**
 * The coördinatoren of the zaken of which something has to be put down after this change, or of all when of none; undefined where
 * there is none.
 */
async function coordinatorenVanOpen(
  db: PrismaClient,
  v: DoorbraakVastlegging,
): Promise<(string | undefined)[]> {
  const rijen = await db.doorbraakzaak.findMany({
    where: { doorbraak: v.kenmerk, soort: 'zaak' },
    select: { toestand: true, kenmerk: true, ...metTrajecten },
  });
  const zaken = rijen.map(
    (rij) => v.zaken.find(({ kenmerk }) => kenmerk === rij.kenmerk) ?? doorbraakzaak(rij),
  );
  const missen = new Set(nogOnvolledig({ ...v.kop, zaken }));
  const betrokken = rijen.filter(({ kenmerk }) => missen.size === 0 || missen.has(kenmerk));
  return [...new Set(betrokken.map(coordinatorVan))];
}
