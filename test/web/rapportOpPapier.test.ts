/** A report printed, or kept as PDF: no plot or row is cut in two, nothing falls off the paper, and it is black on white. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { opent, startBrowser, stijlVan } from '../support/browser.ts';
import { maakRapportserver, rapportpaginas } from '../support/rapportpaginas.ts';

let server: Api;
let adres: string;
let browser: Browser;
beforeAll(async () => {
  server = maakRapportserver();
  [adres, browser] = await Promise.all([server.listen({ host: '127.0.0.1', port: 0 }), startBrowser()]);
});
afterAll(() => Promise.all([server.close(), browser.close()]));

/** What fits within the margins of the style sheet on a sheet of A4, in CSS pixels. */
const pixels = (mm: number) => Math.floor((mm / 25.4) * 96);
const blad = { width: pixels(210 - 2 * 18), height: pixels(297 - 2 * 18) };

describe.each(Object.keys(rapportpaginas))('rapport %s', (naam) => {
  it('wordt een PDF op A4', async () => {
    const pagina = await opent(browser, `${adres}/${naam}`);
    const pdf = (await pagina.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length).toBeGreaterThan(1);
    const maten = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, b, h]) => [
      Math.round(Number(b)),
      Math.round(Number(h)),
    ]);
    expect(new Set(maten.map(String))).toEqual(new Set(['595,842']));
    await pagina.context().close();
  });

  it('heeft geen figuur of rij die over twee bladen gaat, en niets dat naast het blad valt', async () => {
    const pagina = await opent(browser, `${adres}/${naam}`, { viewport: blad });
    await pagina.emulateMedia({ media: 'print' });
    for (const deel of await pagina.locator('figure, tr').all()) {
      // What is kept together is cut only when it is higher than the paper.
      expect(await stijlVan(deel, 'break-inside')).toBe('avoid');
      expect((await deel.boundingBox())?.height).toBeLessThan(blad.height);
    }
    for (const deel of await pagina.locator('svg, table').all()) {
      const plek = await deel.boundingBox();
      expect((plek?.x ?? 0) + (plek?.width ?? 0)).toBeLessThanOrEqual(blad.width);
    }
    for (const houder of await pagina.locator('.zl-tabel').all())
      expect(await stijlVan(houder, 'overflow-x')).toBe('visible');
    await pagina.context().close();
  });

  it('is zwart op wit', async () => {
    const pagina = await opent(browser, `${adres}/${naam}`);
    await pagina.emulateMedia({ media: 'print' });
    for (const plaats of ['h1', 'main p', 'th', 'td', 'main a'])
      for (const deel of (await pagina.locator(plaats).all()).slice(0, 5))
        expect(await stijlVan(deel, 'color'), plaats).toBe('rgb(0, 0, 0)');
    expect(await stijlVan(pagina.locator('body'), 'background-color')).toBe('rgb(255, 255, 255)');
    await pagina.context().close();
  });
});
