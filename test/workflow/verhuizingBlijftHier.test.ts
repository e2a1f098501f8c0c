import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { inOnderzoek, regels } from '../support/verloop.ts';
import { zoekattribuut } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('buiten Haaglanden: de gemeente die verantwoordelijk is blijft, ook in de lijsten; het verhaal noemt de nieuwe', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  const voor = await op.traject(kenmerk);
  await op.besluit(kenmerk, 'verhuizing', {
    gemeente: 'buiten-haaglanden',
    afloop: 'blijft-hier',
    toelichting: 'Volgens het woonplaatsbeginsel blijft de vraag hier.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({
    gemeente: voor.gemeente,
    fase: 'onderzoek',
    ambitieTijdstip: voor.ambitieTijdstip,
  });
  expect(await op.onderzoek(onderzoeken[0] ?? '')).toMatchObject({ status: 'gevraagd' });
  const [regel] = await regels(op, kenmerk, 'verhuizing');
  expect(regel?.codes).toEqual({ gemeente: 'buiten-haaglanden', afloop: 'blijft-hier' });
  expect(await zoekattribuut(op, kenmerk, 'Gemeente')).toEqual([voor.gemeente]);
});

it('binnen Haaglanden: verandert alleen de gemeente', async () => {
  const { kenmerk } = await inOnderzoek(op, ['aanbieder-01']);
  await op.besluit(kenmerk, 'verhuizing', {
    gemeente: 'delft',
    afloop: 'blijft-hier',
    toelichting: 'De jeugdige verhuist met de ouders mee.',
  });
  expect(await op.traject(kenmerk)).toMatchObject({ gemeente: 'delft', fase: 'onderzoek' });
  expect(await zoekattribuut(op, kenmerk, 'Gemeente')).toEqual(['delft']);
});
