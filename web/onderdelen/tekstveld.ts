import { createElement as h, type ReactNode } from 'react';
import { aria, enkelVeld, type Veld, veldId } from './veld.ts';

/** A field for one line of text. */
export interface Tekstveld extends Veld {
  /** What was typed before. */
  waarde?: string | undefined;
  /** What a browser may fill in by itself (HTML `autocomplete`); `off` when it is about someone else. */
  autocomplete?: string | undefined;
  /** Which keys a telephone shows. */
  toetsen?: 'text' | 'email' | 'tel' | 'numeric' | undefined;
}

/** One line of text. Always of type `text`: the other types change what was typed before it can be shown again. */
export function tekstveld(veld: Tekstveld): ReactNode {
  const { naam, waarde = '', autocomplete = 'off', toetsen = 'text', fout } = veld;
  return enkelVeld(
    veld,
    h('input', {
      type: 'text',
      id: veldId(naam),
      name: naam,
      defaultValue: waarde,
      autoComplete: autocomplete,
      inputMode: toetsen,
      className: `utrecht-textbox utrecht-textbox--html-input${fout ? ' utrecht-textbox--invalid' : ''}`,
      ...(toetsen !== 'text' && { spellCheck: false }),
      ...aria(veld),
    }),
  );
}
