/** `npm run scenario`: plays a published period again with fictional cases, and shows the report that comes of it. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { InstellingFout, leesStartInstellingen } from '../infra/instellingen.ts';
import { isScenarionaam, scenarioNamen, scenarioOpNaam } from './scenario/index.ts';
import { BestandFout, leesScenario, type Scenario } from './scenario/schema.ts';
import { schrijf } from './scherm.ts';

const uitleg = `Gebruik: npm run scenario -- <naam> [--json]
         npm run scenario -- --bestand <bestand> [--json]
         npm run scenario -- --lijst

Speelt verzonnen aanmeldingen of antwoorden na over een hele periode, in virtuele tijd: zij gaan door de API en door
dezelfde workflows als in het echt. Het rapport telt daarna wat er is gebeurd. npm start is er niet voor nodig.

  <naam>               een van de scenario’s die erbij horen
  --bestand <bestand>  een eigen scenario; docs/SCENARIO.md beschrijft het bestand
  --lijst              toont de namen van de scenario’s, een op een regel
  --json               toont alleen de cijfers, als JSON; met npm run --silent scenario staat er niets anders bij
  --help               toont deze uitleg

Einde: 0 als het scenario is gespeeld, 1 als er iets misging, 2 als de opdracht, het bestand of een instelling niet
klopt, 130 na Ctrl-C.
`;

/** Wrong use of the command. */
class GebruikFout extends Error {}

const namen = () => scenarioNamen.join('\n');

interface Opdracht {
  naam: string | undefined;
  bestand: string | undefined;
  lijst: boolean;
  json: boolean;
  help: boolean;
}

function leesOpdracht(): Opdracht {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        bestand: { type: 'string' },
        lijst: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (positionals.length > 1) throw new GebruikFout('meer dan één naam');
    const { bestand, lijst = false, json = false, help = false } = values;
    return { naam: positionals[0], bestand, lijst, json, help };
  } catch (fout) {
    throw new GebruikFout(`Deze opdracht klopt niet.\n\n${uitleg}`, { cause: fout });
  }
}

/** The scenario that is asked for, with the name of its report. @throws GebruikFout or BestandFout. */
async function kies({ naam, bestand }: Opdracht): Promise<{ naam: string; scenario: Scenario }> {
  if ((naam === undefined) === (bestand === undefined))
    throw new GebruikFout(`Noem een scenario, of een bestand met --bestand.\n\n${uitleg}`);
  if (bestand !== undefined)
    return { naam: basename(bestand, '.json'), scenario: await leesBestand(bestand) };
  if (naam === undefined || !isScenarionaam(naam))
    throw new GebruikFout(`Er is geen scenario “${naam}”. Kies uit:\n${namen()}`);
  return { naam, scenario: await scenarioOpNaam(naam) };
}

async function leesBestand(pad: string): Promise<Scenario> {
  const tekst = await readFile(pad, 'utf8').catch((fout: Error) => {
    throw new BestandFout(`Het bestand ${pad} is niet te lezen: ${fout.message}`, { cause: fout });
  });
  try {
    return leesScenario(tekst);
  } catch (fout) {
    if (!(fout instanceof BestandFout)) throw fout;
    throw new BestandFout(
      `In het bestand ${pad} klopt iets niet:\n${fout.message}\ndocs/SCENARIO.md beschrijft hoe het bestand eruitziet.`,
      { cause: fout },
    );
  }
}

async function main(): Promise<void> {
  const opdracht = leesOpdracht();
  if (opdracht.help) return schrijf(uitleg.trimEnd());
  if (opdracht.lijst) return schrijf(namen());
  const { naam, scenario } = await kies(opdracht);
  const instellingen = leesStartInstellingen(process.env);
  // Loaded late: the whole program takes a second or two to load, and an error above should not wait for it.
  const { toonScenario } = await import('./speelScenario.ts');
  await toonScenario(naam, scenario, instellingen, opdracht.json);
}

try {
  await main();
} catch (fout) {
  const tekst = fout instanceof Error ? fout.message : String(fout);
  process.stderr.write(`${tekst.trimEnd()}\n`);
  const isGebruik = [GebruikFout, BestandFout, InstellingFout].some((soort) => fout instanceof soort);
  process.exitCode = isGebruik ? 2 : 1;
}
