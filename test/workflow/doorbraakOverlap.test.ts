/**
 * A doorbraak that begins while the one before is open: both go on, each under its own id. What was not agreed goes over to
 * the new one and is named as such in both; what was agreed stays where it is.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doorbraakBesluitVoorbeelden } from '../../api/voorbeelden.ts';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { leesPeriode } from '../../domain/periode.ts';
import {
  begin,
  besluit,
  gelukt,
  isOnder,
  kwartaalNu,
  lees,
  leesZaak,
  metMaatregel,
  totOnder,
} from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { verstrijkVoorbij } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('wat niet is afgesproken gaat over naar de volgende doorbraak, en wordt zo genoemd', async () => {
  const blijftOver = await op.meldAan(metMaatregel('999990019'));
  const afgesproken = await op.meldAan(metMaatregel('123456782'));
  await op.verstrijk(93 * dag);
  const eerste = await kwartaalNu(op);
  await begin(op, eerste);
  await gelukt(
    op,
    eerste,
    'afspraak',
    { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(60) },
    afgesproken,
  );
  const { lacune } = doorbraakBesluitVoorbeelden;
  await gelukt(op, eerste, 'lacune', lacune, afgesproken);
  await totOnder(op, blijftOver, true);

  await verstrijkVoorbij(op, leesPeriode(eerste)?.eindTijdstip ?? 0);
  const tweede = await kwartaalNu(op);
  expect(tweede).not.toBe(eerste);
  expect(await begin(op, tweede)).toMatchObject({ status: 'open', zaken: 2 });

  expect(await leesZaak(op, tweede, blijftOver)).toMatchObject({
    overVan: doorbraakId(eerste),
    overNaar: null,
  });
  expect(await leesZaak(op, tweede, afgesproken)).toMatchObject({ overVan: null });
  const over = await wachtTot(
    () => leesZaak(op, eerste, blijftOver),
    ({ overNaar }) => overNaar !== null,
  );
  expect(over).toMatchObject({ overNaar: doorbraakId(tweede), overVan: null });
  expect(await leesZaak(op, eerste, afgesproken)).toMatchObject({
    overNaar: null,
    afspraken: [{ nummer: 1 }],
  });
  const lijst = await op.vraag('GET', '/v1/doorbraken');
  expect(
    lijst.inhoud.doorbraken.map(({ periode, status }: Record<string, string>) => `${periode} ${status}`),
  ).toEqual([`${eerste} open`, `${tweede} open`]);

  // In the new one something is agreed; in the old one it no longer can be, nor has to be.
  const inOude = await besluit(
    op,
    eerste,
    'afspraak',
    { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(9) },
    blijftOver,
  );
  expect(inOude).toMatchObject({
    status: 409,
    inhoud: { detail: expect.stringContaining(doorbraakId(tweede)) },
  });
  expect(await gelukt(op, eerste, 'sluiting')).toMatchObject({ status: 'gesloten' });
  expect((await besluit(op, tweede, 'sluiting')).status).toBe(409);
  // The same lacune again: the BREN hears that it was seen twice, and since when; the old doorbraak keeps what it saw.
  for (const kenmerk of [afgesproken, blijftOver]) await gelukt(op, tweede, 'lacune', lacune, kenmerk);
  const gezien = { sector: lacune.sector, sindsPeriode: eerste, zaken: null };
  expect((await lees(op, tweede)).lacunes).toMatchObject([{ ...gezien, keren: 2 }]);
  expect((await lees(op, eerste)).lacunes).toMatchObject([{ ...gezien, keren: 1 }]);
  // The end of the old one ends nothing that the new one goes through.
  expect(await isOnder(op, blijftOver)).toBe(true);
  expect(await lees(op, tweede)).toMatchObject({ zonderAfspraak: 2 });
});
