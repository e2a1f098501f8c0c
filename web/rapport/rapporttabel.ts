/** The tables of a report. */
import { createElement as h, type ReactNode } from 'react';
import type { Rij, Tabel } from '../../domain/rapport/rapport.ts';
import { link } from '../onderdelen/tekst.ts';
import { getal } from './getal.ts';

/** One row: its head, an address that the head leads to when there is one, and what stands in its cells. */
export interface Tabelregel {
  sleutel: string;
  kop: string;
  href?: string | undefined;
  cellen: readonly string[];
  /** A last cell of running text. */
  tekst?: string;
  isTotaal?: boolean;
}

/** The head of a column, of numbers or of text. */
interface Kolomkop {
  tekst: string;
  isGetal?: boolean;
}

/** Heads of columns of numbers. */
export function getalkoppen(teksten: readonly string[]): Kolomkop[] {
  return teksten.map((tekst) => ({ tekst, isGetal: true }));
}

/** A table with its caption; `id` names the caption. It scrolls by itself where the screen is too small. */
export function tabel(
  id: string,
  bijschrift: string,
  koppen: readonly Kolomkop[],
  regels: readonly Tabelregel[],
): ReactNode {
  return h(
    'div',
    {
      className: 'utrecht-table-container zl-tabel',
      role: 'region',
      'aria-labelledby': id,
      // A region that scrolls has to be reached with the keyboard as well.
      tabIndex: 0,
    },
    h(
      'table',
      { className: 'utrecht-table' },
      h('caption', { id, className: 'utrecht-table__caption' }, bijschrift),
      h(
        'thead',
        { className: 'utrecht-table__header' },
        h(
          'tr',
          { className: 'utrecht-table__row' },
          koppen.map(({ tekst, isGetal = false }) =>
            h(
              'th',
              {
                key: tekst,
                scope: 'col',
                className: `utrecht-table__header-cell${isGetal ? ' utrecht-table__header-cell--numeric-column' : ''}`,
              },
              // A code such as 2025-K2 stays in one piece.
              tekst
                .split(' ')
                .flatMap((woord, plaats) => [
                  plaats > 0 && ' ',
                  h('span', { key: woord, className: 'zl-tabel__woord' }, woord),
                ]),
            ),
          ),
        ),
      ),
      h('tbody', { className: 'utrecht-table__body' }, regels.map(rij)),
    ),
  );
}

function rij({ sleutel, kop, href, cellen, tekst, isTotaal = false }: Tabelregel): ReactNode {
  return h(
    'tr',
    { key: sleutel, className: `utrecht-table__row${isTotaal ? ' zl-totaal' : ''}` },
    h(
      'th',
      { scope: 'row', className: 'utrecht-table__header-cell' },
      href === undefined ? kop : link(href, kop),
    ),
    cellen.map((cel, plaats) =>
      // A row has as many cells as there are columns, always in the same order.
      h('td', { key: plaats, className: 'utrecht-table__cell utrecht-table__cell--numeric-column' }, cel),
    ),
    tekst !== undefined && h('td', { className: 'utrecht-table__cell' }, tekst),
  );
}

/** What stands in the cells of a row of a report. */
export function cellenVan({ waarden, onderdrukt = [] }: Rij, { eenheid }: Tabel): string[] {
  return waarden.map((waarde, plaats) => getal(waarde, eenheid, onderdrukt.includes(plaats)));
}
