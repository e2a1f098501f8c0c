/** Running text. */
import { createElement as h, type ReactNode } from 'react';

/** A paragraph. */
export function alinea(...inhoud: ReactNode[]): ReactNode {
  return h('p', { className: 'nl-paragraph' }, ...inhoud);
}

/** A heading below the title of the page. */
export function kop(tekst: string, niveau: 2 | 3 = 2): ReactNode {
  return h(`h${niveau}`, { className: `nl-heading nl-heading--level-${niveau}` }, tekst);
}

/** A link. */
export function link(href: string, tekst: string): ReactNode {
  return h('a', { className: 'nl-link', href }, tekst);
}

/** A list with bullets. */
export function lijst(punten: readonly ReactNode[]): ReactNode {
  return h(
    'ul',
    { className: 'utrecht-unordered-list' },
    punten.map((punt, plaats) => h('li', { key: plaats, className: 'utrecht-unordered-list__item' }, punt)),
  );
}

/** Text of a person with its own line breaks. */
export function tekstblok(tekst: string): ReactNode {
  return tekst.split(/\n{2,}/).map((deel, plaats) =>
    h(
      'p',
      { key: plaats, className: 'nl-paragraph', dir: 'auto' },
      deel
        .split('\n')
        .flatMap((regel, nummer) => (nummer === 0 ? [regel] : [h('br', { key: nummer }), regel])),
    ),
  );
}
