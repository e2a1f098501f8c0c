/** A decision on a doorbraak that got no answer, since no worker ran, is finished afterwards without anybody's help. */
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakHerstel, overnameNa } from '../../infra/herstel.ts';
import { besluit, kwartaalNu, leesZaak } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', metWorker: false });
});
afterAll(() => op?.sluit());

it('een afspraak die bleef liggen, wordt alsnog vastgelegd', async () => {
  const worker = await op.startWorker();
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
  await worker.stop();

  const periode = await kwartaalNu(op);
  const begonnen = await op.vraag('POST', '/v1/doorbraken', { periode }, { rol: 'manager' });
  expect(begonnen).toMatchObject({ status: 201, inhoud: { periode, status: 'open' } });
  const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(30) };
  const bewaard = await besluit(op, periode, 'afspraak', afspraak, kenmerk);
  expect(bewaard.status).toBe(202);
  const nietTeVinden = await besluit(op, '2020-K1', 'afspraak', afspraak, kenmerk);
  expect(nietTeVinden.status).toBe(404);

  await op.startWorker();
  const herstel = maakHerstel({
    db: op.db,
    temporal: op.client,
    taskQueue: op.instellingen.ZL_TASK_QUEUE,
    // Later than anything that is left to the API itself.
    klok: { nu: () => Date.now() + overnameNa + 1_000 },
    logboek: pino({ level: 'silent' }),
  });
  await wachtTot(
    async () => {
      await herstel();
      return op.vraag('GET', `/v1/invoer/${bewaard.inhoud.invoerId}`);
    },
    ({ inhoud }) => inhoud.status === 'verwerkt',
  );
  expect((await leesZaak(op, periode, kenmerk)).afspraken).toHaveLength(1);
});
