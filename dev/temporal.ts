/** The Temporal dev server: server and UI in one program, its state in one file or in memory. */
import { Connection } from '@temporalio/client';
import { type Kind, luistert, startKind } from './kind.ts';
import { vrijePoort } from './poorten.ts';

/** How the dev server is started. */
export interface TemporalOpties {
  /** Path of the Temporal CLI. */
  programma: string;
  poort: number;
  /** Port of the UI; without it there is none. */
  uiPoort?: number;
  /** File of the database; without it everything is lost at the end. */
  bestand?: string;
  logbestand: string;
  namespaces?: readonly string[];
  /** Dynamic configuration of the server, by its own keys. */
  dynamisch?: Readonly<Record<string, number | boolean | string>>;
  gestart?: (pid: number) => void;
}

/** Starts the dev server on 127.0.0.1 and waits until every namespace takes requests. */
export async function startTemporal(opties: TemporalOpties): Promise<Kind> {
  const { poort, uiPoort, bestand, namespaces = [], dynamisch = {} } = opties;
  const argumenten = [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(poort),
    '--http-port',
    String(await vrijePoort()),
    '--log-level',
    'warn',
    ...(uiPoort === undefined ? ['--headless'] : ['--ui-port', String(uiPoort), '--ui-disable-news-fetch']),
    ...(bestand === undefined ? [] : ['--db-filename', bestand]),
    ...namespaces.flatMap((naam) => ['--namespace', naam]),
    ...Object.entries(dynamisch).flatMap(([sleutel, waarde]) => [
      '--dynamic-config-value',
      `${sleutel}=${JSON.stringify(waarde)}`,
    ]),
  ];
  return startKind({
    naam: 'Temporal',
    opdracht: opties.programma,
    argumenten,
    logbestand: opties.logbestand,
    stopsignaal: 'TERM',
    // The CLI reads TEMPORAL_* as well; here its flags alone count.
    env: Object.fromEntries(Object.entries(process.env).filter(([naam]) => !naam.startsWith('TEMPORAL_'))),
    klaar: async () => {
      if (!(await luistert(poort))) return false;
      if (uiPoort !== undefined && !(await luistert(uiPoort))) return false;
      let verbinding: Connection | undefined;
      try {
        verbinding = await Connection.connect({ address: `127.0.0.1:${poort}`, connectTimeout: '2s' });
        for (const namespace of ['default', ...namespaces]) {
          await verbinding.workflowService.describeNamespace({ namespace });
        }
        return true;
      } catch {
        return false;
      } finally {
        await verbinding?.close();
      }
    },
    ...(opties.gestart ? { gestart: opties.gestart } : {}),
  });
}
