import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  // Without a cache every workflow task replays the whole history: what is not deterministic fails here.
  op = await maakOpstelling({ tijd: 'virtueel', worker: { maxCachedWorkflows: 0 } });
});
afterAll(() => op.sluit());

describe('een worker zonder cache', () => {
  it('komt tot hetzelfde, met iedere bijwerking precies één keer', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      ...besproken,
      verslag: 'Twee aanbieders.',
    });
    await op.verstrijk('9 days');
    await op.aanbiederZegt(onderzoeken[0], 'antwoord', { antwoord: 'maatwerk' });
    await wachtTot(
      () => op.verhaal(kenmerk),
      (verhaal) => verhaal.filter((soort) => soort === 'onderzoek-antwoord').length === 1,
    );
    await op.verstrijk('6 days');
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(9),
    });
    await op.verstrijk('9 days');
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'zorg-gestart' });
    for (const id of onderzoeken) await op.workflow(id).result();

    const rijen = await op.db.gebeurtenis.findMany({ where: { kenmerk } });
    expect(rijen.filter(({ soort }) => soort === 'escalatie')).toHaveLength(1);
    const register = await op.db.bericht.findMany({ where: { kenmerk } });
    expect(register.map(({ status, onzekerePogingen }) => [status, onzekerePogingen])).toEqual(
      register.map(() => ['verzonden', 0]),
    );
    const aangekomen = op.mails(kenmerk).map(({ messageId }) => messageId);
    expect(aangekomen.sort()).toEqual(register.map(({ messageId }) => messageId).sort());
  });
});
