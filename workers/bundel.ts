/** The workflow code as one file, as a worker loads it. `npm run build` puts it beside the built program. */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleOption } from '@temporalio/worker';

const gebouwd = join(import.meta.dirname, '../workflows.bundle.js');

/** Makes the workflow code from the sources; takes some seconds. */
function bundel(): ReturnType<typeof bundleWorkflowCode> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('WARN'),
  });
}

/** Writes the workflow code to a file, made from the sources. */
export async function bundelWorkflows(bestand: string): Promise<void> {
  await writeFile(bestand, (await bundel()).code);
}

/** The workflow code that belongs to this program: the built file, or run from the sources made anew. */
export async function vindBundel(): Promise<WorkflowBundleOption> {
  return existsSync(gebouwd) ? { codePath: gebouwd } : bundel();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundelWorkflows(process.argv[2] ?? join(import.meta.dirname, '../dist/workflows.bundle.js'));
}
