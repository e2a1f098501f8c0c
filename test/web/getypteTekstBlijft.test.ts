import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { aanmeldvelden } from '../../web/paginas/aanmeldvelden.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { type Element, startBrowser } from '../support/browser.ts';
import { getyptVoor, verstuur } from '../support/formulier.ts';

let api: Api;
let browser: Browser;
let pagina: Page;
beforeAll(async () => {
  [api, browser] = await Promise.all([maakApiZonderServers(), startBrowser()]);
  pagina = await browser.newPage({ javaScriptEnabled: false });
});
afterAll(() => Promise.all([api.close(), browser.close()]));

const namen = (soorten: readonly string[]) =>
  aanmeldvelden.filter(({ soort }) => soorten.includes(soort)).map(({ pad }) => pad);
const regels = [
  ...namen(['regel']),
  ...['dag', 'maand', 'jaar'].map((deel) => `jeugdige.geboorteDatum.${deel}`),
];
const vakken = namen(['verhaal', 'regels']);

/** What a keyboard can give: anything but NUL and half characters, and in one line no line break. */
const letter = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '&amp;',
    '</textarea>',
    '<script>',
    '🦄',
    '👩‍👧',
    'é',
    '\u202e',
    ' ',
    '`',
    '%7b',
  ),
  fc.string({ unit: 'grapheme', maxLength: 4 }).map((tekst) => tekst.replace(/[\0\r\n]|\p{Cs}/gu, '')),
);
const regel = fc.array(letter, { maxLength: 8 }).map((delen) => delen.join(''));
const vak = fc.array(regel, { maxLength: 4 }).map((delen) => delen.join('\n'));
const ingevuld = fc.record({
  ...Object.fromEntries(regels.map((naam) => [naam, regel])),
  ...Object.fromEntries(vakken.map((naam) => [naam, vak])),
});

describe('wat iemand typte', () => {
  it('staat er na een fout weer precies zo, wat het ook is', async () => {
    let nummer = 0;
    await fc.assert(
      fc.asyncProperty(ingevuld, async (getypt) => {
        nummer += 1;
        // The email that is no address makes every form wrong.
        const alles: Record<string, string> = {
          ...getypt,
          'aanmelder.email': `${getypt['aanmelder.email']}<`,
        };
        const metRegeleinden = Object.fromEntries(
          Object.entries(alles).map(([naam, tekst]) => [naam, tekst.replaceAll('\n', '\r\n')]),
        );
        const antwoord = await verstuur(api, metRegeleinden, { adres: `keer-${nummer}` });
        expect(antwoord.statusCode).toBe(400);
        await pagina.setContent(antwoord.body);
        const gelezen = await pagina
          .locator('input[type=text], textarea')
          .evaluateAll((velden: Element[]) => velden.map(({ name, value }) => [name, value]));
        expect(Object.fromEntries(gelezen)).toEqual(alles);
      }),
      { numRuns: 60 },
    );
  });

  it('geldt ook voor keuzes, vinkjes en lijsten', async () => {
    const getypt = { ...getyptVoor({ ...aanmeldingVoorbeeld, crisis: true }), 'jeugdige.bsn': 'fout' };
    await pagina.setContent((await verstuur(api, getypt)).body);
    const gekozen = await pagina
      .locator('input:checked, select, input[type=text], textarea')
      .evaluateAll((velden: Element[]) => velden.map(({ name, value }) => [name, value]));
    expect(Object.fromEntries(gekozen.filter(([, waarde]) => waarde !== ''))).toEqual(getypt);
  });

  it('houdt ook zijn sleutel, zodat het na verbeteren één aanmelding is', async () => {
    const sleutel = '0192f0c1-7d4e-4c3a-9a51-2f5d0c3b7e10';
    await pagina.setContent((await verstuur(api, {}, { sleutel })).body);
    expect(await pagina.locator('[name=sleutel]').inputValue()).toBe(sleutel);
  });
});
