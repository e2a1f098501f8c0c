import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { opent, startBrowser } from '../support/browser.ts';

let api: Api;
let adres: string;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([maakApiZonderServers(), startBrowser()]);
  adres = await api.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => Promise.all([api.close(), browser.close()]));

describe('bij een crisis', () => {
  it('noemt het formulier het CIT vóór het eerste veld, met nummer en pagina, en vraagt het als eerste', async () => {
    const pagina = await opent(browser, `${adres}/aanmelden`, { javaScriptEnabled: false });
    const tekst = await pagina.locator('main').innerText();
    const voor = tekst.slice(0, tekst.indexOf('Crisis\n'));
    expect(voor).toContain('Is er nu gevaar of een crisis?');
    expect(voor).toContain('070 000 00 00 (voorbeeldnummer)');
    expect(await pagina.getByRole('link', { name: /^Bel 070/ }).getAttribute('href')).toBe('tel:0700000000');
    expect(await pagina.getByRole('link', { name: 'de pagina van het CIT' }).getAttribute('href')).toBe(
      'https://cit.zorglogistiek.example/voorbeeld',
    );
    const eerste = pagina.locator('main :is(input:not([type=hidden]), select, textarea)').first();
    expect(await eerste.getAttribute('name')).toBe('crisis');
    await pagina.context().close();
  });

  it('zegt ook een formulier dat nog niet klopt meteen, en als eerste, om het CIT te bellen', async () => {
    const pagina = await opent(browser, `${adres}/aanmelden`, { javaScriptEnabled: false });
    await pagina.getByLabel('Ja, er is nu gevaar of een crisis').check();
    await pagina.getByRole('button').click();
    const [eerste, tweede] = await pagina.getByRole('alert').allInnerTexts();
    expect(eerste).toContain('Bel nu het Crisis Interventie Team');
    expect(eerste).toContain('070 000 00 00 (voorbeeldnummer)');
    expect(tweede).toContain('kloppen nog');
    expect(await pagina.getByLabel('Ja, er is nu gevaar of een crisis').isChecked()).toBe(true);
    await pagina.context().close();
  });
});
