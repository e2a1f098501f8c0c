import { Fragment, createElement as h } from 'react';
import type { Cit } from '../../domain/cit.ts';
import { citVraag } from '../onderdelen/citmelding.ts';
import { alinea, kop, link } from '../onderdelen/tekst.ts';
import { pagina } from '../schil.ts';

/** The first page: what Zorglogistiek is, and where to go. */
export function startPagina(cit: Cit): string {
  return pagina({
    titel: 'Wat Zorglogistiek doet',
    inhoud: h(
      Fragment,
      null,
      alinea(
        'Zorglogistiek zoekt samen met aanbieders een plek in een behandelgroep of woongroep voor een jeugdige uit Haaglanden voor wie niemand anders een plek vindt.',
      ),
      h(
        'p',
        { className: 'nl-paragraph' },
        h('a', { className: 'nl-link', href: '/aanmelden' }, 'Meld een jeugdige aan'),
      ),
      citVraag(cit),
      kop('Voor coördinatoren'),
      alinea('U werkt met een token via de API. Lees ', link('/docs', 'hoe de API werkt'), '.'),
    ),
  });
}
