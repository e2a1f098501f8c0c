import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrajectBesluitSoort } from '../../domain/besluiten.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const stappen: [TrajectBesluitSoort, () => Promise<object>][] = [
  ['triage', async () => ({ uitkomst: 'bespreking' })],
  ['tafeldatum', async () => ({ tafelDatum: await werkdagOver(op, 0) })],
  [
    'verslag',
    async () => ({ aanbieders: ['aanbieder-01', 'aanbieder-02'], ...besproken, verslag: 'Twee aanbieders.' }),
  ],
];

describe('een aanmelding kan op ieder moment worden ingetrokken', () => {
  for (const [aantal, fase] of ['intake', 'voorbereiding', 'bespreking', 'onderzoek'].entries()) {
    it(`in de fase ${fase}`, async () => {
      const kenmerk = await op.meldAan();
      for (const [soort, inhoud] of stappen.slice(0, aantal))
        await op.besluit(kenmerk, soort, await inhoud());
      expect(await op.traject(kenmerk)).toMatchObject({ fase });
      await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' }, { rol: 'aanmelder' });
      expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'ingetrokken' });
      await wachtTot(
        () => op.db.onderzoek.count({ where: { kenmerk, status: 'vervallen' } }),
        (vervallen) => vervallen === (fase === 'onderzoek' ? 2 : 0),
      );
    });
  }

  it('de aanbieders horen dat hun antwoord niet meer nodig is, en kunnen niet meer antwoorden', async () => {
    const kenmerk = await op.meldAan();
    for (const [soort, inhoud] of stappen) await op.besluit(kenmerk, soort, await inhoud());
    const onderzoek = `onderzoek-${kenmerk}-aanbieder-01-r1`;
    await op.besluit(kenmerk, 'intrekking', { reden: 'situatie-veranderd' });
    await op.workflow(onderzoek).result();
    const mails = await wachtTot(
      () => op.mails(kenmerk).filter((mail) => [mail.to].flat()[0]?.text.includes('aanbieder-0')),
      (lijst) => lijst.length === 4,
    );
    expect(mails.map((mail) => [mail.to].flat()[0]?.text).sort()).toEqual([
      'zorglogistiek@aanbieder-01.example',
      'zorglogistiek@aanbieder-01.example',
      'zorglogistiek@aanbieder-02.example',
      'zorglogistiek@aanbieder-02.example',
    ]);
    const teLaat = await op.vraag(
      'POST',
      `/v1/onderzoeken/${onderzoek}/antwoord`,
      { antwoord: 'aanbod' },
      { rol: 'aanbieder', aanbieder: 'aanbieder-01' },
    );
    expect(teLaat).toMatchObject({ status: 409, inhoud: { detail: expect.stringContaining('gesloten') } });
    const dubbel = await op.vraag('POST', `/v1/trajecten/${kenmerk}/intrekking`, { reden: 'plek-gevonden' });
    expect(dubbel.status).toBe(409);
  });
});
