/** The last aanbieder declines after the traject left the onderzoek: what is lacking is on record all the same. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { antwoordt, inOnderzoek, ontvangers, regels } from '../support/verloop.ts';
import { mailMetKop, tekstVan, zinnen } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const afwijzing = (afwijzingReden: string) => ({ antwoord: 'afwijzing', afwijzingReden });

it('al op een tafel: de tafel blijft staan, de lacune wordt bewaard en de coördinator hoort het', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, afwijzing('geen-plek'));
  const tafelDatum = await werkdagOver(op, 10);
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum });
  await antwoordt(op, twee, afwijzing('leeftijd'));
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'bespreking', tafelDatum });
  const [lacune, ...meer] = await op.db.lacune.findMany({ where: { kenmerk } });
  expect(meer).toEqual([]);
  expect(lacune?.redenen.toSorted()).toEqual(['geen-plek', 'leeftijd']);
  expect(await ontvangers(op, kenmerk, 'terug-naar-tafel', 2)).toEqual(['aanmelder', 'coordinator-1']);
  const mail = tekstVan(await mailMetKop(op, kenmerk, 'Alle aanbieders hebben afgewezen'));
  expect(mail).toContain('Het traject was al op weg naar een bespreking.');
  expect(await zinnen(op, kenmerk, 'allen-afgewezen')).toEqual([
    'Aanbieder-02 doet geen aanbod, net als de andere aanbieders. Vastgelegd is wat er in het aanbod ontbreekt.',
  ]);
});

it('na niveau 3 zonder tafel: net zo', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await op.verstrijk('29 days');
  await wachtTot(
    () => op.traject(kenmerk),
    ({ escalatieniveau }) => escalatieniveau === 3,
  );
  await antwoordt(op, onderzoeken[0] ?? '', afwijzing('personeelstekort'));
  expect(await regels(op, kenmerk, 'allen-afgewezen')).toHaveLength(1);
  expect(await op.db.lacune.findMany({ where: { kenmerk } })).toMatchObject([
    { redenen: ['personeelstekort'] },
  ]);
});
