/**
 * Small numbers do not leave the team: a count from 1 to 4 could tell who a child is (docs/decisions/0020; the usual limit of
 * Dutch public statistics). What is hidden cannot be found again from totals either, per row or per column:
 * other cells are hidden with it until everything that is hidden can have at least two values.
 */
import type { Cel, Cijfer, Onderbouwing, Rapport, Rij, Rijplek, Tabel } from './rapport.ts';

/** Counts from 1 up to and including this are hidden. */
export const kleinTotEnMet = 4;

const isKlein = (aantal: number | null | undefined) =>
  typeof aantal === 'number' && aantal >= 1 && aantal <= kleinTotEnMet;

/** One number: what it is, and whether it is a sum of others. The same number in two tables has one key. */
interface Vak {
  sleutel: string;
  waarde: number;
  isTotaal: boolean;
  /** It stands in no table, so that a nought does not show either. */
  isRest?: true;
}

/** Numbers that are together nought: each with 1 as a part, or -1 as their total. */
type Som = readonly { sleutel: string; teken: 1 | -1 }[];

/** What somebody who kept the earlier versions of a report knows of one of its numbers. */
export interface Voorkennis {
  cel: Cel;
  /** It was hidden in one of them, or differs so little from what stood there that the difference is a small number. */
  moetWeg: boolean;
  /** The least that it was; null where one of them showed it. */
  laagst: number | null;
  /** One of them shows it as it is now. */
  isBekend: boolean;
  /** Whoever thinks that numbers only grew knows that it is at least so many. */
  minstens: number;
}

/** The numbers of a report with every sum that a reader knows to hold between them. */
interface Optellingen {
  vakken: ReadonlyMap<string, Vak>;
  /** Per key the sums that it stands in, and how. */
  sommenVan: ReadonlyMap<string, readonly { som: Som; teken: 1 | -1 }[]>;
}

/** The columns of a table that belong together: those up to and with the one that is their sum, or one alone. */
function kolomgroepen({
  kolommen,
  totaalKolommen: totalen = [],
}: Tabel): { delen: number[]; totaal?: number }[] {
  let vanaf = 0;
  const groepen: { delen: number[]; totaal?: number }[] = totalen.map((totaal) => {
    const delen = kolommen.map((_, kolom) => kolom).filter((kolom) => kolom >= vanaf && kolom < totaal);
    vanaf = totaal + 1;
    return { delen, totaal };
  });
  return [
    ...groepen,
    ...kolommen
      .map((_, kolom) => kolom)
      .filter((kolom) => kolom >= vanaf)
      .map((kolom) => ({ delen: [kolom] })),
  ];
}

/** What remains between the tables of a report, as a table that is never shown: a row for each of `resten`. */
export function restentabel({ tabellen, resten = [] }: Pick<Rapport, 'tabellen' | 'resten'>): Tabel {
  const waardenVan = ({ tabel: code, rij }: Rijplek) => {
    const tabel = tabellen.find((deze) => deze.code === code);
    return (rij === 'totaal' ? tabel?.totaal : tabel?.rijen.find((deze) => deze.code === rij))?.waarden ?? [];
  };
  const kolommen = tabellen.find((deze) => deze.code === resten[0]?.rijen[0]?.tabel)?.kolommen ?? [];
  return {
    code: 'resten',
    kolommen,
    eenheid: 'aantal',
    rijen: resten.map(({ rijen, zonder }, nummer) => ({
      code: String(nummer),
      titel: '',
      waarden: kolommen.map((_, kolom) => {
        const delen = [
          ...rijen.map((plek) => waardenVan(plek)[kolom] ?? Number.NaN),
          ...zonder.map((plek) => -(waardenVan(plek)[kolom] ?? Number.NaN)),
        ];
        const waarde = delen.reduce((som, deel) => som + deel, 0);
        return Number.isNaN(waarde) ? null : waarde;
      }),
    })),
    teltOp: false,
    eerderVanaf: null,
  };
}

