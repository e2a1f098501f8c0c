import { afterAll, beforeAll, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { antwoordt, geweigerd, inOnderzoek, ontvangers, regels, zeerComplex } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('sluit de oude onderzoeken als vervangen, en de nieuwe bespreking heeft een eigen ronde', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02'], zeerComplex);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'situatie', { toelichting: 'Thuis gaat het niet meer.' });
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', wachtOp: 'coordinator' });

  await wachtTot(
    () => op.onderzoek(twee),
    ({ status }) => status === 'vervallen',
  );
  expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 2)).toEqual([
    'aanbieder-01-contact-1',
    'aanbieder-02-contact-1',
  ]);
  const mails = await op.db.bericht.findMany({ where: { kenmerk, soort: 'onderzoek-vervallen' } });
  expect(mails.map(({ gegevens }) => (gegevens as { reden: string }).reden)).toEqual([
    'vervangen',
    'vervangen',
  ]);
  const [regel] = await regels(op, kenmerk, 'onderzoek-vervallen');
  expect(regel?.codes).toEqual({ aanbieder: 'aanbieder-02', reden: 'vervangen' });
  const teLaat = await op.vraag(
    'POST',
    `/v1/onderzoeken/${twee}/antwoord`,
    { antwoord: 'aanbod' },
    { rol: 'aanbieder', aanbieder: 'aanbieder-02' },
  );
  expect(teLaat).toMatchObject({ status: 409, inhoud: { type: expect.stringMatching(/:afgesloten$/) } });

  // The offer was for the old situation.
  expect(
    await geweigerd(op, kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(5),
    }),
  ).toMatchObject({ status: 409, code: 'geen-aanbod' });

  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  const { onderzoeken: alle } = await op.besluit(kenmerk, 'verslag', {
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    ...besproken,
    verslag: 'Opnieuw besproken.',
  });
  expect(alle).toEqual([
    een,
    twee,
    `onderzoek-${kenmerk}-aanbieder-01-r2`,
    `onderzoek-${kenmerk}-aanbieder-02-r2`,
  ]);
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-02-r2`, { antwoord: 'aanbod' });
  expect(
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-02'],
      verwachteStartDatum: await op.datum(5),
    }),
  ).toMatchObject({ fase: 'overbrugging' });
});
