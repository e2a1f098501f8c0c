/** The pages with stukken as people meet them: in a real browser, without JavaScript for who sends and opens, and accessible. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { opent, startBrowser, verwachtToegankelijk } from '../support/browser.ts';
import { laatsteCode } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { pdf } from '../support/stukken.ts';
import { mailAan, padIn, postvakVan } from '../support/stukkenLinks.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';

const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
let op: Opstelling;
let browser: Browser;
let basis: string;
let datum: string;
let kenmerk: string;
beforeAll(async () => {
  [op, browser] = await Promise.all([maakOpstelling({ tijd: 'virtueel' }), startBrowser()]);
  basis = await op.api.listen({ port: 0, host: '127.0.0.1' });
  datum = await werkdagOver(op, 12);
  await planTafel(op, datum);
  kenmerk = await opAgenda(op, datum);
});
afterAll(async () => {
  await browser?.close();
  await op?.sluit();
});

/** Opens a link, asks a code and fills it in. */
async function ga(pad: string, javaScriptEnabled: boolean): Promise<Page> {
  await op.nu();
  const pagina = await opent(browser, `${basis}${pad}`, { javaScriptEnabled });
  await pagina.getByRole('button', { name: 'Stuur mij een code' }).click();
  await pagina.getByLabel('Code van zes cijfers').fill(laatsteCode(op.smtp));
  await pagina.getByRole('button', { name: 'Ga verder' }).click();
  return pagina;
}

it('de aanmelder stuurt een stuk, en een tafellid opent het', async () => {
  const link = padIn(await mailAan(op, aanmelder, kenmerk));
  const pagina = await ga(link, false);
  await pagina.getByRole('button', { name: 'Stuur dit stuk' }).click();
  expect(await pagina.locator('#fouten').innerText()).toContain('Kies een bestand.');
  await pagina.getByLabel('Soort stuk').selectOption('plan');
  await pagina
    .getByLabel('Bestand')
    .setInputFiles({ name: 'plan van Łucja.pdf', mimeType: 'application/pdf', buffer: pdf('Plan') });
  await pagina.getByRole('button', { name: 'Stuur dit stuk' }).click();
  expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
  await pagina.getByRole('link', { name: 'Terug naar de pagina' }).click();
  expect(await pagina.locator('main').innerText()).toContain('Plan: plan van Łucja.pdf, versie 1');

  const metScript = await ga(link, true);
  await verwachtToegankelijk(metScript);
  await metScript.getByRole('button', { name: 'Stuur dit stuk' }).click();
  await metScript.locator('#fouten').waitFor();
  await verwachtToegankelijk(metScript);

  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
  const vanTafellid = padIn(await mailAan(op, postvakVan('aanbieder-01'), 'Uitnodiging', datum));
  const tafel = await ga(vanTafellid, false);
  expect(await tafel.locator('h2').allTextContents()).toEqual([kenmerk]);
  const [download] = await Promise.all([
    tafel.waitForEvent('download'),
    tafel.getByRole('button', { name: 'Open plan van Łucja.pdf, versie 1' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('plan van Łucja.pdf');
  expect(readFileSync(await download.path()).equals(pdf('Plan'))).toBe(true);
  expect(await op.db.stukInzage.count({ where: { wie: 'aanbieder-01-contact-1' } })).toBe(1);
  await verwachtToegankelijk(await ga(vanTafellid, true));
});
