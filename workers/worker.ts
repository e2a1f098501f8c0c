/** The process that carries out workflows and activities: `npm run worker`, after `npm run build`. */
import process from 'node:process';
import { Client } from '@temporalio/client';
import { OnbereikbaarFout, totBereikbaar } from '../infra/bereikbaar.ts';
import { maakDatabase } from '../infra/database.ts';
import { InstellingFout, leesInstellingen } from '../infra/instellingen.ts';
import { systeemKlok } from '../infra/klok.ts';
import { maakLogboek } from '../infra/logboek.ts';
import { leesTemporal, registreerZoekattributen, verbindClient, verbindWorker } from '../infra/temporal.ts';
import { vindBundel } from './bundel.ts';
import { maakWorker, richtRuntimeIn } from './maakWorker.ts';
import { zorgVoorSchemas } from './schemas.ts';

async function draai(): Promise<void> {
  const instellingen = leesInstellingen(process.env);
  const temporal = leesTemporal(process.env);
  const logboek = maakLogboek('worker', instellingen.ZL_LOGNIVEAU);
  richtRuntimeIn(logboek);

  const db = maakDatabase(instellingen.DATABASE_URL);
  await totBereikbaar('PostgreSQL (DATABASE_URL)', () => db.$queryRaw`SELECT 1`);
  const adres = temporal.connectionOptions.address ?? 'localhost:7233';
  const verbinding = await totBereikbaar(`Temporal (TEMPORAL_ADDRESS, nu ${adres})`, () =>
    verbindClient(temporal),
  );
  const connection = await verbindWorker(temporal);
  const client = new Client({ connection: verbinding, namespace: temporal.namespace });
  await registreerZoekattributen(verbinding, temporal.namespace);

  const { stop, werk } = await maakWorker({
    instellingen,
    namespace: temporal.namespace,
    connection,
    client,
    db,
    klok: systeemKlok,
    logboek,
    workflowBundle: await vindBundel(),
  });
  await zorgVoorSchemas(client, db, instellingen, systeemKlok.nu());
  for (const signaal of ['SIGINT', 'SIGTERM'] as const) process.once(signaal, stop);
  logboek.info({ taskQueue: instellingen.ZL_TASK_QUEUE, namespace: temporal.namespace }, 'worker gestart');
  await werk();
  await Promise.all([connection.close(), verbinding.close(), db.$disconnect()]);
  logboek.info('worker gestopt');
}

try {
  await draai();
} catch (fout) {
  if (fout instanceof InstellingFout || fout instanceof OnbereikbaarFout)
    process.stderr.write(`${fout.message}\n`);
  else maakLogboek('worker', 'fatal').fatal({ err: fout }, 'worker gestopt door een fout');
  process.exit(fout instanceof InstellingFout ? 2 : 1);
}
