import type { TafelToestand } from '../domain/tafel.ts';
import { verleenStuktoegang } from '../infra/stukken/toegang.ts';
import { alsDatum } from '../infra/tafels.ts';
import type { Prisma } from '../prisma/client/client.ts';

/**
 * Keeps who is invited to a table, and with that who gets to see the stukken of its agenda: called in the transaction that
 * stores a change of the table, when its agenda closes and at each change after that. A table that falls through takes the
 * access back that it gave; the next table gives it anew. `nu` in ms since the epoch.
 */
export async function verdeelStukken(
  tx: Prisma.TransactionClient,
  t: TafelToestand,
  nu: number,
): Promise<void> {
  const stand = {
    volgnummer: t.uitnodigingVersie,
    status: t.status === 'vervallen' ? 'afgezegd' : 'uitgenodigd',
  };
  const tafel = alsDatum(t.datum);
  if (t.status === 'agenda-gesloten') await geefToegang(tx, t, nu);
  if (t.status === 'vervallen')
    await tx.stuktoegang.deleteMany({
      where: { kenmerk: { in: t.agenda }, tafelDatum: tafel, onderzoekId: null, ingetrokkenTijdstip: null },
    });
  for (const geadresseerde of t.genodigden)
    await tx.tafeluitnodiging.upsert({
      where: { tafel_geadresseerde: { tafel, geadresseerde } },
      create: { tafel, geadresseerde, ...stand },
      update: stand,
    });
}

/** Every tafellid that is invited gets to see the stukken of every traject on the agenda; an aanmelder sees its own anyway. */
async function geefToegang(tx: Prisma.TransactionClient, t: TafelToestand, nu: number): Promise<void> {
  const contacten = await tx.contact.findMany({
    where: { code: { in: t.genodigden } },
    select: { code: true, aanbieder: true },
  });
  for (const kenmerk of t.agenda)
    for (const { code, aanbieder } of contacten)
      await verleenStuktoegang(tx, { kenmerk, contact: code, aanbieder, tafelDatum: t.datum }, nu);
}