/** Reads the counts of all tables and how they add up: per column to its total, per row to the column that is its sum, and what remains between tables. */
function optellingen(rapport: Rapport, sleutelVan: (cel: Cel) => string): Optellingen {
  const { tabellen, resten = [] } = rapport;
  const vakken = new Map<string, Vak>();
  const sommenVan = new Map<string, { som: Som; teken: 1 | -1 }[]>();
  const voegToe = (som: Som) => {
    if (som.length < 2) return;
    for (const { sleutel, teken } of som)
      sommenVan.set(sleutel, [...(sommenVan.get(sleutel) ?? []), { som, teken }]);
  };
  for (const tabel of tabellen.filter(({ eenheid }) => eenheid === 'aantal')) {
    const rijen = [...tabel.rijen, ...(tabel.totaal ? [tabel.totaal] : [])];
    const deel = (rij: Rij, kolom: number, teken: 1 | -1): Som[number][] =>
      typeof rij.waarden[kolom] === 'number'
        ? [{ sleutel: sleutelVan({ tabel: tabel.code, rij: rij.code, kolom }), teken }]
        : [];
    for (const { delen, totaal } of kolomgroepen(tabel)) {
      const kolommen = [...delen, ...(totaal === undefined ? [] : [totaal])];
      for (const rij of rijen)
        for (const kolom of kolommen)
          for (const { sleutel } of deel(rij, kolom, 1))
            vakken.set(sleutel, {
              sleutel,
              waarde: rij.waarden[kolom] ?? 0,
              isTotaal: rij === tabel.totaal || kolom === totaal,
            });
      if (tabel.teltOp)
        for (const kolom of kolommen)
          voegToe(rijen.flatMap((rij) => deel(rij, kolom, rij === tabel.totaal ? -1 : 1)));
      if (totaal !== undefined)
        for (const rij of rijen)
          voegToe(kolommen.flatMap((kolom) => deel(rij, kolom, kolom === totaal ? -1 : 1)));
    }
  }
  const over = restentabel(rapport);
  for (const [nummer, { rijen, zonder }] of resten.entries())
    for (const [kolom, waarde] of over.rijen[nummer]?.waarden.entries() ?? []) {
      if (waarde === null) continue;
      const deel = (teken: 1 | -1) => (plek: Rijplek) => ({ sleutel: sleutelVan({ ...plek, kolom }), teken });
      const sleutel = sleutelVan({ tabel: over.code, rij: String(nummer), kolom });
      vakken.set(sleutel, { sleutel, waarde, isTotaal: false, isRest: true });
      voegToe([...rijen.map(deel(1)), ...zonder.map(deel(-1)), { sleutel, teken: -1 }]);
    }
  return { vakken, sommenVan };
}

/** So many tries tell that a hidden number can be another; without an answer by then, more is hidden. */
const hoogstePogingen = 2_000;

/**
 * Whether a hidden number could as well be one more (`stap` 1) or one less (-1), with everything that is shown unchanged: other hidden
 * numbers give or take one until every sum holds again. None goes below its `laagste`. Returns all that are then another; undefined when it cannot.
 */
function kanAnders(
  { vakken, sommenVan }: Optellingen,
  verborgen: ReadonlySet<string>,
  doel: string,
  stap: 1 | -1,
  laagste: (sleutel: string) => number,
): readonly string[] | undefined {
  const anders = new Map<string, 1 | -1>();
  const scheef = new Map<Som, number>();
  let pogingen = 0;
  const zet = (sleutel: string, verschil: 1 | -1, keer: 1 | -1) => {
    if (keer === 1) anders.set(sleutel, verschil);
    else anders.delete(sleutel);
    for (const { som, teken } of sommenVan.get(sleutel) ?? []) {
      const nu = (scheef.get(som) ?? 0) + keer * verschil * teken;
      if (nu === 0) scheef.delete(som);
      else scheef.set(som, nu);
    }
  };
  const nodigIn = (tekort: number, teken: 1 | -1): 1 | -1 => (tekort > 0 ? (teken === 1 ? -1 : 1) : teken);
  const kan = (sleutel: string, verschil: 1 | -1) =>
    (vakken.get(sleutel)?.waarde ?? 0) + verschil >= laagste(sleutel);
  /** What can put right a sum that is wrong. */
  const uitwegen = ([som, tekort]: [Som, number]) =>
    som
      .filter(({ sleutel }) => verborgen.has(sleutel) && !anders.has(sleutel))
      .map(({ sleutel, teken }) => ({ sleutel, verschil: nodigIn(tekort, teken) }))
      .filter(({ sleutel, verschil }) => kan(sleutel, verschil));
  /** How many sums are wrong after it: what puts right more than one goes first. */
  const erna = ({ sleutel, verschil }: { sleutel: string; verschil: 1 | -1 }) =>
    (sommenVan.get(sleutel) ?? []).filter(({ som, teken }) => (scheef.get(som) ?? 0) + verschil * teken !== 0)
      .length;
  const probeer = (sleutel: string, verschil: 1 | -1): boolean => {
    pogingen += 1;
    if (pogingen > hoogstePogingen) return false;
    zet(sleutel, verschil, 1);
    // The sum with the fewest ways out goes first: where one has none, nothing else has to be tried.
    const [moeilijkste] = [...scheef].map(uitwegen).sort((a, b) => a.length - b.length);
    if (!moeilijkste) return true;
    const lukt = moeilijkste
      .map((uitweg) => ({ ...uitweg, rang: erna(uitweg) }))
      .sort((a, b) => a.rang - b.rang)
      .some((uitweg) => probeer(uitweg.sleutel, uitweg.verschil));
    if (!lukt) zet(sleutel, verschil, -1);
    return lukt;
  };
  return kan(doel, stap) && probeer(doel, stap) ? [...anders.keys()] : undefined;
}

