import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { antwoordt, gaatDoorAlsNieuw, inOnderzoek, ontvangers, regels } from '../support/verloop.ts';

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

it('midden in een opschorting: wie opnieuw moet worden gevraagd en de echte duur blijven bewaard', {
  timeout: 180_000,
}, async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'aanbod' });
  const { ambitieTijdstip } = await op.traject(kenmerk);
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(10),
    toelichting: 'Eerst moet het veilig zijn.',
  });
  await op.workflow(twee).result();
  await begintOpnieuw(kenmerk);

  expect(await op.traject(kenmerk)).toMatchObject({
    signalen: ['opgeschort'],
    opgeschort: { reden: 'veiligheid-eerst' },
  });
  const tafel = { tafelDatum: await werkdagOver(op, 1) };
  expect((await op.vraag('POST', `/v1/trajecten/${kenmerk}/tafeldatum`, tafel)).status).toBe(409);
  const { onderzoeken: alle } = await op.besluit(kenmerk, 'hervatting', {});
  expect(alle).toEqual([een, twee, `onderzoek-${kenmerk}-aanbieder-02-r2`]);
  const [van] = await regels(op, kenmerk, 'opschorting');
  const [tot] = await regels(op, kenmerk, 'hervatting');
  const duur = (tot?.tijdstip.getTime() ?? 0) - (van?.tijdstip.getTime() ?? 0);
  expect(tot?.codes).toMatchObject({ duur });
  expect(Date.parse((await op.traject(kenmerk)).ambitieTijdstip)).toBe(Date.parse(ambitieTijdstip) + duur);

  expect(await ontvangers(op, kenmerk, 'onderzoek-gevraagd', 3)).toHaveLength(3);
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-02-r2`, { antwoord: 'aanbod' });
  for (const aanbieders of [['aanbieder-01'], ['aanbieder-02']])
    expect(
      await op.besluit(kenmerk, 'keuze', { aanbieders, verwachteStartDatum: await op.datum(5) }),
    ).toMatchObject({ fase: 'overbrugging' });
});
