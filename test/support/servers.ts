/** Real servers for a test file: a database, a namespace, a time-skipping server and a mail server of its own. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import pg from 'pg';
import { inject } from 'vitest';
import { vrijePoort } from '../../dev/poorten.ts';
import { startTemporal } from '../../dev/temporal.ts';
import { startTijdspringer } from '../../dev/virtueleTijd.ts';
import { maakDatabase as verbind } from '../../infra/database.ts';
import { registreerZoekattributen } from '../../infra/temporal.ts';
import type { PrismaClient } from '../../prisma/client/client.ts';
import './globaal.ts';

export { maakSmtp, type Smtp } from './smtp.ts';

/** A migrated, empty database that nobody else uses. */
export interface TestDatabase {
  url: string;
  db: PrismaClient;
  /** Ends the connections; the database goes with the run. */
  sluit(): Promise<void>;
}

/** Makes a database of its own for a test file, as a copy of the migrated one. */
export async function maakDatabase(): Promise<TestDatabase> {
  const { postgres, sjabloon } = inject('servers');
  const naam = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${postgres}postgres` });
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${naam} TEMPLATE ${sjabloon}`);
  } finally {
    await client.end();
  }
  const url = `${postgres}${naam}`;
  const db = verbind(url);
  return { url, db, sluit: () => db.$disconnect() };
}

/** A namespace on a real Temporal server that nobody else uses. */
export interface TestTemporal {
  /** host:port. */
  adres: string;
  namespace: string;
  taskQueue: string;
  client: Client;
  /** For workers in this process. */
  nativeConnection: NativeConnection;
  /** What a worker or API in a process of its own is to find in its environment. */
  omgeving: Readonly<Record<string, string>>;
  /** Ends the connections, and the server when it was this test's own. */
  sluit(): Promise<void>;
}

/**
 * Makes a namespace of its own for a test file, search attributes included.
 * @param dynamisch dynamic configuration; then the server is the test's own too.
 */
export async function temporal(
  dynamisch?: Readonly<Record<string, number | boolean | string>>,
): Promise<TestTemporal> {
  const servers = inject('servers');
  let adres = servers.temporal;
  let stopEigen = async () => {};
  if (dynamisch) {
    const poort = await vrijePoort();
    const map = await mkdtemp(join(servers.map, 'temporal-'));
    const kind = await startTemporal({
      programma: servers.temporalCli,
      poort,
      logbestand: join(map, 'temporal.log'),
      dynamisch,
    });
    adres = `127.0.0.1:${poort}`;
    stopEigen = async () => {
      await kind.stop();
      await rm(map, { recursive: true });
    };
  }
  const connection = await Connection.connect({ address: adres });
  const nativeConnection = await NativeConnection.connect({ address: adres });
  const namespace = `test-${randomUUID()}`;
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: proto.google.protobuf.Duration.create({
      seconds: (7 * 24 * 60 * 60) as never,
    }),
  });
  await registreerZoekattributen(connection, namespace);
  return {
    adres,
    namespace,
    taskQueue: 'zorglogistiek',
    client: new Client({ connection, namespace }),
    nativeConnection,
    omgeving: { TEMPORAL_ADDRESS: adres, TEMPORAL_NAMESPACE: namespace },
    sluit: async () => {
      await connection.close();
      await nativeConnection.close();
      await stopEigen();
    },
  };
}

/** A server with a clock of its own (dev/virtueleTijd.ts): one for all of its workflows, hence one server per test file. */
export function maakTijdspringer(): Promise<TestWorkflowEnvironment> {
  return startTijdspringer(inject('servers').tijdspringer);
}
