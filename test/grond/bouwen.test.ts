import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { vrijePoort } from '../../dev/poorten.ts';
import { startProgramma } from '../support/programma.ts';
import {
  maakDatabase,
  maakSmtp,
  type Smtp,
  type TestDatabase,
  type TestTemporal,
  temporal,
} from '../support/servers.ts';

const voerUit = promisify(execFile);
const wortel = join(import.meta.dirname, '../..');

let map: string;
let database: TestDatabase;
let server: TestTemporal;
let smtp: Smtp;
let env: Record<string, string>;

beforeAll(async () => {
  // As `npm run build` does it, beside the folder dist of the reader.
  map = await mkdtemp(join(tmpdir(), 'zl-bouw-'));
  await cp(join(wortel, 'package.json'), join(map, 'package.json'));
  await symlink(join(wortel, 'node_modules'), join(map, 'node_modules'));
  const tsc = join(wortel, 'node_modules/typescript/bin/tsc');
  await voerUit(process.execPath, [tsc, '-p', join(wortel, 'tsconfig.build.json'), '--outDir', map]);
  const bundel = ['--import', 'tsx', 'workers/bundel.ts', join(map, 'workflows.bundle.js')];
  await voerUit(process.execPath, bundel, { cwd: wortel });
  [database, server, smtp] = await Promise.all([maakDatabase(), temporal(), maakSmtp()]);
  env = {
    ...server.omgeving,
    DATABASE_URL: database.url,
    SMTP_URL: smtp.url,
    ZL_MAIL_VAN: 'noreply@zorglogistiek.example',
    ZL_TEAM_EMAIL: 'team@zorglogistiek.example',
    ZL_PUBLIC_URL: 'https://zorglogistiek.example',
    ZL_CIT_TELEFOON: '070 000 00 00 (voorbeeldnummer)',
    ZL_CIT_PAGINA: 'https://cit.zorglogistiek.example/voorbeeld',
    ZL_BREN_EMAIL: 'bren@voorbeeld.example',
    ZL_JWT_SLEUTEL: 'een-sleutel-alleen-voor-tests-0123456789',
    ZL_BSN_SLEUTEL: Buffer.alloc(32, 7).toString('base64'),
    ZL_LINK_SLEUTEL: Buffer.alloc(32, 8).toString('base64'),
    ZL_SMS_URL: 'http://127.0.0.1:1',
  };
}, 180_000);
afterAll(async () => {
  await Promise.all([database?.sluit(), server?.sluit(), smtp?.sluit()]);
  await rm(map, { recursive: true });
});

test('de gebouwde worker en API draaien los van elkaar en stoppen netjes', async () => {
  const PORT = String(await vrijePoort());
  const worker = startProgramma(join(map, 'workers/worker.js'), [], env);
  const api = startProgramma(join(map, 'api/main.js'), [], {
    ...env,
    PORT,
    ZL_CLAMAV: 'tcp://127.0.0.1:1',
  });
  await worker.wachtOpRegel(/"msg":"worker gestart"/);
  await api.wachtOpRegel(/Server listening/);
  await expect.poll(async () => (await fetch(`http://127.0.0.1:${PORT}/health/ready`)).status).toBe(200);
  await expect
    .poll(
      async () =>
        (await server.client.workflow.count("WorkflowType='herstelInvoer' AND ExecutionStatus='Completed'"))
          .count,
      {
        timeout: 30_000,
      },
    )
    .toBeGreaterThan(0);

  for (const programma of [api, worker]) programma.proces.kill('SIGTERM');
  expect(await Promise.all([api.einde, worker.einde])).toEqual([0, 0]);
});

test.each(['workers/worker.js', 'api/main.js'])(
  '%s zonder instellingen: code 2, en wat er ontbreekt',
  async (bestand) => {
    const programma = startProgramma(join(map, bestand), [], {});
    expect(await programma.einde).toBe(2);
    expect(programma.fouten()).toContain(
      'DATABASE_URL ontbreekt; verwacht: het adres van een PostgreSQL-database',
    );
  },
);
