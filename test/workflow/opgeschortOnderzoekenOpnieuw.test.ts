import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, ontvangers, regels } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('open onderzoeken vervallen en worden bij hervatting opnieuw gevraagd; een antwoord blijft staan', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'rechter-beslist',
    evaluatieDatum: await op.datum(10),
    toelichting: 'De rechter beslist eerst.',
  });
  await wachtTot(
    () => op.onderzoek(twee),
    ({ status }) => status === 'vervallen',
  );
  expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-02-contact-1']);
  const [mail] = await op.db.bericht.findMany({ where: { kenmerk, soort: 'onderzoek-vervallen' } });
  expect(mail?.gegevens).toMatchObject({ reden: 'opgeschort' });

  await op.verstrijk('8 days');
  expect(await regels(op, kenmerk, 'onderzoek-herinnering')).toEqual([]);
  await op.besluit(kenmerk, 'hervatting', {});
  const opnieuw = `onderzoek-${kenmerk}-aanbieder-02-r2`;
  const hervat = await op.db.bericht.findFirst({
    where: { kenmerk, soort: 'hervat', geadresseerde: 'aanmelder' },
  });
  expect(hervat?.gegevens).toMatchObject({ gevraagd: 1 });
  expect((await op.traject(kenmerk)).wachtOp).toBe('aanbieder');
  expect(await ontvangers(op, kenmerk, 'onderzoek-gevraagd', 3)).toEqual([
    'aanbieder-01-contact-1',
    'aanbieder-02-contact-1',
    'aanbieder-02-contact-1',
  ]);
  expect(await op.onderzoek(opnieuw)).toMatchObject({ status: 'gevraagd', ronde: 2 });
  expect(await op.db.onderzoek.count({ where: { kenmerk } })).toBe(3);

  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-01'],
    verwachteStartDatum: await op.datum(3),
  });
  await wachtTot(
    () => op.onderzoek(opnieuw),
    ({ status }) => status === 'vervallen',
  );
});