/**
 * Which number is hidden next when these can be recomputed: one that nobody can know, beside one of them, a part before a total, one of
 * which every sum hides something before one of which one does not, and the smallest first.
 */
function volgende(
  { vakken, sommenVan }: Optellingen,
  verborgen: ReadonlySet<string>,
  bloot: readonly string[],
  isBekend: (sleutel: string) => boolean,
): string | undefined {
  const sommen = (sleutel: string) => (sommenVan.get(sleutel) ?? []).map(({ som }) => som);
  const open = ({ sleutel, waarde }: Vak) => waarde > 0 && !verborgen.has(sleutel);
  const sluitNiet = ({ sleutel }: Vak) =>
    Number(!sommen(sleutel).every((som) => som.some((deel) => verborgen.has(deel.sleutel))));
  const ernaast = new Set(bloot.flatMap(sommen).flatMap((som) => som.map(({ sleutel }) => sleutel)));
  return [...vakken.values()]
    .filter(open)
    .sort(
      (a, b) =>
        Number(isBekend(a.sleutel)) - Number(isBekend(b.sleutel)) ||
        Number(!ernaast.has(a.sleutel)) - Number(!ernaast.has(b.sleutel)) ||
        Number(a.isTotaal) - Number(b.isTotaal) ||
        sluitNiet(a) - sluitNiet(b) ||
        a.waarde - b.waarde,
    )[0]?.sleutel;
}

/** What all earlier versions together tell of each number, by its key. */
function samen(
  voorkennis: readonly Voorkennis[],
  sleutelVan: (cel: Cel) => string,
): ReadonlyMap<string, Omit<Voorkennis, 'cel'>> {
  const kennis = new Map<string, Omit<Voorkennis, 'cel'>>();
  for (const { cel, ...nu } of voorkennis) {
    const eerder = kennis.get(sleutelVan(cel)) ?? nu;
    const moetWeg = eerder.moetWeg || nu.moetWeg;
    kennis.set(sleutelVan(cel), {
      moetWeg,
      laagst: eerder.laagst === null || nu.laagst === null ? null : Math.min(eerder.laagst, nu.laagst),
      // What has to be hidden again may have changed in between.
      isBekend: !moetWeg && (eerder.isBekend || nu.isBekend),
      minstens: Math.max(eerder.minstens, nu.minstens),
    });
  }
  return kennis;
}

/**
 * The keys of all numbers that are hidden: the small ones and those that earlier versions ask for, and with them others until each of them can be
 * something else, also for whoever kept those versions.
 */
