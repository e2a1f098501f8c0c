/** Stores what one cause changes in a table: all of it or nothing, once (as activities/vastleggen.ts of a traject). */
import { ApplicationFailure } from '@temporalio/activity';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import {
  type TafelToestand,
  type TafelVastlegging,
  type Uitnodiging,
  uitnodigingenIn,
} from '../domain/tafel.ts';
import { alsDatum, tafelRij } from '../infra/tafels.ts';
import type { Prisma, PrismaClient } from '../prisma/client/client.ts';
import { geadresseerd } from './geadresseerden.ts';
import { messageIdVan } from './mail/maakMail.ts';
import { verdeelStukken } from './tafelStukken.ts';

/** What storing needs. */
export interface TafelVastlegDeps {
  db: PrismaClient;
  mailVan: string;
  logboek: Logger;
}

/**
 * Stores a TafelVastlegging: the row of the table (an older versie than the stored one is left alone), the audit row, the
 * outcome of its Invoer, who is invited, and its e-mails as `klaar`. The same cause again changes nothing.
 * @throws ApplicationFailure `invoer-ongeldig`, not to be retried: there is no such Invoer, it asked for something else,
 * or it was refused. Nothing is stored.
 * @throws ApplicationFailure `oorzaak-andere-inhoud`: the cause was stored before with other content. Retried without
 * end, so that it stays visible until somebody has looked at it.
 */
export async function legTafelVast(deps: TafelVastlegDeps, v: TafelVastlegging): Promise<void> {
  const berichten = await berichtRijen(deps, v);
  await deps.db.$transaction(async (tx) => {
    const wie = await wieBesloot(deps, tx, v);
    const tijdstip = new Date(v.tijdstip);
    const regel = { ...wie, tijdstip, wat: v.wat, kenmerk: v.kenmerk, oorzaak: v.oorzaak };
    const eerder = await tx.auditRegel.findFirst({ where: { kenmerk: v.kenmerk, oorzaak: v.oorzaak } });
    if (eerder) return eisZelfde(deps, v, eerder);
    await tx.auditRegel.createMany({ data: [{ ...regel, id: uuid() }] });
    const { count } = await tx.tafel.updateMany({
      where: { datum: alsDatum(v.tafel.datum), versie: { lt: v.tafel.versie } },
      data: tafelRij(v.tafel),
    });
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
    // Who has heard a newer change has no use for this one any more.
    const isIngehaald = count === 0;
    const gehoord = isIngehaald ? await metNieuwer(tx, v.tafel) : [];
    const uitnodigingen = uitnodigingenIn(v).filter(({ code }) => !gehoord.includes(code));
    if (!isIngehaald) await verdeelStukken(tx, v);
    await bewaarUitnodigingen(tx, v.tafel, uitnodigingen);
    await tx.bericht.createMany({
      data: berichten.filter(({ geadresseerde }) => uitnodigingen.some(({ code }) => code === geadresseerde)),
      skipDuplicates: true,
    });
  });
}

/** Who of the guests got an invitation that is as new as that of this state, or newer. */
async function metNieuwer(tx: Prisma.TransactionClient, t: TafelToestand): Promise<string[]> {
  const rijen = await tx.tafeluitnodiging.findMany({
    where: { tafel: alsDatum(t.datum), volgnummer: { gte: t.uitnodigingVersie } },
    select: { geadresseerde: true },
  });
  return rijen.map(({ geadresseerde }) => geadresseerde);
}

/** Keeps what each person last got for the own calendar. */
async function bewaarUitnodigingen(
  tx: Prisma.TransactionClient,
  t: TafelToestand,
  uitnodigingen: readonly Uitnodiging[],
): Promise<void> {
  const tafel = alsDatum(t.datum);
  for (const { code: geadresseerde, isAfgezegd } of uitnodigingen) {
    const stand = { volgnummer: t.uitnodigingVersie, status: isAfgezegd ? 'afgezegd' : 'uitgenodigd' };
    await tx.tafeluitnodiging.upsert({
      where: { tafel_geadresseerde: { tafel, geadresseerde } },
      create: { tafel, geadresseerde, ...stand },
      update: stand,
    });
  }
}

/** Who is behind it: the person of the Invoer, or the system. @throws ApplicationFailure when there is no such Invoer. */
async function wieBesloot(
  { logboek }: TafelVastlegDeps,
  tx: Prisma.TransactionClient,
  v: TafelVastlegging,
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

function eisZelfde(
  { logboek }: TafelVastlegDeps,
  { kenmerk, oorzaak, wat, tijdstip }: TafelVastlegging,
  eerder: { wat: string; tijdstip: Date },
): void {
  if (eerder.wat === wat && eerder.tijdstip.getTime() === tijdstip) return;
  logboek.error({ kenmerk, oorzaak }, 'Deze oorzaak is eerder vastgelegd met een andere inhoud.');
  throw ApplicationFailure.retryable(
    `Oorzaak "${oorzaak}" van ${kenmerk} is eerder vastgelegd met een andere inhoud. Er is niets veranderd.`,
    'oorzaak-andere-inhoud',
  );
}

async function berichtRijen(
  { db, mailVan }: TafelVastlegDeps,
  { kenmerk, tijdstip, berichten }: TafelVastlegging,
): Promise<Prisma.BerichtCreateManyInput[]> {
  const rijen = await geadresseerd(db, berichten, undefined, kenmerk);
  return rijen.map((bericht) => ({
    ...bericht,
    kenmerk,
    messageId: messageIdVan({ ...bericht, kenmerk }, mailVan),
    status: 'klaar',
    klaarTijdstip: new Date(tijdstip),
  }));
}
