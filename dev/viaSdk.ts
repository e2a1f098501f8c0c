import { spawn } from 'node:child_process';
import { chmod, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const stilMs = 15_000;

async function grootte(map: string): Promise<number> {
  const bestanden = await readdir(map);
  const groottes = await Promise.all(bestanden.map(async (naam) => (await stat(join(map, naam))).size));
  return groottes.reduce((som, deel) => som + deel, 0);
}

/**
 * Lets the SDK download a server into `map`, and gives the path of the program. It is broken off when for fifteen
 * seconds nothing more came in.
 * @throws with the SDK's own reason.
 */
export async function haalViaSdk(
  wat: 'temporal' | 'tijdspringer',
  map: string,
  versie?: string,
): Promise<string> {
  const proces = spawn(
    process.execPath,
    [
      '--import',
      createRequire(import.meta.url).resolve('tsx'),
      fileURLToPath(new URL('./sdkOphalen.ts', import.meta.url)),
      wat,
      map,
      ...(versie ? [versie] : []),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let fouten = '';
  proces.stderr.setEncoding('utf8').on('data', (deel: string) => {
    fouten += deel;
  });
  const einde = new Promise<number>((klaar) => proces.once('close', (code) => klaar(code ?? 1)));
  let vorige = 0;
  let sinds = Date.now();
  let code: number | undefined;
  while (code === undefined) {
    code = await Promise.race([einde, wacht(500).then(() => undefined)]);
    const nu = await grootte(map);
    if (nu !== vorige) {
      vorige = nu;
      sinds = Date.now();
    }
    if (code === undefined && Date.now() - sinds > stilMs) {
      proces.kill('SIGKILL');
      await einde;
      throw new Error('vijftien seconden lang kwam er niets binnen');
    }
  }
  if (code !== 0) {
    throw new Error(/Error: (.*)/.exec(fouten)?.[1] ?? `het ophalen stopte met code ${code}`);
  }
  const [programma] = (await readdir(map)).filter((naam) => !naam.endsWith('.downloading'));
  if (programma === undefined) throw new Error('de SDK haalde niets op');
  await chmod(join(map, programma), 0o755);
  return join(map, programma);
}
