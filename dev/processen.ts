/** What is known of the processes of a former run, so that a new run never ends a stranger's process. */
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The command line of a running process; undefined when there is no such process. */
export async function opdrachtVan(pid: number): Promise<string | undefined> {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim() || undefined;
  } catch {
    if (process.platform === 'linux') return undefined;
  }
  try {
    return (
      (await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)])).stdout.trim() || undefined
    );
  } catch {
    return undefined;
  }
}

interface Register {
  /** The program itself. */
  start: number;
  /** Its children: each leads its own process group. */
  kinderen: number[];
}

/** The program runs already on this data folder; the message is Dutch. */
export class DraaitAlFout extends Error {
  override name = 'DraaitAlFout';
}

const geduldMs = 15_000;

/** Waits until a process is gone; when that takes too long, it is killed with its group. */
async function wachtOpEinde(pid: number, herkenning: string, doel: number): Promise<void> {
  const tot = Date.now() + geduldMs;
  while ((await opdrachtVan(pid))?.includes(herkenning)) {
    if (Date.now() > tot) {
      try {
        process.kill(doel, 'SIGKILL');
      } catch {
        // It went by itself in the meantime.
      }
    }
    await wacht(50);
  }
}

/**
 * Claims a data folder for this program, after what a killed run left behind has ended: its children are told to
 * stop by the closing of their pipe (dev/kind.ts), and that takes a moment.
 * @returns a function that notes the process id of a child.
 * @throws DraaitAlFout when a run on this folder is going on.
 */
export async function neemInGebruik(map: string): Promise<(pid: number) => void> {
  const bestand = join(map, 'processen.json');
  const vorige = await readFile(bestand, 'utf8').then(
    (tekst) => JSON.parse(tekst) as Register,
    () => ({ start: 0, kinderen: [] }),
  );
  if (vorige.start !== process.pid && (await opdrachtVan(vorige.start))?.includes('dev/start.ts')) {
    throw new DraaitAlFout(
      `Zorglogistiek draait al met de gegevens in ${map} (proces ${vorige.start}). ` +
        'Stop het daar met Ctrl-C, of kies met ZL_DATA_DIR een andere map.',
    );
  }
  await Promise.all(vorige.kinderen.map((pid) => wachtOpEinde(pid, map, -pid)));
  const register: Register = { start: process.pid, kinderen: [] };
  const bewaar = () => writeFileSync(bestand, JSON.stringify(register), { mode: 0o600 });
  bewaar();
  return (pid) => {
    register.kinderen.push(pid);
    bewaar();
  };
}

/**
 * Takes away the lock of a PostgreSQL that is no longer there. One that is there without anyone who guards it is
 * told to stop first. Its process id may be someone else's by now.
 */
export async function ruimPostgresOp(cluster: string): Promise<void> {
  const slot = join(cluster, 'postmaster.pid');
  const pid = await readFile(slot, 'utf8').then(
    (tekst) => Number(tekst.split('\n')[0]),
    () => 0,
  );
  if ((await opdrachtVan(pid))?.includes(cluster)) {
    process.kill(pid, 'SIGINT');
    await wachtOpEinde(pid, cluster, pid);
  }
  await rm(slot, { force: true });
}
