import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import proto from '@temporalio/proto';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import '../support/runtime.ts';

const { History } = proto.temporal.api.history.v1;
const map = join(import.meta.dirname, 'histories');
const namen = readdirSync(map).filter((naam) => naam.endsWith('.json'));
let workflowBundle: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  workflowBundle = await bundleWorkflowCode({
    workflowsPath: join(import.meta.dirname, '../../workflows/index.ts'),
    logger: new DefaultLogger('ERROR'),
  });
}, 60_000);

/** Red here means: use `patched()`, or let the old ones drain. A history is never recorded anew. */
describe('iedere opgenomen geschiedenis speelt opnieuw af', () => {
  it('en er zijn er van ieder einde van een traject, en van het doorgaan als nieuw', () => {
    expect(namen).toEqual(
      expect.arrayContaining([
        'afgewezen.json',
        'als-nieuw-doorgegaan-1.json',
        'als-nieuw-doorgegaan-2.json',
        'doorbraak-gaat-over.json',
        'doorbraak-in-traject.json',
        'doorbraak-neemt-over.json',
        'doorbraak-sluit-na-laatste-afspraak.json',
        'doorbraak-vanzelf-gesloten.json',
        'een-jaar-zonder-antwoord.json',
        'experttafelverslag.json',
        'halfjaarverslag.json',
        'plan-experttafelverslag.json',
        'plan-halfjaarverslag.json',
        'ingetrokken-tijdens-onderzoek.json',
        'tafel-afgerond.json',
        'tafel-vervallen.json',
        'tafel-vervalt-na-einde.json',
        'tafel-wissel.json',
        'te-laat-en-terug-naar-tafel.json',
        'uitvraag-afgerond.json',
        'uitvraag-als-nieuw-1.json',
        'uitvraag-als-nieuw-2.json',
        'uitvraag-kwartaal-gepubliceerd.json',
        'uitvraag-opnieuw-gevraagd.json',
        'wachttijdenverslag.json',
        'weekoverzicht.json',
        'zorg-gestart.json',
      ]),
    );
  });

  it.each(namen)('%s', async (naam) => {
    const { workflowId, history } = JSON.parse(readFileSync(join(map, naam), 'utf8'));
    await Worker.runReplayHistory({ workflowBundle }, History.fromObject(history), workflowId);
  });

  it('en een geschiedenis die niet past, wordt gezien', async () => {
    const { workflowId, history } = JSON.parse(readFileSync(join(map, 'zorg-gestart.json'), 'utf8'));
    const timer = history.events.find(
      (event: { timerStartedEventAttributes?: object }) => event.timerStartedEventAttributes,
    );
    timer.eventType = 'EVENT_TYPE_MARKER_RECORDED';
    timer.markerRecordedEventAttributes = { markerName: 'iets-anders' };
    delete timer.timerStartedEventAttributes;
    await expect(
      Worker.runReplayHistory({ workflowBundle }, History.fromObject(history), workflowId),
    ).rejects.toThrow();
  });
});
