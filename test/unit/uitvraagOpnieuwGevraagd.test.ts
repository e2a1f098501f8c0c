/** One aanbieder is asked again: while the uitvraag is open that is the question once more, after the closing it opens for that aanbieder. */
import { describe, expect, it } from 'vitest';
import {
  beginUitvraag,
  pasUitvraagBesluitToe,
  type UitvraagToestand,
  verstrijkUitvraag,
  weigerUitvraagBesluit,
} from '../../domain/uitvraag.ts';

const uur = 3_600_000;
const open = beginUitvraag(
  {
    code: '2026-K3',
    soort: 'kwartaal',
    begonnenTijdstip: 0,
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    perMinuut: 30,
    basisUrl: '',
  },
  { herinneringTijdstippen: [], sluitTijdstip: 100 * uur, afrondTijdstip: 300 * uur },
);
const gesloten = verstrijkUitvraag(open, 'sluit', 100 * uur).toestand;
const heropening = (totTijdstip: number) => ({
  soort: 'heropening' as const,
  codes: { aanbieder: 'aanbieder-01', totDatum: '2026-10-20', totTijdstip },
});
function na(t: UitvraagToestand, totTijdstip: number, nu: number) {
  expect(weigerUitvraagBesluit(t, heropening(totTijdstip), nu)).toBeNull();
  return pasUitvraagBesluitToe(t, heropening(totTijdstip), nu);
}
const kanAntwoorden = (t: UitvraagToestand, aanbieder: string, nu: number) =>
  weigerUitvraagBesluit(t, { soort: 'antwoord', codes: { aanbieder } }, nu) === null;

describe('een aanbieder aan wie het opnieuw wordt gevraagd', () => {
  it('kan zolang de uitvraag open is antwoorden tot zij sluit, ook als de gekozen dag eerder is', () => {
    const { toestand, wat, berichten, aanbieder } = na(open, 60 * uur, 50 * uur);
    expect({ wat, aanbieder, berichten }).toMatchObject({
      wat: 'uitvraag-opnieuw-gevraagd',
      aanbieder: 'aanbieder-01',
      berichten: [{ soort: 'uitvraag-opnieuw', gegevens: { tot: 100 * uur } }],
    });
    expect(toestand).toMatchObject({ status: 'open', sluitTijdstip: 100 * uur });
    expect(kanAntwoorden(toestand, 'aanbieder-01', 99 * uur)).toBe(true);
    expect(kanAntwoorden({ ...toestand, status: 'gesloten' }, 'aanbieder-01', 101 * uur)).toBe(false);
  });

  it('kan na het sluiten nog tot de gekozen dag antwoorden als die later is, en de andere niet', () => {
    const { toestand, berichten } = na(open, 150 * uur, 50 * uur);
    expect(berichten).toMatchObject([{ soort: 'uitvraag-opnieuw', gegevens: { tot: 150 * uur } }]);
    const dicht = verstrijkUitvraag(toestand, 'sluit', 100 * uur).toestand;
    expect(kanAntwoorden(dicht, 'aanbieder-01', 149 * uur)).toBe(true);
    expect(kanAntwoorden(dicht, 'aanbieder-02', 149 * uur)).toBe(false);
  });

  it.each([
    ['gesloten', gesloten],
    ['over de tijd, terwijl het sluiten nog moet gebeuren', open],
  ])('hoort dat de uitvraag weer open is als die is %s', (_naam, t) => {
    expect(na(t, 150 * uur, 120 * uur)).toMatchObject({
      wat: 'uitvraag-heropend',
      berichten: [{ soort: 'uitvraag-heropend', gegevens: { tot: 150 * uur } }],
    });
  });

  it('wordt niet meer gevraagd als de uitvraag is afgerond, of als zij er niet bij hoort', () => {
    const afgerond = verstrijkUitvraag(gesloten, 'afgerond', 300 * uur).toestand;
    expect(weigerUitvraagBesluit(afgerond, heropening(350 * uur), 301 * uur)?.code).toBe('afgesloten');
    const ander = { ...open, aanbieders: ['aanbieder-02'] };
    expect(weigerUitvraagBesluit(ander, heropening(150 * uur), 50 * uur)?.code).toBe('niet-van-toepassing');
  });
});
