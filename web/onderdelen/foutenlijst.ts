import { createElement as h, type ReactNode } from 'react';
import { melding } from './melding.ts';
import { lijst, link } from './tekst.ts';
import { veldId } from './veld.ts';

/** One thing that is wrong, with the name of its field in the form, or without one when it is not about a field. */
export interface Formulierfout {
  naam?: string;
  label: string;
  melding: string;
}

/** The list of all that is wrong, for the top of a page; every line leads to its field. Nothing when nothing is wrong. */
export function foutenlijst(fouten: readonly Formulierfout[]): ReactNode {
  if (fouten.length === 0) return null;
  return h(
    'div',
    { id: 'fouten', tabIndex: -1 },
    melding({
      soort: 'error',
      kop: fouten.length === 1 ? 'Er klopt nog iets niet' : `Er kloppen nog ${fouten.length} dingen niet`,
      dringend: true,
      inhoud: lijst(
        fouten.map(({ naam, label, melding: tekst }) =>
          naam === undefined ? `${label}: ${tekst}` : link(`#${veldId(naam)}`, `${label}: ${tekst}`),
        ),
      ),
    }),
  );
}
