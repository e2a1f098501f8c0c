import { createElement as h, type ReactNode } from 'react';
import type { Keuze } from './keuze.ts';
import { aria, enkelVeld, veldId } from './veld.ts';

/** A drop-down list, for a question with more answers than fit under each other. */
export function keuzelijst(veld: Keuze): ReactNode {
  const { naam, keuzes, waarde = '', fout } = veld;
  return enkelVeld(
    veld,
    h(
      'select',
      {
        id: veldId(naam),
        name: naam,
        defaultValue: waarde,
        className: `utrecht-select utrecht-select--html-select${fout ? ' utrecht-select--invalid' : ''}`,
        ...aria(veld),
      },
      h('option', { value: '' }, 'Maak een keuze'),
      Object.entries(keuzes).map(([code, label]) => h('option', { key: code, value: code }, label)),
    ),
  );
}
