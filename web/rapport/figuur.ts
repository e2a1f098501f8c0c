/** The plot of a table: bars, made on the server as SVG, so that a page needs no script. */
import { axisFy, axisX, axisY, barX, plot, ruleX, text } from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Tabel } from '../../domain/rapport/rapport.ts';
import { getal } from './getal.ts';

/** One bar: of which row, what it is called within the row, and how long it is. */
interface Staaf {
  groep: string;
  naam: string;
  waarde: number | null;
  isNu: boolean;
  tekst: string;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');

/** In pixels; a higher one would be cut in two on paper. */
const hoogsteFiguur = 860;
const breedte = 640;
const onderrand = 32;
const bovenrand = 8;
/** Letters on one line of the name of a row, and pixels of such a line and of a bar. */
const lettersPerRegel = 24;
const regelhoogte = 14;
const staafhoogte = 16;
const kleur = '#154273';

/** The columns that a plot shows: the sums, or all when there are no sums or so few rows that the columns tell more. */
function gekozenKolommen({ kolommen, rijen, totaalKolommen = [] }: Tabel): number[] {
  const alle = kolommen.map((_, plaats) => plaats);
  if (totaalKolommen.length === 0) return alle;
  const isTotaal = (plaats: number) => totaalKolommen.includes(plaats);
  return alle.filter((plaats) => isTotaal(plaats) !== rijen.length <= 2);
}

/** A plot, ready for a page. */
export interface Figuur {
  /** The `svg` element as text, without any style of its own: the policy of the pages forbids it. */
  svg: string;
  /** How many of the rows it shows. */
  rijen: number;
}

/**
 * Draws the table: bars of its own period are filled, those of the period before are open. `id` makes the ids in it; `naam` tells what a row is
 * called. Null when there is nothing to draw.
 */
export function maakFiguur(
  tabel: Tabel,
  opties: { id: string; titel: string; naam: (rij: Tabel['rijen'][number]) => string },
): Figuur | null {
  const kolommen = gekozenKolommen(tabel);
  const regels = Math.max(
    1,
    ...tabel.rijen.map((rij) => Math.ceil(opties.naam(rij).length / lettersPerRegel)),
  );
  const rijhoogte = 10 + Math.max(regels * regelhoogte, kolommen.length * staafhoogte);
  const rijen = tabel.rijen.slice(0, Math.floor((hoogsteFiguur - bovenrand - onderrand) / rijhoogte));
  if (!rijen.some(({ waarden }) => kolommen.some((plaats) => typeof waarden[plaats] === 'number')))
    return null;
  const metNamen = kolommen.length > 1;
  const staven = rijen.flatMap((rij): Staaf[] =>
    kolommen.map((plaats) => {
      const naam = tabel.kolommen[plaats] ?? '';
      const waarde = rij.waarden[plaats] ?? null;
      return {
        groep: rij.code,
        naam,
        waarde,
        isNu: plaats < (tabel.eerderVanaf ?? tabel.kolommen.length),
        tekst: getal(waarde, tabel.eenheid, rij.onderdrukt?.includes(plaats) ?? false),
      };
    }),
  );
  const namen = new Map(rijen.map((rij) => [rij.code, opties.naam(rij)]));
  const hoogste = Math.max(1, ...staven.map(({ waarde }) => waarde ?? 0));
  const getekend = plot({
    document: document as unknown as Document,
    width: breedte,
    height: bovenrand + onderrand + rijen.length * rijhoogte,
    marginLeft: metNamen ? 300 : 200,
    marginRight: 90,
    marginTop: bovenrand,
    marginBottom: onderrand,
    x: { domain: [0, hoogste], nice: true },
    y: { domain: metNamen ? kolommen.map((plaats) => tabel.kolommen[plaats]) : [''], padding: 0.15 },
    fy: { domain: rijen.map(({ code }) => code), padding: 0.1 },
    marks: [
      axisX({
        label: null,
        ticks: Math.min(5, hoogste),
        tickFormat: (waarde: number) => getal(waarde, 'aantal', false),
        fontSize: 12,
      }),
      axisFy({
        label: null,
        anchor: 'left',
        tickFormat: (code: string) => namen.get(code) ?? code,
        lineWidth: 15,
        fontSize: 12,
        dx: metNamen ? -100 : 0,
      }),
      ...(metNamen ? [axisY({ label: null, tickSize: 0, fontSize: 11, lineWidth: 10 })] : []),
      barX(staven, {
        x1: 0,
        x2: ({ waarde }: Staaf) => waarde ?? 0,
        y: metNamen ? 'naam' : () => '',
        fy: 'groep',
        fill: ({ isNu }: Staaf) => (isNu ? kleur : '#ffffff'),
        stroke: kleur,
        strokeWidth: ({ waarde }: Staaf) => (waarde ? 1.5 : 0),
      }),
      text(staven, {
        x: ({ waarde }: Staaf) => waarde ?? 0,
        y: metNamen ? 'naam' : () => '',
        fy: 'groep',
        text: 'tekst',
        textAnchor: 'start',
        dx: 5,
        fontSize: 12,
      }),
      ruleX([0]),
    ],
  }) as unknown as ReturnType<typeof document.createElement>;
  getekend.querySelector('style')?.remove();
  return { svg: toegankelijk(getekend, opties), rijen: rijen.length };
}

type Knoop = ReturnType<typeof document.createElement>;

/** The drawing as one image with a name and a description, for who does not see it. */
function toegankelijk(getekend: Knoop, { id, titel }: { id: string; titel: string }): string {
  const voegToe = (soort: 'title' | 'desc', tekst: string) => {
    const knoop = document.createElementNS('http://www.w3.org/2000/svg', soort);
    knoop.setAttribute('id', `${id}-${soort}`);
    knoop.textContent = tekst;
    getekend.prepend(knoop);
  };
  voegToe('desc', 'Staafdiagram. Dezelfde getallen staan in de tabel eronder.');
  voegToe('title', titel);
  getekend.setAttribute('role', 'img');
  getekend.setAttribute('aria-labelledby', `${id}-title`);
  getekend.setAttribute('aria-describedby', `${id}-desc`);
  getekend.setAttribute('class', 'zl-figuur__beeld');
  getekend.removeAttribute('font-family');
  for (const deel of getekend.querySelectorAll('[aria-label]')) deel.removeAttribute('aria-label');
  return getekend.outerHTML;
}
