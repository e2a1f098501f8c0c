/** The scenarios that come with the program, in the order in which a reader sees them. */
import { readFile } from 'node:fs/promises';
import { leesScenario, type Scenario } from './schema.ts';

/** Their names. */
export const scenarioNamen = [
  'halfjaar-2025-1',
  'experttafel-2025',
  'wachttijden-2022-2',
  'uitvraag-2022-04-01',
] as const;
export type Scenarionaam = (typeof scenarioNamen)[number];

/** Whether this is the name of a scenario. */
export function isScenarionaam(naam: string): naam is Scenarionaam {
  return (scenarioNamen as readonly string[]).includes(naam);
}

/** Reads a scenario by its name. */
export async function scenarioOpNaam(naam: Scenarionaam): Promise<Scenario> {
  return leesScenario(await readFile(new URL(`bestanden/${naam}.json`, import.meta.url), 'utf8'));
}
