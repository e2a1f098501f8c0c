/** The process of `npm run api`. */
import process from 'node:process';
import { Client, Connection } from '@temporalio/client';
import { maakDatabase } from '../infra/database.ts';
import { InstellingFout, leesApiInstellingen } from '../infra/instellingen.ts';
import { systeemKlok } from '../infra/klok.ts';
import { maakLogboek } from '../infra/logboek.ts';
import { luisterUitleg } from '../infra/luisteren.ts';
import { leesTemporal } from '../infra/temporal.ts';
import { bouwApi } from './server.ts';
import { sluitApi } from './sluiten.ts';

async function main(): Promise<void> {
  const instellingen = leesApiInstellingen(process.env);
  const { connectionOptions, namespace } = leesTemporal(process.env);
  const logboek = maakLogboek('api', instellingen.ZL_LOGNIVEAU);
  const db = maakDatabase(instellingen.DATABASE_URL);
  // Lazy: an aanmelding can be taken in while Temporal is away.
  const connection = Connection.lazy(connectionOptions ?? {});
  const temporal = new Client({ connection, namespace });
  const app = await bouwApi({ db, temporal, instellingen, klok: systeemKlok, logboek });

  const stop = async (signaal: NodeJS.Signals) => {
    logboek.info({ signaal }, 'de API stopt');
    await sluitApi(app);
    await connection.close();
    await db.$disconnect();
    // A name such as localhost has two addresses; Fastify's server on the second one may still hold half a request.
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  try {
    await app.listen({ host: instellingen.HOST, port: instellingen.PORT });
  } catch (fout) {
    throw new Error(
      luisterUitleg(fout, {
        poort: instellingen.PORT,
        poortnaam: 'PORT',
        adres: instellingen.HOST,
        adresnaam: 'HOST',
        voor: 'de API',
      }),
      { cause: fout },
    );
  }
}

try {
  await main();
} catch (fout) {
  const tekst = fout instanceof Error ? fout.message : String(fout);
  process.stderr.write(fout instanceof InstellingFout ? `${tekst}\n` : `De API kan niet starten. ${tekst}\n`);
  process.exit(fout instanceof InstellingFout ? 2 : 1);
}
