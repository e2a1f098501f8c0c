/** The BREN hears what is lacking, how often and since when it was seen, and never how few it was. */
import { describe, expect, it } from 'vitest';
import { type GezieneLacune, lacuneregels } from '../../domain/doorbraaklacunes.ts';

const perioden = ['2024-K4', '2025-K1', '2025-K2', '2025-K3'];
const gezien = (periode: string, sector: string, aantal = 1): GezieneLacune[] =>
  Array.from({ length: aantal }, () => ({
    periode,
    begonnenTijdstip: perioden.indexOf(periode),
    sector,
    zorgsoort: 'woongroep',
    regio: 'haaglanden',
  }));

describe('de regels voor het BREN', () => {
  it('noemen per lacune in hoeveel doorbraken en sinds wanneer, de meest geziene vooraan', () => {
    const regels = lacuneregels(
      [
        ...gezien('2025-K3', 'j-ggz'),
        ...gezien('2025-K3', 'lvb', 5),
        ...gezien('2024-K4', 'lvb'),
        ...gezien('2025-K2', 'lvb', 2),
      ],
      '2025-K3',
    );
    const rest = { zorgsoort: 'woongroep', regio: 'haaglanden' };
    expect(regels).toEqual([
      { ...rest, sector: 'lvb', keren: 3, sindsPeriode: '2024-K4', zaken: 5 },
      { ...rest, sector: 'j-ggz', keren: 1, sindsPeriode: '2025-K3', zaken: null },
    ]);
  });

  it.each([
    [1, null],
    [4, null],
    [5, 5],
    [12, 12],
  ])('zeggen bij %i zaken %s', (aantal, verwacht) => {
    expect(lacuneregels(gezien('2025-K3', 'lvb', aantal), '2025-K3')).toMatchObject([{ zaken: verwacht }]);
  });

  it('gaan alleen over wat in deze doorbraak is gezien', () => {
    expect(lacuneregels(gezien('2025-K2', 'lvb', 9), '2025-K3')).toEqual([]);
  });

  it('houden sector, soort hulp en regio uit elkaar', () => {
    const [een] = gezien('2025-K3', 'lvb');
    if (!een) throw new Error('unreachable');
    expect(
      lacuneregels([een, { ...een, regio: 'delft' }, { ...een, zorgsoort: 'ambulant' }], '2025-K3'),
    ).toHaveLength(3);
  });
});
