/** What a coördinator writes with the decisions of a doorbraak can be read back by coördinatoren; a manager reads no words. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { begin, besluit, gelukt, kwartaalNu, lees, leesZaak, metMaatregel } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('de woorden bij een afspraak, het afvinken en het sluiten leest de coördinator terug', async () => {
  const kenmerk = await op.meldAan(metMaatregel('999990019'));
  const ander = await op.meldAan(metMaatregel('123456782'));
  await op.verstrijk(93 * dag);
  const periode = await kwartaalNu(op);
  await begin(op, periode);
  expect(await lees(op, periode)).toMatchObject({ sluitingToelichting: null });
  const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(30) };
  for (const nummer of [1, 2])
    await gelukt(op, periode, 'afspraak', { ...afspraak, toelichting: `Afspraak ${nummer}.` }, kenmerk);
  await gelukt(op, periode, 'afspraak', afspraak, ander);
  // Refused: it may not show as what was written when it was done.
  const geweigerd = await besluit(
    op,
    periode,
    'afspraak-gedaan',
    { nummer: 3, toelichting: 'Geweigerd.' },
    kenmerk,
  );
  expect(geweigerd.status).toBe(409);
  await gelukt(op, periode, 'afspraak-gedaan', { nummer: 2, toelichting: 'Het is gelukt.' }, kenmerk);
  expect(
    (await besluit(op, periode, 'afspraak-gedaan', { nummer: 2, toelichting: 'Nog eens.' }, kenmerk)).status,
  ).toBe(409);
  for (const zaak of [kenmerk, ander]) await gelukt(op, periode, 'geen-lacune', {}, zaak);
  await gelukt(op, periode, 'sluiting', { toelichting: 'Alles is besproken.' });

  expect((await leesZaak(op, periode, kenmerk)).afspraken).toMatchObject([
    { toelichting: 'Afspraak 1.', gedaanToelichting: null },
    { toelichting: 'Afspraak 2.', gedaanToelichting: 'Het is gelukt.' },
  ]);
  expect((await leesZaak(op, periode, ander)).afspraken).toMatchObject([
    { toelichting: null, gedaanToelichting: null },
  ]);
  expect(await lees(op, periode)).toMatchObject({ sluitingToelichting: 'Alles is besproken.' });

  const voorManager = JSON.stringify(await lees(op, periode, { rol: 'manager' }));
  for (const woord of ['Afspraak 1', 'Het is gelukt', 'Alles is besproken'])
    expect(voorManager).not.toContain(woord);
});
