/** A real browser for a test file: the Chromium or Chrome of this machine. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

const namen = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

function isUitvoerbaar(bestand: string): boolean {
  try {
    accessSync(bestand, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function vindBrowser(): string {
  const mappen = (process.env.PATH ?? '').split(delimiter);
  const gevonden = mappen.flatMap((map) => namen.map((naam) => join(map, naam))).find(isUitvoerbaar);
  if (!gevonden)
    throw new Error(
      `Geen browser gevonden. Deze tests hebben Chromium of Chrome nodig; zet ${namen.join(', ')} op het pad, bijvoorbeeld met: apt-get install chromium`,
    );
  return gevonden;
}

/** Starts the browser; the test closes it. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: vindBrowser() });
}

/** A window on a page of the program; by default as most people have it, with JavaScript. */
export async function opent(
  browser: Browser,
  url: string,
  opties: BrowserContextOptions = {},
): Promise<Page> {
  const venster = await browser.newContext({ locale: 'nl-NL', ...opties });
  const pagina = await venster.newPage();
  await pagina.goto(url);
  return pagina;
}

/** Fails when axe finds anything on the page that WCAG 2.2 A or AA forbids. */
export async function verwachtToegankelijk(pagina: Page): Promise<void> {
  const { violations, passes } = await new AxeBuilder({ page: pagina })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(passes.length).toBeGreaterThan(10);
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      waar: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    })),
  ).toEqual([]);
}
