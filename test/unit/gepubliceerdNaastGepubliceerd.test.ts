/** Who has several published reports and subtracts one from another finds no child (domain/rapport/extern.ts). */
import { describe, expect, it } from 'vitest';
import { maakExperttafelrapport } from '../../domain/rapport/experttafel.ts';
import { maakExtern } from '../../domain/rapport/extern.ts';
import { maakHalfjaarrapport } from '../../domain/rapport/halfjaar.ts';
import type { Rapport, Tabel } from '../../domain/rapport/rapport.ts';
import { p90, vanDuren } from '../../domain/rapport/tellen.ts';
import { maakWachttijdenrapport } from '../../domain/rapport/wachttijden.ts';
import { kwartaalCijfers } from '../../domain/uitvraagCijfers.ts';
import { feit, periode } from '../support/feiten.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';

const cijfers = (lvb: number, verblijf = 40) =>
  kwartaalCijfers(9, [
    antwoordMet([vak('lvb', 'ambulant', lvb, 20, 20), vak('jeugdhulp', 'verblijf', verblijf, 20, 20)]),
  ]);
const rapport = (code: string, nu: ReturnType<typeof cijfers>, was: ReturnType<typeof cijfers> | null) =>
  maakWachttijdenrapport(periode(code), nu, was, 0);

/** A first version as it is published. */
const uitgave = (heel: Rapport) => ({ heel, extern: maakExtern(heel, [], null) });

/** What stands in a row of a table under a head: a number, `verborgen`, or undefined where there is no such column. */
function lees({ tabellen }: Rapport, rij: string, kolom: string, code = 'wachtenden') {
  const tabel = tabellen.find((deze): deze is Tabel => deze.code === code);
  const plaats = tabel?.kolommen.indexOf(kolom) ?? -1;
  const gevonden = [...(tabel?.rijen ?? []), ...(tabel?.totaal ? [tabel.totaal] : [])].find(
    (deze) => deze.code === rij,
  );
  return gevonden?.onderdrukt?.includes(plaats) ? 'verborgen' : gevonden?.waarden[plaats];
}

describe('de periode ervoor', () => {
  const k2 = maakExtern(rapport('2025-K2', cijfers(60), null), [], null);

  it('staat ernaast zoals zij is gepubliceerd, ook als er daarna een kind bij kwam', () => {
    const k3 = maakExtern(rapport('2025-K3', cijfers(70), cijfers(61)), [], k2);
    expect(lees(k3, 'ambulant', 'LVB 2025-K3')).toBe(70);
    expect(lees(k3, 'ambulant', 'LVB 2025-K2')).toBe(60);
    expect(lees(k3, 'totaal', 'Totaal 2025-K2')).toBe(100);
    const wachtend = k3.cijfers.find(({ code }) => code === 'wachtend');
    expect(wachtend).toMatchObject({ waarde: 110, eerder: 100 });
  });

  it('verbergt precies wat toen verborgen was, niet meer en niet minder', () => {
    const toen = maakExtern(rapport('2025-K2', cijfers(60, 3), null), [], null);
    const nu = maakExtern(rapport('2025-K3', cijfers(70), cijfers(60, 30)), [], toen);
    for (const [rij, kop] of [
      ['verblijf', 'J&O 2025-K2'],
      ['verblijf', 'Totaal 2025-K2'],
      ['ambulant', 'LVB 2025-K2'],
      ['totaal', 'Totaal 2025-K2'],
    ] as const)
      expect(lees(nu, rij, kop), `${rij} ${kop}`).toBe(lees(toen, rij, kop));
    expect(lees(nu, 'verblijf', 'J&O 2025-K2')).toBe('verborgen');
    expect(nu.cijfers.find(({ code }) => code === 'verblijf')).toMatchObject({
      eerder: null,
      eerderOnderdrukt: true,
    });
  });

  it('staat er niet naast als zij niet is gepubliceerd', () => {
    const k3 = maakExtern(rapport('2025-K3', cijfers(70), cijfers(60)), [], null);
    expect(lees(k3, 'ambulant', 'LVB 2025-K2')).toBeUndefined();
    expect(k3.tabellen.flatMap(({ kolommen }) => kolommen).filter((kop) => kop.includes('K2'))).toEqual([]);
    expect(k3.cijfers.filter(({ eerder }) => eerder !== undefined)).toEqual([]);
  });
});

