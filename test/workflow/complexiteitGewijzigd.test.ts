import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  antwoordt,
  inOnderzoek,
  ontvangers,
  regels,
  totRegels,
  totVastgelopen,
  vastgelopen,
  verstrijkVoorbij,
  verwachtMoment,
  zeerComplex,
} from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('telt de ambitie opnieuw vanaf de aanmelding; oud en nieuw staan in het verhaal', async () => {
  const { kenmerk } = await inOnderzoek(op, ['aanbieder-01']);
  const voor = await op.traject(kenmerk);
  const begin = Date.parse(voor.aanmeldingTijdstip);
  expect(Date.parse(voor.ambitieTijdstip)).toBe(begin + 14 * dag);
  await op.verstrijk('2 days');

  await op.besluit(kenmerk, 'complexiteit', {
    complexiteit: 'zeer-complex',
    reden: 'Er is meer aan de hand.',
  });
  const na = await op.traject(kenmerk);
  expect(na).toMatchObject({ complexiteit: 'zeer-complex', fase: 'onderzoek' });
  expect(Date.parse(na.ambitieTijdstip)).toBe(begin + 28 * dag);
  const [regel] = await regels(op, kenmerk, 'complexiteit');
  expect(regel?.codes).toEqual({
    complexiteit: 'zeer-complex',
    vanTijdstip: begin + 14 * dag,
    naarTijdstip: begin + 28 * dag,
  });

  await verstrijkVoorbij(op, begin + 28 * dag);
  const [escalatie] = await totRegels(op, kenmerk, 'escalatie', 1);
  verwachtMoment(escalatie?.tijdstip, begin + 28 * dag);
});

it('ligt de nieuwe ambitie al voorbij, dan begint de ladder meteen, zonder waarschuwing vooraf', async () => {
  const { kenmerk } = await inOnderzoek(op, ['aanbieder-01'], zeerComplex);
  await op.verstrijk('16 days');
  await op.besluit(kenmerk, 'complexiteit', { complexiteit: 'gewoon', reden: 'Het valt mee.' });
  const [escalatie] = await totRegels(op, kenmerk, 'escalatie', 1);
  expect(escalatie?.codes).toMatchObject({ niveau: 1 });
  expect(await regels(op, kenmerk, 'ambitie-waarschuwing')).toHaveLength(0);
  expect(await ontvangers(op, kenmerk, 'te-laat', 2)).toEqual(['coordinator-1', 'voorzitter-1']);
});

it('dezelfde complexiteit nog eens verandert de ambitie niet', async () => {
  const { kenmerk } = await inOnderzoek(op, ['aanbieder-01']);
  const { ambitieTijdstip } = await op.traject(kenmerk);
  await op.besluit(kenmerk, 'complexiteit', { complexiteit: 'gewoon', reden: 'Toch niet.' });
  expect(await op.traject(kenmerk)).toMatchObject({ complexiteit: 'gewoon', ambitieTijdstip });
});

it('wie nog onderzoekt krijgt een andere datum, en hoort dat; wie meer tijd vroeg houdt de zijne', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
  const [een = '', twee = '', drie = ''] = onderzoeken;
  const totDatum = await op.datum(9);
  await antwoordt(op, twee, { antwoord: 'meer-tijd', totDatum, meerTijdReden: 'draagvlak-nodig' });
  await antwoordt(op, drie, { antwoord: 'aanbod' });
  const { ambitieTijdstip: oud } = await op.traject(kenmerk);
  await op.verstrijk('2 days');
  await op.besluit(kenmerk, 'complexiteit', {
    complexiteit: 'zeer-complex',
    reden: 'Er is meer aan de hand.',
  });
  const { ambitieTijdstip: nieuw } = await op.traject(kenmerk);
  const [regel, ...meer] = await totRegels(op, kenmerk, 'onderzoek-verplaatst', 1);
  expect(meer).toEqual([]);
  expect(regel?.codes).toEqual({
    aanbieder: 'aanbieder-01',
    eerderTijdstip: Date.parse(oud),
    antwoordVoorTijdstip: Date.parse(nieuw),
  });
  expect((await op.onderzoek(een)).antwoordVoorTijdstip).toBe(nieuw);
  expect((await op.onderzoek(twee)).antwoordVoorTijdstip).toContain(totDatum);
  expect(await ontvangers(op, kenmerk, 'onderzoek-verplaatst', 1)).toEqual(['aanbieder-01-contact-1']);

  // On the old date nobody is late.
  await verstrijkVoorbij(op, Date.parse(oud));
  expect((await vastgelopen(op, kenmerk)).filter(({ wie }) => wie === 'aanbieder-01')).not.toContainEqual(
    expect.objectContaining({ reden: 'antwoord' }),
  );
  await verstrijkVoorbij(op, Date.parse(nieuw));
  expect(await totVastgelopen(op, kenmerk, 'antwoord')).toContainEqual({
    reden: 'antwoord',
    op: 'aanbieder',
    wie: 'aanbieder-01',
  });
});

it('wordt de ambitie korter, dan is het antwoord ook eerder nodig', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01'], zeerComplex);
  const [een = ''] = onderzoeken;
  await op.besluit(kenmerk, 'complexiteit', { complexiteit: 'gewoon', reden: 'Het valt mee.' });
  await totRegels(op, kenmerk, 'onderzoek-verplaatst', 1);
  expect((await op.onderzoek(een)).antwoordVoorTijdstip).toBe((await op.traject(kenmerk)).ambitieTijdstip);
});

it('een verzonnen bericht over een andere datum verandert niets', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const [een = ''] = onderzoeken;
  const { antwoordVoorTijdstip } = await op.onderzoek(een);
  for (const signaal of [Date.parse(antwoordVoorTijdstip) + dag, 'morgen', null])
    await op.workflow(een).signal('antwoordVerplaatst', signaal);
  // What the aanbieder says takes its turn behind the signals: once it is taken, they have been.
  await op.aanbiederZegt(een, 'bevestiging');
  expect((await op.onderzoek(een)).antwoordVoorTijdstip).toBe(antwoordVoorTijdstip);
  expect(await regels(op, kenmerk, 'onderzoek-verplaatst')).toEqual([]);
});
