import type { OnderzoekStatus } from '../domain/codes.ts';
import { isOpen } from '../domain/onderzoek.ts';
import { type TafelVastlegging, uitnodigingenIn } from '../domain/tafel.ts';
import type { TrajectToestand } from '../domain/traject.ts';
import { alsDatum } from '../infra/dag.ts';
import { verleenStuktoegang } from '../infra/stukken/toegang.ts';
import type { Prisma } from '../prisma/client/client.ts';

/**
 * Who gets to see the stukken of the agenda of a table: called in the transaction that stores a change of the table, when
 * its agenda closes and at each change after that. A table that falls through takes the access back that it gave, and so
 * does the leaving of a tafellid; the next table gives it anew.
 */
export async function verdeelStukken(tx: Prisma.TransactionClient, v: TafelVastlegging): Promise<void> {
  if (v.tafel.status === 'vervallen') return neemToegang(tx, v, {});
  if (v.tafel.status !== 'agenda-gesloten') return;
  const weg = uitnodigingenIn(v).filter(({ isAfgezegd }) => isAfgezegd);
  if (weg.length > 0) await neemToegang(tx, v, { contact: { in: weg.map(({ code }) => code) } });
  await geefToegang(tx, v);
}

/**
 * Who looks into the question now, or was chosen, keeps the access; an onderzoek of an earlier round that has ended keeps nothing.
 * What a person took back stays as it is.
 */
async function neemToegang(
  tx: Prisma.TransactionClient,
  { tafel: t }: TafelVastlegging,
  van: Prisma.StuktoegangWhereInput,
): Promise<void> {
  const onderzoeken = await tx.onderzoek.findMany({
    where: { kenmerk: { in: t.agenda } },
    select: { kenmerk: true, aanbieder: true, status: true, traject: { select: { toestand: true } } },
  });
  const houdt = onderzoeken.filter(
    ({ aanbieder, status, traject }) =>
      isOpen(status as OnderzoekStatus) ||
      (traject.toestand as unknown as TrajectToestand).gekozen.includes(aanbieder),
  );
  await tx.stuktoegang.deleteMany({
    where: {
      ...van,
      NOT: houdt.map(({ kenmerk, aanbieder }) => ({ kenmerk, aanbieder })),
      kenmerk: { in: t.agenda },
      tafelDatum: alsDatum(t.datum),
      onderzoekId: null,
      ingetrokkenTijdstip: null,
    },
  });
}

/**
 * Every tafellid that is invited gets to see the stukken of every traject that waits for this table; an aanmelder sees its
 * own anyway. What has been discussed is no longer for who joins after that.
 */
async function geefToegang(
  tx: Prisma.TransactionClient,
  { tafel: t, tijdstip }: TafelVastlegging,
): Promise<void> {
  const [contacten, trajecten] = await Promise.all([
    tx.contact.findMany({ where: { code: { in: t.genodigden } }, select: { code: true, aanbieder: true } }),
    tx.traject.findMany({
      where: { kenmerk: { in: t.agenda }, fase: 'bespreking', tafelDatum: alsDatum(t.datum) },
      select: { kenmerk: true },
    }),
  ]);
  for (const { kenmerk } of trajecten)
    for (const { code, aanbieder } of contacten)
      await verleenStuktoegang(tx, { kenmerk, contact: code, aanbieder, tafelDatum: t.datum }, tijdstip);
}
