/** A real ClamAV for a test file, with a signature database of one line: the real one is not needed, and large. */
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { inject } from 'vitest';
import { type Kind, luistert, startKind } from '../../dev/kind.ts';
import { vrijePoort } from '../../dev/poorten.ts';
import './globaal.ts';

/** What this ClamAV takes for a virus; harmless, and of the tests alone. */
export const testvirus = 'ZORGLOGISTIEK-TESTVIRUS-0f3c1a7e52';

/** A running ClamAV. */
export interface ClamAv {
  /** Values for ZL_CLAMAV: over TCP, and over a socket in the file system. */
  tcp: string;
  unix: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

function vindClamd(): string {
  const mappen = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const gevonden = mappen.map((map) => join(map, 'clamd')).find((pad) => existsSync(pad));
  if (!gevonden)
    throw new Error(
      'These tests need the program clamd of ClamAV: apt-get install clamav-daemon (.ci/run does), or on macOS brew install clamav.',
    );
  return gevonden;
}

/** Starts ClamAV on a free port; `grootste` is the most that it takes in, in bytes. */
export async function maakClamAv(grootste = 30 * 1024 * 1024): Promise<ClamAv> {
  const programma = vindClamd();
  const map = await mkdtemp(join(inject('servers').map, 'clamav-'));
  await chmod(map, 0o700);
  const signaturen = join(map, 'signaturen');
  const tijdelijk = join(map, 'tijdelijk');
  await mkdir(signaturen);
  await mkdir(tijdelijk);
  // Name, any kind of file, at any place in it, and the bytes in hex.
  await writeFile(
    join(signaturen, 'test.ndb'),
    `Zorglogistiek.Testvirus:0:*:${Buffer.from(testvirus).toString('hex')}\n`,
  );
  const poort = await vrijePoort();
  const socket = join(map, 'clamd.ctl');
  const instellingen = join(map, 'clamd.conf');
  await writeFile(
    instellingen,
    [
      'Foreground yes',
      `DatabaseDirectory ${signaturen}`,
      `TemporaryDirectory ${tijdelijk}`,
      `LocalSocket ${socket}`,
      `TCPSocket ${poort}`,
      'TCPAddr 127.0.0.1',
      `StreamMaxLength ${grootste}`,
      'AlertExceedsMax yes',
      'SelfCheck 0',
      '',
    ].join('\n'),
  );
  let kind: Kind | undefined;
  const clamav: ClamAv = {
    tcp: `tcp://127.0.0.1:${poort}`,
    unix: `unix:${socket}`,
    async start() {
      await rm(socket, { force: true });
      kind = await startKind({
        naam: 'ClamAV',
        opdracht: programma,
        argumenten: ['-c', instellingen],
        logbestand: join(map, 'clamd.log'),
        stopsignaal: 'TERM',
        klaar: () => luistert(poort),
      });
    },
    async stop() {
      await kind?.stop();
      kind = undefined;
    },
  };
  await clamav.start();
  return clamav;
}
