/**
 * The report of the quarterly uitvraag of wachttijden (regiovisie-monitor-2022, "5 Aanpak wachttijden"). What each figure means stands in
 * definities.ts. Its tables are cut so that every sum that a reader can make is a sum that onderdruk.ts knows: who waits long and who
 * does not add up per vorm to who waits there.
 */
import { type Periode, periodeEerder } from '../periode.ts';
import type { KwartaalCijfers } from '../uitvraagCijfers.ts';
import {
  type WachtSector,
  wachtOorzaken,
  wachtSectoren,
  type Zorgvorm,
  zorgsoorten,
  zorgvormen,
} from '../uitvraagCodes.ts';
import type { Cijfer, Rapport, Rijplek, Tabel } from './rapport.ts';
import { aandeel } from './tellen.ts';

const sectoren = Object.keys(wachtSectoren) as WachtSector[];
const vormen = Object.keys(zorgvormen) as Zorgvorm[];
/** Short, for the head of a column. */
const sectorkoppen = { ...wachtSectoren, mix: 'Mix' } as const;

type Vak = KwartaalCijfers['perSector'][number];

/** The sectors of the columns of one quarter, and behind them their sum. */
export const sectorKolommen = [...sectoren, 'totaal'] as const;

/** The places of the columns with the totals: all sectors together, now and in the quarter before. */
const plaatsen = { nu: sectoren.length, eerder: 2 * sectoren.length + 1 } as const;

/** In which tables the parts stand of who waits in a vorm: by how long, and by whether there is overbrugging. */
export const deeltabellen = {
  ambulant: { duur: 'duurAmbulant', overbrugging: 'overbruggingAmbulant' },
  verblijf: { duur: 'duurVerblijf', overbrugging: 'overbruggingVerblijf' },
} as const satisfies Record<Zorgvorm, Record<string, string>>;

/** The rows of such tables. */
const duren = { korter: 'Korter dan drie maanden', langer: 'Drie maanden of langer' } as const;
const overbruggingen = { met: 'Met overbrugging', zonder: 'Zonder overbrugging' } as const;

/** One row over all sectors, with their sum behind them; null for every column of a quarter without figures. */
function rijOver(
  kwartalen: readonly (KwartaalCijfers | null)[],
  tel: (vak: Vak) => number,
  welke: (vak: Vak) => boolean,
): (number | null)[] {
  return kwartalen.flatMap((cijfers) => {
    if (!cijfers) return sectorKolommen.map(() => null);
    const aantallen = sectoren.map((sector) =>
      cijfers.perSector
        .filter((vak) => vak.sector === sector && welke(vak))
        .reduce((som, vak) => som + tel(vak), 0),
    );
    return [...aantallen, aantallen.reduce((som, aantal) => som + aantal, 0)];
  });
}

/**
 * The report over a quarter at moment `peil` (ms since the epoch), beside the quarter before; null where there was no uitvraag. Figures
 * of a quarter without one are null as well.
 */
