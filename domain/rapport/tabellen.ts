/** The tables that more than one report has. */
import { verblijfplaatsen } from '../aanmeldingCodes.ts';
import type { Feiten } from './feiten.ts';
import { leeftijdsgroep, leeftijdsgroepen } from './namen.ts';
import type { Tabel } from './rapport.ts';
import { type Kolom, telTabel } from './tellen.ts';

type Optelling = Pick<Tabel, 'totaalKolommen' | 'totaalVan' | 'eerderVanaf'>;

/** Where the jeugdigen lived at the aanmelding; `optelling` as for `telTabel`. */
export function verblijfplaatstabel(kolommen: readonly Kolom<Feiten>[], optelling: Optelling): Tabel {
  return telTabel(
    'verblijfplaatsen',
    kolommen,
    verblijfplaatsen,
    ({ verblijfplaats }) => verblijfplaats,
    optelling,
  );
}

/** How old the jeugdigen were at the aanmelding; `optelling` as for `telTabel`. */
export function leeftijdstabel(kolommen: readonly Kolom<Feiten>[], optelling: Optelling): Tabel {
  return telTabel(
    'leeftijden',
    kolommen,
    leeftijdsgroepen,
    ({ leeftijdMaanden }) => leeftijdsgroep(leeftijdMaanden),
    optelling,
  );
}
