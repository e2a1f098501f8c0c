import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let kenmerk: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
  kenmerk = await op.meldAan();
  await wachtTot(
    () => op.verhaal(kenmerk),
    (verhaal) => verhaal.includes('traject-begonnen'),
  );
});
afterAll(() => op.sluit());

/** Length of the history, once nothing of what went before is still under way. */
const aantalGebeurtenissen = async () => {
  const { historyLength } = await wachtTot(
    () => op.trajectWorkflow(kenmerk).describe(),
    ({ raw }) => !raw.pendingActivities?.length && !raw.pendingWorkflowTask,
  );
  return historyLength;
};
const weigering = (soort: string, argument: unknown) =>
  op
    .trajectWorkflow(kenmerk)
    .executeUpdate(soort, { args: [argument] })
    .then(
      () => 'aangenomen',
      (fout) => fout.cause?.type ?? fout.cause?.cause?.type,
    );

describe('een bericht dat niet via de API kwam', () => {
  it('wordt geweigerd zonder gebeurtenis als het geen besluit is', async () => {
    const eerder = await aantalGebeurtenissen();
    for (const argument of [
      undefined,
      'triage',
      {},
      { invoerId: 'x', codes: {} },
      { invoerId: randomUUID() },
    ])
      expect(await weigering('triage', argument)).toBe('invoer-ongeldig');
    expect(await aantalGebeurtenissen()).toBe(eerder);
  });

  it('verandert niets als er geen Invoer bij hoort', async () => {
    const eerder = await op.traject(kenmerk);
    const codes = { uitkomst: 'afgewezen', reden: 'geen-verblijf', afwijkReden: 'nieuwe-informatie' };
    expect(await weigering('triage', { invoerId: randomUUID(), codes })).toBe('invoer-ongeldig');
    expect(await op.traject(kenmerk)).toEqual(eerder);
    expect(await op.verhaal(kenmerk)).not.toContain('triage');
  });

  it('verandert niets als de Invoer iets anders zegt', async () => {
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'wachtlijst' });
    const { id } = await op.db.invoer.findFirstOrThrow({ where: { kenmerk, soort: 'wachtreden' } });
    const ander = await op.meldAan();
    const fout = await op
      .trajectWorkflow(ander)
      .executeUpdate('wachtreden', { args: [{ invoerId: id, codes: { wachtreden: 'wachtlijst' } }] })
      .catch((reden) => reden.cause?.cause?.type ?? reden.cause?.type);
    expect(fout).toBe('invoer-ongeldig');
    expect(await op.verhaal(ander)).not.toContain('wachtreden');
  });

  it('beëindigt niets als het een verzoek tot annuleren is', async () => {
    const traject = op.trajectWorkflow(kenmerk);
    await traject.cancel();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    expect((await traject.describe()).status.name).toBe('RUNNING');
    const soorten = ((await traject.fetchHistory()).events ?? []).map(
      ({ workflowExecutionCancelRequestedEventAttributes }) =>
        workflowExecutionCancelRequestedEventAttributes,
    );
    expect(soorten.some(Boolean)).toBe(true);
  });
});

describe('een signaal dat niet van een onderzoek kwam', () => {
  it('kost vier gebeurtenissen en verandert niets', async () => {
    const eerder = await op.traject(kenmerk);
    const melding = {
      onderzoekId: 'onderzoek-x',
      vastgelopen: false,
      gelegenheid: 'x',
    };
    for (const argumenten of [[], ['onzin'], [{ onderzoekId: 1 }], [melding]]) {
      const lengte = await aantalGebeurtenissen();
      await op.trajectWorkflow(kenmerk).signal('onderzoekGemeld', ...argumenten);
      await wachtTot(aantalGebeurtenissen, (nu) => nu > lengte);
      expect(await aantalGebeurtenissen()).toBe(lengte + 4);
    }
    expect(await op.traject(kenmerk)).toEqual(eerder);
  });
});

describe('een signaal dat zich uitgeeft voor een onderzoek', () => {
  it('maakt van niets geen aanbod, en beëindigt geen onderzoek', async () => {
    const eigen = await op.meldAan();
    await op.besluit(eigen, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(eigen, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
    const { onderzoeken } = await op.besluit(eigen, 'verslag', {
      aanbieders: ['aanbieder-01'],
      ...besproken,
      verslag: 'Eén.',
    });
    const [onderzoekId = ''] = onderzoeken;
    const traject = op.trajectWorkflow(eigen);
    const { historyLength } = await traject.describe();
    const antwoord = { invoerId: randomUUID(), codes: { antwoord: 'aanbod' } };
    await traject.signal('onderzoekGemeld', {
      onderzoekId,
      vastgelopen: false,
      gelegenheid: 'herinnering-1',
      antwoord,
    });
    await op.workflow(onderzoekId).signal('laatVervallen', 'ingetrokken');
    await wachtTot(
      () => traject.describe(),
      (nu) => nu.historyLength > historyLength + 6 && !nu.raw.pendingActivities?.length,
    );
    const keuze = { aanbieders: ['aanbieder-01'], verwachteStartDatum: await op.datum(9) };
    expect(await op.vraag('POST', `/v1/trajecten/${eigen}/keuze`, keuze)).toMatchObject({ status: 409 });
    await op.aanbiederZegt(onderzoekId, 'bevestiging');
    expect(await op.onderzoek(onderzoekId)).toMatchObject({ status: 'bevestigd' });
    expect(await op.verhaal(eigen)).not.toContain('onderzoek-vervallen');
  });
});

describe('een besluit dat nu niet kan', () => {
  it('schrijft geen gebeurtenis in de geschiedenis', async () => {
    const eerder = await aantalGebeurtenissen();
    const antwoord = await op.vraag('POST', `/v1/trajecten/${kenmerk}/zorgstart`, {
      startDatum: await op.datum(0),
    });
    expect(antwoord.status).toBe(409);
    expect(await aantalGebeurtenissen()).toBe(eerder);
  });
});
