/** The year overview of the Experttafel (experttafel-2025). What each figure means stands in definities.ts. */
import { type Periode, periodeEerder } from '../periode.ts';
import type { Feiten } from './feiten.ts';
import { adviesTitels, afwijzingNamen, afwijzingVan, jongeKinderen, thuisOfNetwerk } from './namen.ts';
import type { Rapport } from './rapport.ts';
import { leeftijdstabel, verblijfplaatstabel } from './tabellen.ts';
import { type Kolom, telTabel, uitTabellen } from './tellen.ts';

const uitkomsten = {
  'advies-uitgevoerd': 'Het advies is uitgevoerd',
  'advies-niet-uitgevoerd': 'Het advies is nog niet uitgevoerd',
  'nog-geen-advies': 'Er is nog geen advies',
  'ander-team': 'Zonder advies verder bij een ander team',
  afwijzing: 'Afgewezen, teruggestuurd of doorverwezen, ook vanwege een crisis',
  ingetrokken: 'Ingetrokken',
  anders: 'Anders beëindigd',
} as const;

/**
 * Who came to the Experttafel and ended with care had the advies carried out, whoever wrote it down. What ended without an advies at
 * another team was not refused by the Experttafel.
 */
function uitkomstrij({ advies, einde, sporen }: Feiten): keyof typeof uitkomsten {
  const isHier = sporen.at(-1)?.spoor === 'experttafel';
  switch (einde?.uitkomst) {
    case undefined:
      if (advies) return 'advies-niet-uitgevoerd';
      return isHier ? 'nog-geen-advies' : 'ander-team';
    case 'advies-uitgevoerd':
      return 'advies-uitgevoerd';
    case 'zorg-gestart':
      return advies ? 'advies-uitgevoerd' : 'ander-team';
    case 'ingetrokken':
      return 'ingetrokken';
    case 'overgedragen':
      return 'anders';
    default:
      if (advies) return 'anders';
      return isHier ? 'afwijzing' : 'ander-team';
  }
}

/** When a jeugdige first came to the Experttafel, in ms since the epoch; undefined when that has not happened. */
function opExperttafelSinds({ sporen }: Feiten): number | undefined {
  return sporen.find(({ spoor }) => spoor === 'experttafel')?.vanafTijdstip;
}

const kwamIn =
  ({ beginTijdstip, eindTijdstip }: Periode) =>
  (feit: Feiten) => {
    const sinds = opExperttafelSinds(feit) ?? Number.NaN;
    return sinds >= beginTijdstip && sinds < eindTijdstip;
  };

/** The places of the columns. */
const plaatsen = { nu: 0, eerder: 1 } as const;

/**
 * The overview of a year at moment `peil` (ms since the epoch), which lies at its end or before. `feiten` are those at that
 * moment of the jeugdigen that may have come to the Experttafel in it; `vorige` the same of the year before, a year earlier.
 */
export function maakExperttafelrapport(
  periode: Periode,
  feiten: readonly Feiten[],
  vorige: readonly Feiten[],
  peil: number,
): Rapport {
  const eerder = periodeEerder(periode);
  const kolommen: Kolom<Feiten>[] = [
    { titel: periode.code, feiten: feiten.filter(kwamIn(periode)) },
    { titel: eerder.code, feiten: vorige.filter(kwamIn(eerder)) },
  ];
  const delen = { eerderVanaf: plaatsen.eerder };
  const optelling = { ...delen, totaalVan: { tabel: 'uitkomsten', rij: 'totaal' } };
  const afgewezen = kolommen.map(({ titel, feiten: alle }) => ({
    titel,
    feiten: alle.flatMap((feit) => (feit.einde && uitkomstrij(feit) === 'afwijzing' ? feit.einde : [])),
  }));
  const tabellen = [
    telTabel('uitkomsten', kolommen, uitkomsten, uitkomstrij, delen),
    telTabel(
      'adviezen',
      kolommen,
      { ...adviesTitels, geen: 'Geen advies' },
      ({ advies }) => advies ?? 'geen',
      optelling,
    ),
    verblijfplaatstabel(kolommen, optelling),
    leeftijdstabel(kolommen, optelling),
    telTabel('afwijsredenen', afgewezen, afwijzingNamen, afwijzingVan, {
      ...delen,
      totaalVan: { tabel: 'uitkomsten', rij: 'afwijzing' },
    }),
  ];
  const { aantal, deel } = uitTabellen(tabellen, plaatsen);
  return {
    soort: 'experttafel',
    periode: periode.code,
    periodesoort: periode.soort,
    peilTijdstip: peil,
    cijfers: [
      aantal('aanmeldingen', 'uitkomsten', ['totaal']),
      aantal('maatwerk', 'adviezen', ['maatwerk']),
      aantal('jongeKinderen', 'leeftijden', jongeKinderen),
      aantal('thuisOfNetwerk', 'verblijfplaatsen', thuisOfNetwerk),
      deel('thuisOfNetwerkAandeel', 'verblijfplaatsen', thuisOfNetwerk),
      aantal('afwijzingen', 'uitkomsten', ['afwijzing']),
      aantal('adviesNietUitgevoerd', 'uitkomsten', ['advies-niet-uitgevoerd']),
    ],
    tabellen,
  };
}
