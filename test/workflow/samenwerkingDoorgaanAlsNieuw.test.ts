import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  antwoordt,
  gaatDoorAlsNieuw,
  geweigerd,
  inOnderzoek,
  ontvangers,
  totVastgelopen,
} from '../support/verloop.ts';

let op: Opstelling;
let worker: Awaited<ReturnType<Opstelling['startWorker']>>;
beforeAll(async () => {
  op = await maakOpstelling({
    tijd: 'echt',
    metWorker: false,
    // The server suggests continue-as-new from about a hundred events on.
    dynamisch: { 'limit.historyCount.suggestContinueAsNew': 100 },
  });
  worker = await op.startWorker();
});
afterAll(() => op.sluit());

/** Another worker takes over, that remembers nothing; and the traject goes on in a new history. */
async function begintOpnieuw(kenmerk: string): Promise<void> {
  await worker.stop();
  worker = await op.startWorker();
  await gaatDoorAlsNieuw(op, kenmerk);
}

it('midden in een samenwerking: wie instemde en wie nog moet, blijft bewaard', {
  timeout: 180_000,
}, async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', {
    antwoord: 'samenwerking',
    metAanbieders: ['aanbieder-02', 'aanbieder-03'],
  });
  const van = (nummer: number) => `onderzoek-${kenmerk}-aanbieder-0${nummer}-r1`;
  await antwoordt(op, van(2), { antwoord: 'samenwerking', metAanbieders: ['aanbieder-01', 'aanbieder-03'] });
  await begintOpnieuw(kenmerk);

  expect((await op.workflow(van(3)).describe()).status.name).toBe('RUNNING');
  const keuze = {
    aanbieders: ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'],
    verwachteStartDatum: await op.datum(5),
  };
  expect(
    await geweigerd(op, kenmerk, 'keuze', { ...keuze, aanbieders: ['aanbieder-01', 'aanbieder-02'] }),
  ).toMatchObject({ status: 409, code: 'niet-ingestemd' });
  await antwoordt(op, van(3), { antwoord: 'afwijzing', afwijzingReden: 'niet-eens-met-plan' });
  await totVastgelopen(op, kenmerk, 'samenwerking');
  expect(await ontvangers(op, kenmerk, 'samenwerking-oneens', 4)).toHaveLength(4);

  await op.besluit(kenmerk, 'direct-voorleggen', { aanbieders: ['aanbieder-03'], reden: 'tijd-winnen' });
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-03-r2`, {
    antwoord: 'samenwerking',
    metAanbieders: ['aanbieder-01', 'aanbieder-02'],
  });
  expect(await op.besluit(kenmerk, 'keuze', keuze)).toMatchObject({ fase: 'overbrugging' });
  // Asked once for each plan that names it, also past the border of the histories; and once more for each when it is asked anew.
  expect(await ontvangers(op, kenmerk, 'samenwerking-gevraagd', 5)).toEqual([
    'aanbieder-02-contact-1',
    ...Array.from({ length: 4 }, () => 'aanbieder-03-contact-1'),
  ]);
});
