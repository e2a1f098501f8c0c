import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, geweigerd, inOnderzoek, ontvangers } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('vraagt de partner om mee te doen, en kan zonder die partner niet worden gekozen', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'maatwerk', metAanbieders: ['aanbieder-04'] });
  expect(await ontvangers(op, kenmerk, 'samenwerking-gevraagd', 1)).toEqual(['aanbieder-04-contact-1']);
  const keuze = async (...aanbieders: string[]) => ({ aanbieders, verwachteStartDatum: await op.datum(20) });
  expect(await geweigerd(op, kenmerk, 'keuze', await keuze('aanbieder-01'))).toMatchObject({
    status: 409,
    code: 'niet-ingestemd',
  });
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-04-r1`, {
    antwoord: 'maatwerk',
    metAanbieders: ['aanbieder-01'],
  });
  await op.besluit(kenmerk, 'keuze', await keuze('aanbieder-01', 'aanbieder-04'));
  expect(await ontvangers(op, kenmerk, 'gekozen', 2)).toEqual([
    'aanbieder-01-contact-1',
    'aanbieder-04-contact-1',
  ]);
});
