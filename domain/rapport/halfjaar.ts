/** The half-year report of Zorglogistiek (halfjaarverslag-zorglogistiek-2025). What each figure means stands in definities.ts. */
import { organisatieSoorten } from '../aanmeldingCodes.ts';
import type { Complexiteit } from '../codes.ts';
import { gemeenteKeuzes } from '../gemeenten.ts';
import { type Periode, periodeEerder, periodeOp } from '../periode.ts';
import type { Feiten } from './feiten.ts';
import { inJeugdzorg, jongeKinderen, thuisOfNetwerk, wachtkeuzeNamen, wachtredenNamen } from './namen.ts';
import type { Cijfer, Rapport, Rest, Rijplek } from './rapport.ts';
import { leeftijdstabel, verblijfplaatstabel } from './tabellen.ts';
import { type Kolom, mediaan, p90, telTabel, uitTabellen, vanDuren } from './tellen.ts';

const uitkomsten = {
  bespreking: 'Via de bespreking behandeld',
  zorgbemiddeling: 'Via Zorgbemiddeling opgepakt',
  'rechtstreeks-voorgelegd': 'Rechtstreeks voorgelegd aan aanbieders',
  'door-terug-of-afgewezen': 'Door-, terug- of afgewezen',
  ingetrokken: 'Ingetrokken voor een bespreking',
  anders: 'Naar de Experttafel, het CIT of overgedragen',
  open: 'Nog open',
} as const;
type Uitkomstrij = keyof typeof uitkomsten;

/**
 * How an aanmelding was handled, as far as the half-year report tells apart. A bespreking that took place goes before everything else; then
 * that Zorgbemiddeling took it up; what ended goes by its end only when neither happened. What was put to aanbieders directly
 * counts with Zorgbemiddeling, as the published report does ("buiten de bespreking om").
 */
function uitkomstrij({ besprekingTijdstip, voorgelegdTijdstip, sporen, einde }: Feiten): Uitkomstrij {
  if (besprekingTijdstip !== undefined) return 'bespreking';
  const was = (spoor: Feiten['sporen'][number]['spoor']) => sporen.some((deze) => deze.spoor === spoor);
  if (was('zorgbemiddeling')) return 'zorgbemiddeling';
  if (voorgelegdTijdstip !== undefined) return 'rechtstreeks-voorgelegd';
  if (was('experttafel')) return 'anders';
  switch (einde?.uitkomst) {
    case undefined:
      return 'open';
    case 'doorverwezen':
    case 'teruggestuurd':
    case 'afgewezen':
      return 'door-terug-of-afgewezen';
    case 'ingetrokken':
      return 'ingetrokken';
    default:
      return 'anders';
  }
}

const aanbod = {
  bekend: 'Bekend welk aanbod volgt',
  onbekend: 'Nog niet bekend welk aanbod volgt',
  beeindigd: 'Beëindigd zonder aanbod',
} as const;

function aanbodrij({ duidelijkheidTijdstip, einde }: Feiten): keyof typeof aanbod {
  if (duidelijkheidTijdstip !== undefined) return 'bekend';
  return einde ? 'beeindigd' : 'onbekend';
}

/**
 * Whether the ambitie passed without clarity: before it ended or the moment of the facts, and before it came to stand still, since that stops
 * the clock.
 */
function isTeLaat(feit: Feiten): boolean {
  const { duidelijkheidTijdstip, ambitieTijdstip, aanmeldingTijdstip, wachttijd } = feit;
  const klokTot = feit.opgeschortSindsTijdstip ?? aanmeldingTijdstip + wachttijd.bruto;
  return duidelijkheidTijdstip === undefined && ambitieTijdstip < klokTot;
}

const vragen = { gewoon: 'Gewone vraag', 'zeer-complex': 'Zeer complexe vraag' } as const satisfies Record<
  Complexiteit,
  string
