/**
 * Sends the e-mails of the register, each once, and keeps count of the one window that SMTP cannot close: between the
 * final dot and the moment that the register knows of it. While the conversation with the mail server goes on a
 * bericht stands as `onbekend`, which is what it is if the worker dies then.
 */
import { ApplicationFailure } from '@temporalio/activity';
import type { Logger } from 'pino';
import { v7 as uuid } from 'uuid';
import { dag } from '../domain/beleid.ts';
import {
  type BerichtOpdracht,
  type BerichtSoort,
  berichtMislukt,
  gelegenheidVanMislukt,
} from '../domain/berichten.ts';
import { leesDoorbraakId } from '../domain/doorbraakCodes.ts';
import { leesUitvraagId } from '../domain/uitvraagCodes.ts';
import { aanbiederplek } from '../infra/aanbiederplek.ts';
import { lacunesVan } from '../infra/doorbraken.ts';
import type { Klok } from '../infra/klok.ts';
import { type Linkdoel, type Linkzegel, zorgVoorLink } from '../infra/links.ts';
import { stukkenplek } from '../infra/stukken/plek.ts';
import { andereKenmerkenVan } from '../infra/zelfdeJeugdige.ts';
import type { Bericht, Prisma, PrismaClient } from '../prisma/client/client.ts';
import { aanmelder, adresVan, geadresseerd, isAanmelder } from './geadresseerden.ts';
import { type MailInstellingen, maakMail, messageIdVan } from './mail/maakMail.ts';
import type { Lot, Mailtransport } from './mail/transport.ts';
import { type Uitvraagbeleid, valtOnderLimiet, wachttijdInLimiet } from './uitvraaglimiet.ts';

export interface VerstuurDeps extends MailInstellingen {
  db: PrismaClient;
  mail: Mailtransport;
  klok: Klok;
  logboek: Logger;
  uitvraagbeleid: Uitvraagbeleid;
  /** Seals the links of those who have no account. */
  zegel: Linkzegel;
}

/**
 * How long (ms) an e-mail is tried of which the mail server says, each time, that its address does not take it now: a mailbox that stays
 * full, a domain with a typing error. As long as mail servers do (RFC 5321, 4.5.4.1). A server that is away is tried for ever.
 */
const opgevenNa = 5 * dag;

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
 * server refused for good, or for five days, is no failure, nor is one of an uitvraag that has become useless: it stands in the register as `mislukt`, and the coördinator is told by a mail that
 * goes out in the same attempt or the next.
 */
export async function verstuur(
  deps: VerstuurDeps,
  { kenmerk, berichten }: TeVersturen,
  einde: AbortSignal,
): Promise<void> {
  if (berichten.length === 0) return;
  const sleutels = berichten.map(({ soort, gelegenheid }) => ({ soort, gelegenheid }));
  const fouten: unknown[] = [];
  const mislukt = await verstuurRijen(deps, { kenmerk, OR: sleutels }, einde, fouten);
  if (mislukt.length > 0) {
    const gelegenheid = { in: mislukt.map(gelegenheidVanMislukt) };
    await verstuurRijen(deps, { kenmerk, soort: 'bericht-mislukt', gelegenheid }, einde, fouten);
  }
  if (fouten.length > 0) throw fouten[0];
}

/** Sends what is open among these rows of the register; adds what failed to `fouten`, gives the ids of those that are `mislukt`. */
async function verstuurRijen(
  deps: VerstuurDeps,
  waar: Prisma.BerichtWhereInput,
  einde: AbortSignal,
  fouten: unknown[],
): Promise<string[]> {
  const rijen = await deps.db.bericht.findMany({
    where: { ...waar, status: { not: 'verzonden' } },
    orderBy: [{ pogingen: 'asc' }, { klaarTijdstip: 'asc' }, { id: 'asc' }],
  });
  const mislukt: string[] = [];
  for (const bericht of rijen) {
    try {
      if (bericht.status === 'mislukt' || (await verstuurEen(deps, bericht, einde)) === 'mislukt')
        mislukt.push(bericht.id);
    } catch (fout) {
      fouten.push(fout);
    }
  }
  return mislukt;
}

