/** At the table the jeugdige is spoken of: a verslag counts as contact, so the four weeks begin anew. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { inBespreking, regels } from '../support/verloop.ts';
import { evenNa, redenenNu, springNaar, totReden } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it.each([
  ['met aanbieders die onderzoeken', { aanbieders: ['aanbieder-01'] }],
  ['met alleen een afspraak', {}],
])('een verslag %s', async (_hoe, codes) => {
  const kenmerk = await inBespreking(op, 10);
  const aangemeld = Date.parse((await op.traject(kenmerk)).aanmeldingTijdstip);
  await op.verstrijk('10 days');
  const afspraak = { wie: 'aanmelder', wat: 'andere-stap', voorDatum: await op.datum(60) };
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    ...codes,
    ...('aanbieders' in codes ? {} : { afspraken: [afspraak] }),
    verslag: 'Besproken.',
  });
  const [verslag] = await regels(op, kenmerk, 'verslag');
  const vierWekenLater = (verslag?.tijdstip.getTime() ?? 0) + 28 * dag;

  await springNaar(op, evenNa(aangemeld + 28 * dag));
  expect(await redenenNu(op, kenmerk)).not.toContain('contact');
  await springNaar(op, evenNa(vierWekenLater));
  expect(await totReden(op, kenmerk, 'contact')).toMatchObject({
    op: 'coordinator',
    sindsTijdstip: new Date(vierWekenLater).toISOString(),
  });
});
