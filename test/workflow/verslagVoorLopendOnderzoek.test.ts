/** An aanbieder that is investigating already, and is set to work again by a new verslag, gets that verslag. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lees, linkUitMail } from '../support/gelezenLink.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { inOnderzoek, ontvangers } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('wie al onderzoekt en weer wordt genoemd, krijgt het nieuwe verslag met de link van het onderzoek', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = ''] = onderzoeken;
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
  await op.besluit(kenmerk, 'verslag', {
    aanwezig: ['aanmelder', 'coordinator-1'],
    aanbieders: ['aanbieder-01', 'aanbieder-03'],
    geprobeerd: 'Logeren bij roodborst.',
    waaromNiet: 'Dat was te kort.',
    verslag: 'Er is nieuws over de winterkoning.',
  });
  // aanbieder-02 was not named again, aanbieder-03 is asked for the first time.
  expect(await ontvangers(op, kenmerk, 'verslag-gedeeld', 3)).toEqual([
    'aanbieder-01-contact-1',
    'aanmelder',
    'aanmelder',
  ]);
  const link = await linkUitMail(op, kenmerk, 'verslag-gedeeld', 'aanbieder-01-contact-1');
  expect(link).toBe(await linkUitMail(op, kenmerk, 'onderzoek-gevraagd', 'aanbieder-01-contact-1'));
  const { tekst } = await lees(op, link);
  expect(tekst).toContain('Er is nieuws over de winterkoning.');
  expect(tekst).toContain('Logeren bij roodborst.');
  expect(await op.onderzoek(een)).toMatchObject({ verslag: 'Er is nieuws over de winterkoning.' });
});
