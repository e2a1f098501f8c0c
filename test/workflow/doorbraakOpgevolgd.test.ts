/**
 * What is agreed in a doorbraak is followed up: the coördinator and who must act on the day, the manager once. Who does it late can still say so, until
 * the agreement vervalt.
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
import { zoekattribuut } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** Waits until Temporal shows it too: the row comes just before. */
const signaal = (kenmerk: string, is: boolean) =>
  wachtTot(
    () => zoekattribuut(op, kenmerk, 'Signaal'),
    (waarde) => (waarde as string[]).includes('doorbraak') === is,
  );

it('een afspraak wordt herinnerd, gemeld en afgevinkt, en het traject laat zien dat het wordt besproken', async () => {
  const gedaan = await op.meldAan(metMaatregel('999990019'));
  const blijft = await op.meldAan(metMaatregel('123456782'));
  const ingetrokken = await op.meldAan(metMaatregel('111222333'));
  for (const kenmerk of [gedaan, blijft, ingetrokken])
    await op.besluit(kenmerk, 'triage', {
      uitkomst: 'bespreking',
      coordinator: 'coordinator-2',
      afwijkReden: 'individuele-situatie',
      toelichting: 'Zo is het.',
    });
  await op.verstrijk(93 * dag);
  const periode = await kwartaalNu(op);
  const doorbraak = await begin(op, periode);
  expect(doorbraak).toMatchObject({ status: 'open', zaken: 3, zonderAfspraak: 3 });
  for (const kenmerk of [gedaan, blijft, ingetrokken]) await totOnder(op, kenmerk, true);
  await signaal(gedaan, true);
  expect(await op.verhaal(gedaan)).toContain('doorbraak');

  const voorDatum = await op.datum(7);
  const afspraak = {
    wie: 'william-schrikker',
    wat: 'overleg-voeren',
    voorDatum,
    toelichting: 'Met de ouders.',
  };
  for (const kenmerk of [gedaan, blijft, ingetrokken])
    await gelukt(op, periode, 'afspraak', afspraak, kenmerk);
  expect((await leesZaak(op, periode, gedaan)).afspraken).toMatchObject([
    { nummer: 1, wie: 'william-schrikker', voorDatum, toelichting: 'Met de ouders.', gedaanTijdstip: null },
  ]);

  // Done before its day: nobody is reminded, and it is no longer gone through.
  await gelukt(op, periode, 'afspraak-gedaan', { nummer: 1 }, gedaan);
  await totOnder(op, gedaan, false);
  expect((await besluit(op, periode, 'afspraak-gedaan', { nummer: 1 }, gedaan)).inhoud).toMatchObject({
    status: 409,
    detail: expect.stringContaining('al gedaan'),
  });
  // Its traject closed: nothing is asked about it any more.
  await op.besluit(ingetrokken, 'intrekking', { reden: 'plek-gevonden' });
  expect(await isOnder(op, blijft)).toBe(true);

  const { herinnerTijdstip, escalatieTijdstip } = afspraakTermijnen(voorDatum);
  await verstrijkVoorbij(op, herinnerTijdstip);
  expect(await mails(op, periode, 'doorbraak-herinnering', 2)).toMatchObject([
    { geadresseerde: 'coordinator-2', gegevens: { traject: blijft } },
    { geadresseerde: 'william-schrikker', gegevens: { traject: blijft } },
  ]);

  for (const kenmerk of [gedaan, blijft]) await gelukt(op, periode, 'geen-lacune', {}, kenmerk);
  expect(await gelukt(op, periode, 'sluiting')).toMatchObject({ status: 'gesloten' });
  await totOnder(op, blijft, false);
  await signaal(blijft, false);
  // Closed, yet the agreement is followed up.
  await verstrijkVoorbij(op, escalatieTijdstip);
  const [teLaat] = await mails(op, periode, 'doorbraak-te-laat', 1);
  expect(teLaat).toMatchObject({ geadresseerde: 'manager-1', gegevens: { traject: blijft } });
  expect(await mails(op, periode, 'doorbraak-herinnering', 2)).toHaveLength(2);

  // A week late it is done after all: that can be said, and then nothing is left to follow.
  await op.verstrijk('7 days');
  expect(await lees(op, periode)).toMatchObject({ status: 'gesloten' });
  await gelukt(op, periode, 'afspraak-gedaan', { nummer: 1, toelichting: 'Een week te laat.' }, blijft);
  expect(await op.workflow(doorbraakId(periode)).result()).toMatchObject({ status: 'afgerond' });
  expect((await leesZaak(op, periode, blijft)).afspraken).toMatchObject([
    {
      geescaleerdTijdstip: expect.any(String),
      gedaanTijdstip: expect.any(String),
      gedaanToelichting: 'Een week te laat.',
      vervallenTijdstip: null,
    },
  ]);
  expect((await besluit(op, periode, 'afspraak-gedaan', { nummer: 1 }, blijft)).status).toBe(409);
});
