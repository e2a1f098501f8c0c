/** What is known of the processes of a former run, so that a new run never ends a stranger's process. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
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
