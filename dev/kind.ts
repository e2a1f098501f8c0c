/**
 * Child processes that never outlive us and that Ctrl-C does not reach. Each child stands in a session of its own
 * under a small shell that holds its standard input open to us: when we stop it, or are killed ourselves, that pipe
 * closes and the shell sends the child its stop signal.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wacht } from 'node:timers/promises';

/** `$1` is the stop signal, the rest the command. Descriptor 3 is the pipe to us. */
const wachter = `
signaal=$1; shift
exec 3<&0
"$@" </dev/null 3<&- &
kind=$!
( cat <&3 >/dev/null; kill -s "$signaal" "$kind" 2>/dev/null ) &
exec 3<&-
wait "$kind"
`;

/** A running child. */
export interface Kind {
  naam: string;
  /** Process id of the shell that guards the child; also its process group. */
  pid: number;
  /** Resolves when the child has ended, for whatever reason. */
  einde: Promise<void>;
  /** Asks the child to stop and waits for it; after fifteen seconds it is killed. */
  stop(): Promise<void>;
}

/** How a child is started. */
export interface KindOpties {
  naam: string;
  opdracht: string;
  argumenten: readonly string[];
  /** Gets all output of the child; emptied first. */
  logbestand: string;
  stopsignaal: 'INT' | 'TERM';
  /** Asked again and again until it says true; while it is false the child is starting. */
  klaar: () => Promise<boolean>;
  env?: NodeJS.ProcessEnv;
  /** The user that runs the child, instead of ours. */
  gebruiker?: { uid: number; gid: number };
  /** Called with the process id as soon as there is one, before the child is ready. */
  gestart?: (pid: number) => void;
}

const stopMs = 15_000;
const startMs = 60_000;

/** The last lines of a log, for a message. */
function slot(logbestand: string): string {
  return readFileSync(logbestand, 'utf8').trim().split('\n').slice(-12).join('\n');
}

function groepEinde(proces: ChildProcess): void {
  if (proces.pid === undefined) return;
  try {
    process.kill(-proces.pid, 'SIGKILL');
  } catch {
    // The group is gone already: that is what was wanted.
  }
}

/**
 * Starts a child and waits until it is ready.
 * @throws with the last lines of its log when it ends before that, or is not ready within a minute.
 */
export async function startKind(opties: KindOpties): Promise<Kind> {
  const log = openSync(opties.logbestand, 'w', 0o600);
  const proces = spawn(
    '/bin/sh',
    ['-c', wachter, 'wachter', opties.stopsignaal, opties.opdracht, ...opties.argumenten],
    {
      detached: true,
      stdio: ['pipe', log, log],
      env: opties.env ?? process.env,
      ...(opties.gebruiker ?? {}),
    },
  );
  closeSync(log);
  proces.stdin?.on('error', () => undefined);
  let geeindigd = false;
  const einde = new Promise<void>((klaar) => {
    const gaat = () => {
      geeindigd = true;
      groepEinde(proces);
      klaar();
    };
    proces.once('exit', gaat);
    proces.once('error', gaat);
  });
  const stop = async () => {
    proces.stdin?.destroy();
    const bewaking = new AbortController();
    const teLaat = wacht(stopMs, undefined, { signal: bewaking.signal }).then(
      () => groepEinde(proces),
      () => undefined,
    );
    await einde;
    bewaking.abort();
    await teLaat;
  };
  if (proces.pid !== undefined) opties.gestart?.(proces.pid);

  const begin = Date.now();
  while (!(await opties.klaar())) {
    if (geeindigd) throw new Error(`${opties.naam} stopte bij het starten:\n${slot(opties.logbestand)}`);
    if (Date.now() - begin > startMs) {
      await stop();
      throw new Error(`${opties.naam} was na een minuut nog niet klaar:\n${slot(opties.logbestand)}`);
    }
    await wacht(25);
  }
  return { naam: opties.naam, pid: proces.pid ?? 0, einde, stop };
}

/** Whether something answers on this port of 127.0.0.1. */
export function luistert(poort: number): Promise<boolean> {
  return new Promise((klaar) => {
    const verbinding = connect(poort, '127.0.0.1');
    verbinding.once('connect', () => {
      verbinding.destroy();
      klaar(true);
    });
    verbinding.once('error', () => klaar(false));
  });
}
