import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, geweigerd, inOnderzoek, ontvangers } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('ieder van de drie wordt gevraagd en moet instemmen, en alleen alle drie samen worden gekozen', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', {
    antwoord: 'samenwerking',
    metAanbieders: ['aanbieder-02', 'aanbieder-03'],
  });
  expect(await ontvangers(op, kenmerk, 'samenwerking-gevraagd', 2)).toEqual([
    'aanbieder-02-contact-1',
    'aanbieder-03-contact-1',
  ]);

  const keuze = async (...aanbieders: string[]) => ({ aanbieders, verwachteStartDatum: await op.datum(10) });
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-02-r1`, {
    antwoord: 'samenwerking',
    metAanbieders: ['aanbieder-01'],
  });
  expect((await op.traject(kenmerk)).instemmingen).toEqual(
    expect.arrayContaining([
      { vanAanbieder: 'aanbieder-01', aanbieder: 'aanbieder-02', stand: 'akkoord' },
      { vanAanbieder: 'aanbieder-01', aanbieder: 'aanbieder-03', stand: 'gevraagd' },
    ]),
  );
  expect(await geweigerd(op, kenmerk, 'keuze', await keuze('aanbieder-01', 'aanbieder-02'))).toMatchObject({
    status: 409,
    code: 'niet-ingestemd',
    detail: expect.stringContaining('“aanbieder-03” heeft nog niet ingestemd'),
  });

  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-03-r1`, {
    antwoord: 'samenwerking',
    metAanbieders: ['aanbieder-01', 'aanbieder-02'],
  });
  const standen = (await op.traject(kenmerk)).instemmingen.map(({ stand }: { stand: string }) => stand);
  expect(new Set(standen)).toEqual(new Set(['akkoord']));
  expect(await geweigerd(op, kenmerk, 'keuze', await keuze('aanbieder-01', 'aanbieder-02'))).toMatchObject({
    status: 409,
    detail: expect.stringContaining('Kies “aanbieder-03” er ook bij'),
  });
  await op.besluit(kenmerk, 'keuze', await keuze('aanbieder-01', 'aanbieder-02', 'aanbieder-03'));
  expect(await ontvangers(op, kenmerk, 'gekozen', 3)).toHaveLength(3);
});
