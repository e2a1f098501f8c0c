import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoord, beginKwartaal, leesCijfers, rij, vraagBegin, wachtOpMails } from '../support/uitvragen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({
    tijd: 'echt',
    // The server suggests continue-as-new from about a hundred events on.
    dynamisch: { 'limit.historyCount.suggestContinueAsNew': 100 },
    instellingen: { ZL_UITVRAAG_PER_MINUUT: '200' },
  });
});
afterAll(() => op.sluit());

describe('een uitvraag die als nieuw doorgaat', () => {
  it('verliest geen antwoord, telt er geen twee keer, en mailt niemand opnieuw', async () => {
    const code = await beginKwartaal(op);
    const workflow = op.workflow(uitvraagId(code));
    const eersteRun = (await workflow.describe()).runId;
    await wachtOpMails(op, code, vraagBegin, 188);
    const wie = (i: number) => `aanbieder-${String(i + 10)}`;
    for (let groep = 0; groep < 6; groep++) {
      const antwoorden = await Promise.all(
        [0, 1, 2, 3, 4].map((i) => antwoord(op, code, wie(groep * 5 + i), { wachtenden: [rij(1)] })),
      );
      expect(antwoorden.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    }
    await wachtTot(
      () => workflow.describe(),
      ({ runId }) => runId !== eersteRun,
    );
    expect((await antwoord(op, code, wie(30), { wachtenden: [rij(1)] })).status).toBe(200);
    expect((await leesCijfers(op, code)).kwartaal).toMatchObject({
      geantwoord: 31,
      totaal: { wachtend: 31 },
    });

    // An answer that was sent to the first run and is sent once more is the same one.
    const eerste = await op.db.invoer.findFirstOrThrow({
      where: { soort: 'antwoord', codes: { path: ['aanbieder'], equals: wie(0) } },
    });
    await workflow.executeUpdate('antwoord', { args: [{ invoerId: eerste.id, codes: eerste.codes }] });
    expect(await op.db.uitvraagAntwoord.count()).toBe(31);
    expect(await wachtOpMails(op, code, vraagBegin, 188)).toHaveLength(188);
    expect(await op.db.auditRegel.count({ where: { wat: 'uitvraag-begonnen' } })).toBe(1);

    // What did not come through the API changes nothing.
    const verzonnen = { invoerId: '0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10', codes: { aanbieder: wie(40) } };
    await expect(workflow.executeUpdate('antwoord', { args: [verzonnen] })).rejects.toThrow();
    expect((await leesCijfers(op, code)).kwartaal).toMatchObject({ geantwoord: 31 });
  });
});
