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
  const zaken = v.berichten.some(({ aan }) => gaatOverZaken.has(aan.wie)) ? await leesZaken(deps.db, v) : [];
  const rijen: Prisma.BerichtCreateManyInput[] = [];
  for (const bericht of v.berichten) {
    const voor = bericht.aan.wie === 'coordinator' ? coordinatorenVoor(zaken, v, bericht) : [undefined];
    const berichten = [bijLopend(zaken, bericht)];
    for (const coordinator of voor)
      rijen.push(...(await berichtRijen(deps, { ...v, berichten }, coordinator)));
  }
  if (!v.berichten.some(({ soort }) => soort === 'doorbraak-afspraak')) return rijen;
  const besluiter = await besluiterVan(deps.db, v);
  return rijen.filter(({ geadresseerde }) => geadresseerde !== besluiter);
}

/** Whose e-mail needs the zaken, to know who that is now. */
const gaatOverZaken: ReadonlySet<BerichtOpdracht['aan']['wie']> = new Set(['coordinator', 'aanmelder-van']);

const zaakvelden = { kenmerk: true, groep: true, soort: true, toestand: true, ...metTrajecten } as const;
type Zaakrij = Prisma.DoorbraakzaakGetPayload<{ select: typeof zaakvelden }>;

/** Every zaak of the doorbraak, read once for all its e-mails. */
function leesZaken(db: PrismaClient, { kenmerk: doorbraak }: DoorbraakVastlegging): Promise<Zaakrij[]> {
  return db.doorbraakzaak.findMany({ where: { doorbraak }, select: zaakvelden });
}

/** The coördinatoren for whom an e-mail is; undefined where a zaak has none. */
function coordinatorenVoor(
  rijen: readonly Zaakrij[],
  v: DoorbraakVastlegging,
  { soort, gegevens }: BerichtOpdracht,
): (string | undefined)[] {
  const zaken = rijen.filter((rij) => rij.soort === 'zaak');
  switch (soort) {
    case 'doorbraak-sluiten':
      return coordinatorenVan(metIetsOpen(zaken, v));
    case 'doorbraak-uitnodiging':
      return coordinatorenVan(zaken.filter(({ groep }) => groep === gegevens.groep));
    default:
      return coordinatorenVan(zaken.filter(({ kenmerk }) => kenmerk === gegevens.traject));
  }
}

const coordinatorenVan = (zaken: readonly Zaakrij[]): (string | undefined)[] => [
  ...new Set(zaken.map((zaak) => lopendTraject(zaak).coordinator ?? undefined)),
];

/** The zaken of which something has to be put down after this change, or all when of none. */
function metIetsOpen(rijen: readonly Zaakrij[], v: DoorbraakVastlegging): readonly Zaakrij[] {
  const zaken = rijen.map(
    (rij) => v.zaken.find(({ kenmerk }) => kenmerk === rij.kenmerk) ?? doorbraakzaak(rij),
  );
  const missen = new Set(nogOnvolledig({ ...v.kop, zaken }));
  return missen.size === 0 ? rijen : rijen.filter(({ kenmerk }) => missen.has(kenmerk));
}

/**
 * An e-mail for the aanmelder of a zaak is for that of the traject by which it goes on, and names that one: the link of a traject that has closed
 * opens nothing to carry out.
 */
function bijLopend(zaken: readonly Zaakrij[], bericht: BerichtOpdracht): BerichtOpdracht {
  const { aan, gegevens } = bericht;
  if (aan.wie !== 'aanmelder-van') return bericht;
  const zaak = zaken.find(({ kenmerk }) => kenmerk === aan.kenmerk);
  if (!zaak) throw new Error(`${aan.kenmerk} is geen zaak van deze doorbraak`);
  const { kenmerk } = lopendTraject(zaak);
  return { ...bericht, aan: { ...aan, kenmerk }, gegevens: { ...gegevens, traject: kenmerk } };
}
