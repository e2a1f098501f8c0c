/** The workflow code as one file, as a worker loads it. `npm run build` puts it beside the built program. */
import { existsSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const gebouwd = join(import.meta.dirname, '../workflows.bundle.js');

/** Makes the file from the sources; takes some seconds. */
export async function bundelWorkflows(bestand: string): Promise<void> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
  await writeFile(bestand, code);
}

/** The path of the file that belongs to this program; run from the sources it is made first. */
export async function vindBundel(): Promise<string> {
  if (existsSync(gebouwd)) return gebouwd;
  const bestand = join(await mkdtemp(join(tmpdir(), 'zorglogistiek-')), 'workflows.bundle.js');
  await bundelWorkflows(bestand);
  return bestand;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundelWorkflows(process.argv[2] ?? join(import.meta.dirname, '../dist/workflows.bundle.js'));
}
