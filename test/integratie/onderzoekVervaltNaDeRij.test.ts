/** An onderzoek lapses only when the row says so, and hears it once: a timer that ends one stores that first. */
import { Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { legVast } from '../../activities/vastleggen.ts';
import { dag } from '../../domain/beleid.ts';
import { trajectWorkflowId } from '../../domain/kenmerk.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import type { Vastlegging } from '../../domain/vastlegging.ts';
import { datumInNederland, werkdagenVanaf } from '../../domain/werkdagen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { inOnderzoek } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

it('een onderzoek vervalt als de zorg niet begint, ook terwijl de post stilligt', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const [onderzoek = ''] = onderzoeken;
  await op.trajectWorkflow(kenmerk).terminate();
  const rij = await op.db.traject.findUniqueOrThrow({ where: { kenmerk } });
  const langGeleden = (await op.nu()) - 20 * dag;
  // No decision leads here: who is chosen has answered, and the others are no longer asked.
  const gekozenMetOpenOnderzoek: TrajectToestand = {
    ...(rij.toestand as unknown as TrajectToestand),
    aanmeldingTijdstip: langGeleden,
    fase: 'overbrugging',
    faseTijdstip: langGeleden,
    gekozen: ['aanbieder-02'],
    duidelijkheidTijdstip: langGeleden,
    verwachteStartDatum: datumInNederland(langGeleden),
    werkdagen: werkdagenVanaf(langGeleden - dag, 60),
  };
  // Nobody takes what goes over the post queue of this one.
  const worker = await Worker.create({
    connection: op.verbinding,
    namespace: op.namespace,
    taskQueue: 'zonder-post',
    workflowBundle: { codePath: inject('servers').bundel },
    activities: {
      legVast: (v: Vastlegging) =>
        legVast({ db: op.db, mailVan: op.instellingen.ZL_MAIL_VAN, logboek: pino({ level: 'silent' }) }, v),
      werkdagenVanaf: async (vraag: { vanaf: number; aantal: number }) =>
        werkdagenVanaf(vraag.vanaf, vraag.aantal),
    },
  });
  await worker.runUntil(async () => {
    await op.client.workflow.start('traject', {
      workflowId: trajectWorkflowId(kenmerk),
      taskQueue: 'zonder-post',
      args: [gekozenMetOpenOnderzoek],
    });
    await wachtTot(
      () => op.db.onderzoek.findUniqueOrThrow({ where: { id: onderzoek } }),
      ({ status }) => status === 'vervallen',
      30_000,
    );
  });
  expect(await op.verhaal(kenmerk)).toEqual(
    expect.arrayContaining(['zorgstart-uitgebleven', 'onderzoek-vervallen']),
  );
});
