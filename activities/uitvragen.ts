/** What the workflow of an uitvraag has done in PostgreSQL and by e-mail: begin, store what changes, mail a part of those asked. */
import { ApplicationFailure } from '@temporalio/activity';
import type { BerichtOpdracht } from '../domain/berichten.ts';
import {
  beginUitvraag,
  berichtenVan,
  berichtVerouderd,
  berichtZonderContact,
  erbijAan,
  type UitvraagPost,
  type UitvraagToestand,
  type UitvraagVastlegging,
} from '../domain/uitvraag.ts';
import { kwartaalVanSchema, uitvraagMomenten } from '../domain/uitvraagkalender.ts';
import { alsDatum } from '../infra/dag.ts';
import { laatsteVersie } from '../infra/rapportage.ts';
import {
  alleAanbieders,
  berekenCijfers,
  type Ingevuld,
  maakUitvraag,
  neemUitvraagslot,
  uitvraagBegin,
  zonderContact,
} from '../infra/uitvragen.ts';
import type { Prisma, PrismaClient } from '../prisma/client/client.ts';
import { berichtRijen, type VastlegDeps } from './berichtRijen.ts';
import { team } from './geadresseerden.ts';
import { legOorzaakVast } from './oorzaak.ts';
import type { Uitvraagbeleid } from './uitvraaglimiet.ts';
import { type VerstuurDeps, verstuur } from './versturen.ts';

/**
 * The quarterly uitvraag that the Schedule begins at the moment `gepland`, made at moment `nu` (both ms since the epoch):
 * its rows are made unless they are there. Null before the first werkdag of a quarter, and when it has begun already.
 */
export async function planUitvraag(
  db: PrismaClient,
  { perMinuut }: Uitvraagbeleid,
  basisUrl: string,
  gepland: number,
  nu: number,
): Promise<UitvraagToestand | null> {
  const kwartaal = kwartaalVanSchema(gepland);
  if (!kwartaal) return null;
  const { code } = kwartaal;
  const begin = {
    code,
    soort: 'kwartaal',
    begonnenTijdstip: nu,
    aanbieders: await alleAanbieders(db),
    perMinuut,
    basisUrl,
  } as const;
  await db.$transaction((tx) => maakUitvraag(tx, beginUitvraag(begin, uitvraagMomenten(nu))));
  const rij = await db.uitvraag.findUniqueOrThrow({ where: { code } });
  // One that has begun to live has its workflow.
  return rij.versie === 0 ? uitvraagBegin(rij) : null;
}

/**
 * Stores a UitvraagVastlegging: the row of the uitvraag, the audit row, the outcome of its Invoer, a new version of the answer
 * of an aanbieder, the figures when it has closed, and its e-mails as `klaar`. The same cause again changes nothing. Returns the e-mails that the workflow
 * did not know of: who has no contact, and that what was published no longer fits. The same cause again returns the same, whatever changed since.
 * @throws ApplicationFailure `invoer-ongeldig` or `oorzaak-andere-inhoud`, as activities/oorzaak.ts.
 */
export async function legUitvraagVast(deps: VastlegDeps, v: UitvraagVastlegging): Promise<BerichtOpdracht[]> {
  const { code, ...stand } = v.stand;
  return deps.db.$transaction(async (tx) => {
    await neemUitvraagslot(tx, code);
    if (!(await legOorzaakVast(deps.logboek, tx, v))) return bewaardErbij(tx, v);
    await tx.uitvraag.updateMany({ where: { code, versie: { lt: stand.versie } }, data: stand });
    if (v.aanbieder && v.heropendTotTijdstip !== undefined)
      await tx.uitvraagAanbieder.update({
        where: { uitvraag_aanbieder: { uitvraag: code, aanbieder: v.aanbieder } },
        data: { heropendTotTijdstip: new Date(v.heropendTotTijdstip) },
      });
    if (isAntwoord(v)) await bewaarAntwoord(tx, v);
    if (v.wat === 'uitvraag-gesloten' || (isAntwoord(v) && stand.status !== 'open'))
      await bewaarCijfers(tx, code, v.tijdstip);
    const berichten = [...v.berichten, ...(await berichtenErbij(tx, v))];
    const rijen = await berichtRijen({ db: tx, mailVan: deps.mailVan }, { ...v, berichten });
    await tx.bericht.createMany({ data: rijen, skipDuplicates: true });
    return bewaardErbij(tx, v);
  });
}

/** What the register holds of `berichtenErbij` since this cause, by its moment: another attempt at it finds the same. */
async function bewaardErbij(
  tx: Prisma.TransactionClient,
  { kenmerk, tijdstip }: UitvraagVastlegging,
): Promise<BerichtOpdracht[]> {
  const soorten = Object.keys(erbijAan) as (keyof typeof erbijAan)[];
  const rijen = await tx.bericht.findMany({
    where: { kenmerk, soort: { in: soorten }, klaarTijdstip: new Date(tijdstip) },
    distinct: ['soort', 'gelegenheid'],
    orderBy: [{ soort: 'asc' }, { gelegenheid: 'asc' }],
    select: { soort: true, gelegenheid: true, gegevens: true },
  });
  return rijen.map(({ gelegenheid, ...rij }) => {
    const soort = rij.soort as keyof typeof erbijAan;
    const gegevens = rij.gegevens as BerichtOpdracht['gegevens'];
    return { soort, aan: erbijAan[soort], gelegenheid, gegevens };
  });
}

