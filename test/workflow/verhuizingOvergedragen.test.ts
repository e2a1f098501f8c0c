import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, geweigerd, inOnderzoek, inVoorbereiding, ontvangers } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('sluit het traject als doorverwezen naar een andere regio, en wie onderzocht hoort dat het stopt', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'aanbod' });
  expect(
    await op.besluit(kenmerk, 'verhuizing', {
      gemeente: 'buiten-haaglanden',
      afloop: 'overgedragen',
      toelichting: 'De andere regio neemt het over.',
    }),
  ).toMatchObject({ fase: 'afgesloten', uitkomst: 'doorverwezen' });
  expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({ uitkomst: 'doorverwezen' });
  expect(await ontvangers(op, kenmerk, 'doorverwezen', 1)).toEqual(['aanmelder']);
  const [mail] = await op.db.bericht.findMany({ where: { kenmerk, soort: 'doorverwezen' } });
  expect(mail?.gegevens).toEqual({ naar: 'andere-regio' });
  await op.workflow(twee).result();
  expect(await op.onderzoek(twee)).toMatchObject({ status: 'vervallen' });
  expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 2)).toEqual([
    'aanbieder-01-contact-1',
    'aanbieder-02-contact-1',
  ]);
  expect(await op.traject(kenmerk)).toMatchObject({ gemeente: 'buiten-haaglanden', wachtOp: 'niemand' });
});

it('overdragen aan een gemeente die bij Haaglanden hoort wordt geweigerd, en het traject blijft open', async () => {
  const kenmerk = await inVoorbereiding(op);
  const inDelft = { gemeente: 'delft', toelichting: 'Naar Delft.' };
  expect(await geweigerd(op, kenmerk, 'verhuizing', { ...inDelft, afloop: 'overgedragen' })).toMatchObject({
    status: 400,
    velden: ['gemeente'],
  });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', gemeente: 'den-haag' });
  await op.besluit(kenmerk, 'verhuizing', { ...inDelft, afloop: 'blijft-hier' });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', gemeente: 'delft' });
});

it('een gemeente die wij niet kennen wordt geweigerd bij het veld', async () => {
  const kenmerk = await inVoorbereiding(op);
  expect(
    await geweigerd(op, kenmerk, 'verhuizing', {
      gemeente: 'nergenshuizen',
      afloop: 'overgedragen',
      toelichting: 'Daarheen.',
    }),
  ).toMatchObject({ status: 400, velden: ['gemeente'] });
});
