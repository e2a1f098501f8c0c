/**
 * A jeugdige with two trajecten is one zaak, and both show it. When the one by which the zaak is known is withdrawn as the double, the other still waits: the jeugdige stays in
 * the doorbraak, and what was agreed goes on.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { afspraakTermijnen } from '../../domain/doorbraakkalender.ts';
import {
  begin,
  besluit,
  gelukt,
  isOnder,
  kwartaalNu,
  lees,
  leesZaak,
  mails,
  metMaatregel,
  totOnder,
} from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { verstrijkVoorbij } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('wie nog een ander traject heeft, blijft in de doorbraak als het dubbele wordt ingetrokken', async () => {
  const dubbel = await op.meldAan(metMaatregel('999990019'));
  await op.verstrijk(dag);
  const blijft = await op.meldAan(metMaatregel('999990019'));
  for (const [kenmerk, coordinator] of [
    [dubbel, 'coordinator-1'],
    [blijft, 'coordinator-2'],
  ] as const)
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', coordinator });
  await op.verstrijk(93 * dag);
  const periode = await kwartaalNu(op);
  expect(await begin(op, periode)).toMatchObject({ zaken: 1 });
  expect(await leesZaak(op, periode, dubbel)).toMatchObject({ andereKenmerken: [blijft] });
  for (const kenmerk of [dubbel, blijft]) {
    await totOnder(op, kenmerk, true);
    expect(await op.verhaal(kenmerk)).toContain('doorbraak');
  }

  const voorDatum = await op.datum(7);
  const afspraak = { wie: 'aanbieder-03', wat: 'overleg-voeren', voorDatum };
  await op.besluit(dubbel, 'intrekking', { reden: 'andere-route' });
  // Nothing was agreed: it still has to be, so it cannot close.
  expect((await besluit(op, periode, 'sluiting')).inhoud).toMatchObject({ status: 409 });
  expect(await lees(op, periode)).toMatchObject({ zonderAfspraak: 1 });
  await gelukt(op, periode, 'afspraak', afspraak, dubbel);

  await verstrijkVoorbij(op, afspraakTermijnen(voorDatum).herinnerTijdstip);
  const herinnerd = await mails(op, periode, 'doorbraak-herinnering', 2);
  // The coördinator is that of the traject that goes on.
  expect(herinnerd.map(({ geadresseerde }) => geadresseerde)).toEqual([
    'aanbieder-03-contact-1',
    'coordinator-2',
  ]);
  expect(await isOnder(op, blijft)).toBe(true);
  await gelukt(op, periode, 'afspraak-gedaan', { nummer: 1 }, dubbel);
  await totOnder(op, blijft, false);
  await gelukt(op, periode, 'geen-lacune', {}, dubbel);
  await gelukt(op, periode, 'sluiting');
  expect(await op.workflow(doorbraakId(periode)).result()).toMatchObject({ status: 'afgerond' });
});

it('wie ook geen ander traject meer heeft, houdt niets meer open', async () => {
  const een = await op.meldAan(metMaatregel('123456782'));
  await op.verstrijk(dag);
  const twee = await op.meldAan(metMaatregel('123456782'));
  await op.verstrijk(200 * dag);
  const periode = await kwartaalNu(op);
  await begin(op, periode);
  await totOnder(op, twee, true);
  const anderen = (await lees(op, periode)).groepen
    .flatMap(({ zaken }: { zaken: { kenmerk: string; soort: string }[] }) => zaken)
    .filter(({ kenmerk, soort }: { kenmerk: string; soort: string }) => soort === 'zaak' && kenmerk !== een);
  for (const { kenmerk } of anderen) await op.besluit(kenmerk, 'intrekking', { reden: 'andere-route' });
  await op.besluit(een, 'intrekking', { reden: 'andere-route' });
  expect((await besluit(op, periode, 'sluiting')).status).toBe(409);
  await op.besluit(twee, 'intrekking', { reden: 'andere-route' });
  expect(await gelukt(op, periode, 'sluiting')).toMatchObject({ status: 'gesloten' });
});
