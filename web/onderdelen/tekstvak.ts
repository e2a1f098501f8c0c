import { createElement as h, type ReactNode } from 'react';
import { aria, enkelVeld, type Veld, veldId } from './veld.ts';

/** A field for text of more lines. */
export interface Tekstvak extends Veld {
  /** What was typed before. */
  waarde?: string | undefined;
}

/** Text of more lines. */
export function tekstvak(veld: Tekstvak): ReactNode {
  const { naam, waarde = '', fout } = veld;
  return enkelVeld(
    veld,
    h('textarea', {
      id: veldId(naam),
      name: naam,
      rows: 5,
      defaultValue: waarde,
      dir: 'auto',
      className: `utrecht-textarea utrecht-textarea--html-textarea${fout ? ' utrecht-textarea--invalid' : ''}`,
      ...aria(veld),
    }),
  );
}
