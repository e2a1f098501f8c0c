import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { type Element, opent, startBrowser, verwachtToegankelijk } from '../support/browser.ts';

let api: Api;
let adres: string;
let browser: Browser;
beforeAll(async () => {
  [api, browser] = await Promise.all([maakApiZonderServers(), startBrowser()]);
  adres = await api.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => Promise.all([api.close(), browser.close()]));

const verstuurLeeg = async (pagina: Page) => {
  await pagina.getByRole('button', { name: 'Verstuur de aanmelding' }).click();
  await pagina.locator('#fouten').waitFor();
};
const paginas: [naam: string, pad: string, doe?: (pagina: Page) => Promise<void>][] = [
  ['de startpagina', '/'],
  ['het lege formulier', '/aanmelden'],
  ['het formulier met fouten', '/aanmelden', verstuurLeeg],
  [
    'het formulier met fouten in een crisis',
    '/aanmelden',
    async (pagina) => {
      await pagina.getByLabel('Ja, er is nu gevaar of een crisis').check();
      await verstuurLeeg(pagina);
    },
  ],
  ['de bevestiging', '/aanmelden/ontvangen/ZL-2027-0001'],
  ['de bevestiging in een crisis', '/aanmelden/crisis/ZL-2027-0001'],
  ['de pagina van een traject', '/trajecten/ZL-2027-0001'],
  ['de pagina van een onderzoek', '/onderzoeken/onderzoek-ZL-2027-0014-aanbieder-01-r1'],
  ['een pagina die niet bestaat', '/aanmelden/ontvangen/onzin'],
];

describe.each(paginas)('%s', (_naam, pad, doe) => {
  it('heeft geen enkele overtreding van WCAG 2.2 A en AA die axe kan vinden', async () => {
    const pagina = await opent(browser, `${adres}${pad}`);
    await doe?.(pagina);
    await verwachtToegankelijk(pagina);
    await pagina.context().close();
  });

  it('past op 320 pixels breed (400 % vergroot) zonder opzij te schuiven', async () => {
    const pagina = await opent(browser, `${adres}${pad}`, { viewport: { width: 320, height: 256 } });
    await doe?.(pagina);
    const breedtes = await pagina
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }: Element) => ({ scrollWidth, clientWidth }));
    expect(breedtes).toEqual({ scrollWidth: breedtes.clientWidth, clientWidth: 320 });
    await pagina.context().close();
  });
});
