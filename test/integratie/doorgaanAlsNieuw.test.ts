import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wachtredenen } from '../../domain/codes.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({
    tijd: 'echt',
    // The server suggests continue-as-new from about a hundred events on.
    dynamisch: { 'limit.historyCount.suggestContinueAsNew': 100 },
  });
});
afterAll(() => op.sluit());

const besluitenTegelijk = 24;

describe('een traject dat als nieuw doorgaat', () => {
  it('verliest geen besluit, geen onderzoek en geen mail, ook niet als de mailserver intussen weg is', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    await wachtTot(
      () => op.mails(kenmerk).length,
      (aantal) => aantal === 4,
    );
    await op.smtp.zet('uit');
    const aanbieders = ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'];
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      aanbieders,
      ...besproken,
      verslag: 'Drie aanbieders.',
    });
    const traject = op.trajectWorkflow(kenmerk);
    const eersteRun = (await traject.describe()).runId;

    const tegelijk = await Promise.all(
      Array.from({ length: besluitenTegelijk }, (_, i) =>
        op.vraag('POST', `/v1/trajecten/${kenmerk}/wachtreden`, {
          wachtreden: wachtredenen[i % wachtredenen.length],
        }),
      ),
    );
    expect(new Set(tegelijk.map(({ status }) => status))).toEqual(new Set([200]));
    const midden = await traject.describe();
    expect(midden.historyLength).toBeGreaterThan(100);
    // The mail of the verslag has not left yet, so the history may not end here.
    expect(midden.runId).toBe(eersteRun);

    await op.smtp.zet('aan');
    const { runId } = await wachtTot(
      () => traject.describe(),
      (beschrijving) => beschrijving.runId !== eersteRun,
    );
    expect(runId).not.toBe(eersteRun);

    const verhaal = await op.verhaal(kenmerk);
    expect(verhaal.filter((soort) => soort === 'wachtreden')).toHaveLength(besluitenTegelijk);

    // The same decision again, past the border of the histories, has no second effect.
    const invoer = await op.db.invoer.findFirstOrThrow({ where: { kenmerk, soort: 'wachtreden' } });
    const nogEens = await traject.executeUpdate<{ versie: number }, [unknown]>('wachtreden', {
      updateId: invoer.id,
      args: [{ invoerId: invoer.id, codes: invoer.codes }],
    });
    expect(nogEens.versie).toBe((await op.traject(kenmerk)).versie);
    expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'wachtreden')).toHaveLength(
      besluitenTegelijk,
    );

    for (const id of onderzoeken) {
      expect((await op.workflow(id).describe()).status.name).toBe('RUNNING');
      await op.aanbiederZegt(id, 'antwoord', { antwoord: 'aanbod' });
    }
    await wachtTot(
      () => op.traject(kenmerk),
      (stand) => stand.wachtOp === 'coordinator',
    );
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-02'],
      verwachteStartDatum: await op.datum(30),
    });
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    expect(await traject.result()).toMatchObject({ uitkomst: 'zorg-gestart' });

    const register = await wachtTot(
      () => op.db.bericht.findMany({ where: { kenmerk } }),
      (berichten) => berichten.every(({ status }) => status === 'verzonden'),
    );
    const aangekomen = op.mails(kenmerk).map(({ messageId }) => messageId);
    expect(aangekomen.sort()).toEqual(register.map(({ messageId }) => messageId).sort());
  });

  it('neemt een besluit aan dat wordt gestuurd terwijl het doorgaat', async () => {
    const kenmerk = await op.meldAan();
    const traject = op.trajectWorkflow(kenmerk);
    const runs = new Set<string>();
    let versie = 0;
    // One after the other, without a pause: some of these meet the border.
    for (let i = 0; i < 40; i += 1) {
      const antwoord = await op.besluit(kenmerk, 'wachtreden', {
        wachtreden: wachtredenen[i % wachtredenen.length],
      });
      expect(antwoord.versie).toBeGreaterThan(versie);
      versie = antwoord.versie;
      runs.add((await traject.describe()).runId);
    }
    expect(runs.size).toBeGreaterThan(1);
    expect((await op.verhaal(kenmerk)).filter((soort) => soort === 'wachtreden')).toHaveLength(40);
  });
});
