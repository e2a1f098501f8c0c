/**
 * A published report as it leaves the team. Whoever has several of them can subtract one from another, so what was given away before
 * decides what is hidden now (issue 5, "Reports": "also against recomputing them").
 */
import { kleinTotEnMet, onderdruk } from './onderdruk.ts';
import type { Cel, Rapport, Rij, Tabel } from './rapport.ts';

/**
 * The external form of a report.
 * @param eerdere the external forms of the earlier versions of the same period: what was hidden there stays hidden, and so is a number
 * that differs from one that was shown by as little as a small number.
 * @param vorige the newest external form of the period before. The comparison repeats exactly that; without it there is none.
 */
export function maakExtern(rapport: Rapport, eerdere: readonly Rapport[], vorige: Rapport | null): Rapport {
  const eigen = zonderEerder(rapport);
  const ook = eerdere.flatMap((eerder) => eigen.tabellen.flatMap((tabel) => verraden(tabel, eerder)));
  return metEerder(onderdruk(eigen, ook), rapport, vorige);
}

const rijenVan = ({ rijen, totaal }: Tabel): Rij[] => [...rijen, ...(totaal ? [totaal] : [])];
const tabelIn = (rapport: Rapport | null, code: string) =>
  rapport?.tabellen.find((deze) => deze.code === code);
const rijIn = (tabel: Tabel, code: string) => rijenVan(tabel).find((rij) => rij.code === code);

/** The cells of a table that tell too much beside an earlier version. */
function verraden(tabel: Tabel, eerder: Rapport): Cel[] {
  const toen = tabelIn(eerder, tabel.code);
  if (!toen || tabel.eenheid !== 'aantal') return [];
  return rijenVan(tabel).flatMap((rij) =>
    rij.waarden.flatMap((waarde, kolom) => {
      const plaats = toen.kolommen.indexOf(tabel.kolommen[kolom] ?? '');
      const was = rijIn(toen, rij.code);
      const gezien = was?.waarden[plaats];
      const isVerborgen = was?.onderdrukt?.includes(plaats);
      const verschil = Math.abs((waarde ?? 0) - (gezien ?? waarde ?? 0));
      return isVerborgen || (verschil > 0 && verschil <= kleinTotEnMet)
        ? [{ tabel: tabel.code, rij: rij.code, kolom }]
        : [];
    }),
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
