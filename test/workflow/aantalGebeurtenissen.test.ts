import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kaalAntwoord, kaalOnderzoek, kaalTraject } from '../../bench/kaalOnderzoek.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { maakTijdspringer } from '../support/servers.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

async function lengte(id: string): Promise<number> {
  return (await op.workflow(id).fetchHistory()).events?.length ?? 0;
}

/** Waits until nothing is under way, so that what comes next never shares a workflow task with what went before. */
async function opRust(...ids: string[]): Promise<void> {
  for (const id of ids)
    await wachtTot(
      async () => isInRust((await op.workflow(id).fetchHistory()).events ?? []),
      (inRust) => inRust,
    );
}

/** Whether every activity has ended, and the last workflow task has heard of all that happened. */
function isInRust(events: NonNullable<Gebeurtenissen>): boolean {
  const begonnen = events.filter((e) => e.activityTaskScheduledEventAttributes).length;
  const beeindigd = events.filter((e) => e.activityTaskCompletedEventAttributes).length;
  const laatsteTaak = events.findLastIndex((e) => e.workflowTaskCompletedEventAttributes);
  const daarna = events.slice(laatsteTaak + 1);
  // What a workflow task has done itself stands behind it and is nothing to wait for.
  return (
    begonnen === beeindigd &&
    daarna.every((e) => e.timerStartedEventAttributes ?? e.upsertWorkflowSearchAttributesEventAttributes)
  );
}

async function gesloten(id: string): Promise<number> {
  await op.workflow(id).result();
  return lengte(id);
}

type Gebeurtenissen = Awaited<ReturnType<ReturnType<Opstelling['workflow']>['fetchHistory']>>['events'];

/**
 * The events that are no workflow task: these depend on nothing but what happened. How many workflow tasks there are
 * depends on what the server groups into one, and differs from run to run.
 */
function zonderWorkflowTaken(events: Gebeurtenissen): number {
  return (events ?? []).filter(
    (e) =>
      !(
        e.workflowTaskScheduledEventAttributes ||
        e.workflowTaskStartedEventAttributes ||
        e.workflowTaskCompletedEventAttributes
      ),
  ).length;
}

async function zonderTaken(id: string): Promise<number> {
  await op.workflow(id).result();
  return zonderWorkflowTaken((await op.workflow(id).fetchHistory()).events);
}

/** Brings a new traject to these aanbieders. */
async function inOnderzoek(aanbieders: string[]): Promise<{ kenmerk: string; onderzoeken: string[] }> {
  const kenmerk = await op.meldAan((aanmelding) => {
    aanmelding.complexiteit = 'zeer-complex';
  });
  const traject = `traject-${kenmerk}`;
  await opRust(traject);
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await opRust(traject);
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  await opRust(traject);
  const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
    aanbieders,
    ...besproken,
    verslag: 'Zij onderzoeken.',
  });
  await opRust(traject, ...onderzoeken);
  return { kenmerk, onderzoeken };
}

/** Lets days pass until the onderzoek has this number of reminders. */
async function herinnerd(id: string, aantal: number): Promise<void> {
  while ((await op.onderzoek(id)).herinneringen < aantal) {
    await op.verstrijk('1 day');
    await opRust(id);
  }
}

/** The bare onderzoek with this number of reminders and an answer, on a server of its own. */
async function kaleLengte(aantal: number): Promise<number> {
  const omgeving = await maakTijdspringer();
  const niets = async () => {};
  const worker = await Worker.create({
    connection: omgeving.nativeConnection,
    taskQueue: 'kaal',
    workflowsPath: new URL('../../bench/kaalOnderzoek.ts', import.meta.url).pathname,
    activities: { bewaar: niets, mail: niets },
  });
  try {
    return await worker.runUntil(async () => {
      const nu = await omgeving.currentTimeMs();
      const dag = 24 * 60 * 60 * 1000;
      await omgeving.client.workflow.start(kaalTraject, {
        workflowId: 'kaal-traject',
        taskQueue: 'kaal',
        args: [aantal >= 1 ? 2 : 1],
      });
      const onderzoek = await omgeving.client.workflow.start(kaalOnderzoek, {
        workflowId: 'kaal-onderzoek',
        taskQueue: 'kaal',
        args: [
          {
            id: 'kaal-onderzoek',
            trajectId: 'kaal-traject',
            // One moment more than will come: like the real one it is waiting for the next when the answer arrives.
            herinneringen: Array.from({ length: aantal + 1 }, (_, i) => nu + (i + 1) * dag),
          },
        ],
      });
      for (let dagen = 0; dagen < aantal; dagen += 1) await omgeving.sleep('1 day');
      await omgeving.sleep('1 hour');
      await onderzoek.executeUpdate(kaalAntwoord, { args: ['aanbod'] });
      await onderzoek.result();
      return zonderWorkflowTaken((await onderzoek.fetchHistory()).events);
    });
  } finally {
    await omgeving.teardown();
  }
}

describe('het aantal gebeurtenissen van één onderzoek', () => {
  for (const aantal of [0, 2, 3, 4, 6]) {
    it(`is met ${aantal} herinneringen en het antwoord niet meer dan dat van een kale workflow`, async () => {
      const { onderzoeken } = await inOnderzoek(['aanbieder-01']);
      const onderzoek = onderzoeken[0] ?? '';
      await herinnerd(onderzoek, aantal);
      await opRust(onderzoek);
      await op.aanbiederZegt(onderzoek, 'antwoord', { antwoord: 'aanbod' });
      const eigen = await zonderTaken(onderzoek);
      const kaal = await kaleLengte(aantal);
      expect(eigen).toBeLessThanOrEqual(kaal);
    });
  }
});

describe('het aantal gebeurtenissen van een heel traject', () => {
  it('met drie aanbieders en ieder zes herinneringen staat vast', async () => {
    const { kenmerk, onderzoeken } = await inOnderzoek(['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
    const traject = `traject-${kenmerk}`;
    for (const id of onderzoeken) await herinnerd(id, 6);
    await opRust(traject, ...onderzoeken);
    for (const id of onderzoeken) {
      await op.aanbiederZegt(id, 'antwoord', { antwoord: 'aanbod' });
      await op.workflow(id).result();
      await opRust(traject);
    }
    await wachtTot(
      () => op.traject(kenmerk),
      (traject) => traject.wachtOp === 'coordinator',
    );
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(300),
    });
    await opRust(traject);
    await op.verstrijk('300 days');
    await opRust(traject);
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    expect(await gesloten(traject)).toBeLessThanOrEqual(340);
    expect(await Promise.all(onderzoeken.map(zonderTaken))).toEqual([46, 46, 46]);
    // The three aanbieders let their norm pass at one moment. In how many messages the server brings their reports decides whether
    // the timer of the traject is set anew between them: two events each time.
    const aantal = await zonderTaken(traject);
    expect([144, 146, 148]).toContain(aantal);
  });
});
