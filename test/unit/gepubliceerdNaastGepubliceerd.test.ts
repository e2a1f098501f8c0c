/** Who has several published reports and subtracts one from another finds no child (domain/rapport/extern.ts). */
import { describe, expect, it } from 'vitest';
import { maakExtern } from '../../domain/rapport/extern.ts';
import type { Rapport, Tabel } from '../../domain/rapport/rapport.ts';
import { p90, vanDuren } from '../../domain/rapport/tellen.ts';
import { maakWachttijdenrapport } from '../../domain/rapport/wachttijden.ts';
import { kwartaalCijfers } from '../../domain/uitvraagCijfers.ts';
import { periode } from '../support/feiten.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';

const cijfers = (lvb: number, verblijf = 40) =>
  kwartaalCijfers(9, [
    antwoordMet([vak('lvb', 'ambulant', lvb, 20, 20), vak('jeugdhulp', 'verblijf', verblijf, 20, 20)]),
  ]);
const rapport = (code: string, nu: ReturnType<typeof cijfers>, was: ReturnType<typeof cijfers> | null) =>
  maakWachttijdenrapport(periode(code), nu, was, 0);

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

describe('een verbeterde versie', () => {
  const eerste = maakExtern(rapport('2025-K2', cijfers(60), null), [], null);

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
    const klein = maakExtern(rapport('2025-K2', cijfers(60, 3), null), [], null);
    const tweede = maakExtern(rapport('2025-K2', cijfers(60, 30), null), [klein], null);
    expect(lees(klein, 'verblijf', 'J&O 2025-K2')).toBe('verborgen');
    expect(lees(tweede, 'verblijf', 'J&O 2025-K2')).toBe('verborgen');
    expect(
      lees(maakExtern(rapport('2025-K2', cijfers(60, 30), null), [], null), 'verblijf', 'J&O 2025-K2'),
    ).toBe(30);
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

  it('gaat in hele dagen naar buiten', () => {
    expect(van(10, 0).cijfers[0]?.waarde).toBe(9.3);
    expect(maakExtern(van(10, 0), [], null).cijfers).toEqual([{ code: 'p90', eenheid: 'dagen', waarde: 9 }]);
  });
});