>;
const ambitie = {
  gehaald: 'gehaald',
  'niet-gehaald': 'niet gehaald',
  'niet-te-zeggen': 'niet te zeggen',
} as const;
type Ambitierij = `${Complexiteit}-${keyof typeof ambitie}`;
const ambitierijen = Object.fromEntries(
  Object.entries(vragen).flatMap(([complexiteit, vraag]) =>
    Object.entries(ambitie).map(([hoe, titel]) => [`${complexiteit}-${hoe}`, `${vraag}: ${titel}`]),
  ),
) as Record<Ambitierij, string>;

/**
 * Whether there was clarity within the ambitie, which cannot be said of what ended or stood still before that, or has some of that time left.
 */
function ambitierij(feit: Feiten): Ambitierij {
  const { complexiteit, duidelijkheidTijdstip, ambitieTijdstip } = feit;
  if (duidelijkheidTijdstip !== undefined)
    return `${complexiteit}-${duidelijkheidTijdstip <= ambitieTijdstip ? 'gehaald' : 'niet-gehaald'}`;
  return `${complexiteit}-${isTeLaat(feit) ? 'niet-gehaald' : 'niet-te-zeggen'}`;
}

const bij = (rij: Ambitierij): Rijplek => ({ tabel: 'ambitie', rij });
const bekend: Rijplek = { tabel: 'aanbod', rij: 'bekend' };
/** Of one complexiteit: how many vragen there were, and of how many it can be said, which is what the share is taken of. */
const perComplexiteit = (complexiteit: Complexiteit): Rest[] => [
  {
    rijen: [
      bij(`${complexiteit}-gehaald`),
      bij(`${complexiteit}-niet-gehaald`),
      bij(`${complexiteit}-niet-te-zeggen`),
    ],
    zonder: [],
  },
  { rijen: [bij(`${complexiteit}-gehaald`), bij(`${complexiteit}-niet-gehaald`)], zonder: [] },
];
/**
 * What the table `ambitie` tells: how many vragen of each complexiteit, and beside the tables on clarity who had it after the ambitie, of whom it passed without, and per
 * complexiteit who did not have it in time and no longer waits for it.
 */
const resten: readonly Rest[] = [
  ...perComplexiteit('gewoon'),
  ...perComplexiteit('zeer-complex'),
  { rijen: [bekend], zonder: [bij('gewoon-gehaald'), bij('zeer-complex-gehaald')] },
  {
    rijen: [
      bij('gewoon-gehaald'),
      bij('gewoon-niet-gehaald'),
      bij('zeer-complex-gehaald'),
      bij('zeer-complex-niet-gehaald'),
    ],
    zonder: [bekend],
  },
  {
    rijen: [bij('gewoon-niet-gehaald'), bij('gewoon-niet-te-zeggen')],
    zonder: [{ tabel: 'zonderDuidelijkheid', rij: 'gewoon' }],
  },
  {
    rijen: [bij('zeer-complex-niet-gehaald'), bij('zeer-complex-niet-te-zeggen')],
    zonder: [{ tabel: 'zonderDuidelijkheid', rij: 'zeer-complex' }],
  },
];

const isVanZorglogistiek = ({ sporen }: Feiten) => sporen[0]?.spoor === 'zorglogistiek';
const isIn =
  ({ beginTijdstip, eindTijdstip }: Periode) =>
  ({ aanmeldingTijdstip }: Feiten) =>
    aanmeldingTijdstip >= beginTijdstip && aanmeldingTijdstip < eindTijdstip;

/** The places of the columns: two quarters and the half-year, and the same of the half-year before. */
const [k1, k2, heel, vorigeK1, vorigeK2, vorigeHeel] = [0, 1, 2, 3, 4, 5] as const;

/**
 * The report over a half-year at moment `peil` (ms since the epoch). `feiten` are those of the aanmeldingen in it at that
 * moment; `vorige` those of the half-year before, at the same distance from its begin, so that both had as long to come out.
 */
