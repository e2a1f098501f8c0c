import { createElement as h, type ReactNode } from 'react';
import { groepVeld, type Veld, veldId } from './veld.ts';

/** A question with a few answers of which one is chosen. */
export interface Keuze extends Veld {
  /** Code → label, in the order in which they are shown. */
  keuzes: Readonly<Record<string, string>>;
  /** The code that was chosen before. */
  waarde?: string | undefined;
}

/** A group of radio buttons. */
export function keuze(veld: Keuze): ReactNode {
  const { naam, keuzes, waarde, fout } = veld;
  return groepVeld(
    veld,
    'radiogroup',
    Object.entries(keuzes).map(([code, label], plaats) => {
      // The first one carries the id of the field, so that the link in the list of errors leads there.
      const id = plaats === 0 ? veldId(naam) : `${veldId(naam)}-${plaats + 1}`;
      return h(
        'div',
        { key: code, className: 'utrecht-form-field utrecht-form-field--radio' },
        h(
          'div',
          { className: 'utrecht-form-field__label utrecht-form-field__label--radio' },
          h(
            'label',
            { className: 'utrecht-form-label utrecht-form-label--radio-button', htmlFor: id },
            h('input', {
              type: 'radio',
              id,
              name: naam,
              value: code,
              defaultChecked: code === waarde,
              className: `utrecht-form-field__input utrecht-radio-button utrecht-radio-button--html-input${fout ? ' utrecht-radio-button--invalid' : ''}`,
            }),
            label,
          ),
        ),
      );
    }),
  );
}
