import { afterAll, beforeAll, expect, it } from 'vitest';
import { dag } from '../../domain/beleid.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  inOnderzoek,
  ontvangers,
  regels,
  totRegels,
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
