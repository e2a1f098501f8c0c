/** The process of `npm run api`. */
import process from 'node:process';
import { Client, Connection } from '@temporalio/client';
import { maakDatabase } from '../infra/database.ts';
import { InstellingFout, leesInstellingen } from '../infra/instellingen.ts';
import { systeemKlok } from '../infra/klok.ts';
import { maakLogboek } from '../infra/logboek.ts';
import { leesTemporal } from '../infra/temporal.ts';
import { bouwApi } from './server.ts';

async function main(): Promise<void> {
  const instellingen = leesInstellingen(process.env);
  const { connectionOptions, namespace } = leesTemporal(process.env);
  const logboek = maakLogboek('api', instellingen.ZL_LOGNIVEAU);
  const db = maakDatabase(instellingen.DATABASE_URL);
  // Lazy: an aanmelding can be taken in while Temporal is away.
  const connection = Connection.lazy(connectionOptions ?? {});
  const temporal = new Client({ connection, namespace });
  const app = await bouwApi({ db, temporal, instellingen, klok: systeemKlok, logboek });

  const stop = async (signaal: NodeJS.Signals) => {
    logboek.info({ signaal }, 'de API stopt');
    await app.close();
    await connection.close();
    await db.$disconnect();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await app.listen({ host: instellingen.HOST, port: instellingen.PORT });
}

/** What the person that starts the API can do about a fault. */
function uitleg(fout: unknown): string {
  if (fout instanceof InstellingFout) return fout.message;
  const { code, message } = fout as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return 'De poort is al in gebruik. Kies een andere poort met de instelling PORT.';
  if (code === 'EACCES')
    return 'Op deze poort mag de API niet luisteren. Kies een andere poort met de instelling PORT.';
  return `De API kan niet starten: ${message}`;
}

try {
  await main();
} catch (fout) {
  process.stderr.write(`${uitleg(fout)}\n`);
  process.exit(fout instanceof InstellingFout ? 2 : 1);
}
