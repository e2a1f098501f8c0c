/** The page on which a tafellid without an account reads the stukken of a table, after the code. */
import { Fragment, createElement as h } from 'react';
import { type Stukregel, stukkenUitleg, teOpenenStukken } from '../onderdelen/stukkenlijst.ts';
import { alinea, kop } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

interface Tafelstukken {
  /** The path of the link. */
  pad: string;
  /** The day of the table, in words. */
  datum: string;
  trajecten: readonly { kenmerk: string; stukken: readonly Stukregel[] }[];
}

/** Every traject of a table that this reader may see, with its stukken. */
export function tafelstukkenPagina({ pad, datum, trajecten }: Tafelstukken): string {
  return pagina({
    titel: `Stukken voor de tafel van ${datum}`,
    inhoud: h(
      'div',
      { className: 'zl-stapel' },
      alinea(stukkenUitleg),
      trajecten.map(({ kenmerk, stukken }) =>
        h(Fragment, { key: kenmerk }, kop(kenmerk), teOpenenStukken(pad, stukken)),
      ),
    ),
  });
}