export function maakHalfjaarrapport(
  periode: Periode,
  feiten: readonly Feiten[],
  vorige: readonly Feiten[],
  peil: number,
): Rapport {
  const eerder = periodeEerder(periode);
  const nu = feiten.filter(isVanZorglogistiek).filter(isIn(periode));
  const was = vorige.filter(isVanZorglogistiek).filter(isIn(eerder));
  const kolommen = [...kolommenVan(periode, nu), ...kolommenVan(eerder, was)];
  const delen = { totaalKolommen: [heel, vorigeHeel], eerderVanaf: vorigeK1 };
  const optelling = { ...delen, totaalVan: { tabel: 'uitkomsten', rij: 'totaal' } };
  const tabellen = [
    telTabel('uitkomsten', kolommen, uitkomsten, uitkomstrij, delen),
    telTabel('aanbod', kolommen, aanbod, aanbodrij, optelling),
    telTabel(
      'zonderDuidelijkheid',
      kolommen.map(({ titel, feiten: van }) => ({
        titel,
        feiten: van.filter((feit) => aanbodrij(feit) === 'onbekend'),
      })),
      { gewoon: 'Gewone vragen', 'zeer-complex': 'Zeer complexe vragen' },
      ({ complexiteit }) => complexiteit,
      { ...delen, totaalVan: { tabel: 'aanbod', rij: 'onbekend' } },
    ),
    telTabel('ambitie', kolommen, ambitierijen, ambitierij, optelling),
    telTabel('gemeenten', kolommen, gemeenteKeuzes, ({ gemeente }) => gemeente, optelling),
    telTabel('aanmelders', kolommen, organisatieSoorten, ({ aanmelderKind }) => aanmelderKind, optelling),
    verblijfplaatstabel(kolommen, optelling),
    leeftijdstabel(kolommen, optelling),
    telTabel(
      'wachtredenen',
      kolommen,
      { ...wachtredenNamen, geen: 'Geen wachtreden' },
      ({ wachtreden }) => wachtreden ?? 'geen',
      optelling,
    ),
    telTabel(
      'wachtkeuze',
      kolommen,
      { keuze: 'Wachten was een keuze', geen: 'Wachten was geen keuze' },
      ({ wachtkeuze }) => (wachtkeuze ? 'keuze' : 'geen'),
      optelling,
    ),
    telTabel(
      'wachtkeuzeredenen',
      kolommen.map(({ titel, feiten: van }) => ({
        titel,
        feiten: van.flatMap(({ wachtkeuze }) => wachtkeuze ?? []),
      })),
      wachtkeuzeNamen,
      (reden) => reden,
      { ...delen, totaalVan: { tabel: 'wachtkeuze', rij: 'keuze' } },
    ),
  ];
  const { aantal, deel, deelVan } = uitTabellen(tabellen, { nu: heel, eerder: vorigeHeel });
  const eersteKwartaal = { nu: k1, eerder: vorigeK1 };
  const tweedeKwartaal = { nu: k2, eerder: vorigeK2 };
  /** How many of those that had clarity or should have had it, had it within the ambitie. */
  const ambitiecijfer = (code: string, complexiteit: Complexiteit) =>
    deelVan(
      code,
      'ambitie',
      [`${complexiteit}-gehaald`],
      [`${complexiteit}-gehaald`, `${complexiteit}-niet-gehaald`],
    );
  const bemiddeld = ['zorgbemiddeling', 'rechtstreeks-voorgelegd'];
  return {
    soort: 'halfjaar',
    periode: periode.code,
    periodesoort: periode.soort,
    peilTijdstip: peil,
    cijfers: [
      aantal('aanmeldingen', 'uitkomsten', ['totaal']),
      aantal('bespreking', 'uitkomsten', ['bespreking']),
      aantal('zorgbemiddeling', 'uitkomsten', bemiddeld),
      aantal('rechtstreeksVoorgelegd', 'uitkomsten', ['rechtstreeks-voorgelegd']),
      aantal('doorTerugOfAfgewezen', 'uitkomsten', ['door-terug-of-afgewezen']),
      aantal('ingetrokken', 'uitkomsten', ['ingetrokken']),
      aantal('anders', 'uitkomsten', ['anders']),
      aantal('open', 'uitkomsten', ['open']),
      aantal('aanbodOnbekend', 'aanbod', ['onbekend']),
      deel('denHaagAandeel', 'gemeenten', ['den-haag']),
      deel('inJeugdzorgAandeel', 'verblijfplaatsen', inJeugdzorg),
      deel('thuisAandeel', 'verblijfplaatsen', thuisOfNetwerk),
      aantal('jeugdzorgPlusK1', 'verblijfplaatsen', ['jeugdzorgplus'], eersteKwartaal),
      aantal('jeugdzorgPlusK2', 'verblijfplaatsen', ['jeugdzorgplus'], tweedeKwartaal),
      deel('zorgbemiddelingAandeelK1', 'uitkomsten', bemiddeld, eersteKwartaal),
      deel('zorgbemiddelingAandeelK2', 'uitkomsten', bemiddeld, tweedeKwartaal),
      aantal('jongeKinderen', 'leeftijden', jongeKinderen),
      ...duidelijkheidcijfers('Gewoon', 'gewoon', nu, was),
      aantal('duidelijkheidGewoonOnbekend', 'zonderDuidelijkheid', ['gewoon']),
      ambitiecijfer('ambitieGewoonGehaald', 'gewoon'),
      ...duidelijkheidcijfers('ZeerComplex', 'zeer-complex', nu, was),
      aantal('duidelijkheidZeerComplexOnbekend', 'zonderDuidelijkheid', ['zeer-complex']),
      ambitiecijfer('ambitieZeerComplexGehaald', 'zeer-complex'),
      ...wachtcijfers(nu, was),
      aantal('wachtenIsKeuze', 'wachtkeuze', ['keuze']),
    ],
    tabellen,
    resten,
  };
}

