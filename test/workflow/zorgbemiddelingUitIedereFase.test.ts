import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  antwoordt,
  geweigerd,
  inBespreking,
  inOnderzoek,
  inOverbrugging,
  ontvangers,
} from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const naar = (spoor: string) => ({ spoor, toelichting: 'Dit team kan hier verder mee.' });

it('kan uit de voorbereiding en van de tafel', async () => {
  const kenmerk = await inBespreking(op, 3);
  expect(await op.besluit(kenmerk, 'spoor', naar('zorgbemiddeling'))).toMatchObject({ fase: 'bemiddeling' });
  expect((await op.traject(kenmerk)).tafelDatum).toBeNull();
  expect(await op.besluit(kenmerk, 'spoor', naar('zorglogistiek'))).toMatchObject({ fase: 'voorbereiding' });
  expect(await op.besluit(kenmerk, 'spoor', naar('experttafel'))).toMatchObject({ fase: 'advies' });
  expect(await op.besluit(kenmerk, 'spoor', naar('zorgbemiddeling'))).toMatchObject({ fase: 'bemiddeling' });
});

it('sluit wat nog wordt onderzocht, en wie een aanbod deed hoort het', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'spoor', naar('zorgbemiddeling'));
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
    'ander-team',
    'ander-team',
  ]);
});

it('kan niet in de intake en niet als al is gekozen, en niet naar het team waar het al is', async () => {
  const kenmerk = await op.meldAan();
  expect(await geweigerd(op, kenmerk, 'spoor', naar('zorgbemiddeling'))).toMatchObject({
    status: 409,
    code: 'verkeerde-fase',
  });
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  expect(await geweigerd(op, kenmerk, 'spoor', naar('zorglogistiek'))).toMatchObject({
    status: 409,
    code: 'niet-van-toepassing',
  });
  const gekozen = await inOverbrugging(op, { verwachteStartDatum: await op.datum(9) });
  expect(await geweigerd(op, gekozen, 'spoor', naar('zorgbemiddeling'))).toMatchObject({
    status: 409,
    code: 'verkeerde-fase',
  });
});
