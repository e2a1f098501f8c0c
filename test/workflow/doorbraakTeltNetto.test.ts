/**
 * Time that was opgeschort stands apart, also once the mark of three months has come: who is opgeschort is named on the agenda, its GI is not invited for it,
 * and it does not hold the closing up. Who waits for hulp that does not exist is gone through all the same.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import {
  begin,
  gelukt,
  isOnder,
  kwartaalNu,
  leesZaak,
  metMaatregel,
  totOnder,
} from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('wie na tien dagen is opgeschort, wordt na vijf maanden apart genoemd en niet besproken', async () => {
  const opgeschort = await op.meldAan(metMaatregel('999990019', 'leger-des-heils'));
  const zonderHulp = await op.meldAan(metMaatregel('123456782'));
  await op.besluit(zonderHulp, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
  await op.verstrijk(10 * dag);
  for (const kenmerk of [opgeschort, zonderHulp])
    await op.besluit(kenmerk, 'opschorting', {
      reden: 'veiligheid-eerst',
      evaluatieDatum: await op.datum(200),
      toelichting: 'Eerst moet het veilig zijn.',
    });
  await op.verstrijk(142 * dag);
  for (const kenmerk of [opgeschort, zonderHulp])
    expect((await op.traject(kenmerk)).signalen).toContain('schadelijk');

  const periode = await kwartaalNu(op);
  expect(await begin(op, periode)).toMatchObject({ zaken: 1, zonderAfspraak: 1 });
  const apart = await leesZaak(op, periode, opgeschort);
  expect(apart).toMatchObject({ soort: 'opgeschort', nettoDagen: 10 });
  expect(apart.brutoDagen).toBeGreaterThan(150);
  expect(await leesZaak(op, periode, zonderHulp)).toMatchObject({ soort: 'zaak', nettoDagen: 10 });
  const uitgenodigd = await op.db.bericht.findMany({ where: { soort: 'doorbraak-uitnodiging' } });
  expect(uitgenodigd.filter(({ gelegenheid }) => gelegenheid !== 'groep-william-schrikker')).toEqual([]);
  await totOnder(op, zonderHulp, true);
  expect(await isOnder(op, opgeschort)).toBe(false);

  const voorDatum = await op.datum(30);
  await gelukt(op, periode, 'afspraak', { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum }, zonderHulp);
  await gelukt(op, periode, 'geen-lacune', {}, zonderHulp);
  expect(await gelukt(op, periode, 'sluiting')).toMatchObject({ status: 'gesloten' });
});
