import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', metWorker: false });
});
afterAll(() => op.sluit());

describe('een besluit dat bleef liggen', () => {
  it('gaat voor een besluit dat later is genomen, en maakt dat niet ongedaan', {
    timeout: 120_000,
  }, async () => {
    const worker = await op.startWorker();
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await worker.stop();
    const tafel = `/v1/trajecten/${kenmerk}/tafeldatum`;
    const [eerste, tweede] = [await werkdagOver(op, 3), await werkdagOver(op, 9)];
    expect((await op.vraag('POST', tafel, { tafelDatum: eerste })).status).toBe(202);

    await op.startWorker();
    expect((await op.vraag('POST', tafel, { tafelDatum: tweede })).status).toBe(202);
    await wachtTot(
      async () => {
        await op.herstel();
        return op.db.invoer.count({ where: { kenmerk, uitkomst: null } });
      },
      (open) => open === 0,
    );
    expect(await op.traject(kenmerk)).toMatchObject({ tafelDatum: tweede });
    const rijen = await op.db.gebeurtenis.findMany({
      where: { kenmerk, soort: 'tafeldatum' },
      orderBy: { tijdstip: 'asc' },
    });
    expect(rijen.map(({ codes }) => codes)).toEqual([{ tafelDatum: eerste }, { tafelDatum: tweede }]);
  });
});
