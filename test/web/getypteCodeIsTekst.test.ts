import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { opent, startBrowser, stijlVan } from '../support/browser.ts';
import { getyptVoor } from '../support/formulier.ts';

let api: Api;
let adres: string;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([maakApiZonderServers(), startBrowser()]);
  adres = await api.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => Promise.all([api.close(), browser.close()]));

const aanvallen = [
  '<script>document.title="gehackt"</script>',
  '"><img src=x onerror=\'document.title="gehackt"\'>',
  '</textarea><script>document.title="gehackt"</script>',
  "' autofocus onfocus='document.title=1",
  '</title><style>*{display:none}</style>',
  'javascript:document.title=1',
];

describe('code die iemand typt, blijft tekst', () => {
  it.each(aanvallen)('%s', async (aanval) => {
    const velden = Object.keys(getyptVoor(aanmeldingVoorbeeld));
    const pagina = await opent(browser, `${adres}/aanmelden`);
    // As another site would send it: every field at once, and one whose name is an attack itself.
    const antwoord = await pagina.request.post(`${adres}/aanmelden`, {
      form: Object.fromEntries([...velden, aanval].map((naam) => [naam, aanval])),
    });
    expect(antwoord.status()).toBe(400);
    await pagina.route(`${adres}/antwoord`, async (route) =>
      route.fulfill({ body: await antwoord.body(), headers: antwoord.headers() }),
    );
    await pagina.goto(`${adres}/antwoord`);
    expect(await pagina.title()).toMatch(/^Fout: /);
    expect(await pagina.locator('script, img, style, [onerror], [onfocus], [autofocus]').count()).toBe(0);
    expect(await pagina.locator('[name="vraag.plek"]').inputValue()).toBe(aanval);
    expect(await pagina.locator('#fouten').innerText()).toContain(aanval);
    await pagina.context().close();
  });

  it('en in een adres komt hij niet verder dan een pagina die zegt dat er niets is', async () => {
    const antwoord = await api.inject({
      url: `/aanmelden/ontvangen/${encodeURIComponent(aanvallen[0] ?? '')}`,
    });
    expect(antwoord.statusCode).toBe(404);
    expect(antwoord.headers['content-type']).toContain('text/html');
    expect(antwoord.body).not.toContain('gehackt');
  });

  it('de pagina’s laten geen code toe, van niemand, en niet in een kader', async () => {
    for (const url of [
      '/',
      '/aanmelden',
      '/aanmelden/ontvangen/ZL-2027-0001',
      '/trajecten/ZL-2027-0001',
      '/aanmelden/ontvangen/x',
    ]) {
      const { headers } = await api.inject({ url });
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
    }
  });

  it('de opmaak komt van ons, en wordt niet geweigerd', async () => {
    const pagina = await browser.newPage();
    const klachten: string[] = [];
    const opgehaald: string[] = [];
    pagina.on('console', (bericht) => klachten.push(bericht.text()));
    pagina.on('request', (verzoek) => opgehaald.push(verzoek.url()));
    await pagina.goto(`${adres}/aanmelden`);
    expect(klachten).toEqual([]);
    expect(opgehaald.filter((url) => url.startsWith('http')).every((url) => url.startsWith(adres))).toBe(
      true,
    );
    // Not the grey of a button without a style.
    expect(await stijlVan(pagina.locator('button'), 'background-color')).not.toBe('rgb(239, 239, 239)');
    await pagina.close();
  });
});
