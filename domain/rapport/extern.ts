/**
 * A published report as it leaves the team. Whoever has several of them can subtract one from another, so what was given away before
 * decides what is hidden now (docs/decisions/0020).
 */
import { kleinTotEnMet, onderdruk, restentabel, type Voorkennis } from './onderdruk.ts';
import type { Cijfer, Rapport, Rij, Tabel } from './rapport.ts';

/** A version that was published: with all its figures, and as it left the team. */
export interface Uitgave {
  heel: Rapport;
  extern: Rapport;
}

/**
 * The external form of a report.
 * @param eerdere the earlier versions of the same period: what was hidden there stays hidden, and so is a number that differs from one that
 * was shown by as little as a small number. What was shown is no cover.
 * @param vorige the newest external form of the period before. The comparison repeats exactly that; without it there is none.
 */
export function maakExtern(rapport: Rapport, eerdere: readonly Uitgave[], vorige: Rapport | null): Rapport {
  const eigen = zonderEerder(rapport);
  const voorkennis = eerdere.flatMap((eerder) => [
    ...eigen.tabellen.flatMap((tabel) => voorkennisVan(tabel, eerder)),
    ...restkennis(eigen, eerder.heel),
  ]);
  const verborgen = onderdruk(eigen, voorkennis);
  const cijfers = verborgen.cijfers.map((cijfer, plaats): Cijfer => {
    const heel = eigen.cijfers[plaats] ?? cijfer;
    return eerdere.some((eerder) => isNauwelijksAnders(heel, eerder.heel))
      ? { ...cijfer, waarde: null, onderdrukt: true }
      : cijfer;
  });
  return metEerder({ ...verborgen, cijfers }, rapport, vorige);
}

const rijenVan = ({ rijen, totaal }: Tabel): Rij[] => [...rijen, ...(totaal ? [totaal] : [])];
const tabelIn = (rapport: Rapport | null, code: string) =>
  rapport?.tabellen.find((deze) => deze.code === code);
const rijIn = (tabel: Tabel, code: string) => rijenVan(tabel).find((rij) => rij.code === code);

const isKleinVerschil = (een: number, ander: number) =>
  een !== ander && Math.abs(een - ander) <= kleinTotEnMet;

/** What an earlier version tells of the counts of a table. */
function voorkennisVan(tabel: Tabel, eerder: Uitgave): Voorkennis[] {
  const [heel, extern] = [eerder.heel, eerder.extern].map((toen) => tabelIn(toen, tabel.code));
  if (!heel || !extern || tabel.eenheid !== 'aantal') return [];
  return rijenVan(tabel).flatMap((rij) =>
    rij.waarden.flatMap((waarde, kolom): Voorkennis[] => {
      const [echt, buiten] = [heel, extern].map((toen) => {
        const plaats = toen.kolommen.indexOf(tabel.kolommen[kolom] ?? '');
        const was = rijIn(toen, rij.code);
        return {
          waarde: was?.waarden[plaats] ?? null,
          isVerborgen: was?.onderdrukt?.includes(plaats) ?? false,
        };
      });
      if (waarde === null || !echt || !buiten || echt.waarde === null) return [];
      const wasVerborgen = buiten.isVerborgen;
      return [
        {
          cel: { tabel: tabel.code, rij: rij.code, kolom },
          moetWeg: wasVerborgen || isKleinVerschil(waarde, echt.waarde),
          laagst: wasVerborgen ? echt.waarde : null,
          isBekend: !wasVerborgen && waarde === echt.waarde,
          // A number that is hidden now and was shown has changed.
          minstens: echt.waarde > waarde ? 1 : Math.min(waarde, echt.waarde + (wasVerborgen ? 0 : 1)),
        },
      ];
    }),
  );
}

