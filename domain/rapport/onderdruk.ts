/**
 * Small numbers do not leave the team: a count from 1 to 4 could tell who a child is (issue 5, "Reports"; the usual
 * limit of Dutch public statistics). What is hidden cannot be found again from totals either, per row or per column:
 * other cells are hidden with it until everything that is hidden can have at least two values.
 */
import type { Cel, Cijfer, Onderbouwing, Rapport, Rij, Tabel } from './rapport.ts';

/** Counts from 1 up to and including this are hidden. */
export const kleinTotEnMet = 4;

const isKlein = (aantal: number | null | undefined) =>
  typeof aantal === 'number' && aantal >= 1 && aantal <= kleinTotEnMet;

/** One number within a table, and the two sums that it belongs to; a sum that is told nowhere is `vrij`. */
interface Vak {
  sleutel: string;
  waarde: number;
  /** 1 for a part, -1 for a total: then each sum is nought. */
  teken: 1 | -1;
  rij: string;
  kolom: string;
  isTotaal: boolean;
}

const vrij = 'vrij';

/** The cells of one table that belong together: columns up to and with the one that is their sum, or a column alone. */
function blokken(tabel: Tabel, sleutel: (rij: string, kolom: number) => string): Vak[][] {
  if (tabel.eenheid !== 'aantal') return [];
  const totalen = tabel.totaalKolommen ?? [];
  const grenzen = tabel.kolommen
    .map((_, kolom) => kolom)
    .filter((kolom) => totalen.includes(kolom) || !totalen.some((totaal) => totaal > kolom));
  let vanaf = 0;
  return grenzen.map((tot) => {
    const kolommen = tabel.kolommen
      .map((_, kolom) => kolom)
      .filter((kolom) => kolom >= vanaf && kolom <= tot);
    vanaf = tot + 1;
    const metRijsom = totalen.includes(tot) && kolommen.length > 1;
    const vakken = (rij: Rij, isTotaalrij: boolean): Vak[] =>
      kolommen.flatMap((kolom) => {
        const waarde = rij.waarden[kolom];
        const isTotaalkolom = metRijsom && kolom === tot;
        return typeof waarde !== 'number'
          ? []
          : {
              sleutel: sleutel(rij.code, kolom),
              waarde,
              teken: isTotaalrij === isTotaalkolom ? 1 : -1,
              rij: metRijsom ? `rij ${rij.code}` : `${vrij} rij`,
              kolom: tabel.teltOp ? `kolom ${kolom}` : `${vrij} kolom`,
              isTotaal: isTotaalrij || isTotaalkolom,
            };
      });
    return [
      ...tabel.rijen.flatMap((rij) => vakken(rij, false)),
      ...(tabel.totaal ? vakken(tabel.totaal, true) : []),
    ];
  });
}

/**
 * Whether a hidden cell could as well be one more (`stap` 1) or one less (-1), with everything that is shown unchanged: there is a
 * round of hidden cells, each of which gives or takes one, that leaves every sum as it is. Whoever recomputes knows that no
 * nought is ever hidden, so none becomes one.
 */
function kanAnders(verborgen: readonly Vak[], vak: Vak, stap: 1 | -1): boolean {
  const kan = (ander: Vak, verschil: 1 | -1) => verschil * ander.teken > 0 || ander.waarde > 1;
  if (!kan(vak, stap)) return false;
  if (vak.kolom.startsWith(vrij) && vak.rij.startsWith(vrij)) return true;
  const bezocht = new Set([vak.kolom]);
  const rand = [vak.kolom];
  for (let kolom = rand.shift(); kolom !== undefined; kolom = rand.shift()) {
    for (const geeft of verborgen.filter(
      (deze) => deze.kolom === kolom && deze !== vak && kan(deze, stap === 1 ? -1 : 1),
    )) {
      if (geeft.rij === vak.rij) return true;
      for (const neemt of verborgen)
        if (neemt.rij === geeft.rij && neemt !== geeft && kan(neemt, stap) && !bezocht.has(neemt.kolom)) {
          bezocht.add(neemt.kolom);
          rand.push(neemt.kolom);
        }
    }
  }
  return false;
}

const isVeilig = (verborgen: readonly Vak[], vak: Vak) =>
  kanAnders(verborgen, vak, 1) || kanAnders(verborgen, vak, -1);

/**
 * Which cell is hidden next when these can be recomputed: beside one of them, a part before a total, one that closes a round
 * before one that does not, and the smallest first.
 */
