/** The situation of a jeugdige changes when it changes: also before the table, with another team, and during an opschorting. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, geweigerd, inOnderzoek, ontvangers, zeerComplex } from '../support/verloop.ts';
import { mailMetKop, tekstVan } from '../support/volgen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const veranderd = { toelichting: 'Thuis gaat het niet meer.' };
const vervallen = (onderzoek: string) =>
  wachtTot(
    () => op.onderzoek(onderzoek),
    ({ status }) => status === 'vervallen',
  );

it('in de voorbereiding: wat voor de oude situatie loopt vervalt, en een oud aanbod kan niet meer worden gekozen', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  const [een = '', twee = ''] = onderzoeken;
  await antwoordt(op, een, { antwoord: 'aanbod' });
  // The third level brings it back while the second aanbieder is still at it.
  await op.verstrijk('29 days');
  await wachtTot(
    () => op.traject(kenmerk),
    ({ fase, escalatieniveau }) => escalatieniveau === 3 && fase === 'voorbereiding',
  );
  await op.besluit(kenmerk, 'situatie', veranderd);
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', wachtOp: 'coordinator' });
  await vervallen(twee);
  const keuze = { aanbieders: ['aanbieder-01'], verwachteStartDatum: await op.datum(5) };
  expect(await geweigerd(op, kenmerk, 'keuze', keuze)).toMatchObject({ status: 409, code: 'geen-aanbod' });
  expect(await ontvangers(op, kenmerk, 'situatie-veranderd', 1)).toEqual(['aanmelder']);
});

describe('bij een team zonder tafel', () => {
  it.each([
    ['zorgbemiddeling', 'bemiddeling', 'Zorgbemiddeling'],
    ['experttafel', 'advies', 'de Experttafel'],
  ])(
    '%s houdt het traject, en de aanmelder leest dat dit team opnieuw kijkt',
    async (uitkomst, fase, naam) => {
      const kenmerk = await op.meldAan();
      await op.besluit(kenmerk, 'triage', { uitkomst, afwijkReden: 'individuele-situatie' });
      await op.besluit(kenmerk, 'situatie', veranderd);
      expect(await op.traject(kenmerk)).toMatchObject({ fase, spoor: uitkomst });
      const mail = tekstVan(await mailMetKop(op, kenmerk, 'Wij bekijken uw vraag opnieuw'));
      expect(mail).toContain(`bekijkt ${naam} de vraag opnieuw`);
      expect(mail).not.toContain('tafel.');
    },
  );
});

it('tijdens een opschorting: na de hervatting wordt niemand gevraagd voor een situatie die voorbij is', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01'], zeerComplex);
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(14),
    toelichting: 'Eerst veiligheid.',
  });
  await vervallen(onderzoeken[0] ?? '');
  await op.besluit(kenmerk, 'situatie', veranderd);
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'voorbereiding',
    wachtOp: 'coordinator',
    opgeschort: { reden: 'veiligheid-eerst' },
  });
  expect(tekstVan(await mailMetKop(op, kenmerk, 'Wij bespreken uw vraag opnieuw'))).toContain(
    'staat nog stil',
  );
  const { onderzoeken: daarna } = await op.besluit(kenmerk, 'hervatting', {});
  expect(daarna).toEqual(onderzoeken);
  expect(await ontvangers(op, kenmerk, 'onderzoek-gevraagd', 1)).toEqual(['aanbieder-01-contact-1']);
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', opgeschort: null });
});
