import { createElement as h, type ReactNode } from 'react';

/** What is known, as rows of a term and its value; a value may have more lines. */
export function samenvatting(rijen: readonly (readonly [term: string, waarde: ReactNode])[]): ReactNode {
  return h(
    'dl',
    { className: 'utrecht-data-list utrecht-data-list--rows' },
    rijen.map(([term, waarde]) =>
      h(
        'div',
        { key: term, className: 'utrecht-data-list__item' },
        h('dt', { className: 'utrecht-data-list__item-key' }, term),
        h(
          'dd',
          {
            className:
              'utrecht-data-list__item-value utrecht-data-list__item-value--html-dd utrecht-data-list__item-value--multiline',
          },
          waarde,
        ),
      ),
    ),
  );
}
