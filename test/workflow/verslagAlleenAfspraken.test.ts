import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import {
  inBespreking,
  ontvangers,
  totRegels,
  vastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
  werkdagNa,
  zeerComplex,
} from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('gaat terug naar de voorbereiding en loopt na de dag vast op wie het zou doen', async () => {
  const kenmerk = await inBespreking(op, 0, zeerComplex);
  const eerst = await op.datum(6);
  const later = await op.datum(9);
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    afspraken: [
      { wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum: eerst },
      { wie: 'aanbieder-03', wat: 'overleg-voeren', voorDatum: later },
    ],
    verslag: 'Eerst meer informatie.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', tafelDatum: null });
  expect(await ontvangers(op, kenmerk, 'verslag-gedeeld', 2)).toEqual([
    'aanbieder-03-contact-1',
    'aanmelder',
  ]);

  await verstrijkVoorbij(op, werkdagNa(eerst, 1));
  const [aanmelder] = await totRegels(op, kenmerk, 'vastgelopen', 1);
  expect(aanmelder?.codes).toEqual({ wacht: 'afspraak', op: 'aanmelder', wie: 'aanmelder' });
  verwachtMoment(aanmelder?.tijdstip, werkdagNa(eerst, 1));
  await verstrijkVoorbij(op, werkdagNa(later, 1));
  await totRegels(op, kenmerk, 'vastgelopen', 2);
  const alle = await wachtTot(
    () => vastgelopen(op, kenmerk),
    (lijst) => lijst.length === 2,
  );
  expect(alle).toEqual([
    { reden: 'afspraak', op: 'aanmelder', wie: 'aanmelder' },
    { reden: 'afspraak', op: 'aanbieder', wie: 'aanbieder-03' },
  ]);

  for (const nummer of [1, 2]) await op.besluit(kenmerk, 'afspraak-gedaan', { nummer });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 2) });
  expect(await vastgelopen(op, kenmerk)).toEqual([]);
  const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-03'],
    verslag: 'Nu wel een aanbieder.',
  });
  expect(onderzoeken).toEqual([`onderzoek-${kenmerk}-aanbieder-03-r2`]);
});
