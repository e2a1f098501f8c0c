/**
 * The way to the mail server: one pool of connections, and for each mail what became of it. nodemailer never tries again
 * by itself: Temporal does, and the register counts (ontwerp, "Data").
 */
import type { Readable } from 'node:stream';
import {
  createTransport,
  type MailMessageData,
  type NodemailerError,
  type SendMailOptions,
} from 'nodemailer';
import { gaatOverDezeMail } from '../../infra/smtpAntwoord.ts';

/**
 * What became of one mail. `afgewezen`: refused for good, a person has to act. `later`: certainly not accepted now, with `smtpCode` when
 * the server said so of this mail and not of all of them. `onbekend`: the connection went while the server may have accepted it already.
 */
export type Lot =
  | { soort: 'verzonden' }
  | { soort: 'afgewezen'; smtpCode: number }
  | { soort: 'later'; code: string; smtpCode?: number }
  | { soort: 'onbekend'; code: string };

/** The mail server, seen from the activities. */
export interface Mailtransport {
  /**
   * Hands one mail to the mail server and tells what became of it; it never throws what nodemailer says, since that
   * holds addresses. `einde` breaks the conversation off.
   */
  verstuur(mail: SendMailOptions, einde: AbortSignal): Promise<Lot>;
  /** Ends the connections: a conversation that is going on gets some seconds to finish, what waits for its turn is `later`. */
  close(): void;
}

/** How long (ms) a conversation may go on once the connections are to end: shorter than a worker gets to stop in order. */
const afrondtijd = 8_000;

/** Holds the bytes of a mail on their way out, so that afterwards can be told whether any left. */
interface Uitgaand {
  inhoud?: Readable;
}
const sleutel = 'zlUitgaand';

/** What a failure means for the mail: `overgedragen` when at least one byte of it went to the server. */
export function lotBij(fout: NodemailerError, overgedragen: boolean): Lot {
  const antwoord = fout.responseCode ?? 0;
  const code = antwoord >= 400 ? String(antwoord) : korteCode(fout);
  if (gaatOverDezeMail(fout))
    return antwoord >= 500
      ? { soort: 'afgewezen', smtpCode: antwoord }
      : { soort: 'later', code, smtpCode: antwoord };
  // A server that said no has not accepted it; of one that said nothing it is not known once the mail was under way.
  if (antwoord >= 400 || !overgedragen) return { soort: 'later', code };
  return { soort: 'onbekend', code };
}

/** The code of a failure, such as `ECONNREFUSED`: never its text. */
function korteCode(fout: NodemailerError): string {
  const code = fout.originalCode ?? fout.code ?? '';
  return /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : 'ONBEKEND';
}

function isUitgaand(waarde: unknown): waarde is Uitgaand {
  return typeof waarde === 'object' && waarde !== null;
}

/**
 * A pool of connections to the mail server at `smtpUrl` (`smtp://` or `smtps://`, with login and TLS settings as
 * nodemailer reads them). It connects at the first mail.
 */
export function maakTransport(smtpUrl: string): Mailtransport {
  const pool = createTransport({
    url: smtpUrl,
    pool: true,
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  pool.use('stream', (mail, klaar) => {
    const uitgaand = (mail.data as MailMessageData & Record<string, unknown>)[sleutel];
    mail.message.processFunc((inhoud) => {
      if (isUitgaand(uitgaand)) uitgaand.inhoud = inhoud as Readable;
      return inhoud;
    });
    klaar();
  });
  const gesloten = new AbortController();
  return {
    async verstuur(mail, einde) {
      const uitgaand: Uitgaand = {};
      const signal = AbortSignal.any([einde, gesloten.signal]);
      const opdracht = { ...mail, signal, [sleutel]: uitgaand };
      try {
        await pool.sendMail(opdracht);
        return { soort: 'verzonden' };
      } catch (fout) {
        return lotBij(fout as NodemailerError, uitgaand.inhoud?.readableDidRead === true);
      }
    },
    close() {
      pool.close();
      setTimeout(() => gesloten.abort(), afrondtijd).unref();
    },
  };
}
