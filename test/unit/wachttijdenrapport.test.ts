/** The report of wachttijden shows the figures of the uitvraag beside those of the quarter before (domain/rapport/wachttijden.ts). */
import { describe, expect, it } from 'vitest';
import { onderdruk } from '../../domain/rapport/onderdruk.ts';
import type { Rapport } from '../../domain/rapport/rapport.ts';
import { maakWachttijdenrapport } from '../../domain/rapport/wachttijden.ts';
import { kwartaalCijfers } from '../../domain/uitvraagCijfers.ts';
import { periode } from '../support/feiten.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';

const peil = Date.parse('2025-08-01T09:00:00+02:00');
const k2 = periode('2025-K2');
const cijfers = (rapport: Rapport) =>
  Object.fromEntries(rapport.cijfers.map(({ code, waarde, eerder }) => [code, [waarde, eerder]]));
const waarden = ({ tabellen }: Rapport, tabel: string, rij: string) => {
  const gevonden = tabellen.find(({ code }) => code === tabel);
  return (rij === 'totaal' ? gevonden?.totaal : gevonden?.rijen.find(({ code }) => code === rij))?.waarden;
};

const nu = kwartaalCijfers(10, [
  antwoordMet(
    [
      vak('lvb', 'ambulant', 40, 30, 20),
      vak('jeugdhulp', 'ambulant', 60, 10, 50),
      vak('j-ggz', 'verblijf', 20, 8, 9),
    ],
    { oorzaken: ['personeelstekort', 'instroom'], wachttijden: [{ zorgsoort: 'kdc', weken: 52 }] },
  ),
  antwoordMet([vak('lvb', 'ambulant', 10, 5, 5), vak('mix', 'verblijf', 10, 10, 0)], {
    oorzaken: ['personeelstekort'],
    wachttijden: [{ zorgsoort: 'kdc', weken: 61 }],
  }),
]);
const was = kwartaalCijfers(8, [
  antwoordMet([vak('lvb', 'ambulant', 70, 35, 35)], { wachttijden: [{ zorgsoort: 'kdc', weken: 30 }] }),
]);

describe('het rapport over wachttijden', () => {
  const rapport = maakWachttijdenrapport(k2, nu, was, peil);

  it('noemt wie wacht, hoelang, met overbrugging, en hoeveel aanbieders antwoordden, naast het kwartaal ervoor', () => {
    expect(cijfers(rapport)).toEqual({
      gevraagd: [10, 8],
      geantwoord: [2, 1],
      respons: [20, 12.5],
      wachtend: [140, 70],
      ambulant: [110, 70],
      verblijf: [30, 0],
      drieMaanden: [63, 35],
      drieMaandenAandeel: [45, 50],
      metOverbrugging: [84, 35],
      metOverbruggingAandeel: [60, 50],
    });
  });

  it('telt per sector, ambulant en verblijf apart', () => {
    expect(waarden(rapport, 'wachtenden', 'ambulant')).toEqual([50, 60, 0, 0, 110, 70, 0, 0, 0, 70]);
    expect(waarden(rapport, 'wachtenden', 'verblijf')).toEqual([0, 0, 20, 10, 30, 0, 0, 0, 0, 0]);
    expect(waarden(rapport, 'wachtenden', 'totaal')).toEqual([50, 60, 20, 10, 140, 70, 0, 0, 0, 70]);
    expect(waarden(rapport, 'duurAmbulant', 'langer')?.slice(0, 5)).toEqual([35, 10, 0, 0, 45]);
    expect(waarden(rapport, 'duurAmbulant', 'korter')?.slice(0, 5)).toEqual([15, 50, 0, 0, 65]);
    expect(waarden(rapport, 'duurVerblijf', 'langer')?.slice(0, 5)).toEqual([0, 0, 8, 10, 18]);
    expect(waarden(rapport, 'overbruggingAmbulant', 'met')?.slice(0, 5)).toEqual([25, 50, 0, 0, 75]);
    expect(waarden(rapport, 'overbruggingVerblijf', 'zonder')?.slice(0, 5)).toEqual([0, 0, 11, 10, 21]);
  });

  it('noemt de oorzaken en de wachttijd nu per soort zorg', () => {
    expect(waarden(rapport, 'oorzaken', 'personeelstekort')).toEqual([2, 0]);
    expect(waarden(rapport, 'oorzaken', 'instroom')).toEqual([1, 0]);
    expect(waarden(rapport, 'wachttijden', 'kdc')).toEqual([52, 56.5, 61, 30]);
    expect(waarden(rapport, 'wachttijden', 'woongroep')).toEqual([null, null, null, null]);
  });

  it('telt in iedere tabel op tot het totaal', () => {
    for (const { code, rijen, totaal, totaalKolommen } of rapport.tabellen.filter(({ teltOp }) => teltOp)) {
      const som = totaal?.waarden.map((_, k) => rijen.reduce((tot, rij) => tot + (rij.waarden[k] ?? 0), 0));
      expect(totaal?.waarden, code).toEqual(som);
      for (const rij of [...rijen, ...(totaal ? [totaal] : [])])
        for (const k of totaalKolommen ?? [])
          expect(rij.waarden[k], `${code} ${rij.code}`).toBe(
            rij.waarden.slice(k - 4, k).reduce((tot: number, aantal) => tot + (aantal ?? 0), 0),
          );
    }
  });

  it('heeft zonder uitvraag geen cijfers, en geen nullen', () => {
    const leeg = maakWachttijdenrapport(k2, null, null, peil);
    expect(leeg.cijfers.flatMap(({ waarde, eerder }) => [waarde, eerder]).every((een) => een === null)).toBe(
      true,
    );
    expect(
      leeg.tabellen
        .flatMap(({ rijen, totaal }) => [...rijen, ...(totaal ? [totaal] : [])])
        .flatMap((rij) => rij.waarden)
        .every((een) => een === null),
    ).toBe(true);
    expect(onderdruk(leeg)).toEqual({
      ...leeg,
      cijfers: leeg.cijfers.map(({ uit, uitEerder, ...rest }) => rest),
    });
  });

  it('verbergt buiten het team een cijfer als een deel ervan verborgen is', () => {
    const { cijfers: uit } = onderdruk(
      maakWachttijdenrapport(
        k2,
        kwartaalCijfers(9, [
          antwoordMet([vak('lvb', 'ambulant', 50, 25, 25), vak('lvb', 'verblijf', 20, 3, 10)]),
        ]),
        null,
        peil,
      ),
    );
    const van = (code: string) => uit.find((cijfer) => cijfer.code === code);
    expect(van('drieMaanden')).toMatchObject({ waarde: null, onderdrukt: true });
    expect(van('drieMaandenAandeel')).toMatchObject({ waarde: null, onderdrukt: true });
    expect(van('wachtend')).toMatchObject({ waarde: 70 });
    expect(van('metOverbrugging')).toMatchObject({ waarde: 35 });
  });
});
