import { type TafelVastlegging, uitnodigingenIn } from '../domain/tafel.ts';
import { alsDatum } from '../infra/dag.ts';
import { neemTafeltoegang, verleenStuktoegang } from '../infra/stukken/toegang.ts';
import type { Prisma } from '../prisma/client/client.ts';

/**
 * Who gets to see the stukken of the agenda of a table: called in the transaction that stores a change of the table, when
 * its agenda closes and at each change after that. A table that falls through takes the access back that it gave, and so
 * does the leaving of a tafellid; the next table gives it anew, but not to whom a person took it from.
 */
export async function verdeelStukken(tx: Prisma.TransactionClient, v: TafelVastlegging): Promise<void> {
  const { status, datum, agenda, genodigden } = v.tafel;
  const kenmerk = { in: agenda };
  if (status === 'vervallen') return neemTafeltoegang(tx, datum, { kenmerk });
  if (status !== 'agenda-gesloten') return;
  // Where another contact came in the place of one, the access is of who has the code.
  const weg = uitnodigingenIn(v).filter(({ isAfgezegd, code }) => isAfgezegd && !genodigden.includes(code));
  if (weg.length > 0)
    await neemTafeltoegang(tx, datum, { kenmerk, contact: { in: weg.map(({ code }) => code) } });
  await geefToegang(tx, v);
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
