import { createElement as h, type ReactNode } from 'react';
import { melding } from './melding.ts';
import { lijst, link } from './tekst.ts';
import { veldId } from './veld.ts';

/** One field that is wrong, under the name of the field in the form. */
export interface Formulierfout {
  naam: string;
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
      kop: fouten.length === 1 ? 'Eén veld klopt nog niet' : `${fouten.length} velden kloppen nog niet`,
      dringend: true,
      inhoud: lijst(
        fouten.map(({ naam, label, melding: tekst }) => link(`#${veldId(naam)}`, `${label}: ${tekst}`)),
      ),
    }),
  );
}
