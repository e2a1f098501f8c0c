/** A doorbraak that goes on in a new history keeps its zaken, its agreements, and what it has handled. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { begin, besluit, gelukt, kwartaalNu, leesZaak } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', dynamisch: { 'limit.historyCount.suggestContinueAsNew': 60 } });
});
afterAll(() => op.sluit());

it('een doorbraak gaat door als nieuw, met alles wat is afgesproken', async () => {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
  const periode = await kwartaalNu(op);
  await begin(op, periode);
  const workflow = op.workflow(doorbraakId(periode));
  const { runId } = await workflow.describe();
  const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(30) };
  let aantal = 0;
  do {
    await gelukt(op, periode, 'afspraak', afspraak, kenmerk);
    aantal += 1;
  } while ((await workflow.describe()).runId === runId && aantal < 40);
  expect((await workflow.describe()).runId).not.toBe(runId);

  const { afspraken } = await leesZaak(op, periode, kenmerk);
  expect(afspraken.map(({ nummer }: { nummer: number }) => nummer)).toEqual(
    Array.from({ length: aantal }, (_, plaats) => plaats + 1),
  );
  // What was handled in the history before is not taken again, whoever sends it.
  const [eerste] = await op.db.invoer.findMany({
    where: { kenmerk: doorbraakId(periode), soort: 'afspraak' },
    orderBy: { ingediendTijdstip: 'asc' },
    take: 1,
  });
  await workflow.executeUpdate('afspraak', { args: [{ invoerId: eerste?.id, codes: eerste?.codes }] });
  expect((await leesZaak(op, periode, kenmerk)).afspraken).toHaveLength(aantal);
  for (let nummer = 1; nummer <= aantal; nummer += 1)
    await gelukt(op, periode, 'afspraak-gedaan', { nummer }, kenmerk);
  await gelukt(op, periode, 'geen-lacune', {}, kenmerk);
  expect(await gelukt(op, periode, 'sluiting')).toMatchObject({ status: 'gesloten' });
  expect(await workflow.result()).toMatchObject({ status: 'afgerond' });
  expect((await besluit(op, periode, 'sluiting')).status).toBe(409);
});
