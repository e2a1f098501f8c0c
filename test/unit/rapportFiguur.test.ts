/** What the plot and the table of a report show (web/rapport/, web/paginas/rapport.ts). */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { rapportPagina } from '../../web/paginas/rapport.ts';
import { maakFiguur } from '../../web/rapport/figuur.ts';
import { getal } from '../../web/rapport/getal.ts';
import { rapportpaginas } from '../support/rapportpaginas.ts';

const lees = (naam: string) => {
  const inhoud = rapportpaginas[naam];
  if (!inhoud) throw new Error(`geen rapport ${naam}`);
  return { ...inhoud, document: parseHTML(rapportPagina(inhoud)).document };
};

describe('een getal in een rapport', () => {
  it('staat er zoals wij het in Nederland schrijven', () => {
    expect(getal(1234.5, 'aantal', false)).toBe('1.234,5');
    expect(getal(66.7, 'procent', false)).toBe('66,7\u00a0%');
    expect(getal(1, 'dagen', false)).toBe('1\u00a0dag');
    expect(getal(2.5, 'weken', false)).toBe('2,5\u00a0weken');
    expect(getal(0, 'aantal', false)).toBe('0');
    expect(getal(null, 'aantal', false)).toBe('geen gegevens');
    expect(getal(null, 'aantal', true)).toBe('verborgen');
  });
});

describe.each(Object.keys(rapportpaginas))('de pagina van rapport %s', (naam) => {
  it('heeft bij iedere tabel een bijschrift, koppen voor rijen en kolommen, en alle waarden van het rapport', () => {
    const { rapport, document } = lees(naam);
    for (const { code, kolommen, rijen, totaal } of rapport.tabellen.filter(
      (deel) => deel.rijen.length > 0,
    )) {
      const tabel = document.querySelector(`section[aria-labelledby=deel-${code}] table`);
      expect(tabel?.querySelector('caption')?.textContent, code).toMatch(/\S/);
      expect(tabel?.querySelectorAll('thead th[scope=col]').length, code).toBeGreaterThan(kolommen.length);
      const getoond = [...(tabel?.querySelectorAll('tbody tr') ?? [])];
      expect(getoond.length, code).toBe(rijen.length + (totaal ? 1 : 0));
      for (const rij of getoond) expect(rij.querySelectorAll('th[scope=row]').length).toBe(1);
      for (const [plaats, rij] of rijen.entries()) {
        const cellen = [...(getoond[plaats]?.querySelectorAll('td') ?? [])].map((cel) => cel.textContent);
        const verwacht = rij.waarden.map((waarde, k) =>
          getal(
            waarde,
            rapport.tabellen.find((deel) => deel.code === code)?.eenheid ?? 'aantal',
            rij.onderdrukt?.includes(k) ?? false,
          ),
        );
        expect(cellen.slice(0, verwacht.length), `${code} ${rij.code}`).toEqual(verwacht);
      }
    }
  });

  it('zegt van ieder cijfer wat het betekent, met de bron', () => {
    const { rapport, document } = lees(naam);
    for (const { code } of [...rapport.cijfers, ...rapport.tabellen])
      expect(document.querySelector(`#definitie-${code} dd`)?.textContent, code).toMatch(/\. Bron: .+\.$/);
  });

  it('geeft iedere figuur een naam en een beschrijving, en haar eigen ids', () => {
    const { document } = lees(naam);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const figuur of document.querySelectorAll('svg')) {
      expect(figuur.querySelector('title')?.textContent).toMatch(/\S/);
      expect(figuur.querySelector('desc')?.textContent).toMatch(/\S/);
      for (const soort of ['labelledby', 'describedby'])
        expect(ids).toContain(figuur.getAttribute(`aria-${soort}`));
      expect(figuur.querySelector('style, [style]')).toBeNull();
    }
  });
});

