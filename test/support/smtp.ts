/** A real mail server for a test file, that can misbehave in each way that a mail server does. */
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/**
 * What the server does with mail: take it; not be there at all; refuse for now (451); refuse for good (550); refuse whoever
 * sends (550); take it and drop the connection after the final dot, before it has said so; take the connection and never say
 * a word; or greet and say nothing after that.
 */
export type SmtpGedrag =
  | 'aan'
  | 'uit'
  | 'weigertTijdelijk'
  | 'weigertBlijvend'
  | 'weigertAfzender'
  | 'valtWegNaPunt'
  | 'zwijgt'
  | 'zwijgtNaGroet';

/** A running mail server. */
export interface Smtp {
  /** Value for SMTP_URL; stays the same when the server goes off and on. */
  url: string;
  /** All mail that was taken, in order; also when the answer got lost. */
  berichten: ParsedMail[];
  /** Addressees that were offered, whether they were taken or not. */
  pogingen: number;
  /** Addressees that are refused for good (550), whatever the server does with the others. */
  weigert: Set<string>;
  /** Addressees that are refused for now (451), each time. */
  steedsLater: Set<string>;
  /** Changes what the server does from now on. */
  zet(gedrag: SmtpGedrag): Promise<void>;
  /** Resolves with the first mail, past or future, that fits. */
  wachtOp(past: (bericht: ParsedMail) => boolean): Promise<ParsedMail>;
  sluit(): Promise<void>;
}

function geweigerd(code: number, tekst: string): Error {
  return Object.assign(new Error(tekst), { responseCode: code });
}

/** Starts a mail server of its own for a test file, on a free port. */
export async function maakSmtp(): Promise<Smtp> {
  let gedrag: SmtpGedrag = 'aan';
  let poort = 0;
  let server: SMTPServer | undefined;
  const wachters = new Set<() => void>();
  const berichten: ParsedMail[] = [];

  const verbreek = (session: SMTPServerSession) => {
    for (const verbinding of (server?.connections ?? []) as Iterable<{ session: unknown; _socket: Socket }>) {
      if (verbinding.session === session) verbinding._socket.destroy();
    }
  };

  const luister = async () => {
    const nieuw = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 1,
      onConnect(_session, klaar) {
        if (gedrag !== 'zwijgt') klaar();
      },
      onMailFrom(_adres, _session, klaar) {
        if (gedrag === 'weigertAfzender') klaar(geweigerd(550, 'sender not allowed'));
        else if (gedrag !== 'zwijgtNaGroet') klaar();
      },
      onRcptTo({ address }, _session, klaar) {
        smtp.pogingen += 1;
        if (smtp.weigert.has(address)) klaar(geweigerd(550, 'no such mailbox'));
        else if (gedrag === 'weigertTijdelijk' || smtp.steedsLater.has(address))
          klaar(geweigerd(451, 'try again later'));
        else if (gedrag === 'weigertBlijvend') klaar(geweigerd(550, 'no such mailbox'));
        else klaar();
      },
      onData(stream, session, klaar) {
        simpleParser(stream).then(
          (bericht) => {
            berichten.push(bericht);
            for (const wachter of wachters) wachter();
            if (gedrag === 'valtWegNaPunt') verbreek(session);
            else klaar();
          },
          (fout: Error) => klaar(fout),
        );
      },
    });
    // A client that goes away in the middle is part of the tests.
    nieuw.on('error', () => undefined);
    nieuw.listen(poort, '127.0.0.1');
    await once(nieuw.server, 'listening');
    const adres = nieuw.server.address();
    if (adres && typeof adres === 'object') poort = adres.port;
    server = nieuw;
  };

  const ga = async () => {
    const weg = server;
    server = undefined;
    if (!weg) return;
    const dicht = new Promise<void>((klaar) => weg.close(klaar));
    for (const verbinding of weg.connections as Iterable<{ _socket: Socket }>) verbinding._socket.destroy();
    await dicht;
  };

  const smtp: Smtp = {
    url: '',
    berichten,
    pogingen: 0,
    weigert: new Set(),
    steedsLater: new Set(),
    async zet(nieuw) {
      gedrag = nieuw;
      if (nieuw === 'uit') await ga();
      else if (!server) await luister();
    },
    wachtOp: (past) =>
      new Promise((klaar) => {
        const kijk = () => {
          const gevonden = berichten.find(past);
          if (!gevonden) return;
          wachters.delete(kijk);
          klaar(gevonden);
        };
        wachters.add(kijk);
        kijk();
      }),
    sluit: ga,
  };
  await luister();
  smtp.url = `smtp://127.0.0.1:${poort}`;
  return smtp;
}
