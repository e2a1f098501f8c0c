import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { type Programma, startProgramma } from '../support/programma.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let worker: Programma | undefined;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', metWorker: false });
});
afterAll(async () => {
  await worker?.dood();
  await op.sluit();
});

describe('een worker die midden in een onderzoek wordt gedood', () => {
  it('verandert niets, behalve de wachttijd', { timeout: 180_000 }, async () => {
    worker = startProgramma('workers/worker.ts', [], op.omgevingsvariabelen);
    const kenmerk = await op.meldAan();
    await wachtTot(
      () => op.mails(kenmerk).length,
      (aantal) => aantal === 2,
    );
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      ...besproken,
      verslag: 'Twee.',
    });
    await wachtTot(
      () => op.mails(kenmerk).length,
      (aantal) => aantal === 7,
    );
    const onderzoek = `onderzoek-${kenmerk}-aanbieder-01-r1`;

    await worker.dood();
    const wie = { rol: 'aanbieder', aanbieder: 'aanbieder-01', sleutel: 'antwoord-van-01' } as const;
    const bewaard = await op.vraag(
      'POST',
      `/v1/onderzoeken/${onderzoek}/antwoord`,
      { antwoord: 'aanbod' },
      wie,
    );
    expect(bewaard.status).toBe(202);

    worker = startProgramma('workers/worker.ts', [], op.omgevingsvariabelen);
    await wachtTot(
      () => op.onderzoek(onderzoek),
      (stand) => stand.status === 'beantwoord',
    );
    // The same request again gets the first answer, and has no second effect.
    const nogEens = await op.vraag(
      'POST',
      `/v1/onderzoeken/${onderzoek}/antwoord`,
      { antwoord: 'aanbod' },
      wie,
    );
    expect(nogEens).toMatchObject({ status: 200, inhoud: { status: 'beantwoord' } });
    const verhaal = await op.verhaal(kenmerk);
    expect(verhaal.filter((soort) => soort === 'onderzoek-antwoord')).toHaveLength(1);
    await wachtTot(
      () => op.mails(kenmerk).length,
      (aantal) => aantal === 8,
    );
    const nummers = op.mails(kenmerk).map(({ messageId }) => messageId);
    expect(new Set(nummers).size).toBe(nummers.length);
  });
});
