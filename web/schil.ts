/** The frame of every page: Dutch, without JavaScript, and nothing from another origin. */
import { createElement as h, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { stijl } from './stijl.ts';

/** The Content-Security-Policy of every page: its own style sheet, and forms that go to ourselves. */
export const paginaCsp =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const naam = 'Zorglogistiek Haaglanden';

/** What a page shows. */
export interface Pagina {
  /** Heading and title of the page. */
  titel: string;
  inhoud: ReactNode;
  /** True when the page tells what is wrong with what was sent: its title then begins with "Fout: ". */
  metFouten?: boolean;
}

/** A whole page as HTML; text in `inhoud` is escaped by React. */
export function pagina({ titel, inhoud, metFouten = false }: Pagina): string {
  return `<!doctype html>\n${renderToStaticMarkup(
    h(
      'html',
      { lang: 'nl', dir: 'ltr' },
      h(
        'head',
        null,
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'robots', content: 'noindex' }),
        h('title', null, `${metFouten ? 'Fout: ' : ''}${titel} – ${naam}`),
        h('link', { rel: 'stylesheet', href: stijl.pad }),
        // An empty icon: without one a browser asks for /favicon.ico.
        h('link', { rel: 'icon', href: 'data:,' }),
      ),
      h(
        'body',
        { className: 'utrecht-root' },
        h(
          'a',
          { className: 'nl-skip-link nl-skip-link--visible-on-focus', href: '#inhoud' },
          'Naar de inhoud',
        ),
        h(
          'header',
          { className: 'utrecht-page-header' },
          h(
            'div',
            { className: 'utrecht-page-header__content' },
            h('a', { className: 'nl-link', href: '/' }, naam),
          ),
        ),
        h(
          'div',
          { className: 'utrecht-page-body' },
          h(
            'main',
            { id: 'inhoud', tabIndex: -1, className: 'utrecht-page-body__content zl-stapel' },
            h('h1', { className: 'nl-heading nl-heading--level-1' }, titel),
            inhoud,
          ),
        ),
        h(
          'footer',
          { className: 'utrecht-page-footer' },
          h(
            'div',
            { className: 'utrecht-page-footer__content' },
            h(
              'p',
              { className: 'nl-paragraph' },
              'Zorglogistiek is een onderdeel van het Expertiseteam Complexe Zorg. Stuur ons geen gegevens van een jeugdige per e-mail.',
            ),
          ),
        ),
      ),
    ),
  )}\n`;
}
