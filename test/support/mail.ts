/** What the tests of the mail register share. */
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { BerichtOpdracht } from '../../domain/berichten.ts';
import { maakLinkzegel } from '../../infra/links.ts';

export const mailInstellingen = {
  mailVan: 'Zorglogistiek <noreply@zorglogistiek.example>',
  teamEmail: 'team@zorglogistiek.example',
  brenEmail: 'bren@voorbeeld.example',
  basisUrl: 'http://zorglogistiek.example',
  cit: { telefoon: '070 000 00 00 (voorbeeldnummer)', pagina: 'http://cit.example' },
  zegel: maakLinkzegel(Buffer.alloc(32, 8)),
  tafelbeleid: { limiet: 6, dag: 'donderdag', weken: 1 } as const,
  uitvraagbeleid: { perMinuut: 30 },
  doorbraakRitme: 'kwartaal' as const,
};

/** An e-mail to the aanmelder. */
export const aanTeBieden: BerichtOpdracht = {
  soort: 'naar-bespreking',
  aan: { wie: 'aanmelder' },
  gelegenheid: 'invoer-1',
  gegevens: {},
};

/** Listens on a free port; resolves with the address for SMTP_URL. */
export async function luister(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A mail server that does what a test says; `sluit` also ends the conversations that hang. */
export async function maakEigenSmtp(
  opties: SMTPServerOptions,
): Promise<{ url: string; sluit(): Promise<void> }> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 1,
    ...opties,
  });
  // A client that goes away in the middle is what these tests are about.
  smtp.on('error', () => undefined);
  return {
    url: await luister(smtp.server),
    sluit: () => new Promise((klaar) => smtp.close(() => klaar())),
  };
}
