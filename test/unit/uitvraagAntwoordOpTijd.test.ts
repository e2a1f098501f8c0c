/** An answer to an uitvraag is in time when it was given in time, whenever it can be taken. */
import { describe, expect, it } from 'vitest';
import {
  beginUitvraag,
  pasUitvraagBesluitToe,
  type UitvraagToestand,
  verstrijkUitvraag,
  volgendeUitvraagwekker,
  weigerUitvraagBesluit,
} from '../../domain/uitvraag.ts';

const uur = 3_600_000;
const momenten = { herinneringTijdstippen: [], sluitTijdstip: 100 * uur, afrondTijdstip: 300 * uur };
const open = beginUitvraag(
  {
    code: '2026-K3',
    soort: 'kwartaal',
    begonnenTijdstip: 0,
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    perMinuut: 30,
    basisUrl: '',
  },
  momenten,
);
const gesloten = verstrijkUitvraag(open, 'sluit', 100 * uur).toestand;
const antwoord = (gegevenTijdstip?: number) => ({
  soort: 'antwoord' as const,
  codes: { aanbieder: 'aanbieder-01', ...(gegevenTijdstip === undefined ? {} : { gegevenTijdstip }) },
});
const code = (t: UitvraagToestand, gegeven: number | undefined, nu: number) =>
  weigerUitvraagBesluit(t, antwoord(gegeven), nu)?.code ?? 'telt mee';

describe('een antwoord op een uitvraag', () => {
  it.each([
    ['gegeven op de valreep, genomen na het sluiten', gesloten, 100 * uur - 1, 200 * uur, 'telt mee'],
    [
      'gegeven op de valreep, genomen terwijl het sluiten nog moet gebeuren',
      open,
      99 * uur,
      101 * uur,
      'telt mee',
    ],
    ['gegeven op het moment van sluiten', gesloten, 100 * uur, 100 * uur, 'afgesloten'],
    [
      'gegeven op het moment van sluiten, terwijl dat nog moet gebeuren',
      open,
      100 * uur,
      101 * uur,
      'afgesloten',
    ],
    ['van een vorige versie van het programma, na het sluiten', gesloten, undefined, 101 * uur, 'afgesloten'],
    ['van een vorige versie van het programma, op tijd', open, undefined, 99 * uur, 'telt mee'],
    ['van een API waarvan de klok voorloopt', open, 101 * uur, 99 * uur, 'telt mee'],
    [
      'gegeven op tijd, maar de uitvraag is afgerond',
      { ...gesloten, status: 'afgerond' as const },
      99 * uur,
      301 * uur,
      'afgesloten',
    ],
  ])('%s', (_naam, t, gegeven, nu, uitkomst) => {
    expect(code(t, gegeven, nu)).toBe(uitkomst);
  });

  it('telt bij een heropening tot het einde daarvan, ook als het pas daarna kan worden genomen', () => {
    const t = { ...gesloten, heropend: { 'aanbieder-01': 150 * uur } };
    expect(code(t, 149 * uur, 160 * uur)).toBe('telt mee');
    expect(code(t, 150 * uur, 160 * uur)).toBe('afgesloten');
    expect(code(t, undefined, 149 * uur)).toBe('telt mee');
  });

  it('laat een spoor na als het op tijd was en pas na het sluiten kon worden genomen', () => {
    const wat = (t: UitvraagToestand, gegeven?: number) =>
      pasUitvraagBesluitToe(t, antwoord(gegeven), 200 * uur).wat;
    expect(wat(gesloten, 99 * uur)).toBe('uitvraag-alsnog-beantwoord');
    expect(wat(open, 99 * uur)).toBe('uitvraag-beantwoord');
    expect(wat(gesloten, 120 * uur)).toBe('uitvraag-beantwoord');
    expect(wat(gesloten)).toBe('uitvraag-beantwoord');
  });

  it('kan na de laatste dag van een heropening nog een dag binnenkomen', () => {
    const t = { ...gesloten, heropend: { 'aanbieder-01': 300 * uur } };
    expect(volgendeUitvraagwekker(t)).toEqual({ soort: 'afgerond', tijdstip: 324 * uur });
    expect(volgendeUitvraagwekker(gesloten)).toEqual({ soort: 'afgerond', tijdstip: 300 * uur });
  });

  it('verzet de wekker niet van een uitvraag die begon onder een vorige versie van het programma', () => {
    const { naloop: _, ...vorige } = gesloten;
    const wekker = (tot: number) =>
      volgendeUitvraagwekker({ ...vorige, heropend: { 'aanbieder-01': tot } })?.tijdstip;
    expect(wekker(290 * uur)).toBe(300 * uur);
    expect(wekker(310 * uur)).toBe(310 * uur);
  });
});
