import { createElement as h, type ReactNode } from 'react';

/** A button that sends the form that it stands in. */
export function knop(tekst: string, soort: 'primary' | 'secondary' = 'primary'): ReactNode {
  return h(
    'button',
    { type: 'submit', className: `nl-button nl-button--${soort}` },
    h('span', { className: 'nl-button__label' }, tekst),
  );
}