async function verstuurEen(
  deps: VerstuurDeps,
  bericht: Bericht,
  einde: AbortSignal,
): Promise<'mislukt' | undefined> {
  if (einde.aborted) throw nietVerzonden(bericht, { soort: 'later', code: 'EABORT' });
  const { id, kenmerk, messageId, geadresseerde } = bericht;
  if (await isNutteloos(deps, bericht)) return mislukt(deps, bericht, null);
  const bestemming = await adresVan(deps.db, bericht, deps);
  if (!bestemming) return mislukt(deps, bericht, null);
  const soort = bericht.soort as BerichtSoort;
  const tijdstip = bericht.klaarTijdstip.getTime();
  const gegevens = await gegevensVan(deps.db, bericht);
  // A link is of who has the code now, so it never goes to who had it before.
  const linkNaar = async (doel: Linkdoel, onderwerp: string) =>
    bericht.adres
      ? null
      : zorgVoorLink(
          deps.db,
          deps.zegel,
          // To the own aanmelding leads one link, whichever register the mail stands in.
          { doel, onderwerp, geadresseerde: isAanmelder(geadresseerde) ? aanmelder : geadresseerde },
          deps.klok.nu(),
          uitvraagTot(bericht),
        );
  const mail = await maakMail(
    {
      kenmerk,
      soort,
      gegevens,
      messageId,
      tijdstip,
      geadresseerde,
      linkNaar,
      stukkenplek: () => stukkenplek(deps.db, kenmerk, geadresseerde),
      aanbiederplek: () => aanbiederplek(deps.db, kenmerk, geadresseerde),
      ...bestemming,
    },
    deps,
  );

  if (!(await beginPoging(deps, bericht))) return;
  const lot = await deps.mail.verstuur(mail, einde);
  switch (lot.soort) {
    case 'verzonden':
      await deps.db.bericht.updateMany({
        where: { id, status: 'onbekend' },
        data: { status: 'verzonden', smtpCode: null, verzondenTijdstip: new Date(deps.klok.nu()) },
      });
      return;
    case 'afgewezen':
      return mislukt(deps, bericht, lot.smtpCode);
    case 'later':
      // Refused the time before as well: after an outage of the own mail server the first refusal is no five days of them.
      if (lot.smtpCode && bericht.smtpCode && deps.klok.nu() - tijdstip >= opgevenNa)
        return mislukt(deps, bericht, lot.smtpCode);
      await deps.db.bericht.updateMany({
        where: { id, status: 'onbekend' },
        data: { status: 'klaar', smtpCode: lot.smtpCode ?? null },
      });
      throw nietVerzonden(bericht, lot);
    case 'onbekend':
      throw nietVerzonden(bericht, lot);
  }
}

/** Until when (ms) an e-mail of an uitvraag asks for an answer; undefined when it asks for none. */
function uitvraagTot({ kenmerk, gegevens }: Bericht): number | undefined {
  return leesUitvraagId(kenmerk) ? (gegevens as { tot?: number }).tot : undefined;
}

/**
 * Whether an e-mail of an uitvraag has come too late to be of use: its answer can no longer be given, or the uitvraag is afgerond and
 * it was tried. Tried for ever, one address that always answers "later" would keep the workflow from ending.
 */
async function isNutteloos({ db, klok }: VerstuurDeps, bericht: Bericht): Promise<boolean> {
  const code = leesUitvraagId(bericht.kenmerk);
  const tot = uitvraagTot(bericht);
  if (tot !== undefined) return tot <= klok.nu();
  if (!code || bericht.pogingen === 0) return false;
  const uitvraag = await db.uitvraag.findUnique({ where: { code }, select: { status: true } });
  return uitvraag?.status === 'afgerond';
}

/**
 * What the text of a mail is made of: what was registered, and for a new aanmelding the other open trajecten of the same jeugdige, as they
 * are now, like the address. The workflow does not know of those, and only a coördinator gets that mail. Nor does it know how often a lacune was
 * seen; once a doorbraak is closed that is the same at every attempt.
 */
