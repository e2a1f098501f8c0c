/** A process of its own that sends the mails of one traject; a test kills it half-way. Arguments: database, mail server, kenmerk. */
import process from 'node:process';
import { pino } from 'pino';
import { createActivities } from '../../activities/index.ts';
import { maakTransport } from '../../activities/mail/transport.ts';
import { maakDatabase } from '../../infra/database.ts';
import { systeemKlok } from '../../infra/klok.ts';
import { aanTeBieden, mailInstellingen } from './mail.ts';

const [url = '', smtpUrl = '', kenmerk = ''] = process.argv.slice(2);
await createActivities({
  ...mailInstellingen,
  db: maakDatabase(url),
  mail: maakTransport(smtpUrl),
  klok: systeemKlok,
  logboek: pino({ level: 'silent' }),
  herstel: async () => {},
}).verstuur({ kenmerk, berichten: [aanTeBieden] });
