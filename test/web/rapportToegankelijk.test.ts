/** Everybody can read a report: also with a screen reader, on a small screen, and without JavaScript. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { type Element, opent, startBrowser, stijlVan, verwachtToegankelijk } from '../support/browser.ts';
import { maakRapportserver, rapportpaginas } from '../support/rapportpaginas.ts';

let server: Api;
let adres: string;
let browser: Browser;
beforeAll(async () => {
  server = maakRapportserver();
  [adres, browser] = await Promise.all([server.listen({ host: '127.0.0.1', port: 0 }), startBrowser()]);
});
afterAll(() => Promise.all([server.close(), browser.close()]));

describe.each(Object.keys(rapportpaginas))('rapport %s', (naam) => {
  it('heeft geen enkele overtreding van WCAG 2.2 A en AA die axe kan vinden', async () => {
    const pagina = await opent(browser, `${adres}/${naam}`);
    await verwachtToegankelijk(pagina);
    await pagina.context().close();
  });

  it('past op 320 pixels breed (400 % vergroot): alleen een tabel schuift opzij', async () => {
    const pagina = await opent(browser, `${adres}/${naam}`, { viewport: { width: 320, height: 256 } });
    const breedtes = await pagina
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }: Element) => ({ scrollWidth, clientWidth }));
    expect(breedtes).toEqual({ scrollWidth: breedtes.clientWidth, clientWidth: 320 });
    await pagina.context().close();
  });

  it('is hetzelfde zonder JavaScript, en de policy van de pagina houdt niets tegen', async () => {
    const venster = await browser.newContext({ javaScriptEnabled: false });
    const pagina = await venster.newPage();
    const fouten: string[] = [];
    pagina.on('console', (regel) => fouten.push(regel.text()));
    const antwoord = await pagina.goto(`${adres}/${naam}`);
    expect(antwoord?.headers()['content-security-policy']).not.toContain('unsafe');
    expect(fouten).toEqual([]);
    const vlak = pagina.locator('main .nl-paragraph').first();
    const letters = await stijlVan(vlak, 'color');
    for (const figuur of await pagina.locator('svg').all()) {
      // Axe does not judge the colours of a drawing: its letters are those of the page, on its background.
      expect(await stijlVan(figuur.locator('text').first(), 'fill')).toBe(letters);
      expect(await stijlVan(figuur, 'background-color')).toBe('rgba(0, 0, 0, 0)');
      expect(await figuur.getAttribute('role')).toBe('img');
      expect((await figuur.boundingBox())?.width).toBeGreaterThan(400);
    }
    await venster.close();
  });
});
