/**
 * What every change that is stored outside a traject has in common: who is behind it, that the same cause is one effect,
 * its audit row and the outcome of its Invoer (ontwerp, "One decision", step 4).
 */
import { ApplicationFailure } from '@temporalio/activity';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { Prisma } from '../prisma/client/client.ts';

/** One cause; the same twice is one effect, the same with other content is a fault. */
export interface Oorzaak {
  /** Id of the workflow. */
  kenmerk: string;
  /** Unique within the workflow. */
  oorzaak: string;
  /** Workflow time, ms since the epoch. */
  tijdstip: number;
  /** Its word in the audit trail. */
  wat: string;
  invoer?: { id: string; soort: string; codes: unknown; antwoord: Record<string, unknown> };
}

/**
 * Stores the audit row of a cause and the outcome of its Invoer, in the transaction of what it changes. False when it was
 * stored before: then nothing changes.
 * @throws ApplicationFailure `invoer-ongeldig`, not to be retried: there is no such Invoer, it asked for something else,
 * or it was refused.
 * @throws ApplicationFailure `oorzaak-andere-inhoud`: the cause was stored before with other content. Retried without
 * end, so that it stays visible until somebody has looked at it.
 */
export async function legOorzaakVast(
  logboek: Logger,
  tx: Prisma.TransactionClient,
  v: Oorzaak,
): Promise<boolean> {
  const wie = await wieBesloot(logboek, tx, v);
  const { kenmerk, oorzaak, wat } = v;
  const tijdstip = new Date(v.tijdstip);
  const eerder = await tx.auditRegel.findFirst({ where: { kenmerk, oorzaak } });
  if (eerder) {
    if (eerder.wat === wat && eerder.tijdstip.getTime() === v.tijdstip) return false;
    logboek.error({ kenmerk, oorzaak }, 'Deze oorzaak is eerder vastgelegd met een andere inhoud.');
    throw ApplicationFailure.retryable(
      `Oorzaak "${oorzaak}" van ${kenmerk} is eerder vastgelegd met een andere inhoud. Er is niets veranderd.`,
      'oorzaak-andere-inhoud',
    );
  }
  await tx.auditRegel.createMany({ data: [{ ...wie, id: uuid(), tijdstip, wat, kenmerk, oorzaak }] });
  if (v.invoer)
    await tx.invoerUitkomst.createMany({
      data: [
        {
          invoerId: v.invoer.id,
          uitkomst: 'verwerkt',
          antwoord: v.invoer.antwoord as Prisma.InputJsonObject,
          tijdstip,
        },
      ],
      skipDuplicates: true,
    });
  return true;
}

/** Who is behind it: the person of the Invoer, or the system. */
async function wieBesloot(
  logboek: Logger,
  tx: Prisma.TransactionClient,
  v: Oorzaak,
): Promise<{ wie: string; rol: string }> {
  if (!v.invoer) return { wie: 'systeem', rol: 'systeem' };
  const [besluit] = await tx.$queryRaw<{ wie: string; rol: string }[]>`
    SELECT i."wie", i."rol" FROM "Invoer" i
    WHERE i."id" = ${v.invoer.id}::uuid AND i."kenmerk" = ${v.kenmerk} AND i."soort" = ${v.invoer.soort}
      AND i."codes" = ${JSON.stringify(v.invoer.codes)}::jsonb
      AND NOT EXISTS (SELECT FROM "InvoerUitkomst" u WHERE u."invoerId" = i."id" AND u."uitkomst" = 'geweigerd')`;
  if (besluit) return besluit;
  logboek.warn(
    { kenmerk: v.kenmerk, oorzaak: v.oorzaak, soort: v.wat },
    'Besluit zonder geldige invoer tegengehouden.',
  );
  throw ApplicationFailure.nonRetryable(
    'Dit besluit hoort niet bij een geldige invoer. Er is niets veranderd. Neem een besluit via de API.',
    'invoer-ongeldig',
  );
}
