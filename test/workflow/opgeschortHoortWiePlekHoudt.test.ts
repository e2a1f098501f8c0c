/** Who holds a place for the jeugdige hears that the traject stands still, and that it goes on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, inOverbrugging, ontvangers } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const schortOp = async (kenmerk: string) =>
  op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(7),
    toelichting: 'Eerst de veiligheid.',
  });

it('de gekozen aanbieder hoort het stilstaan en het verdergaan', async () => {
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum: await op.datum(20) });
  await schortOp(kenmerk);
  expect(await ontvangers(op, kenmerk, 'opgeschort', 2)).toEqual(['aanbieder-01-contact-1', 'aanmelder']);
  await op.besluit(kenmerk, 'hervatting', {});
  expect(await ontvangers(op, kenmerk, 'hervat', 2)).toEqual(['aanbieder-01-contact-1', 'aanmelder']);
});

it('voor de keuze hoort wie een aanbod deed het; wie afwees niet, en wie nog onderzocht leest dat het onderzoek stopt', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'aanbod' });
  await antwoordt(op, twee, { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
  await schortOp(kenmerk);
  expect(await ontvangers(op, kenmerk, 'opgeschort', 2)).toEqual(['aanbieder-01-contact-1', 'aanmelder']);
  expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-03-contact-1']);
  // Looked at again, it is no news that it stands still.
  await schortOp(kenmerk);
  await op.besluit(kenmerk, 'hervatting', {});
  expect(await ontvangers(op, kenmerk, 'hervat', 2)).toEqual(['aanbieder-01-contact-1', 'aanmelder']);
  expect(await ontvangers(op, kenmerk, 'opgeschort', 2)).toHaveLength(2);
});
