import { createElement as h, type ReactNode } from 'react';
import { groepVeld, type Veld, veldId } from './veld.ts';

/** A question with answers of which any number is chosen. */
export interface Vinkjes extends Veld {
  /** Code → label, in the order in which they are shown. */
  keuzes: Readonly<Record<string, string>>;
  /** The codes that were chosen before. */
  waarden?: readonly string[] | undefined;
}

/** A group of check boxes, all sent under one name. */
export function vinkjes(veld: Vinkjes): ReactNode {
  const { naam, keuzes, waarden = [], fout } = veld;
  return groepVeld(
    veld,
    'group',
    Object.entries(keuzes).map(([code, label], plaats) => {
      const id = plaats === 0 ? veldId(naam) : `${veldId(naam)}-${plaats + 1}`;
      return h(
        'div',
        { key: code, className: 'utrecht-form-field utrecht-form-field--checkbox' },
        h(
          'div',
          { className: 'utrecht-form-field__label utrecht-form-field__label--checkbox' },
          h(
            'label',
            { className: 'utrecht-form-label utrecht-form-label--checkbox', htmlFor: id },
            h('input', {
              type: 'checkbox',
              id,
              name: naam,
              value: code,
              defaultChecked: waarden.includes(code),
              className: 'utrecht-form-field__input utrecht-checkbox utrecht-checkbox--html-input',
              ...(fout && { 'aria-invalid': true, 'aria-describedby': `${veldId(naam)}-fout` }),
            }),
            label,
          ),
        ),
      );
    }),
  );
}