/** What was between the tables of an earlier version: never shown, but found again where it is large, and so is how little it changed. */
function restkennis(eigen: Rapport, eerder: Rapport): Voorkennis[] {
  const nu = restentabel(eigen);
  const toen = restentabel({ ...eerder, resten: eigen.resten ?? [] });
  return nu.rijen.flatMap((rij) =>
    rij.waarden.flatMap((waarde, kolom): Voorkennis[] => {
      const was = rijIn(toen, rij.code)?.waarden[toen.kolommen.indexOf(nu.kolommen[kolom] ?? '')] ?? null;
      if (waarde === null || was === null) return [];
      return [
        {
          cel: { tabel: nu.code, rij: rij.code, kolom },
          moetWeg: isKleinVerschil(waarde, was),
          laagst: was,
          isBekend: false,
          minstens: was > waarde ? 0 : was,
        },
      ];
    }),
  );
}

/** Whether a few children more or less stand behind a duration than in an earlier version. */
function isNauwelijksAnders({ code, eenheid, waarde, uit }: Cijfer, eerder: Rapport): boolean {
  const toen = eerder.cijfers.find((cijfer) => cijfer.code === code);
  if (eenheid !== 'dagen' || waarde === null) return false;
  return (uit?.aantallen ?? []).some((aantal, plaats) =>
    isKleinVerschil(aantal, toen?.uit?.aantallen?.[plaats] ?? aantal),
  );
}

/** The report of its own period alone. */
function zonderEerder(rapport: Rapport): Rapport {
  return {
    ...rapport,
    cijfers: rapport.cijfers.map(({ eerder: _eerder, uitEerder: _uitEerder, ...cijfer }) => cijfer),
    tabellen: rapport.tabellen.map((tabel) => {
      const { eerderVanaf, totaalKolommen, ...rest } = tabel;
      if (eerderVanaf === null) return tabel;
      const eigen = (rij: Rij): Rij => ({ ...rij, waarden: rij.waarden.slice(0, eerderVanaf) });
      const sommen = totaalKolommen?.filter((kolom) => kolom < eerderVanaf) ?? [];
      return {
        ...rest,
        kolommen: tabel.kolommen.slice(0, eerderVanaf),
        rijen: tabel.rijen.map(eigen),
        ...(tabel.totaal ? { totaal: eigen(tabel.totaal) } : {}),
        ...(sommen.length > 0 ? { totaalKolommen: sommen } : {}),
        eerderVanaf: null,
      };
    }),
  };
}

/** Puts beside it what was published of the period before, hidden as it was there. */
function metEerder(eigen: Rapport, heel: Rapport, vorige: Rapport | null): Rapport {
  if (!vorige) return eigen;
  return {
    ...eigen,
    cijfers: eigen.cijfers.map((cijfer, plaats) => {
      if (heel.cijfers[plaats]?.eerder === undefined) return cijfer;
      const { waarde = null, onderdrukt } = vorige.cijfers.find(({ code }) => code === cijfer.code) ?? {};
      return { ...cijfer, eerder: waarde, ...(onderdrukt ? { eerderOnderdrukt: true } : {}) };
    }),
    tabellen: eigen.tabellen.map((tabel, plaats) => {
      const toen = tabelIn(vorige, tabel.code);
      const { eerderVanaf, kolommen, totaalKolommen } = heel.tabellen[plaats] ?? tabel;
      if (eerderVanaf === null || !toen) return tabel;
      const bronnen = kolommen.slice(eerderVanaf).map((titel) => toen.kolommen.indexOf(titel));
      const aangevuld = (rij: Rij): Rij => {
        const was = rijIn(toen, rij.code);
        const onderdrukt = [
          ...(rij.onderdrukt ?? []),
          ...bronnen.flatMap((bron, k) => (was?.onderdrukt?.includes(bron) ? [eerderVanaf + k] : [])),
        ];
        return {
          ...rij,
          waarden: [...rij.waarden, ...bronnen.map((bron) => was?.waarden[bron] ?? null)],
          ...(onderdrukt.length > 0 ? { onderdrukt } : {}),
        };
      };
      return {
        ...tabel,
        kolommen,
        rijen: tabel.rijen.map(aangevuld),
        ...(tabel.totaal ? { totaal: aangevuld(tabel.totaal) } : {}),
        ...(totaalKolommen ? { totaalKolommen } : {}),
        eerderVanaf,
      };
    }),
  };
}
