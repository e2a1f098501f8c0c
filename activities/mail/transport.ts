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

/**
 * What became of one mail. `afgewezen`: refused for good, a person has to act. `later`: certainly not accepted now.
 * `onbekend`: the connection went while the server may have accepted it already.
 */
export type Lot =
  | { soort: 'verzonden' }
  | { soort: 'afgewezen'; smtpCode: number }
  | { soort: 'later' | 'onbekend'; code: string };

/** The mail server, seen from the activities. */
export interface Mailtransport {
  /**
   * Hands one mail to the mail server and tells what became of it; it never throws what nodemailer says, since that
   * holds addresses. `einde` breaks the conversation off.
   */
  verstuur(mail: SendMailOptions, einde: AbortSignal): Promise<Lot>;
  /** Ends the connections: a conversation that is going on is finished first, what waits for its turn is `later`. */
  close(): void;
}

/** Holds the bytes of a mail on their way out, so that afterwards can be told whether any left. */
interface Uitgaand {
  inhoud?: Readable;
}
const sleutel = 'zlUitgaand';

/**
 * Replies that say nothing of this mail although they are permanent: wrong order of commands (RFC 5321, 4.2.4) and a
 * server that wants a login first (RFC 4954, 6). Another connection, or a better setting, mends them.
 */
const nietOverDezeMail: ReadonlySet<number> = new Set([503, 530]);

/** What a failure means for the mail: `overgedragen` when at least one byte of it went to the server. */
export function lotBij(fout: NodemailerError, overgedragen: boolean): Lot {
  const antwoord = fout.responseCode ?? 0;
  const code = antwoord >= 400 ? String(antwoord) : korteCode(fout);
  const overDezeMail = fout.code === 'EENVELOPE' || fout.code === 'EMESSAGE';
  if (overDezeMail && antwoord >= 500 && !nietOverDezeMail.has(antwoord))
    return { soort: 'afgewezen', smtpCode: antwoord };
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
  return {
    async verstuur(mail, einde) {
      const uitgaand: Uitgaand = {};
      const opdracht = { ...mail, signal: einde, [sleutel]: uitgaand };
      try {
        await pool.sendMail(opdracht);
        return { soort: 'verzonden' };
      } catch (fout) {
        return lotBij(fout as NodemailerError, uitgaand.inhoud?.readableDidRead === true);
      }
    },
    close: () => pool.close(),
  };
}