/** What PostgreSQL knows and the workflow does not, for whom it has to be told. */
async function berichtenErbij(
  db: Prisma.TransactionClient,
  v: UitvraagVastlegging,
): Promise<BerichtOpdracht[]> {
  const { code, status } = v.stand;
  if (v.wat === 'uitvraag-begonnen') {
    const gevraagd = await db.uitvraagAanbieder.findMany({
      where: { uitvraag: code },
      orderBy: { aanbieder: 'asc' },
      select: { aanbieder: true },
    });
    const bericht = berichtZonderContact(
      await zonderContact(
        db,
        gevraagd.map(({ aanbieder }) => aanbieder),
      ),
    );
    return bericht ? [bericht] : [];
  }
  if (!isAntwoord(v) || status === 'open') return [];
  const versie = await laatsteVersie(db, { soort: 'wachttijden', periode: code });
  return versie > 0 ? [berichtVerouderd(versie)] : [];
}

const isAntwoord = ({ wat }: UitvraagVastlegging) =>
  wat === 'uitvraag-beantwoord' || wat === 'uitvraag-alsnog-beantwoord';

/** Keeps what the aanbieder filled in as its next version, from the Invoer that holds it. */
async function bewaarAntwoord(
  tx: Prisma.TransactionClient,
  { invoer, aanbieder = '', stand, wat }: UitvraagVastlegging,
): Promise<void> {
  const id = invoer?.id ?? '';
  const { vrijeTekst, ingediendTijdstip } = await tx.invoer.findUniqueOrThrow({
    where: { id },
    select: { vrijeTekst: true, ingediendTijdstip: true },
  });
  const ingevuld = vrijeTekst as unknown as Ingevuld;
  const vorige = await tx.uitvraagAntwoord.count({ where: { uitvraag: stand.code, aanbieder } });
  await tx.uitvraagAntwoord.createMany({
    data: [
      {
        id,
        uitvraag: stand.code,
        aanbieder,
        versie: vorige + 1,
        nagekomen: stand.status !== 'open' && wat !== 'uitvraag-alsnog-beantwoord',
        inhoud: ('kwartaal' in ingevuld ? ingevuld.kwartaal : {}) as unknown as Prisma.InputJsonObject,
        tijdstip: ingediendTijdstip,
      },
    ],
  });
  if ('jeugdigen' in ingevuld)
    await tx.uitvraagJeugdige.createMany({
      data: ingevuld.jeugdigen.map(({ wachtSindsDatum, ...rest }, nummer) => ({
        ...rest,
        antwoordId: id,
        nummer,
        wachtSindsDatum: alsDatum(wachtSindsDatum),
      })),
    });
}

/** Keeps the figures as they are now, as the next version. */
async function bewaarCijfers(tx: Prisma.TransactionClient, code: string, nu: number): Promise<void> {
  const versie = (await tx.uitvraagCijferversie.count({ where: { uitvraag: code } })) + 1;
  const cijfers = await berekenCijfers(tx, code, versie, nu);
  await tx.uitvraagCijferversie.createMany({
    data: [
      {
        uitvraag: code,
        versie,
        cijfers: cijfers as unknown as Prisma.InputJsonObject,
        tijdstip: new Date(nu),
      },
    ],
  });
}

/**
 * Registers the e-mails of one part of those asked, and sends them. True when each of them was taken or refused for good;
 * false when some have to wait for another attempt while others got through, so that the next part need not wait for them.
 * @throws ApplicationFailure as `verstuur` when not one of them got through: the mail server is away, and what comes
 * after would only wait with them.
 */
export async function verstuurUitvraag(
  deps: VerstuurDeps,
  deel: UitvraagPost,
  einde: AbortSignal,
): Promise<boolean> {
  const { kenmerk, soort, gelegenheid } = deel;
  const berichten = berichtenVan(deel);
  // Who has no contact was told of at the begin; the team has no use for the question itself.
  const rijen = (await berichtRijen(deps, { ...deel, berichten })).filter(
    ({ geadresseerde }) => geadresseerde !== team,
  );
  await deps.db.bericht.createMany({ data: rijen, skipDuplicates: true });
  try {
    await verstuur(deps, { kenmerk, berichten: berichten.slice(0, 1) }, einde);
    return true;
  } catch (fout) {
    const klaar = await deps.db.bericht.count({
      where: { kenmerk, soort, gelegenheid, status: { in: ['verzonden', 'mislukt'] } },
    });
    if (klaar === 0 || !(fout instanceof ApplicationFailure)) throw fout;
    return false;
  }
}