function kolommenVan(periode: Periode, feiten: readonly Feiten[]): Kolom<Feiten>[] {
  const eerste = periodeOp('kwartaal', periode.beginTijdstip);
  const tweede = periodeOp('kwartaal', eerste.eindTijdstip);
  return [
    { titel: eerste.code, feiten: feiten.filter(isIn(eerste)) },
    { titel: tweede.code, feiten: feiten.filter(isIn(tweede)) },
    { titel: periode.code, feiten },
  ];
}

type Naam = 'Gewoon' | 'ZeerComplex';

/** Of the questions of one complexiteit that have clarity: how long it took. */
function duidelijkheidcijfers(
  naam: Naam,
  complexiteit: Complexiteit,
  nu: readonly Feiten[],
  was: readonly Feiten[],
): Cijfer[] {
  const duren = (feiten: readonly Feiten[]) =>
    feiten
      .filter((feit) => feit.complexiteit === complexiteit)
      .flatMap(({ duidelijkheidDuur }) => duidelijkheidDuur ?? []);
  return [
    vanDuren(`duidelijkheid${naam}Mediaan`, mediaan, duren(nu), duren(was)),
    vanDuren(`duidelijkheid${naam}P90`, p90, duren(nu), duren(was)),
  ];
}

/** Waiting until care started, and so far of who still waits: gross and net (domein, "Waiting is reported gross and net"). */
function wachtcijfers(nu: readonly Feiten[], was: readonly Feiten[]): Cijfer[] {
  const gestart = (feiten: readonly Feiten[]) =>
    feiten.filter(({ einde }) => einde?.uitkomst === 'zorg-gestart');
  const wachtend = (feiten: readonly Feiten[]) => feiten.filter(({ einde }) => !einde);
  const van = (feiten: readonly Feiten[], soort: keyof Feiten['wachttijd']) =>
    feiten.map(({ wachttijd }) => wachttijd[soort]);
  const paar = (
    code: string,
    bereken: typeof mediaan,
    kies: typeof gestart,
    soort: keyof Feiten['wachttijd'],
  ) => vanDuren(code, bereken, van(kies(nu), soort), van(kies(was), soort));
  return [
    paar('wachttijdBrutoMediaan', mediaan, gestart, 'bruto'),
    paar('wachttijdBrutoP90', p90, gestart, 'bruto'),
    paar('wachttijdNettoMediaan', mediaan, gestart, 'netto'),
    paar('wachttijdNettoP90', p90, gestart, 'netto'),
    paar('wachtendBrutoMediaan', mediaan, wachtend, 'bruto'),
    paar('wachtendNettoMediaan', mediaan, wachtend, 'netto'),
  ];
}