export function maakWachttijdenrapport(
  periode: Periode,
  nu: KwartaalCijfers | null,
  was: KwartaalCijfers | null,
  peil: number,
): Rapport {
  const kwartalen = [nu, was];
  const codes = [periode.code, periodeEerder(periode).code];
  const wachtend = ({ wachtend }: Vak) => wachtend;
  const perSector = {
    kolommen: codes.flatMap((code) =>
      [...Object.values(sectorkoppen), 'Totaal'].map((kop) => `${kop} ${code}`),
    ),
    eenheid: 'aantal' as const,
    teltOp: true,
    totaalKolommen: [plaatsen.nu, plaatsen.eerder],
    eerderVanaf: sectorKolommen.length,
  };
  const inVorm = (vorm: Zorgvorm) => (vak: Vak) => vak.vorm === vorm;

  const wachtenden: Tabel = {
    ...perSector,
    code: 'wachtenden',
    rijen: vormen.map((vorm) => ({
      code: vorm,
      titel: zorgvormen[vorm],
      waarden: rijOver(kwartalen, wachtend, inVorm(vorm)),
    })),
    totaal: { code: 'totaal', titel: 'Totaal', waarden: rijOver(kwartalen, wachtend, () => true) },
  };
  /** Those who wait in a vorm, in two parts. */
  const inDelen = <R extends string>(
    code: string,
    vorm: Zorgvorm,
    delen: Readonly<Record<R, string>>,
    tel: Readonly<Record<R, (vak: Vak) => number>>,
  ): Tabel => ({
    ...perSector,
    code,
    rijen: (Object.entries(delen) as [R, string][]).map(([rij, titel]) => ({
      code: rij,
      titel,
      waarden: rijOver(kwartalen, tel[rij], inVorm(vorm)),
    })),
    totaal: { code: 'totaal', titel: 'Totaal', waarden: rijOver(kwartalen, wachtend, inVorm(vorm)) },
    totaalVan: { tabel: 'wachtenden', rij: vorm },
  });
  const tellingen = [
    wachtenden,
    ...vormen.flatMap((vorm) => [
      inDelen(deeltabellen[vorm].duur, vorm, duren, {
        korter: (vak) => vak.wachtend - vak.drieMaanden,
        langer: (vak) => vak.drieMaanden,
      }),
      inDelen(deeltabellen[vorm].overbrugging, vorm, overbruggingen, {
        met: (vak) => vak.overbrugging,
        zonder: (vak) => vak.wachtend - vak.overbrugging,
      }),
    ]),
  ];

  const totaalrij = (rij: string): Rijplek => ({ tabel: 'wachtenden', rij });
  const langer = vormen.map((vorm): Rijplek => ({ tabel: deeltabellen[vorm].duur, rij: 'langer' }));
  const met = vormen.map((vorm): Rijplek => ({ tabel: deeltabellen[vorm].overbrugging, rij: 'met' }));
  const inVormGeteld = (vorm: Zorgvorm) => (cijfers: KwartaalCijfers) =>
    cijfers.perVorm.find((een) => een.vorm === vorm)?.wachtend ?? 0;
  /** A figure of both quarters, and the cells that it is made of. */
  const cijfer = (
    code: string,
    eenheid: Cijfer['eenheid'],
    tel: (cijfers: KwartaalCijfers) => number | null,
    plekken: readonly Rijplek[] = [],
  ): Cijfer => {
    const uit = (kolom: number) => ({ cellen: plekken.map((plek) => ({ ...plek, kolom })) });
    return {
      code,
      waarde: nu && tel(nu),
      eenheid,
      eerder: was && tel(was),
      ...(plekken.length > 0 ? { uit: uit(plaatsen.nu), uitEerder: uit(plaatsen.eerder) } : {}),
    };
  };
  return {
    soort: 'wachttijden',
    periode: periode.code,
    periodesoort: periode.soort,
    peilTijdstip: peil,
    cijfers: [
      cijfer('gevraagd', 'aantal', ({ gevraagd }) => gevraagd),
      cijfer('geantwoord', 'aantal', ({ geantwoord }) => geantwoord),
      {
        ...cijfer('respons', 'procent', ({ geantwoord, gevraagd }) => aandeel(geantwoord, gevraagd)),
        uit: { aantallen: [nu?.geantwoord ?? 0] },
        uitEerder: { aantallen: [was?.geantwoord ?? 0] },
      },
      cijfer('wachtend', 'aantal', ({ totaal }) => totaal.wachtend, [totaalrij('totaal')]),
      ...vormen.map((vorm) => cijfer(vorm, 'aantal', inVormGeteld(vorm), [totaalrij(vorm)])),
      cijfer('drieMaanden', 'aantal', ({ totaal }) => totaal.drieMaanden, langer),
      cijfer('drieMaandenAandeel', 'procent', ({ totaal }) => aandeel(totaal.drieMaanden, totaal.wachtend), [
        ...langer,
        totaalrij('totaal'),
      ]),
      cijfer('metOverbrugging', 'aantal', ({ totaal }) => totaal.overbrugging, met),
      cijfer(
        'metOverbruggingAandeel',
        'procent',
        ({ totaal }) => aandeel(totaal.overbrugging, totaal.wachtend),
        [...met, totaalrij('totaal')],
      ),
    ],
    tabellen: [...tellingen, oorzakentabel(codes, kwartalen), wachttijdentabel(codes, kwartalen)],
  };
}

/** How many aanbieders name each cause; one names as many as it likes. */
function oorzakentabel(kolommen: string[], kwartalen: readonly (KwartaalCijfers | null)[]): Tabel {
  return {
    code: 'oorzaken',
    kolommen,
    eenheid: 'aantal',
    rijen: Object.entries(wachtOorzaken).map(([code, titel]) => ({
      code,
      titel,
      waarden: kwartalen.map(
        (cijfers) => cijfers?.oorzaken.find(({ oorzaak }) => oorzaak === code)?.aanbieders ?? null,
      ),
    })),
    teltOp: false,
    eerderVanaf: 1,
  };
}

/** The wachttijd per kind of care as aanbieders name it, in weeks; of the quarter before only the middle one. */
function wachttijdentabel(
  [code, eerder]: readonly string[],
  [nu, was]: readonly (KwartaalCijfers | null)[],
): Tabel {
  const van = (cijfers: KwartaalCijfers | null | undefined, soort: string) =>
    cijfers?.wachttijden.find(({ zorgsoort }) => zorgsoort === soort);
  return {
    code: 'wachttijden',
    kolommen: [`Kortste ${code}`, `Middelste ${code}`, `Langste ${code}`, `Middelste ${eerder}`],
    eenheid: 'weken',
    rijen: Object.entries(zorgsoorten).map(([soort, titel]) => {
      const tijd = van(nu, soort);
      return {
        code: soort,
        titel,
        waarden: [
          tijd?.laagsteWeken ?? null,
          tijd?.mediaanWeken ?? null,
          tijd?.hoogsteWeken ?? null,
          van(was, soort)?.mediaanWeken ?? null,
        ],
      };
    }),
    teltOp: false,
    eerderVanaf: 3,
  };
}
