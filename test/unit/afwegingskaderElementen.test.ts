import { describe, expect, it } from 'vitest';
import { maatregelen } from '../../domain/aanmeldingCodes.ts';
import {
  afwegingskaderVersie,
  elementenVan,
  heeftMaatregel,
  stelWegingVoor,
  wegingBesluiten,
  wegingElementen,
  wegingUitleg,
} from '../../domain/afwegingskader.ts';
import type { CodeVan } from '../../domain/keuzelijst.ts';

const jaNee = [false, true];
const gevallen = jaNee.flatMap((isJongKind) =>
  jaNee.flatMap((metMaatregel) =>
    jaNee.map((onveiligheidGevalideerd) => ({
      isJongKind,
      heeftMaatregel: metMaatregel,
      onveiligheidGevalideerd,
    })),
  ),
);

describe('de elementen van het afwegingskader', () => {
  it('horen bij het akkoord van januari 2024', () => {
    expect(afwegingskaderVersie).toBe('2024-01');
  });

  it('zijn de drie groepen van het kader; drie maanden wachten is er geen', () => {
    expect(wegingElementen).toEqual(['jong-kind', 'gi', 'onveiligheid']);
  });

  it.each(wegingElementen)('%s heeft een naam en een bron', (element) => {
    expect(wegingUitleg[element].label).toMatch(/^[A-Z]/);
    expect(wegingUitleg[element].bron).toMatch(/^afwegingskader-deeltafel-2025-05-15, “.+”$/);
  });

  it.each(gevallen)('$isJongKind, $heeftMaatregel, $onveiligheidGevalideerd', (feiten) => {
    const elementen = elementenVan(feiten);
    expect(elementen.includes('jong-kind')).toBe(feiten.isJongKind);
    expect(elementen.includes('gi')).toBe(feiten.heeftMaatregel);
    expect(elementen.includes('onveiligheid')).toBe(feiten.onveiligheidGevalideerd);
    expect(elementen).toEqual(wegingElementen.filter((element) => elementen.includes(element)));
  });

  it.each([
    ['geen', false],
    ['ots', true],
    ['voogdij', true],
    ['jeugdreclassering', true],
  ] as const)('maatregel %s: een GI voert haar uit: %s', (maatregel, verwacht) => {
    expect(heeftMaatregel(maatregel)).toBe(verwacht);
  });

  it('kent elke maatregel van de aanmelding', () => {
    const metGi = (Object.keys(maatregelen) as CodeVan<typeof maatregelen>[]).filter(heeftMaatregel);
    expect(metGi).toEqual(['ots', 'voogdij', 'jeugdreclassering']);
  });
});

describe('het voorstel van het afwegingskader', () => {
  it('is zonder element geen voorrang: een aanmelding geeft op zichzelf geen voorrang', () => {
    expect(stelWegingVoor([])).toBe('geen-voorrang');
  });

  it.each(gevallen.map(elementenVan).filter(({ length }) => length > 0))(
    'is voorrang bij %s',
    (...elementen) => {
      expect(stelWegingVoor(elementen)).toBe('voorrang');
    },
  );

  it('is één van de besluiten die een coördinator kan nemen', () => {
    expect(wegingBesluiten).toEqual([stelWegingVoor(['gi']), stelWegingVoor([])]);
  });
});