function volgende(vakken: readonly Vak[], verborgen: readonly Vak[], bloot: readonly Vak[]): Vak | undefined {
  const naast = (lijst: readonly Vak[], som: 'rij' | 'kolom', vak: Vak) =>
    !vak[som].startsWith(vrij) && lijst.some((deze) => deze[som] === vak[som]);
  const sluitNiet = (vak: Vak) => Number(!(naast(verborgen, 'rij', vak) && naast(verborgen, 'kolom', vak)));
  const open = vakken.filter((vak) => vak.waarde > 0 && !verborgen.includes(vak));
  const ernaast = open.filter((vak) => naast(bloot, 'rij', vak) || naast(bloot, 'kolom', vak));
  return (ernaast.length > 0 ? ernaast : open).sort(
    (a, b) => Number(a.isTotaal) - Number(b.isTotaal) || sluitNiet(a) - sluitNiet(b) || a.waarde - b.waarde,
  )[0];
}

/** Adds to `verborgen` what must be hidden in these cells; true when that was anything. */
function verberg(vakken: readonly Vak[], verborgen: Set<string>): boolean {
  const eerst = verborgen.size;
  for (const { sleutel, waarde } of vakken) if (isKlein(waarde)) verborgen.add(sleutel);
  for (;;) {
    const lijst = vakken.filter(({ sleutel }) => verborgen.has(sleutel));
    const bloot = lijst.filter((vak) => !isVeilig(lijst, vak));
    const erbij = bloot.length > 0 ? volgende(vakken, lijst, bloot) : undefined;
    if (!erbij) return verborgen.size > eerst;
    verborgen.add(erbij.sleutel);
  }
}

/** The report as it may leave the team. The order of tables, rows and columns decides, so that the same report is always hidden alike. */
export function onderdruk(rapport: Rapport): Rapport {
  const tabellen = new Map(rapport.tabellen.map((tabel) => [tabel.code, tabel]));
  /** Totals that are the figures of a row of another table are the same number, hidden in both or in neither. */
  const sleutelVan = ({ tabel, rij, kolom }: Cel): string => {
    const van = rij === 'totaal' ? tabellen.get(tabel)?.totaalVan : undefined;
    return van ? sleutelVan({ ...van, kolom }) : JSON.stringify([tabel, rij, kolom]);
  };
  const alle = rapport.tabellen.flatMap((tabel) =>
    blokken(tabel, (rij, kolom) => sleutelVan({ tabel: tabel.code, rij, kolom })),
  );
  const verborgen = new Set<string>();
  // What is hidden in one table may show through another, until nothing has to be added any more.
  for (let nieuw = true; nieuw; ) nieuw = alle.filter((vakken) => verberg(vakken, verborgen)).length > 0;

  const isVerborgen = (cel: Cel) => verborgen.has(sleutelVan(cel));
  const moetWeg = ({ cellen = [], aantallen = [] }: Onderbouwing = {}) =>
    cellen.some(isVerborgen) || aantallen.some(isKlein);
  return {
    ...rapport,
    cijfers: rapport.cijfers.map((cijfer) => onderdrukCijfer(cijfer, moetWeg)),
    tabellen: rapport.tabellen.map((tabel) => {
      const rij = (deze: Rij): Rij => {
        const weg = deze.waarden.flatMap((_, kolom) =>
          isVerborgen({ tabel: tabel.code, rij: deze.code, kolom }) ? [kolom] : [],
        );
        if (weg.length === 0) return deze;
        return {
          ...deze,
          waarden: deze.waarden.map((waarde, kolom) => (weg.includes(kolom) ? null : waarde)),
          onderdrukt: weg,
        };
      };
      return {
        ...tabel,
        rijen: tabel.rijen.map(rij),
        ...(tabel.totaal ? { totaal: rij(tabel.totaal) } : {}),
      };
    }),
  };
}

function onderdrukCijfer(cijfer: Cijfer, moetWeg: (uit?: Onderbouwing) => boolean): Cijfer {
  const { uit, uitEerder, ...rest } = cijfer;
  const isAantal = cijfer.eenheid === 'aantal';
  const weg = moetWeg(uit) || (isAantal && isKlein(cijfer.waarde));
  const eerderWeg = moetWeg(uitEerder) || (isAantal && isKlein(cijfer.eerder));
  // How many stand behind it stays within as well.
  return {
    ...rest,
    ...(weg ? { waarde: null, onderdrukt: true } : {}),
    ...(eerderWeg ? { eerder: null, eerderOnderdrukt: true } : {}),
  };
}