async function gegevensVan(db: PrismaClient, { kenmerk, soort, gegevens }: Bericht): Promise<unknown> {
  if (soort === 'doorbraak-bren')
    return {
      ...(gegevens as Prisma.JsonObject),
      lacunes: await lacunesVan(db, leesDoorbraakId(kenmerk) ?? ''),
    };
  if (soort !== 'nieuwe-aanmelding') return gegevens;
  return { ...(gegevens as Prisma.JsonObject), andereKenmerken: await andereKenmerkenVan(db, kenmerk) };
}

/**
 * Counts an attempt before it begins, and as an uncertain one when it is not known how the one before ended. False when
 * the bericht is no longer to be sent.
 * @throws ApplicationFailure `mail-later` when the minute is full; that was no attempt.
 */
async function beginPoging(deps: VerstuurDeps, bericht: Bericht): Promise<boolean> {
  const { db, logboek, klok, uitvraagbeleid } = deps;
  if (!valtOnderLimiet(bericht)) return telPoging(db, logboek, bericht, null);
  // The clock of Temporal, that timed this part, may be ahead of this one.
  const nu = Math.max(klok.nu(), bericht.klaarTijdstip.getTime());
  return db.$transaction(async (tx) => {
    const wachttijd = await wachttijdInLimiet(tx, bericht, uitvraagbeleid, nu);
    if (wachttijd > 0) throw nietVerzonden(bericht, { soort: 'later', code: 'ELIMIET' }, wachttijd);
    return telPoging(tx, logboek, bericht, new Date(nu));
  });
}

async function telPoging(
  db: Prisma.TransactionClient,
  logboek: Logger,
  bericht: Bericht,
  pogingTijdstip: Date | null,
): Promise<boolean> {
  const [begonnen] = await db.$queryRaw<{ onzekerePogingen: number }[]>`
    UPDATE "Bericht" SET
      "pogingTijdstip" = ${pogingTijdstip}::timestamptz,
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

/** A person has to act: the bericht stands in the register as `mislukt`, the audit trail says so, and a mail to the coördinator is registered. */
async function mislukt(deps: VerstuurDeps, bericht: Bericht, smtpCode: number | null): Promise<'mislukt'> {
  const { db, klok, logboek } = deps;
  const { id, kenmerk, soort } = bericht;
  const melding = await meldingRijen(deps, bericht);
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
    db.bericht.createMany({ data: melding, skipDuplicates: true }),
  ]);
  logboek.error(
    { kenmerk, soort, berichtId: id, smtpCode },
    'Een e-mail kan niet worden bezorgd. Controleer het adres en neem zelf contact op.',
  );
  return 'mislukt';
}

/** The rows of the e-mail that tells of a refused one: for the coördinator, or for the team when it was the coördinator's own. */
async function meldingRijen(
  { db, klok, mailVan }: VerstuurDeps,
  bericht: Bericht,
): Promise<Prisma.BerichtCreateManyInput[]> {
  const { kenmerk } = bericht;
  const opdracht = berichtMislukt(bericht);
  if (!opdracht) return [];
  const traject = await db.traject.findUnique({ where: { kenmerk }, select: { coordinator: true } });
  const coordinator = traject?.coordinator ?? undefined;
  const berichten = await geadresseerd(
    db,
    [opdracht],
    coordinator === bericht.geadresseerde ? undefined : coordinator,
    kenmerk,
  );
  return berichten.map((melding) => ({
    ...melding,
    id: uuid(),
    kenmerk,
    messageId: messageIdVan({ ...melding, kenmerk }, mailVan),
    status: 'klaar',
    klaarTijdstip: new Date(klok.nu()),
  }));
}

/** To be tried again: after `wachttijd` (ms) when that is known, otherwise when its activity says. */
function nietVerzonden(
  bericht: Bericht,
  lot: Extract<Lot, { code: string }>,
  wachttijd?: number,
): ApplicationFailure {
  const wat = `E-mail "${bericht.soort}" van ${bericht.kenmerk}`;
  const message =
    lot.soort === 'later'
      ? `${wat} is nog niet verzonden (${lot.code}). Er volgt een nieuwe poging.`
      : `Van ${wat} is niet zeker of hij is verzonden (${lot.code}). Er volgt een nieuwe poging met dezelfde Message-ID.`;
  return ApplicationFailure.create({
    message,
    type: `mail-${lot.soort}`,
    ...(wachttijd === undefined ? {} : { nextRetryDelay: wachttijd }),
  });
}
