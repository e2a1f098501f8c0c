/** An agreement of a doorbraak that nobody tells to be done vervalt half a year after the manager was told, so that the doorbraak ends. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { afspraakTermijnen } from '../../domain/doorbraakkalender.ts';
import {
  begin,
  besluit,
  gelukt,
  kwartaalNu,
  lees,
  leesZaak,
  mails,
  metMaatregel,
} from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { verstrijkVoorbij } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('een afspraak die nooit wordt afgevinkt, vervalt na een half jaar', async () => {
  const kenmerk = await op.meldAan(metMaatregel('999990019'));
  await op.verstrijk(93 * dag);
  const periode = await kwartaalNu(op);
  await begin(op, periode);
  const voorDatum = await op.datum(7);
  await gelukt(op, periode, 'afspraak', { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum }, kenmerk);
  await gelukt(op, periode, 'geen-lacune', {}, kenmerk);
  await gelukt(op, periode, 'sluiting');

  const { vervalTijdstip = 0 } = afspraakTermijnen(voorDatum);
  await verstrijkVoorbij(op, vervalTijdstip - dag);
  expect(await lees(op, periode)).toMatchObject({ status: 'gesloten' });
  expect((await op.workflow(doorbraakId(periode)).describe()).status.name).toBe('RUNNING');
  await verstrijkVoorbij(op, vervalTijdstip);
  expect(await op.workflow(doorbraakId(periode)).result()).toMatchObject({ status: 'afgerond' });
  expect((await leesZaak(op, periode, kenmerk)).afspraken).toMatchObject([
    { gedaanTijdstip: null, vervallenTijdstip: expect.any(String) },
  ]);
  // Nobody is mailed of it: the manager was told already.
  await mails(op, periode, 'doorbraak-herinnering', 2);
  await mails(op, periode, 'doorbraak-te-laat', 1);
  expect((await besluit(op, periode, 'afspraak-gedaan', { nummer: 1 }, kenmerk)).status).toBe(409);
});
