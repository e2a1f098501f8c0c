import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, ontvangers, regels, totRegels } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const vanAanbieder = { rol: 'aanbieder', aanbieder: 'aanbieder-01' } as const;
const antwoordOp = (onderzoek: string, inhoud: object, sleutel?: string) =>
  op.vraag('POST', `/v1/onderzoeken/${onderzoek}/antwoord`, inhoud, {
    ...vanAanbieder,
    ...(sleutel ? { sleutel } : {}),
  });

it('een tweede antwoord wordt geweigerd en het eerste blijft staan', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const onderzoek = onderzoeken[0] ?? '';
  await antwoordt(op, onderzoek, { antwoord: 'aanbod' });
  expect(await antwoordOp(onderzoek, { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' })).toMatchObject({
    status: 409,
    inhoud: { type: expect.stringMatching(/:al-beantwoord$/), toegestaan: [] },
  });
  expect((await op.onderzoek(onderzoek)).antwoord).toEqual({ antwoord: 'aanbod' });
  expect(await regels(op, kenmerk, 'onderzoek-gemeld')).toHaveLength(1);
});

it('twee keer hetzelfde verzoek is één antwoord', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const onderzoek = onderzoeken[0] ?? '';
  const sleutel = `sleutel-${kenmerk}`;
  const [een, twee] = await Promise.all([
    antwoordOp(onderzoek, { antwoord: 'aanbod' }, sleutel),
    antwoordOp(onderzoek, { antwoord: 'aanbod' }, sleutel),
  ]);
  expect([een.status, twee.status]).toEqual([200, 200]);
  expect(twee.inhoud).toEqual(een.inhoud);
  await totRegels(op, kenmerk, 'onderzoek-gemeld', 1);
});

it('twee verschillende antwoorden tegelijk: precies één wordt aangenomen', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const onderzoek = onderzoeken[0] ?? '';
  const antwoorden = await Promise.all([
    antwoordOp(onderzoek, { antwoord: 'aanbod' }),
    antwoordOp(onderzoek, { antwoord: 'maatwerk' }),
  ]);
  expect(antwoorden.map(({ status }) => status).sort()).toEqual([200, 409]);
  await totRegels(op, kenmerk, 'onderzoek-gemeld', 1);
});

it('een antwoord nadat een ander is gekozen komt te laat', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, twee, { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-02'],
    verwachteStartDatum: await op.datum(5),
  });
  await wachtTot(
    () => op.onderzoek(een),
    ({ status }) => status === 'vervallen',
  );
  expect(await antwoordOp(een, { antwoord: 'aanbod' })).toMatchObject({
    status: 409,
    inhoud: {
      type: expect.stringMatching(/:afgesloten$/),
      detail: expect.stringContaining('niet meer nodig'),
    },
  });
  expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-01-contact-1']);
});
