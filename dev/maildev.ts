import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Kind, luistert, startKind } from './kind.ts';

const require = createRequire(import.meta.url);

/** Starts the mail catcher on 127.0.0.1: SMTP on one port, its web page on the other; mail is kept in `map`. */
export function startMaildev(opties: {
  smtpPoort: number;
  webPoort: number;
  map: string;
  logbestand: string;
  gestart: (pid: number) => void;
}): Promise<Kind> {
  const pakket = require.resolve('maildev/package.json');
  return startKind({
    naam: 'De mailbak',
    opdracht: process.execPath,
    argumenten: [
      join(dirname(pakket), 'bin/maildev'),
      '--ip',
      '127.0.0.1',
      '--smtp',
      String(opties.smtpPoort),
      '--web',
      String(opties.webPoort),
      '--mail-directory',
      opties.map,
    ],
    logbestand: opties.logbestand,
    stopsignaal: 'TERM',
    klaar: async () => (await luistert(opties.smtpPoort)) && (await luistert(opties.webPoort)),
    gestart: opties.gestart,
  });
}
