import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { type Element, opent, startBrowser, stijlVan } from '../support/browser.ts';

let api: Api;
let adres: string;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([maakApiZonderServers(), startBrowser()]);
  adres = await api.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => Promise.all([api.close(), browser.close()]));

/** What has the focus: its id, or else its text. */
const metFocus = (pagina: Page) =>
  pagina.locator(':focus').evaluate((element: Element) => element.id || (element.textContent ?? ''));

describe('met alleen een toetsenbord', () => {
  it('komt Tab langs alles wat te bedienen is, in de volgorde van de pagina', async () => {
    const pagina = await opent(browser, `${adres}/aanmelden`);
    const verwacht = await pagina
      .locator('a[href], input:not([type=hidden]), select, textarea, button')
      .evaluateAll((elementen: Element[]) => {
        const gezien = new Set<string>();
        return elementen
          .filter((element) => {
            // A group of radio buttons is one stop.
            if (element.getAttribute('type') !== 'radio') return true;
            const naam = element.getAttribute('name') ?? '';
            return !gezien.has(naam) && gezien.add(naam);
          })
          .map((element) => element.id || (element.textContent ?? ''));
      });
    expect(verwacht.length).toBeGreaterThan(25);
    const gevolgd: string[] = [];
    for (let plaats = 0; plaats < verwacht.length; plaats++) {
      await pagina.keyboard.press('Tab');
      gevolgd.push(await metFocus(pagina));
    }
    expect(gevolgd).toEqual(verwacht);
    await pagina.context().close();
  });

  it('is de focus altijd te zien', async () => {
    const pagina = await opent(browser, `${adres}/aanmelden`);
    for (let plaats = 0; plaats < 12; plaats++) {
      await pagina.keyboard.press('Tab');
      expect(await stijlVan(pagina.locator(':focus'), 'outline-style')).not.toBe('none');
      const breedte = await stijlVan(pagina.locator(':focus'), 'outline-width');
      expect(Number.parseFloat(breedte)).toBeGreaterThanOrEqual(2);
    }
    await pagina.context().close();
  });

  it('springt de eerste link naar de inhoud', async () => {
    const pagina = await opent(browser, `${adres}/aanmelden`);
    await pagina.keyboard.press('Tab');
    expect(await metFocus(pagina)).toBe('Naar de inhoud');
    expect(await pagina.getByText('Naar de inhoud').boundingBox()).toMatchObject({ y: expect.closeTo(2, 0) });
    await pagina.keyboard.press('Enter');
    expect(await metFocus(pagina)).toBe('inhoud');
    await pagina.keyboard.press('Tab');
    expect(await metFocus(pagina)).toContain('Bel 070 000 00 00 (voorbeeldnummer)');
    await pagina.context().close();
  });

  it('brengt iedere regel van de lijst met fouten de focus naar zijn veld', async () => {
    const pagina = await opent(browser, `${adres}/aanmelden`);
    await pagina.getByRole('button').press('Enter');
    const lijst = pagina.getByRole('alert');
    const regels = await lijst.getByRole('link').all();
    expect(regels.length).toBeGreaterThan(15);
    for (const regel of regels) {
      await regel.press('Enter');
      expect(`#${await metFocus(pagina)}`).toBe(await regel.getAttribute('href'));
    }
    await pagina.context().close();
  });
});
