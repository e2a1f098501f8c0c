import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** Lets an aanbieder make an offer and waits until the traject has heard of it. */
async function aanbod(kenmerk: string, onderzoek: string): Promise<void> {
  const gehoord = async () =>
    (await op.verhaal(kenmerk)).filter((soort) => soort === 'onderzoek-gemeld').length;
  const eerder = await gehoord();
  await op.aanbiederZegt(onderzoek, 'antwoord', { antwoord: 'aanbod' });
  await wachtTot(gehoord, (nu) => nu > eerder);
}

describe('een gekozen aanbieder die afvalt voordat de zorg start', () => {
  it('brengt het traject onder hetzelfde kenmerk terug aan tafel, met de klok die doorloopt', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-01'],
      ...besproken,
      verslag: 'Eén aanbieder onderzoekt.',
    });
    await aanbod(kenmerk, onderzoeken[0]);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(30),
    });
    await op.verstrijk('20 days');
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'overbrugging', escalatieniveau: 0 });

    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'bespreking', wachtOp: 'tafel' });
    // The ambitie was fourteen days after the aanmelding, and there is no clarity any more.
    await wachtTot(
      () => op.traject(kenmerk),
      ({ escalatieniveau }) => escalatieniveau === 1,
    );
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'personeelstekort' });
    const tweede = await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      ...besproken,
      verslag: 'Twee aanbieders onderzoeken.',
    });
    expect(tweede.onderzoeken).toEqual([
      `onderzoek-${kenmerk}-aanbieder-01-r1`,
      `onderzoek-${kenmerk}-aanbieder-01-r2`,
      `onderzoek-${kenmerk}-aanbieder-02-r2`,
    ]);
    await aanbod(kenmerk, `onderzoek-${kenmerk}-aanbieder-02-r2`);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-02'],
      verwachteStartDatum: await op.datum(3),
    });
    await op.verstrijk('3 days');
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'zorg-gestart' });
  });
});