/** Twenty children, of whom as many have clarity, or an advies at the Experttafel, in the half-year or year with this begin. */
const kinderen = (moment: string, duidelijk: number, kenmerk: string) =>
  Array.from({ length: 20 }, (_, i) =>
    feit(
      moment,
      Date.parse(moment) + 100 * 24 * 60 * 60 * 1000,
      i < duidelijk ? [['advies', 5, { advies: 'maatwerk' }]] : [],
      {
        kenmerk,
      },
    ),
  );

describe.each<[soort: string, eerder: string, vorige: () => Rapport, nu: () => Rapport]>([
  [
    'halfjaar',
    '2024-',
    () =>
      maakHalfjaarrapport(periode('2024-2'), kinderen('2024-11-12T10:00:00+01:00', 0, 'ZL-2024-0001'), [], 0),
    () =>
      maakHalfjaarrapport(
        periode('2025-1'),
        kinderen('2025-05-12T10:00:00+02:00', 5, 'ZL-2025-0001'),
        kinderen('2024-11-12T10:00:00+01:00', 1, 'ZL-2024-0001'),
        0,
      ),
  ],
  [
    'experttafel',
    '2024',
    () =>
      maakExperttafelrapport(
        periode('2024'),
        kinderen('2024-05-12T10:00:00+02:00', 0, 'ET-2024-0001'),
        [],
        0,
      ),
    () =>
      maakExperttafelrapport(
        periode('2025'),
        kinderen('2025-05-12T10:00:00+02:00', 5, 'ET-2025-0001'),
        kinderen('2024-05-12T10:00:00+02:00', 1, 'ET-2024-0001'),
        0,
      ),
  ],
  [
    'wachttijden',
    '2025-K2',
    () => rapport('2025-K2', cijfers(60), null),
    () => rapport('2025-K3', cijfers(70), cijfers(61)),
  ],
])('in het rapport %s', (_soort, eerder, vorige, nu) => {
  // A code such as 2024 or 2024-K4 as a whole.
  const isEerder = (kop: string) => kop.split(' ').some((woord) => woord.startsWith(eerder));
  const oudeCellen = ({ tabellen }: Rapport) =>
    tabellen.flatMap(({ code, kolommen, rijen, totaal }) =>
      [...rijen, ...(totaal ? [totaal] : [])].flatMap((rij) =>
        kolommen
          .filter(isEerder)
          .map(
            (kop) =>
              [`${code}/${rij.code}/${kop}`, lees({ tabellen } as Rapport, rij.code, kop, code)] as const,
          ),
      ),
    );

  it('heeft geen tabel een kolom van de periode ervoor als die niet is gepubliceerd', () => {
    expect(oudeCellen(nu()).length).toBeGreaterThan(20);
    expect(oudeCellen(maakExtern(nu(), [], null))).toEqual([]);
  });

  it('is ieder getal van de periode ervoor dat van de publicatie', () => {
    const gepubliceerd = maakExtern(vorige(), [], null);
    const toen = new Map(oudeCellen(gepubliceerd));
    const ernaast = oudeCellen(maakExtern(nu(), [], gepubliceerd));
    expect(ernaast.map(([plek]) => plek)).toEqual(oudeCellen(nu()).map(([plek]) => plek));
    for (const [plek, waarde] of ernaast) expect(waarde, plek).toEqual(toen.get(plek));
  });
});

describe('een verbeterde versie', () => {
  const eerste = uitgave(rapport('2025-K2', cijfers(60), null));

  it.each([
    [61, 'verborgen'],
    [64, 'verborgen'],
    [56, 'verborgen'],
    [65, 65],
    [60, 60],
  ])('met %d in plaats van 60 toont %s', (lvb, getoond) => {
    const tweede = maakExtern(rapport('2025-K2', cijfers(lvb), null), [eerste], null);
    expect(lees(tweede, 'ambulant', 'LVB 2025-K2')).toBe(getoond);
    expect(lees(tweede, 'totaal', 'Totaal 2025-K2')).toBe(
      getoond === 'verborgen' ? 'verborgen' : Number(getoond) + 40,
    );
    expect(lees(tweede, 'verblijf', 'J&O 2025-K2')).toBe(40);
  });

  it('houdt verborgen wat al verborgen was, ook als het nu groot is', () => {
    const klein = uitgave(rapport('2025-K2', cijfers(60, 3), null));
    const tweede = maakExtern(rapport('2025-K2', cijfers(60, 30), null), [klein], null);
    expect(lees(klein.extern, 'verblijf', 'J&O 2025-K2')).toBe('verborgen');
    expect(lees(tweede, 'verblijf', 'J&O 2025-K2')).toBe('verborgen');
    expect(
      lees(maakExtern(rapport('2025-K2', cijfers(60, 30), null), [], null), 'verblijf', 'J&O 2025-K2'),
    ).toBe(30);
  });
});

