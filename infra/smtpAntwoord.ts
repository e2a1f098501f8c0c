/** What the reply of a mail server is about: this mail, or whoever sends. */
import type { NodemailerError } from 'nodemailer';

/**
 * Replies that say nothing of this mail: a server that stops (RFC 5321, 3.8), a wrong order of commands (4.2.4) and a
 * server that wants a login first (RFC 4954, 6). Another connection, or a better setting, mends them.
 */
const nietOverDezeMail: ReadonlySet<number> = new Set([421, 503, 530]);

/** What a server answers to whoever may not send through it at all, whoever the mail is for: "Relay access denied", in the words of each. */
const geenDoorgang = /\brelay/i;

/**
 * Whether the reply of the server is about this addressee or this text. A refused sender is not (`MAIL FROM`), nor is a sender that may not send
 * through this server: these are about the installation, and go away once somebody has mended its mailbox or its setting.
 */
export function gaatOverDezeMail(
  fout: Pick<NodemailerError, 'code' | 'command' | 'response' | 'responseCode'>,
): boolean {
  const { code, command, response = '', responseCode = 0 } = fout;
  if (responseCode < 400 || nietOverDezeMail.has(responseCode)) return false;
  if (code === 'EMESSAGE') return true;
  return code === 'EENVELOPE' && command !== 'MAIL FROM' && !geenDoorgang.test(response);
}
