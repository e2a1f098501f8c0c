/** A mail server in this process that takes all mail and keeps what a story wants to know of it. */
import { once } from 'node:events';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A running mail server on 127.0.0.1. */
export interface Mailvanger {
  /** Value for SMTP_URL. */
  url: string;
  /** The subjects of all mail that was taken, in order. */
  onderwerpen: readonly string[];
  sluit(): Promise<void>;
}

/** Starts the mail server on a free port. */
export async function startMailvanger(): Promise<Mailvanger> {
  const onderwerpen: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 1,
    onData(stroom, _sessie, klaar) {
      simpleParser(stroom).then(
        ({ subject }) => {
          onderwerpen.push(subject ?? '');
          klaar();
        },
        (fout: Error) => klaar(fout),
      );
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const adres = server.server.address();
  if (adres === null || typeof adres === 'string') throw new Error('the mail server has no port');
  return {
    url: `smtp://127.0.0.1:${adres.port}`,
    onderwerpen,
    sluit: () => new Promise((klaar) => server.close(() => klaar())),
  };
}
