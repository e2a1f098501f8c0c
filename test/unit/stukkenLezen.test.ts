import { describe, expect, it } from 'vitest';
import { type Fase, fases } from '../../domain/codes.ts';
import { magStukkenLezen, type StukkenLezer, type StukkenStand } from '../../domain/stukken.ts';

const stand = (fase: Fase, extra: Partial<StukkenStand> = {}): StukkenStand => ({
  fase,
  tafelDatum: '2027-01-14',
  onderzoekt: [],
  biedt: [],
  gekozen: [],
  isOpgeschort: false,
  isTafelGemist: false,
  ...extra,
});
const tafellid = (
  ...stuktoegangen: { verleendTijdstip: number; tafelDatum: string | null; isIngetrokken: boolean }[]
): StukkenLezer => ({
  rol: 'aanbieder',
  aanbieder: 'aanbieder-01',
  stuktoegangen,
});
const geldig = { verleendTijdstip: 10, tafelDatum: '2027-01-14', isIngetrokken: false };
const ingetrokken = { ...geldig, isIngetrokken: true };

describe('wie stukken mag lezen', () => {
  it.each(fases)(
    'in %s: de coördinator altijd, de eigen aanmelder tot het is afgesloten, een ander en de manager nooit',
    (fase) => {
      const mag = (lezer: StukkenLezer) => magStukkenLezen(lezer, stand(fase));
      expect(mag({ rol: 'coordinator' })).toBe(true);
      expect(mag({ rol: 'aanmelder', isEigen: true })).toBe(fase !== 'afgesloten');
      expect(mag({ rol: 'aanmelder', isEigen: false })).toBe(false);
      expect(mag({ rol: 'manager' })).toBe(false);
    },
  );

  const verwacht: Record<Fase, { tafellid: boolean; onderzoekt: boolean; biedt: boolean; gekozen: boolean }> =
    {
      intake: { tafellid: false, onderzoekt: true, biedt: true, gekozen: true },
      voorbereiding: { tafellid: false, onderzoekt: true, biedt: true, gekozen: true },
      bespreking: { tafellid: true, onderzoekt: true, biedt: true, gekozen: true },
      onderzoek: { tafellid: false, onderzoekt: true, biedt: true, gekozen: true },
      bemiddeling: { tafellid: false, onderzoekt: true, biedt: true, gekozen: true },
      advies: { tafellid: false, onderzoekt: true, biedt: true, gekozen: true },
      overbrugging: { tafellid: false, onderzoekt: true, biedt: true, gekozen: true },
      afgesloten: { tafellid: false, onderzoekt: false, biedt: false, gekozen: false },
    };
  it.each(fases)('in %s: een aanbieder met toegang naar wat die doet', (fase) => {
    const mag = (extra: Partial<StukkenStand> = {}) => magStukkenLezen(tafellid(geldig), stand(fase, extra));
    expect({
      tafellid: mag(),
      onderzoekt: mag({ onderzoekt: ['aanbieder-01'] }),
      biedt: mag({ biedt: ['aanbieder-01'] }),
      gekozen: mag({ gekozen: ['aanbieder-01'] }),
    }).toEqual(verwacht[fase]);
  });

  it.each(fases)('in %s: een aanbieder zonder geldige toegang nooit', (fase) => {
    for (const lezer of [tafellid(), tafellid(ingetrokken)])
      for (const extra of [
        {},
        ...(['onderzoekt', 'biedt', 'gekozen'] as const).map((wat) => ({ [wat]: ['aanbieder-01'] })),
      ])
        expect(magStukkenLezen(lezer, stand(fase, extra))).toBe(false);
  });

  it('een toegang voor een onderzoek geldt niet voor de volgende bespreking, ook niet als die van na het verslag is', () => {
    const terugAanTafel = stand('bespreking', { verslagTijdstip: 5 });
    const voorOnderzoek = { ...geldig, tafelDatum: null };
    expect(magStukkenLezen(tafellid(voorOnderzoek), terugAanTafel)).toBe(false);
    expect(magStukkenLezen(tafellid(voorOnderzoek, geldig), terugAanTafel)).toBe(true);
  });

  it('een toegang voor een tafel geldt niet voor een andere tafel, ook als op de eerste geen verslag volgde', () => {
    const opnieuw = stand('bespreking', { tafelDatum: '2027-02-11' });
    expect(magStukkenLezen(tafellid(geldig), opnieuw)).toBe(false);
    expect(magStukkenLezen(tafellid(geldig, { ...geldig, tafelDatum: '2027-02-11' }), opnieuw)).toBe(true);
  });

  it.each([
    ['rust zolang het traject is opgeschort', { isOpgeschort: true }],
    ['is voorbij als die tafel zonder dit traject voorbijging', { isTafelGemist: true }],
  ])('een toegang voor een tafel %s; wie onderzoekt, biedt of is gekozen leest verder', (_, extra) => {
    const mag = (meer: Partial<StukkenStand> = {}) =>
      magStukkenLezen(tafellid(geldig), stand('bespreking', { ...extra, ...meer }));
    expect(mag()).toBe(false);
    for (const wat of ['onderzoekt', 'biedt', 'gekozen'] as const)
      expect(mag({ [wat]: ['aanbieder-01'] })).toBe(true);
  });

  it('een toegang van voor het vorige verslag geldt niet voor de volgende bespreking', () => {
    const terugAanTafel = stand('bespreking', { verslagTijdstip: 20 });
    expect(magStukkenLezen(tafellid(geldig), terugAanTafel)).toBe(false);
    expect(magStukkenLezen(tafellid(geldig, { ...geldig, verleendTijdstip: 21 }), terugAanTafel)).toBe(true);
    expect(magStukkenLezen(tafellid(geldig, { ...ingetrokken, verleendTijdstip: 21 }), terugAanTafel)).toBe(
      false,
    );
  });
});
