import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A program of ours in a process of its own. */
export interface Programma {
  proces: ChildProcess;
  /** What it wrote until now, on standard output and standard error. */
  uitvoer(): string;
  fouten(): string;
  /** Resolves with all output once a line fits; rejects when the program ends before that. */
  wachtOpRegel(patroon: RegExp): Promise<string>;
  /** SIGKILL: no goodbye, nothing finished. Resolves when it is gone. */
  dood(): Promise<void>;
  /** Resolves with the exit code, or the name of the signal that ended it. */
  einde: Promise<number | string>;
}

/** Starts a program from the sources; the environment holds only PATH, HOME, the cache and what is given. */
export function startProgramma(
  bestand: string,
  argumenten: readonly string[],
  env: Readonly<Record<string, string>>,
): Programma {
  const { PATH = '', HOME = '', ZL_CACHE_DIR, ZL_TEMPORAL_CLI } = process.env;
  const proces = spawn(process.execPath, ['--import', 'tsx', bestand, ...argumenten], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: {
      PATH,
      HOME,
      ...(ZL_CACHE_DIR ? { ZL_CACHE_DIR } : {}),
      ...(ZL_TEMPORAL_CLI ? { ZL_TEMPORAL_CLI } : {}),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let uitvoer = '';
  let fouten = '';
  proces.stdout.setEncoding('utf8').on('data', (deel: string) => {
    uitvoer += deel;
  });
  proces.stderr.setEncoding('utf8').on('data', (deel: string) => {
    fouten += deel;
  });
  const einde = once(proces, 'close').then(([code, signaal]) => (code ?? signaal) as number | string);
  return {
    proces,
    einde,
    uitvoer: () => uitvoer,
    fouten: () => fouten,
    dood: async () => {
      if (proces.exitCode === null && proces.signalCode === null) proces.kill('SIGKILL');
      await einde;
    },
    wachtOpRegel: (patroon) =>
      new Promise((klaar, mislukt) => {
        const kijk = () => {
          if (patroon.test(uitvoer)) klaar(uitvoer);
        };
        proces.stdout.on('data', kijk);
        void einde.then((code) => mislukt(new Error(`ended with ${code}:\n${uitvoer}\n${fouten}`)));
        kijk();
      }),
  };
}
