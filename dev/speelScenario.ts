/** `npm run scenario`: plays a scenario in a stack of its own, and shows the report. */
import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { datumInNederland, leesbareDatum } from '../domain/werkdagen.ts';
import type { StartInstellingen } from '../infra/instellingen.ts';
import { inEigenRuimte } from './eigenRuimte.ts';
import type { Scenario } from './scenario/schema.ts';
import { speelScenario, type Uitslag } from './scenario/speel.ts';
import type { Meld } from './scenario/trajecten.ts';
import { alsJson, alsTekst } from './scenario/weergave.ts';
import { maakStatusregel, schrijf, zacht } from './scherm.ts';

/** Tells how far it is: on a terminal one line that changes, elsewhere a line for each month. */
function maakVerteller(): { meld: Meld; einde: () => void } {
  const status = maakStatusregel();
  // Also on Ctrl-C: the shell goes on at the begin of a line.
  process.once('exit', () => status?.wis());
  let maand = '';
  return {
    meld: (moment, stand) => {
      const datum = datumInNederland(moment);
      const regel = `  ${leesbareDatum(datum).padEnd(28)}${stand}`;
      if (status) status.toon(regel);
      else if (datum.slice(0, 7) !== maand) schrijf(regel);
      maand = datum.slice(0, 7);
    },
    einde: () => status?.wis(),
  };
}

/**
 * Plays a scenario, and shows and keeps its report under `naam`; with `json` it only prints the figures. Ctrl-C ends the program
 * with 130, once everything that it started has ended.
 */
export async function toonScenario(
  naam: string,
  scenario: Scenario,
  instellingen: StartInstellingen,
  json: boolean,
): Promise<void> {
  const stil = () => {};
  const verteller = maakVerteller();
  const uitslag = await inEigenRuimte(
    instellingen,
    json ? stil : (regel) => schrijf(zacht(`  ${regel}`)),
    (ruimte) => speelScenario(ruimte, scenario, json ? stil : verteller.meld).finally(verteller.einde),
  );
  if (json) return schrijf(alsJson(uitslag));
  schrijf(`\n${alsTekst(scenario.titel, uitslag)}\n`);
  const paden = await bewaar(join(resolve(instellingen.ZL_DATA_DIR), 'scenario'), naam, uitslag);
  schrijf('Het rapport staat in:');
  for (const pad of paden) schrijf(`  ${pad}`);
  const pagina = paden.find((pad) => pad.endsWith('.html'));
  if (pagina && !open(pagina)) schrijf('Open het bestand dat op .html eindigt in een browser.');
}

/** Writes the files of a report; resolves with their paths. */
async function bewaar(map: string, naam: string, { bestanden }: Uitslag): Promise<string[]> {
  await mkdir(map, { recursive: true, mode: 0o700 });
  return Promise.all(
    bestanden.map(async ({ soort, inhoud }) => {
      const pad = join(map, `${naam}.${soort}`);
      await writeFile(pad, inhoud);
      return pad;
    }),
  );
}

/** Opens a file in the browser of whoever sits at the screen; false where there is none. */
function open(pad: string): boolean {
  if (!process.stdout.isTTY) return false;
  const heeftScherm = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opdracht = process.platform === 'darwin' ? 'open' : heeftScherm ? 'xdg-open' : null;
  if (!opdracht) return false;
  const opener = spawn(opdracht, [pad], { stdio: 'ignore', detached: true });
  opener.once('error', () => schrijf(`De browser opent niet. Open zelf ${pad}.`));
  opener.unref();
  return true;
}
