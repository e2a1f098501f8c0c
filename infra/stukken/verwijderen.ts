/**
 * Removes a stuk that was sent by mistake. Its row stays, and who opened it: what may be a data leak has to be reported. No
 * workflow decides on it, since it changes nothing about where the traject stands, and must be possible after its end as well.
 */
import { v7 as uuid } from 'uuid';
import { neemtKopieenMee, type StukVerwijderreden } from '../../domain/stukken.ts';
import type { Invoer, Prisma, PrismaClient, StukInzage } from '../../prisma/client/client.ts';
import type { StukOpslag } from './opslag.ts';

/** Which stuk a person removes, and why. */
export interface TeVerwijderen {
  id: string;
  reden: StukVerwijderreden;
  wie: string;
  rol: string;
}

/** What was removed: the versions with that content, by whose decision, and who had opened them, oldest first. */
export interface VerwijderdStuk {
  invoer: Invoer;
  stukken: { id: string; versie: number }[];
  inzagen: (StukInzage & { stuk: { versie: number } })[];
}

/**
 * Removes one version of a stuk, and what has the same content in this traject: hidden from everybody at once, then its content
 * goes. A second time gives what the first removed. Null when there is no such stuk.
 * @param nu ms since the epoch.
 * @throws when the content cannot be removed: it is hidden all the same, and the sweep removes it (infra/stukken/opruimen.ts).
 */
export async function verwijderStuk(
  db: PrismaClient,
  opslag: StukOpslag,
  vraag: TeVerwijderen,
  nu: number,
): Promise<VerwijderdStuk | null> {
  const verwijderd = await db.$transaction(async (tx) => {
    const invoerId = await legVast(tx, vraag, nu);
    return invoerId && leesVerwijderd(tx, invoerId);
  });
  if (!verwijderd) return null;
  for (const { id } of verwijderd.stukken) await opslag.verwijder(id);
  return verwijderd;
}

/** Stores that it is removed, in the story and the audit trail too. Resolves with the id of the decision, also of an earlier one; null for an unknown stuk. */
async function legVast(
  tx: Prisma.TransactionClient,
  { id, reden, wie, rol }: TeVerwijderen,
  nu: number,
): Promise<string | null> {
  const stuk = await tx.stuk.findUnique({ where: { id } });
  if (!stuk) return null;
  const { kenmerk, soort, versie, sha256 } = stuk;
  // Against who sends the same content now, who opens it now, and who removes it too.
  await tx.$queryRaw`SELECT 1 FROM "Aanmelding" WHERE "kenmerk" = ${kenmerk} FOR UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM "Stuk" WHERE "kenmerk" = ${kenmerk} AND "sha256" = ${sha256} ORDER BY "id" FOR UPDATE`;
  const eerder = await tx.stukVerwijdering.findUnique({ where: { stukId: id } });
  if (eerder) return eerder.invoerId;
  const kopieen = await tx.stuk.findMany({
    where: { kenmerk, verwijdering: { is: null }, ...(neemtKopieenMee(reden) ? { sha256 } : { id }) },
    select: { id: true },
  });
  const ids = kopieen.map((kopie) => kopie.id);
  const lezers = await tx.stukInzage.findMany({ where: { stukId: { in: ids } }, distinct: ['wie'] });
  const tijdstip = new Date(nu);
  const invoerId = uuid();
  const oorzaak = `invoer:${invoerId}`;
  const wat = 'stuk-verwijderd';
  const codes = { stukId: id, stukSoort: soort, versie, reden, aantal: ids.length, lezers: lezers.length };
  await tx.invoer.create({
    data: {
      id: invoerId,
      wie,
      rol,
      idempotencyKey: `verwijder-${id}`,
      bodyHash: '-',
      soort: wat,
      kenmerk,
      codes,
      vrijeTekst: {},
      ingediendTijdstip: tijdstip,
    },
  });
  await tx.invoerUitkomst.create({
    data: { invoerId, uitkomst: 'verwerkt', antwoord: { kenmerk }, tijdstip },
  });
  await tx.gebeurtenis.create({ data: { kenmerk, oorzaak, soort: wat, tijdstip, codes, invoerId } });
  await tx.auditRegel.create({ data: { tijdstip, wie, rol, wat, kenmerk, oorzaak } });
  await tx.stukVerwijdering.createMany({ data: ids.map((stukId) => ({ stukId, invoerId })) });
  return invoerId;
}

async function leesVerwijderd(tx: Prisma.TransactionClient, invoerId: string): Promise<VerwijderdStuk> {
  const invoer = await tx.invoer.findUniqueOrThrow({ where: { id: invoerId } });
  const stukken = await tx.stuk.findMany({
    where: { verwijdering: { is: { invoerId } } },
    orderBy: [{ ingediendTijdstip: 'asc' }, { id: 'asc' }],
    select: { id: true, versie: true },
  });
  const inzagen = await tx.stukInzage.findMany({
    where: { stukId: { in: stukken.map(({ id }) => id) } },
    include: { stuk: { select: { versie: true } } },
    orderBy: [{ tijdstip: 'asc' }, { id: 'asc' }],
  });
  return { invoer, stukken, inzagen };
}
