/** What the workflow of a report has done: the figures are frozen, and the e-mail to the manager is registered. */
import { ApplicationFailure } from '@temporalio/activity';
import { v7 as uuid } from 'uuid';
import type { BerichtOpdracht } from '../domain/berichten.ts';
import { periodeEerder, periodeOp } from '../domain/periode.ts';
import {
  leesRapportId,
  type Publicatie,
  type Publicatiesoort,
  periodesoortVan,
  rapportBerichten,
  rapportId,
} from '../domain/rapport/publicatie.ts';
import { periodeVan } from '../domain/rapport/rapportperiode.ts';
import type { Klok } from '../infra/klok.ts';
import { heeftGegevens, legPublicatieVast } from '../infra/rapportage.ts';
import { isAntwoordOnderweg, isUitvraagGesloten } from '../infra/uitvragen.ts';
import type { Prisma, PrismaClient } from '../prisma/client/client.ts';
import { geadresseerd } from './geadresseerden.ts';
import { messageIdVan } from './mail/maakMail.ts';

/** What publishing needs. */
export interface RapportDeps {
  db: PrismaClient;
  klok: Klok;
  mailVan: string;
}

/** The report that a Schedule makes at the moment `gepland` (ms since the epoch): of the period that ended last before it. */
export function teMakenVerslag(soort: Publicatiesoort, gepland: number): Publicatie {
  const { code } = periodeEerder(periodeOp(periodesoortVan(soort), gepland));
  return { soort, periode: code, versie: 1 };
}

/** The same, for a Schedule that runs whether there is anything to tell or not: null when there are no figures over that period. */
export async function planVerslag(
  db: PrismaClient,
  soort: Publicatiesoort,
  gepland: number,
): Promise<Publicatie | null> {
  const publicatie = teMakenVerslag(soort, gepland);
  const periode = periodeVan(soort, publicatie.periode);
  return periode && (await heeftGegevens(db, soort, periode)) ? publicatie : null;
}

/**
 * Freezes the figures of a report and registers its e-mails as `klaar`; returns those. A version that is there stays as it is: one that a
 * manager published is told of, and no more.
 * @throws ApplicationFailure `rapport-ongeldig`, not to be retried: this is no report, its period or its uitvraag is not over, there are no figures
 * over that period, or it is a correction that nobody made. Nothing is stored.
 * @throws ApplicationFailure `antwoord-onderweg`, to be retried: an answer to the uitvraag is stored and not taken yet; the reconciler brings each to its
 * outcome.
 */
export async function publiceerRapport(
  { db, klok, mailVan }: RapportDeps,
  gevraagd: Publicatie,
): Promise<BerichtOpdracht[]> {
  const id = rapportId(gevraagd);
  const publicatie = leesRapportId(id);
  const nu = klok.nu();
  if (!publicatie) throw ongeldig();
  if ((await db.rapport.count({ where: { id } })) === 0) {
    const periode = periodeVan(publicatie.soort, publicatie.periode);
    const isOpen = publicatie.soort === 'wachttijden' && !(await isUitvraagGesloten(db, publicatie.periode));
    // A later version is made with its reason, by the manager that asks for it; before there is anything to tell.
    if (publicatie.versie > 1 || !periode || periode.eindTijdstip > nu || isOpen) throw ongeldig();
    // Noughts from before the program was in use would be compared with for good.
    if (!(await heeftGegevens(db, publicatie.soort, periode))) throw ongeldig();
    if (publicatie.soort === 'wachttijden' && (await isAntwoordOnderweg(db, publicatie.periode)))
      throw ApplicationFailure.retryable(
        'Een antwoord op deze uitvraag is nog niet verwerkt. De cijfers wachten daarop.',
        'antwoord-onderweg',
      );
    const tePubliceren = { ...publicatie, wie: 'systeem', rol: 'systeem', reden: null };
    await db.$transaction((tx) => legPublicatieVast(tx, db, tePubliceren, nu));
  }
  const opdrachten = rapportBerichten(publicatie);
  const berichten = await geadresseerd(db, opdrachten, undefined, id);
  await db.bericht.createMany({
    data: berichten.map(
      (bericht): Prisma.BerichtCreateManyInput => ({
        ...bericht,
        id: uuid(),
        kenmerk: id,
        messageId: messageIdVan({ ...bericht, kenmerk: id }, mailVan),
        status: 'klaar',
        klaarTijdstip: new Date(nu),
      }),
    ),
    skipDuplicates: true,
  });
  return opdrachten;
}

function ongeldig(): ApplicationFailure {
  return ApplicationFailure.nonRetryable(
    'Dit rapport kan niet worden gepubliceerd. De periode is niet voorbij, er zijn geen gegevens over, of niemand heeft deze versie gemaakt.',
    'rapport-ongeldig',
  );
}
