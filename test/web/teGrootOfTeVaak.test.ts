/** Too large, or too often: people read what to do and whom to call in a crisis, and lose nothing that they typed. */
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { type Element, opent, startBrowser, verwachtToegankelijk } from '../support/browser.ts';
import { getyptVoor, verstuur, vulIn } from '../support/formulier.ts';

let api: Api;
let browser: Browser;
let adres: string;
beforeAll(async () => {
  [api, browser] = await Promise.all([maakApiZonderServers(), startBrowser()]);
  await api.listen({ host: '127.0.0.1', port: 0 });
  adres = `http://127.0.0.1:${(api.server.address() as AddressInfo).port}/aanmelden`;
});
afterAll(() => Promise.all([api.close(), browser.close()]));

const cit = '070 000 00 00';
/** More than 1 MB in a form, where each euro sign takes nine bytes: a browser is slow with longer texts. */
const teLang = '€€€€ '.repeat(30_000);
const verzend = (pagina: Page) => pagina.getByRole('button', { name: 'Verstuur de aanmelding' }).click();
const kop = (pagina: Page) => pagina.locator('h1').textContent();
const ingevuld = async (pagina: Page): Promise<Record<string, string>> => {
  const gelezen = await pagina
    .locator('input:checked, select, input[type=text], textarea')
    .evaluateAll((velden: Element[]) => velden.map(({ name, value }) => [name, value]));
  return Object.fromEntries(gelezen.filter(([, waarde]) => waarde !== ''));
};

describe('een formulier dat te groot is', () => {
  it('krijgt een pagina die zegt wat te groot is en het CIT noemt; terug in de browser staat de tekst er nog', async () => {
    const pagina = await opent(browser, adres, { javaScriptEnabled: false });
    const getypt = getyptVoor(aanmeldingVoorbeeld);
    await vulIn(pagina, { ...getypt, 'vraag.plek': teLang });
    const antwoord = pagina.waitForResponse((een) => een.request().method() === 'POST');
    await verzend(pagina);
    expect((await antwoord).status()).toBe(413);
    await pagina.waitForLoadState();
    expect(await kop(pagina)).toBe('Uw formulier is te groot');
    const tekst = await pagina.locator('main').innerText();
    expect(tekst).toContain('samen groter dan 1 MB');
    expect(tekst).toContain('Crisis Interventie Team (CIT)');
    expect(tekst).toContain(cit);
    expect(tekst).toContain('Ga terug met de knop van uw browser');

    await pagina.goBack();
    const over = await ingevuld(pagina);
    // About the jeugdige a browser keeps nothing; the page says so.
    const vergeten = ['jeugdige.naam', 'jeugdige.bsn', 'jeugdige.gemeenteNaam', 'risicotaxatie.instrument'];
    const verwacht = Object.entries(getypt).filter(
      ([naam]) =>
        !vergeten.includes(naam) && !naam.startsWith('jeugdige.geboorteDatum') && naam !== 'vraag.plek',
    );
    expect(over).toMatchObject(Object.fromEntries(verwacht));
    expect(verwacht.length).toBeGreaterThan(12);
    expect(over['vraag.plek']).toHaveLength(teLang.length);
    await pagina.context().close();
  });

  it('de pagina is toegankelijk', async () => {
    const { body } = await verstuur(api, { 'vraag.plek': 'x'.repeat(1_100_000) });
    const pagina = await opent(browser, adres);
    await pagina.setContent(body);
    await verwachtToegankelijk(pagina);
    await pagina.context().close();
  });
});

describe('een formulier dat te vaak komt', () => {
  const getypt = getyptVoor({ ...aanmeldingVoorbeeld, crisis: true });
  const sleutel = '0192f0c1-7d4e-4c3a-9a51-2f5d0c3b7e10';
  const teVaak = async (velden: Record<string, string>, vanaf: string) => {
    for (let keer = 1; keer <= 30; keer++)
      expect((await verstuur(api, {}, { adres: vanaf })).statusCode).toBe(400);
    return verstuur(api, velden, { adres: vanaf, sleutel });
  };

  it('komt terug met alles wat is ingevuld, dezelfde sleutel, wat te doen is en wie te bellen', async () => {
    const antwoord = await teVaak({ ...getypt, 'vraag.plek': 'Tekst die <b>niet</b> weg mag.' }, '192.0.2.7');
    expect(antwoord.statusCode).toBe(429);
    expect(Number(antwoord.headers['retry-after'])).toBeGreaterThan(0);
    const pagina = await opent(browser, adres, { javaScriptEnabled: false });
    await pagina.setContent(antwoord.body);
    expect(await kop(pagina)).toBe('Meld een jeugdige aan');
    expect(await ingevuld(pagina)).toEqual({ ...getypt, 'vraag.plek': 'Tekst die <b>niet</b> weg mag.' });
    expect(await pagina.locator('[name=sleutel]').inputValue()).toBe(sleutel);
    const [fouten = ''] = await pagina.locator('#fouten').allInnerTexts();
    expect(fouten).toContain('Wacht tien minuten');
    expect(fouten).toContain('Uw aanmelding is nog niet verstuurd.');
    expect(await pagina.locator('main').innerText()).toContain('Bel nu het Crisis Interventie Team');
    await pagina.context().close();
  });

  it('noemt het CIT ook voor wie geen crisis aankruiste', async () => {
    const { body } = await teVaak(getyptVoor(aanmeldingVoorbeeld), '192.0.2.8');
    expect(body).toContain('Crisis Interventie Team (CIT)');
    expect(body).toContain(cit);
  });

  it('iets dat geen formulier is, krijgt nog steeds de gewone pagina', async () => {
    const antwoord = await verstuur(api, {}, { headers: { 'content-type': 'application/json' } });
    expect(antwoord.statusCode).toBe(415);
    expect(antwoord.headers['content-type']).toContain('text/html');
    expect(antwoord.body).toContain('Nummer van dit verzoek');
  });
});
