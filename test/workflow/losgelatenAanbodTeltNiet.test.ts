/** An aanbieder that was told that its place is not needed: no later mail, no word behind its link that it counts, and no place for it in what is lacking. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { linkUitMail } from '../support/gelezenLink.ts';
import { maakBezoeker } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, ontvangers, regels, totRegels } from '../support/verloop.ts';
import { mailMetKop } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** aanbieder-01 is chosen, aanbieder-02 was told that its offer is not needed. */
async function metLosgelaten(): Promise<string> {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02']);
  for (const id of onderzoeken) await antwoordt(op, id, { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-01'],
    verwachteStartDatum: await op.datum(30),
  });
  expect(await ontvangers(op, kenmerk, 'onderzoek-vervallen', 1)).toEqual(['aanbieder-02-contact-1']);
  return kenmerk;
}

it('drie weken later een crisis: alleen de gekozen aanbieder hoort dat het klaar is, en niet waarom', async () => {
  const kenmerk = await metLosgelaten();
  await op.verstrijk('21 days');
  await op.besluit(kenmerk, 'crisis', { toelichting: 'Het is niet veilig.' });
  expect(await ontvangers(op, kenmerk, 'traject-beeindigd', 1)).toEqual(['aanbieder-01-contact-1']);
  const { text } = await mailMetKop(op, kenmerk, 'U hoeft de vraag niet meer op te pakken');
  expect(text).not.toMatch(/er is een crisis|crisis interventie/i);
  expect(await op.db.bericht.count({ where: { kenmerk, soort: 'onderzoek-vervallen' } })).toBe(1);
});

it('gaat een ander team verder, dan zegt ook de link dat het niet meer hoeft, en is er geen bericht bij stilstand', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'aanbod' });
  await op.besluit(kenmerk, 'spoor', { spoor: 'zorgbemiddeling', toelichting: 'Bemiddelen is genoeg.' });
  const link = await linkUitMail(op, kenmerk, 'onderzoek-vervallen', 'aanbieder-01-contact-1');
  await op.nu();
  const { tekst } = await maakBezoeker(op.api).open(link);
  expect(tekst).toContain('Uw antwoord is niet meer nodig');
  expect(tekst).not.toContain('telt nog mee');
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(7),
    toelichting: 'Eerst de veiligheid.',
  });
  expect(await ontvangers(op, kenmerk, 'opgeschort', 1)).toEqual(['aanmelder']);
});

it('start de zorg niet en wijst de volgende af, dan ontbreekt er aanbod: wie is losgelaten, telt niet', async () => {
  const kenmerk = await metLosgelaten();
  await op.besluit(kenmerk, 'direct-voorleggen', { aanbieders: ['aanbieder-03'], reden: 'tijd-winnen' });
  await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-03-r2`, {
    antwoord: 'afwijzing',
    afwijzingReden: 'geen-plek',
  });
  await totRegels(op, kenmerk, 'allen-afgewezen', 1);
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding' });
  expect(await op.db.lacune.findMany({ where: { kenmerk } })).toMatchObject([{ redenen: ['geen-plek'] }]);
});

it('wordt wie is losgelaten alsnog gekozen, dan vraagt die e-mail of het nog kan', async () => {
  const kenmerk = await metLosgelaten();
  await op.besluit(kenmerk, 'keuze', {
    aanbieders: ['aanbieder-02'],
    verwachteStartDatum: await op.datum(30),
  });
  const mails = await op.db.bericht.findMany({ where: { kenmerk, soort: 'gekozen' } });
  expect(
    mails.map(({ geadresseerde, gegevens }) => [geadresseerde, 'losgelaten' in Object(gegevens)]),
  ).toEqual(
    expect.arrayContaining([
      ['aanbieder-01-contact-1', false],
      ['aanbieder-02-contact-1', true],
    ]),
  );
  expect(await regels(op, kenmerk, 'keuze')).toHaveLength(2);
});
