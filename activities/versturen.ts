/**
 * Sends the e-mails of the register, each once, and keeps count of the one window that SMTP cannot close: between the
 * final dot and the moment that the register knows of it. While the conversation with the mail server goes on a
 * bericht stands as `onbekend`, which is what it is if the worker dies then.
 */
import { ApplicationFailure } from '@temporalio/activity';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import type { BerichtOpdracht, BerichtSoort } from '../domain/berichten.ts';
import type { Klok } from '../infra/klok.ts';
import type { Bericht, PrismaClient } from '../prisma/client/client.ts';
import { adresVan } from './geadresseerden.ts';
import { type MailInstellingen, maakMail } from './mail/maakMail.ts';
import type { Lot, Mailtransport } from './mail/transport.ts';

export interface VerstuurDeps extends MailInstellingen {
  db: PrismaClient;
  mail: Mailtransport;
  klok: Klok;
  logboek: Logger;
}

/** The e-mails of one cause. */
export interface TeVersturen {
  kenmerk: string;
  berichten: BerichtOpdracht[];
}

/**
 * Sends what is registered of these opdrachten and was not sent yet, one after the other; the address is the one of now.
 * All are tried before the first failure is thrown, the least tried first; what is left when `einde` comes waits for
 * the next attempt. A kind and occasion belong to one cause, so all its addressees are served.
 * @throws ApplicationFailure `mail-later` or `mail-onbekend`, to be retried; the messages hold codes only. A mail that the
 * server refused for good is no failure: it stands in the register as `mislukt`, a task for a person.
 */
export async function verstuur(
  deps: VerstuurDeps,
  { kenmerk, berichten }: TeVersturen,
  einde: AbortSignal,
): Promise<void> {
  if (berichten.length === 0) return;
  const sleutels = berichten.map(({ soort, gelegenheid }) => ({ soort, gelegenheid }));
  const open = await deps.db.bericht.findMany({
    where: { kenmerk, OR: sleutels, status: { in: ['klaar', 'onbekend'] } },
    orderBy: [{ pogingen: 'asc' }, { klaarTijdstip: 'asc' }, { id: 'asc' }],
  });
  const fouten: unknown[] = [];
  for (const bericht of open) {
    try {
      await verstuurEen(deps, bericht, einde);
    } catch (fout) {
      fouten.push(fout);
    }
  }
  if (fouten.length > 0) throw fouten[0];
}

async function verstuurEen(deps: VerstuurDeps, bericht: Bericht, einde: AbortSignal): Promise<void> {
  if (einde.aborted) throw nietVerzonden(bericht, { soort: 'later', code: 'EABORT' });
  const { id, kenmerk, messageId, gegevens, geadresseerde } = bericht;
  const bestemming = await adresVan(deps.db, bericht, deps.teamEmail);
  if (!bestemming) return mislukt(deps, bericht, null);
  const soort = bericht.soort as BerichtSoort;
  const tijdstip = bericht.klaarTijdstip.getTime();
  const mail = await maakMail(
    { kenmerk, soort, gegevens, messageId, tijdstip, geadresseerde, ...bestemming },
    deps,
  );

  if (!(await beginPoging(deps, bericht))) return;
  const lot = await deps.mail.verstuur(mail, einde);
  switch (lot.soort) {
    case 'verzonden':
      await deps.db.bericht.updateMany({
        where: { id, status: 'onbekend' },
        data: { status: 'verzonden', verzondenTijdstip: new Date(deps.klok.nu()) },
      });
      return;
    case 'afgewezen':
      return mislukt(deps, bericht, lot.smtpCode);
    case 'later':
      await deps.db.bericht.updateMany({ where: { id, status: 'onbekend' }, data: { status: 'klaar' } });
      throw nietVerzonden(bericht, lot);
    case 'onbekend':
      throw nietVerzonden(bericht, lot);
  }
}

/**
 * Counts an attempt before it begins, and as an uncertain one when it is not known how the one before ended. False when
 * the bericht is no longer to be sent.
 */
async function beginPoging({ db, logboek }: VerstuurDeps, bericht: Bericht): Promise<boolean> {
  const [begonnen] = await db.$queryRaw<{ onzekerePogingen: number }[]>`
    UPDATE "Bericht" SET
      "pogingen" = "pogingen" + 1,
      "onzekerePogingen" = "onzekerePogingen" + ("status" = 'onbekend')::int,
      "status" = 'onbekend'
    WHERE "id" = ${bericht.id}::uuid AND "status" IN ('klaar', 'onbekend')
    RETURNING "onzekerePogingen"`;
  if (begonnen && begonnen.onzekerePogingen > bericht.onzekerePogingen)
    logboek.warn(
      { kenmerk: bericht.kenmerk, soort: bericht.soort, berichtId: bericht.id },
      'Het is niet zeker of deze e-mail al was aangekomen. Hij gaat nog een keer uit, met dezelfde Message-ID.',
    );
  return begonnen !== undefined;
}

/** A person has to act: the bericht stands in the register as `mislukt`, and the audit trail says so. */
async function mislukt(
  { db, klok, logboek }: VerstuurDeps,
  bericht: Bericht,
  smtpCode: number | null,
): Promise<void> {
  const { id, kenmerk, soort } = bericht;
  await db.$transaction([
    db.bericht.updateMany({
      where: { id, status: { in: ['klaar', 'onbekend'] } },
      data: { status: 'mislukt', smtpCode },
    }),
    db.auditRegel.createMany({
      data: {
        id: uuid(),
        tijdstip: new Date(klok.nu()),
        wie: 'systeem',
        rol: 'systeem',
        wat: 'bericht-mislukt',
        kenmerk,
        oorzaak: `bericht:${id}`,
      },
      skipDuplicates: true,
    }),
  ]);
  logboek.error(
    { kenmerk, soort, berichtId: id, smtpCode },
    'Een e-mail kan niet worden bezorgd. Controleer het adres en neem zelf contact op.',
  );
}

function nietVerzonden(bericht: Bericht, lot: Extract<Lot, { code: string }>): ApplicationFailure {
  const wat = `E-mail "${bericht.soort}" van ${bericht.kenmerk}`;
  return ApplicationFailure.retryable(
    lot.soort === 'later'
      ? `${wat} is nog niet verzonden (${lot.code}). Er volgt een nieuwe poging.`
      : `Van ${wat} is niet zeker of hij is verzonden (${lot.code}). Er volgt een nieuwe poging met dezelfde Message-ID.`,
    `mail-${lot.soort}`,
  );
}
