/** Stores what one cause changes in a table: all of it or nothing, once (as activities/vastleggen.ts of a traject). */
import { uitnodigingSoorten } from '../domain/berichten.ts';
import {
  type TafelToestand,
  type TafelVastlegging,
  type Uitnodiging,
  uitnodigingenIn,
} from '../domain/tafel.ts';
import { alsDatum } from '../infra/dag.ts';
import { tafelRij } from '../infra/tafels.ts';
import type { Prisma } from '../prisma/client/client.ts';
import { berichtRijen, type VastlegDeps } from './berichtRijen.ts';
import { legOorzaakVast } from './oorzaak.ts';
import { adressenVanGasten, isZelfdePostvak } from './tafelgasten.ts';
import { verdeelStukken } from './tafelStukken.ts';

/**
 * Stores a TafelVastlegging: the row of the table (an older versie than the stored one is left alone), the audit row, the
 * outcome of its Invoer, who is invited, and its e-mails as `klaar`. The same cause again changes nothing.
 * @throws ApplicationFailure `invoer-ongeldig`, not to be retried: there is no such Invoer, it asked for something else,
 * or it was refused. Nothing is stored.
 * @throws ApplicationFailure `oorzaak-andere-inhoud`: the cause was stored before with other content. Retried without
 * end, so that it stays visible until somebody has looked at it.
 */
export async function legTafelVast(deps: VastlegDeps, v: TafelVastlegging): Promise<void> {
  const berichten = await berichtRijen(deps, v);
  await deps.db.$transaction(async (tx) => {
    if (!(await legOorzaakVast(deps.logboek, tx, v))) return;
    const { count } = await tx.tafel.updateMany({
      where: { datum: alsDatum(v.tafel.datum), versie: { lt: v.tafel.versie } },
      data: tafelRij(v.tafel),
    });
    // Who has heard a newer change has no use for this one any more.
    const isIngehaald = count === 0;
    const gehoord = isIngehaald ? await metNieuwer(tx, v.tafel) : [];
    const uitnodigingen = uitnodigingenIn(v).filter(({ code }) => !gehoord.includes(code));
    if (!isIngehaald) await verdeelStukken(tx, v);
    const anders = await bewaarUitnodigingen(tx, v.tafel, uitnodigingen);
    await tx.bericht.createMany({
      data: berichten
        .filter(
          ({ soort, geadresseerde }) =>
            !isUitnodiging(soort) || uitnodigingen.some(({ code }) => code === geadresseerde),
        )
        .map((bericht) => ({
          ...bericht,
          adres: isVervolg(bericht.soort) ? (anders.get(bericht.geadresseerde) ?? null) : null,
        })),
      skipDuplicates: true,
    });
  });
}

const isUitnodiging = (soort: string) => (uitnodigingSoorten as readonly string[]).includes(soort);
/** About an appointment that its reader has already. */
const isVervolg = (soort: string) => isUitnodiging(soort) && soort !== 'tafel-uitnodiging';

/** Who of the guests got an invitation that is as new as that of this state, or newer. */
async function metNieuwer(tx: Prisma.TransactionClient, t: TafelToestand): Promise<string[]> {
  const rijen = await tx.tafeluitnodiging.findMany({
    where: { tafel: alsDatum(t.datum), volgnummer: { gte: t.uitnodigingVersie } },
    select: { geadresseerde: true },
  });
  return rijen.map(({ geadresseerde }) => geadresseerde);
}

/**
 * Keeps what each person last got for the own calendar, and in which mailbox. Resolves with the mailboxes, by code, that have
 * the appointment so far and are not the one that the code has now.
 */
async function bewaarUitnodigingen(
  tx: Prisma.TransactionClient,
  t: TafelToestand,
  uitnodigingen: readonly Uitnodiging[],
): Promise<Map<string, string>> {
  const tafel = alsDatum(t.datum);
  const codes = uitnodigingen.map(({ code }) => code);
  const nu = await adressenVanGasten(tx, codes);
  const was = await tx.tafeluitnodiging.findMany({ where: { tafel, geadresseerde: { in: codes } } });
  for (const { code: geadresseerde, isAfgezegd, isNieuw } of uitnodigingen) {
    const stand = { volgnummer: t.uitnodigingVersie, status: isAfgezegd ? 'afgezegd' : 'uitgenodigd' };
    const adres = nu.get(geadresseerde) ?? null;
    await tx.tafeluitnodiging.upsert({
      where: { tafel_geadresseerde: { tafel, geadresseerde } },
      create: { tafel, geadresseerde, ...stand, adres },
      update: isNieuw ? { ...stand, adres } : stand,
    });
  }
  return new Map(
    was.flatMap(({ geadresseerde, adres }) =>
      adres && !isZelfdePostvak(adres, nu.get(geadresseerde)) ? [[geadresseerde, adres] as const] : [],
    ),
  );
}
