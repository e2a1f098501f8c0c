/** A real browser for a test file: the Chromium or Chrome of this machine. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
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

/** What tests read of an element, inside the browser; the program itself knows no DOM. */
export interface Element {
  id: string;
  tagName: string;
  textContent: string | null;
  name: string;
  value: string;
  scrollWidth: number;
  clientWidth: number;
  getAttribute(naam: string): string | null;
}

/** The style of an element as the browser shows it. */
export function stijlVan(plaats: Locator, eigenschap: string): Promise<string> {
  return plaats.evaluate((element, naam) => {
    const { getComputedStyle } = globalThis as unknown as {
      getComputedStyle(element: unknown): { getPropertyValue(naam: string): string };
    };
    return getComputedStyle(element).getPropertyValue(naam);
  }, eigenschap);
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
  const { violations, passes, incomplete } = await new AxeBuilder({ page: pagina })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(passes.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['color-contrast', 'document-title', 'html-has-lang', 'link-name']),
  );
  // What axe could not decide about colours would otherwise go by unseen. Of text in a drawing it never decides: a test of the drawing
  // does (test/web/rapportToegankelijk.test.ts).
  const onbeslist = incomplete
    .filter(({ id }) => id === 'color-contrast')
    .flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => [html, failureSummary]))
    .filter(([html]) => !/^<(text|tspan)\b/.test(html ?? ''));
  expect(onbeslist).toEqual([]);
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      waar: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    })),
  ).toEqual([]);
}
