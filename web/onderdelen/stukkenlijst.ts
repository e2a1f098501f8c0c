import { Fragment, createElement as h, type ReactNode } from 'react';
import { knop } from './knop.ts';
import { alinea, lijst } from './tekst.ts';

/** One version of a stuk on a page. */
export interface Stukregel {
  id: string;
  /** In words. */
  soort: string;
  versie: number;
  naam: string;
  /** The day on which it came in, in words. */
  datum: string;
}

const omschrijving = ({ naam, soort, versie, datum }: Stukregel) =>
  `${soort}: ${naam}, versie ${versie}, van ${datum}`;

/** The stukken of a traject, to look at. */
export function stukkenlijst(stukken: readonly Stukregel[]): ReactNode {
  return stukken.length === 0 ? alinea('Er zijn nog geen stukken.') : lijst(stukken.map(omschrijving));
}

/** The same with a button to open each: that is recorded, so a link would not do, since a mail scanner follows links. */
export function teOpenenStukken(pad: string, stukken: readonly Stukregel[]): ReactNode {
  if (stukken.length === 0) return stukkenlijst(stukken);
  return lijst(
    stukken.map((stuk) =>
      h(
        Fragment,
        null,
        alinea(omschrijving(stuk)),
        h(
          'form',
          { method: 'post', action: `${pad}/stukken/${stuk.id}` },
          knop(`Open ${stuk.naam}, versie ${stuk.versie}`, 'secondary'),
        ),
      ),
    ),
  );
}

/** What a reader has to know before opening a stuk. */
export const stukkenUitleg =
  'Wij leggen vast welk stuk u opent, en wanneer. Bewaar een stuk niet langer dan u het nodig heeft, en stuur het niet door.';