function teVerbergen(
  alle: Optellingen,
  kennis: ReadonlyMap<string, Omit<Voorkennis, 'cel'>>,
): ReadonlySet<string> {
  const isBekend = (sleutel: string) => kennis.get(sleutel)?.isBekend ?? false;
  const vakVan = (sleutel: string) => alle.vakken.get(sleutel);
  const waardeVan = (sleutel: string) => vakVan(sleutel)?.waarde ?? 0;
  // A nought in a table is never hidden, and whoever recomputes knows that.
  const verborgen = new Set(
    [...alle.vakken.values()]
      .filter(
        ({ sleutel, waarde, isRest }) =>
          isRest || isKlein(waarde) || (waarde > 0 && kennis.get(sleutel)?.moetWeg),
      )
      .map(({ sleutel }) => sleutel),
  );
  const bodem = (sleutel: string) => (vakVan(sleutel)?.isRest ? 0 : 1);
  /** Whoever kept an earlier version and thinks that numbers only grew: what it showed stays, and nothing becomes less than it was. */
  const sindsToen = (sleutel: string) =>
    isBekend(sleutel)
      ? Number.POSITIVE_INFINITY
      : Math.max(bodem(sleutel), kennis.get(sleutel)?.minstens ?? 0);
  /** What was always hidden can have been something else each time: by the same one more or less, whatever changed in between. */
  const altijdAl = (sleutel: string) => {
    const laagst = kennis.get(sleutel)?.laagst ?? null;
    if (laagst === null) return Number.POSITIVE_INFINITY;
    return bodem(sleutel) + Math.max(0, waardeVan(sleutel) - laagst);
  };
  const groeideWeinig = (sleutel: string) =>
    isKlein(waardeVan(sleutel) - (kennis.get(sleutel)?.minstens ?? 0));
  /** Which numbers can be something else, this one among them; none when it cannot. */
  const vrijMet = (sleutel: string): readonly string[] => {
    const zoek = (laagste: typeof sindsToen) =>
      kanAnders(alle, verborgen, sleutel, 1, laagste) ?? kanAnders(alle, verborgen, sleutel, -1, laagste);
    const vrij = zoek(sindsToen);
    // By the same one each time, how much it grew would stay the same, and tell who came.
    return (
      vrij ?? (groeideWeinig(sleutel) ? [] : (zoek(altijdAl) ?? []).filter((een) => !groeideWeinig(een)))
    );
  };
  // What remains between tables may be found where it is large. What can be something else still can when more is hidden.
  const veilig = new Set(
    [...verborgen].filter(
      (sleutel) => vakVan(sleutel)?.isRest && !isKlein(waardeVan(sleutel)) && !kennis.get(sleutel)?.moetWeg,
    ),
  );
  for (;;) {
    for (const sleutel of verborgen)
      if (!veilig.has(sleutel)) for (const vrij of vrijMet(sleutel)) veilig.add(vrij);
    const bloot = [...verborgen].filter((sleutel) => !veilig.has(sleutel));
    const erbij = bloot.length > 0 ? volgende(alle, verborgen, bloot, isBekend) : undefined;
    if (erbij === undefined) return verborgen;
    verborgen.add(erbij);
  }
}

/**
 * The report without its small numbers, and without what gives them away, also beside earlier versions. The order of tables, rows and columns
 * decides, so that the same report is always hidden alike.
 */
export function onderdruk(rapport: Rapport, voorkennis: readonly Voorkennis[] = []): Rapport {
  const tabellen = new Map(rapport.tabellen.map((tabel) => [tabel.code, tabel]));
  /** Totals that are the figures of a row of another table are the same number, hidden in both or in neither. */
  const sleutelVan = ({ tabel, rij, kolom }: Cel): string => {
    const van = rij === 'totaal' ? tabellen.get(tabel)?.totaalVan : undefined;
    return van ? sleutelVan({ ...van, kolom }) : JSON.stringify([tabel, rij, kolom]);
  };
  const { resten: _resten, ...rest } = rapport;
  const verborgen = teVerbergen(optellingen(rapport, sleutelVan), samen(voorkennis, sleutelVan));

  const isVerborgen = (cel: Cel) => verborgen.has(sleutelVan(cel));
  const moetWeg = ({ cellen = [], aantallen = [], minstens = 0 }: Onderbouwing = {}) =>
    cellen.some(isVerborgen) ||
    aantallen.some((aantal) => isKlein(aantal) || (aantal > 0 && aantal < minstens));
  return {
    ...rest,
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
  const heel = (waarde: number | null | undefined) =>
    // A duration to a tenth of a day could be that of a child somebody knows.
    cijfer.eenheid === 'dagen' && typeof waarde === 'number' ? Math.round(waarde) : waarde;
  // How many stand behind it stays within as well.
  return {
    ...rest,
    ...(weg ? { waarde: null, onderdrukt: true } : { waarde: heel(rest.waarde) ?? null }),
    ...(eerderWeg ? { eerder: null, eerderOnderdrukt: true } : {}),
    ...(!eerderWeg && rest.eerder !== undefined ? { eerder: heel(rest.eerder) ?? null } : {}),
  };
}
