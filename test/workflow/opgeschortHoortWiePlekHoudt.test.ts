/** Who holds a place for the jeugdige hears that the traject stands still, and that it goes on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { lees, linkUitMail } from '../support/gelezenLink.ts';
import { maakBezoeker } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, inOverbrugging, inVoorbereiding, ontvangers } from '../support/verloop.ts';

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

/** What a link says that asks no code any more. */
async function leesDicht(link: string): Promise<string> {
  await op.nu();
  return (await maakBezoeker(op.api).open(link)).tekst;
}

it('de gekozen aanbieder hoort het stilstaan en het verdergaan', async () => {
  const kenmerk = await inOverbrugging(op, { verwachteStartDatum: await op.datum(20) });
  await schortOp(kenmerk);
  expect(await ontvangers(op, kenmerk, 'opgeschort', 2)).toEqual(['aanbieder-01-contact-1', 'aanmelder']);
  await op.besluit(kenmerk, 'hervatting', {});
  expect(await ontvangers(op, kenmerk, 'hervat', 2)).toEqual(['aanbieder-01-contact-1', 'aanmelder']);
  // Nobody is asked again.
  const hervat = await op.db.bericht.findFirst({
    where: { kenmerk, soort: 'hervat', geadresseerde: 'aanmelder' },
  });
  expect(hervat?.gegevens).not.toHaveProperty('gevraagd');
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

it('achter de knop leest wie een aanbod deed dat het nog meetelt, tot een ander is gekozen', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  for (const id of onderzoeken) await antwoordt(op, id, { antwoord: 'aanbod' });
  await schortOp(kenmerk);
  const link = await linkUitMail(op, kenmerk, 'opgeschort', 'aanbieder-01-contact-1');
  const telt = 'Uw aanbod telt nog mee. Is er iets veranderd? Bel de coördinator.';
  expect((await lees(op, link)).tekst).toContain(telt);
  await op.besluit(kenmerk, 'hervatting', {});
  expect((await lees(op, link)).tekst).toContain(telt);
  const verwachteStartDatum = await op.datum(20);
  await op.besluit(kenmerk, 'keuze', { aanbieders: ['aanbieder-02'], verwachteStartDatum });
  const tekst = await leesDicht(link);
  expect(tekst).toContain('U hoeft niets meer te doen.');
  expect(tekst).not.toContain('telt nog mee');
});

it('wie zonder onderzoek was gekozen, leest achter de knop dat er niets meer openstaat', async () => {
  const kenmerk = await inVoorbereiding(op);
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorgbemiddeling', toelichting: 'Bemiddelen.' });
  const verwachteStartDatum = await op.datum(20);
  await op.besluit(kenmerk, 'keuze', { aanbieders: ['aanbieder-04'], verwachteStartDatum });
  const link = await linkUitMail(op, kenmerk, 'gekozen', 'aanbieder-04-contact-1');
  await op.besluit(kenmerk, 'situatie', { toelichting: 'Alles is anders.' });
  expect(await leesDicht(link)).toContain('Er staat niets meer voor u open');
});
