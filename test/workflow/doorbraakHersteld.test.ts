/** A decision on a doorbraak that got no answer, since no worker ran, is finished afterwards without anybody's help. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { besluit, kwartaalNu, leesZaak, metMaatregel } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel', metWorker: false });
});
afterAll(() => op.sluit());

it('een afspraak die bleef liggen, wordt alsnog vastgelegd', async () => {
  const kenmerk = await op.meldAan(metMaatregel('999990019'));
  await op.verstrijk(93 * dag);
  const periode = await kwartaalNu(op);
  const begonnen = await op.vraag('POST', '/v1/doorbraken', { periode }, { rol: 'manager' });
  expect(begonnen).toMatchObject({ status: 201, inhoud: { periode, status: 'open' } });
  const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(30) };
  const bewaard = await besluit(op, periode, 'afspraak', afspraak, kenmerk);
  expect(bewaard.status).toBe(202);
  const nietTeVinden = await besluit(op, '2020-K1', 'afspraak', afspraak, kenmerk);
  expect(nietTeVinden.status).toBe(404);

  await op.startWorker();
  await op.verstrijk('1 minute');
  await wachtTot(
    async () => {
      await op.herstel();
      return op.vraag('GET', `/v1/invoer/${bewaard.inhoud.invoerId}`);
    },
    ({ inhoud }) => inhoud.status === 'verwerkt',
  );
  expect((await leesZaak(op, periode, kenmerk)).afspraken).toHaveLength(1);
});
