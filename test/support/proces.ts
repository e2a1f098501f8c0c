/** A process of the program, as it runs in production, that a test can kill. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';

const wortel = join(import.meta.dirname, '../..');

export interface Proces {
  /** Everything that it wrote so far. */
  uitvoer(): string;
  /** SIGKILL: no goodbye, nothing finished. Resolves when it is gone. */
  dood(): Promise<void>;
}

/** Starts a TypeScript file of the project with these settings and no others. */
export function startProces(bestand: string, instellingen: Readonly<Record<string, string>>): Proces {
  const kind: ChildProcess = spawn(process.execPath, ['--import', 'tsx', join(wortel, bestand)], {
    cwd: wortel,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...instellingen },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let tekst = '';
  for (const stroom of [kind.stdout, kind.stderr]) stroom?.on('data', (deel) => (tekst += deel));
  const einde = once(kind, 'exit');
  return {
    uitvoer: () => tekst,
    dood: async () => {
      if (kind.exitCode === null && kind.signalCode === null) kind.kill('SIGKILL');
      await einde;
    },
  };
}