describe('een kind dat er in een verbeterde versie bij komt', () => {
  const verblijf = (lvb: number, jeugdhulp: number) =>
    rapport(
      '2025-K2',
      kwartaalCijfers(9, [
        antwoordMet([
          vak('lvb', 'verblijf', lvb, 0, 0),
          vak('jeugdhulp', 'verblijf', jeugdhulp, 0, 0),
          vak('j-ggz', 'verblijf', 24, 0, 0),
          vak('mix', 'verblijf', 20, 0, 0),
        ]),
      ]),
      null,
    );

  it('is niet het verschil met een getal dat er de eerste keer open stond: dat is geen dekking', () => {
    const eerste = uitgave(verblijf(0, 30));
    const tweede = maakExtern(verblijf(1, 42), [eerste], null);
    expect(lees(eerste.extern, 'verblijf', 'Mix 2025-K2')).toBe(20);
    expect(lees(tweede, 'verblijf', 'LVB 2025-K2')).toBe('verborgen');
    // Who waits in the mix was 20, and is not less by an answer more; of J&O nobody knows how many came.
    expect(lees(tweede, 'verblijf', 'Mix 2025-K2')).toBe(20);
    expect(lees(tweede, 'verblijf', 'J&O 2025-K2')).toBe('verborgen');
    expect(lees(tweede, 'verblijf', 'Totaal 2025-K2')).toBe(87);
  });

  it('is ook niet te vinden als alleen het totaal met dat kind verandert: dan gaat ook het totaal weg', () => {
    const tweede = maakExtern(verblijf(1, 30), [uitgave(verblijf(0, 30))], null);
    for (const [sector, getoond] of [
      ['LVB', 'verborgen'],
      ['J&O', 30],
      ['J-GGZ', 24],
      ['Mix', 20],
      ['Totaal', 'verborgen'],
    ] as const)
      expect(lees(tweede, 'verblijf', `${sector} 2025-K2`), sector).toBe(getoond);
  });
});

describe('een duur', () => {
  const dagen = (aantal: number) =>
    Array.from({ length: aantal }, (_, i) => (i + 1.26) * 24 * 60 * 60 * 1000);
  const van = (nu: number, eerder: number): Rapport => ({
    ...rapport('2025-K2', cijfers(60), null),
    cijfers: [vanDuren('p90', p90, dagen(nu), dagen(eerder))],
  });

  it('die van één kind is, het langste van minder dan tien, gaat niet naar buiten', () => {
    expect(maakExtern(van(9, 0), [], null).cijfers).toEqual([
      { code: 'p90', eenheid: 'dagen', waarde: null, onderdrukt: true },
    ]);
  });

  it('gaat niet naar buiten als er in een eerdere versie een paar kinderen meer of minder achter stonden', () => {
    const duur = (aantal: number, eerst: number) =>
      maakExtern(van(aantal, 0), [uitgave(van(eerst, 0))], null).cijfers;
    expect(duur(12, 12)).toEqual([{ code: 'p90', eenheid: 'dagen', waarde: 11 }]);
    expect(duur(13, 12)).toEqual([{ code: 'p90', eenheid: 'dagen', waarde: null, onderdrukt: true }]);
    expect(duur(12, 16)).toEqual([{ code: 'p90', eenheid: 'dagen', waarde: null, onderdrukt: true }]);
    expect(duur(17, 12)).toEqual([{ code: 'p90', eenheid: 'dagen', waarde: 16 }]);
  });

  it('gaat in hele dagen naar buiten', () => {
    expect(van(10, 0).cijfers[0]?.waarde).toBe(9.3);
    expect(maakExtern(van(10, 0), [], null).cijfers).toEqual([{ code: 'p90', eenheid: 'dagen', waarde: 9 }]);
  });
});
