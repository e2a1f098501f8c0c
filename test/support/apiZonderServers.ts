/** The API on parts that do not exist: enough for what it knows without them, and for what it does when they are away. */
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import type { Api } from '../../api/omgeving.ts';
import { bouwApi } from '../../api/server.ts';
import { maakDatabase } from '../../infra/database.ts';
import { leesInstellingen } from '../../infra/instellingen.ts';
import { systeemKlok } from '../../infra/klok.ts';

/** Nobody listens here: port 1 is reserved. */
const nergens = '127.0.0.1:1';

/** Builds the API; `log` receives its lines, `extra` are settings that differ. */
export function maakApiZonderServers(
  log: (regel: string) => void = () => {},
  extra: Readonly<Record<string, string>> = {},
): Promise<Api> {
  const instellingen = leesInstellingen({
    DATABASE_URL: `postgresql://iemand:iets@${nergens}/niets`,
    SMTP_URL: `smtp://${nergens}`,
    ZL_MAIL_VAN: 'noreply@zorglogistiek.example',
    ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
    ZL_PUBLIC_URL: 'http://zorglogistiek.example',
    ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
    ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
    ZL_BREN_EMAIL: 'bren@voorbeeld.example',
    ZL_JWT_SLEUTEL: 'een-sleutel-alleen-voor-tests-0123456789',
    ZL_BSN_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
    ZL_LINK_SLEUTEL: Buffer.alloc(32, 8).toString('base64'),
    ZL_SMS_URL: `smtp://${nergens}`,
    ...extra,
  });
  return bouwApi({
    db: maakDatabase(instellingen.DATABASE_URL),
    temporal: new Client({ connection: Connection.lazy({ address: nergens }) }),
    instellingen,
    klok: systeemKlok,
    logboek: pino({ level: 'info' }, { write: log }),
  });
}
