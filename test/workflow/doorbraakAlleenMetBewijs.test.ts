/** A signal that anybody can send from the Temporal UI changes nothing without the rows that prove it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import {
  begin,
  isOnder,
  kwartaalNu,
  leesZaak,
  metMaatregel,
  totOnder,
  zonder,
} from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('een melding zonder bewijs verandert geen traject en geen doorbraak', async () => {
  const besproken = await op.meldAan(metMaatregel('999990019'));
  await op.verstrijk(93 * dag);
  const nieuw = await op.meldAan(zonder('123456782'));
  const periode = await kwartaalNu(op);
  const doorbraak = doorbraakId(periode);
  await begin(op, periode);
  await totOnder(op, besproken, true);

  for (const onzin of [
    'onzin',
    { doorbraak, isOnder: true, gelegenheid: 'met een spatie' },
    { doorbraak, isOnder: true, gelegenheid: 'vals' },
  ])
    await op.trajectWorkflow(nieuw).signal('doorbraakGemeld', onzin);
  await op
    .trajectWorkflow(besproken)
    .signal('doorbraakGemeld', { doorbraak, isOnder: false, gelegenheid: 'vals' });
  for (const onzin of ['onzin', 'doorbraak-2030-K1', doorbraak])
    await op.workflow(doorbraak).signal('volgendeBegonnen', onzin);
  // A decision after them is taken after them.
  for (const kenmerk of [besproken, nieuw])
    await op.besluit(kenmerk, 'contact', { met: 'ouders', verslag: 'Het gaat.' });
  expect(await isOnder(op, besproken)).toBe(true);
  expect(await isOnder(op, nieuw)).toBe(false);
  expect(await op.verhaal(nieuw)).not.toContain('doorbraak');
  expect((await op.verhaal(besproken)).filter((soort) => soort === 'doorbraak')).toHaveLength(1);
  expect(await leesZaak(op, periode, besproken)).toMatchObject({ overNaar: null });
});
