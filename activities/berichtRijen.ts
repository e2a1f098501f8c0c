/** The rows of the mail register for what a table, a doorbraak or an uitvraag mails. */
import type { Logger } from 'pino';
import type { BerichtOpdracht } from '../domain/berichten.ts';
import type { Db } from '../infra/database.ts';
import type { Prisma, PrismaClient } from '../prisma/client/client.ts';
import { geadresseerd } from './geadresseerden.ts';
import { messageIdVan } from './mail/maakMail.ts';

/** What storing needs. */
export interface VastlegDeps {
  db: PrismaClient;
  mailVan: string;
  logboek: Logger;
}

/**
 * One row, `klaar`, for each addressee of these e-mails; `tijdstip` in ms since the epoch, `coordinator` the pseudonym of
 * whom an e-mail to the coördinator is for.
 */
export async function berichtRijen(
  { db, mailVan }: { db: Db; mailVan: string },
  { kenmerk, tijdstip, berichten }: { kenmerk: string; tijdstip: number; berichten: BerichtOpdracht[] },
  coordinator?: string,
): Promise<Prisma.BerichtCreateManyInput[]> {
  const rijen = await geadresseerd(db, berichten, coordinator, kenmerk);
  return rijen.map((bericht) => ({
    ...bericht,
    kenmerk,
    messageId: messageIdVan({ ...bericht, kenmerk }, mailVan),
    status: 'klaar',
    klaarTijdstip: new Date(tijdstip),
  }));
}
