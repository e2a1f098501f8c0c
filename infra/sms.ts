/**
 * Brings a one-time code to a person: by SMS, or to the mailbox when that is asked or there is no phone. Nothing of what
 * is sent, and not to whom, is ever logged or thrown.
 */
import { createTransport, type NodemailerError } from 'nodemailer';
import type { Instellingen } from './instellingen.ts';
import { gaatOverDezeMail } from './smtpAntwoord.ts';

/** What became of a message: taken, refused for this addressee, or not possible now. */
type Bezorging = 'bezorgd' | 'geweigerd' | 'later';

/** The ways to a person. */
export interface Codebezorger {
  /** Sends an SMS to a Dutch phone number, in any spelling that an aanmelding may hold. */
  sms(telefoon: string, tekst: string): Promise<Bezorging>;
  /** Sends an e-mail of plain text to one address. */
  mail(adres: string, onderwerp: string, tekst: string): Promise<Bezorging>;
}

/** How long (ms) one attempt may take; somebody waits for the page. */
const termijn = 10_000;

type Bezorginstellingen = Pick<Instellingen, 'SMTP_URL' | 'ZL_MAIL_VAN' | 'ZL_SMS_URL'> &
  Partial<Pick<Instellingen, 'ZL_SMS_TOKEN'>>;

/**
 * Makes the ways to a person. ZL_SMS_URL decides how an SMS goes: to an HTTP gateway (`http://`, `https://`), or (`smtp://`)
 * to the mail catcher of `npm start`, where it lies as a mail that says it is an SMS and does not hold the number.
 */
export function maakCodebezorger(instellingen: Bezorginstellingen): Codebezorger {
  const { SMTP_URL, ZL_MAIL_VAN, ZL_SMS_URL, ZL_SMS_TOKEN } = instellingen;
  const perMail = (server: string) => (adres: string, onderwerp: string, tekst: string) =>
    stuurMail(server, ZL_MAIL_VAN, adres, onderwerp, tekst);
  const naarMailbak = perMail(ZL_SMS_URL);
  return {
    sms: (telefoon, tekst) =>
      ZL_SMS_URL.startsWith('smtp')
        ? naarMailbak('sms@mailbak.invalid', `SMS aan ${telefoon.trim().slice(-2)}`, `[SMS] ${tekst}`)
        : stuurNaarGateway(ZL_SMS_URL, ZL_SMS_TOKEN, internationaal(telefoon), tekst),
    mail: perMail(SMTP_URL),
  };
}

/** A Dutch phone number as E.164: `+31612345678`. */
function internationaal(telefoon: string): string {
  return `+31${telefoon.replace(/[^0-9+]/g, '').replace(/^(?:\+31|0031|0)/, '')}`;
}

/** Answers that say nothing of the number: a token that is not accepted, an account without credit, too slow, too many. */
const nietOverHetNummer: ReadonlySet<number> = new Set([401, 402, 403, 408, 429]);

async function stuurNaarGateway(
  url: string,
  token: string | undefined,
  aan: string,
  tekst: string,
): Promise<Bezorging> {
  try {
    const antwoord = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ aan, tekst }),
      redirect: 'error',
      signal: AbortSignal.timeout(termijn),
    });
    await antwoord.body?.cancel();
    if (antwoord.ok) return 'bezorgd';
    const overHetNummer = antwoord.status < 500 && !nietOverHetNummer.has(antwoord.status);
    return overHetNummer ? 'geweigerd' : 'later';
  } catch {
    return 'later';
  }
}

async function stuurMail(
  server: string,
  van: string,
  adres: string,
  onderwerp: string,
  tekst: string,
): Promise<Bezorging> {
  const transport = createTransport({
    url: server,
    connectionTimeout: termijn,
    greetingTimeout: termijn,
    socketTimeout: termijn,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: van,
      to: { name: '', address: adres },
      subject: onderwerp,
      text: tekst,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    return 'bezorgd';
  } catch (fout) {
    const { responseCode = 0 } = fout as NodemailerError;
    return responseCode >= 500 && gaatOverDezeMail(fout as NodemailerError) ? 'geweigerd' : 'later';
  } finally {
    transport.close();
  }
}