describe('de pagina van een rapport', () => {
  it('noemt de versie en de reden, of dat de cijfers nog kunnen veranderen', () => {
    const kop = (naam: string) => lees(naam).document.querySelector('dl')?.textContent;
    expect(kop('halfjaar')).toMatch(/Versie 2, vastgelegd op zaterdag 5 juli 2025.*verkeerde gemeente/);
    expect(kop('wachttijden')).toContain('Concept: nog niet vastgelegd');
    expect(kop('week')).toContain('Voorlopig: de periode loopt nog');
  });

  it('zegt buiten het team of de periode ervoor is gepubliceerd', () => {
    const tekst = (naam: string) => lees(naam).document.querySelector('main')?.textContent;
    expect(tekst('halfjaar-extern')).toContain('De periode ervoor is niet gepubliceerd');
    expect(tekst('halfjaar-extern')).not.toContain('2024');
    for (const naam of ['halfjaar-extern-vergeleken', 'experttafel-extern'])
      expect(tekst(naam)).toContain('staan ernaast zoals zij zijn gepubliceerd');
  });

  it('zegt dat er niets is over een periode zonder gegevens', () => {
    const tekst = (naam: string) => lees(naam).document.querySelector('main')?.textContent;
    expect(tekst('leeg')).toContain('Over deze periode zijn er geen gegevens.');
    expect(tekst('halfjaar')).not.toContain('geen gegevens.');
  });

  it('legt uit wat verborgen is, en toont in tabel noch figuur een aantal van 1 tot en met 4', () => {
    for (const naam of [
      'halfjaar-extern',
      'halfjaar-extern-vergeleken',
      'experttafel-extern',
      'wachttijden-extern',
    ]) {
      const { document } = lees(naam);
      expect(document.querySelector('main')?.textContent).toContain('minder dan 5');
      const aantallen = [...document.querySelectorAll('td')].map(({ textContent }) => textContent);
      expect(aantallen).toContain('verborgen');
      expect(aantallen.filter((tekst) => /^[1-4]$/.test(tekst ?? ''))).toEqual([]);
      // The names of bars and rows hold no bare digit, and an axis up to a small number does not tell a value.
      const inFiguren = [...document.querySelectorAll('svg g[text-anchor=start] text')].map(
        ({ textContent }) => textContent,
      );
      expect(inFiguren).toContain('verborgen');
      expect(inFiguren.filter((tekst) => /^[1-4]$/.test(tekst ?? ''))).toEqual([]);
    }
    expect(lees('halfjaar').document.querySelector('main')?.textContent).not.toContain('minder dan 5');
  });

  it('noemt trajecten bij hun kenmerk, met waarom zij vastlopen, en leidt naar de lijst in Temporal', () => {
    const { document } = lees('week');
    expect(document.querySelector('a[href="http://temporal.example/lijst"]')?.textContent).toBe(
      'Vastgelopen',
    );
    const rij = document.querySelector('section[aria-labelledby=deel-vastgelopenTrajecten] tbody tr');
    expect(rij?.textContent).toMatch(/ZL-2025-0001.*22\u00a0dagen.*een aanbieder heeft niet geantwoord/i);
  });
});

describe('een figuur', () => {
  it.each([
    ['halfjaar', /^2025-/, /^2024-/],
    ['halfjaar-extern-vergeleken', /^2025-/, /^2024-/],
    ['experttafel', /^2025$/, /^2024$/],
    ['wachttijden', /2025-K2$/, /2025-K1$/],
  ])(
    'van rapport %s vult de staven van de periode zelf, en die van de periode ervoor niet',
    (naam, eigen, eerder) => {
      for (const figuur of lees(naam).document.querySelectorAll('figure svg')) {
        const [namen, staven] = ['g[font-size="11"] text', 'rect'].map((wat) => [
          ...figuur.querySelectorAll(wat),
        ]);
        const van = (patroon: RegExp) =>
          staven?.filter((_, plaats) => patroon.test(namen?.[plaats]?.textContent ?? '')) ?? [];
        expect(van(eigen).length).toBeGreaterThan(0);
        expect(van(eerder).length).toBeGreaterThan(0);
        expect(van(eigen).length + van(eerder).length).toBe(staven?.length);
        expect(new Set(van(eigen).map((staaf) => staaf.getAttribute('fill')))).toEqual(new Set(['#154273']));
        expect(new Set(van(eerder).map((staaf) => staaf.getAttribute('fill')))).toEqual(new Set(['#ffffff']));
      }
    },
  );

  const week = rapportpaginas.week?.rapport;
  const lang = week?.tabellen.find(({ code }) => code === 'vastgelopenTrajecten');

  it('past op één blad, en zegt hoeveel van de rijen zij toont', () => {
    if (!lang) throw new Error('geen tabel');
    const figuur = maakFiguur(lang, { id: 'x', titel: 'X', naam: ({ code }) => code });
    expect(figuur?.rijen).toBeLessThan(lang.rijen.length);
    expect(Number(/height="(\d+)"/.exec(figuur?.svg ?? '')?.[1])).toBeLessThanOrEqual(860);
    expect(rapportPagina({ rapport: week as never, status: 'voorlopig' })).toContain(
      `De eerste ${figuur?.rijen} van 60 rijen`,
    );
  });

  it('ontsnapt tekst die op HTML lijkt', () => {
    if (!lang) throw new Error('geen tabel');
    const { svg = '' } = maakFiguur(lang, { id: 'x', titel: '<b>&', naam: () => '<script>' }) ?? {};
    expect(svg).toContain('&lt;b&gt;&amp;');
    expect(svg).not.toMatch(/<b>|<script>/);
  });
});
