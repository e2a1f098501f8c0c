import type { TafelToestand } from '../domain/tafel.ts';
import { alsDatum } from '../infra/tafels.ts';
import type { Prisma } from '../prisma/client/client.ts';

/**
 * Keeps who is invited to a table, and with that who gets to see the stukken of its agenda: called in the transaction that
 * stores a change of the table, when its agenda closes and at each change after that.
 */
export async function verdeelStukken(tx: Prisma.TransactionClient, t: TafelToestand): Promise<void> {
  const stand = {
    volgnummer: t.uitnodigingVersie,
    status: t.status === 'vervallen' ? 'afgezegd' : 'uitgenodigd',
  };
  const tafel = alsDatum(t.datum);
  for (const geadresseerde of t.genodigden)
    await tx.tafeluitnodiging.upsert({
      where: { tafel_geadresseerde: { tafel, geadresseerde } },
      create: { tafel, geadresseerde, ...stand },
      update: stand,
    });
}
