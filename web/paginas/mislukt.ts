import { Fragment, createElement as h } from 'react';
import { alinea, link } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

/** The page for a request that failed: what is the matter, what to do, and the number of the request for who calls us. */
export function misluktPagina(titel: string, uitleg: string, verzoek: string): string {
  return pagina({
    titel,
    metFouten: true,
    inhoud: h(
      Fragment,
      null,
      alinea(uitleg),
      alinea(
        'Ga terug met de knop van uw browser: wat u invulde, staat daar meestal nog. Of ',
        link('/', 'begin opnieuw'),
        '.',
      ),
      alinea('Nummer van dit verzoek: ', h('code', null, verzoek)),
    ),
  });
}
