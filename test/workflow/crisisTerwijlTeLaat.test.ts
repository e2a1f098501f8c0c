/** A crisis is never held up by a wachtreden that is missing. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { mailMetKop } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('een traject dat te laat is zonder wachtreden eindigt bij een crisis meteen', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01'],
    verslag: 'Eén aanbieder onderzoekt.',
  });
  await op.verstrijk('15 days');
  await wachtTot(
    () => op.traject(kenmerk),
    ({ escalatieniveau }) => escalatieniveau === 1,
  );
  // What is not a crisis has to wait for the wachtreden.
  expect(
    await op.vraag('POST', `/v1/trajecten/${kenmerk}/tafeldatum`, { tafelDatum: await werkdagOver(op, 3) }),
  ).toMatchObject({ status: 409, inhoud: { type: 'tag:zorglogistiek.example,2026:wachtreden-ontbreekt' } });

  expect(await op.besluit(kenmerk, 'crisis', {})).toMatchObject({ fase: 'afgesloten', uitkomst: 'crisis' });
  expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'crisis' });
  await mailMetKop(op, kenmerk, 'Bel nu het Crisis Interventie Team (CIT)');
  expect((await op.traject(kenmerk)).signalen).not.toContain('te-laat');
});
