/** The judge decides otherwise while a jeugdige waits: who carries the maatregel out now is invited, and reads the kenmerk; who was named in the aanmelding does not. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { begin, kwartaalNu, lees, mails, metMaatregel, zonder } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { geweigerd, inVoorbereiding, regels } from '../support/verloop.ts';
import { zoekattribuut } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const toelichting = 'De rechter heeft beslist.';

it('een maatregel die er later bij komt, of naar een andere GI gaat, bepaalt met wie wordt besproken', async () => {
  const kwamErbij = await inVoorbereiding(op, zonder('999990019'));
  const andereGi = await inVoorbereiding(op, metMaatregel('123456782'));
  const bleef = await inVoorbereiding(op, metMaatregel('111222333', 'jeugdbescherming-west'));
  await op.verstrijk(40 * dag);
  expect(await geweigerd(op, kwamErbij, 'situatie', { maatregel: 'ots', toelichting })).toMatchObject({
    status: 400,
    velden: ['gi'],
  });
  const nu = { maatregel: 'ots', gi: 'leger-des-heils', toelichting };
  for (const kenmerk of [kwamErbij, andereGi]) await op.besluit(kenmerk, 'situatie', nu);
  await op.besluit(bleef, 'situatie', { toelichting });
  expect(await op.traject(kwamErbij)).toMatchObject({ gi: 'leger-des-heils' });
  await wachtTot(
    () => zoekattribuut(op, kwamErbij, 'Gi'),
    (gi) => String(gi) === 'leger-des-heils',
  );
  expect((await regels(op, kwamErbij, 'situatie'))[0]?.codes).toMatchObject({
    maatregel: 'ots',
    gi: 'leger-des-heils',
  });

  await op.verstrijk(60 * dag);
  const periode = await kwartaalNu(op);
  await begin(op, periode);
  const { groepen } = await lees(op, periode);
  const agendas = groepen.map(({ groep, zaken }: { groep: string; zaken: { kenmerk: string }[] }) => [
    groep,
    zaken.map(({ kenmerk }) => kenmerk).sort(),
  ]);
  expect(agendas).toEqual([
    ['jeugdbescherming-west', [bleef]],
    ['leger-des-heils', [kwamErbij, andereGi].sort()],
  ]);
  const uitgenodigd = await mails(op, periode, 'doorbraak-uitnodiging', 4);
  expect(uitgenodigd.map(({ geadresseerde }) => geadresseerde)).not.toContain('william-schrikker');
});
