import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../../api/omgeving.ts';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import { aanmeldingSchema } from '../../domain/aanmelding.ts';
import { labelVan } from '../../domain/fouten.ts';
import { naarInvoer } from '../../web/formulier.ts';
import { veldId } from '../../web/onderdelen/veld.ts';
import { aanmeldvelden } from '../../web/paginas/aanmeldvelden.ts';
import { maakApiZonderServers } from '../support/apiZonderServers.ts';
import { startBrowser } from '../support/browser.ts';
import { getyptVoor, verstuur } from '../support/formulier.ts';

let api: Api;
let browser: Browser;
let pagina: Page;
beforeAll(async () => {
  [api, browser] = await Promise.all([maakApiZonderServers(), startBrowser()]);
  pagina = await browser.newPage({ javaScriptEnabled: false });
});
afterAll(() => Promise.all([api.close(), browser.close()]));

/** Sends the form and opens the answer; resolves with the fields that the page calls wrong, by their label. */
async function foutenNa(getypt: Record<string, string>, adres: string): Promise<Record<string, string>> {
  const antwoord = await verstuur(api, getypt, { adres });
  expect(antwoord.statusCode).toBe(400);
  await pagina.setContent(antwoord.body);
  expect(await pagina.title()).toMatch(/^Fout: /);
  const fouten: Record<string, string> = {};
  for (const regel of await pagina.locator('#fouten a').all()) {
    const doel = pagina.locator((await regel.getAttribute('href')) ?? '');
    // The field that the list leads to, or the group that it stands in, names its own error.
    const beschreven = doel.locator('xpath=ancestor-or-self::*[@aria-describedby][1]');
    const bij = (await beschreven.getAttribute('aria-describedby'))
      ?.split(' ')
      .find((id) => id.endsWith('-fout'));
    const melding = await pagina.locator(`[id="${bij}"]`).innerText();
    expect((await regel.innerText()).endsWith(`: ${melding}`)).toBe(true);
    fouten[(await doel.getAttribute('name')) ?? ''] = melding;
  }
  expect(await pagina.locator('.utrecht-form-field-error-message').count()).toBe(Object.keys(fouten).length);
  return fouten;
}

const goed = getyptVoor(aanmeldingVoorbeeld);
const zonder = (...namen: string[]) =>
  Object.fromEntries(Object.entries(goed).filter(([naam]) => !namen.includes(naam)));
const lang = 'x'.repeat(201);

describe('wat niet klopt, staat bij het veld en bovenaan de pagina', () => {
  it.each<[string, Record<string, string>, Record<string, string>]>([
    [
      'een BSN met een tikfout',
      { ...goed, 'jeugdige.bsn': '999990018' },
      { 'jeugdige.bsn': 'geen geldig BSN' },
    ],
    ['geen BSN', { ...goed, 'jeugdige.bsn': '' }, { 'jeugdige.bsn': 'Dit veld is leeg. Vul het in.' }],
    [
      'alleen spaties',
      { ...goed, 'jeugdige.naam': '   ' },
      { 'jeugdige.naam': 'Dit veld is leeg. Vul het in.' },
    ],
    ['een te lange naam', { ...goed, 'jeugdige.naam': lang }, { 'jeugdige.naam': 'hoogstens 200 tekens' }],
    [
      'een e-mailadres zonder apenstaart',
      { ...goed, 'aanmelder.email': 'robin' },
      { 'aanmelder.email': 'geldig e-mailadres' },
    ],
    [
      'een buitenlands nummer',
      { ...goed, 'aanmelder.telefoon': '+32 2 123 45 67' },
      { 'aanmelder.telefoon': 'Nederlands telefoonnummer' },
    ],
    ['geen keuze', zonder('vraag.sector'), { 'vraag.sector': 'Maak een keuze.' }],
    [
      'een keuze die niet bestaat',
      { ...goed, 'jeugdige.gemeente': 'atlantis' },
      { 'jeugdige.gemeente': 'Maak een keuze.' },
    ],
    [
      'geen ja en geen nee',
      zonder('risicotaxatie.onveiligheid'),
      { 'risicotaxatie.onveiligheid': 'Kies ja of nee.' },
    ],
    [
      'een dag die niet bestaat',
      { ...goed, 'jeugdige.geboorteDatum.dag': '31', 'jeugdige.geboorteDatum.maand': '2' },
      { 'jeugdige.geboorteDatum.dag': 'die bestaan' },
    ],
    [
      'geen datum',
      zonder('jeugdige.geboorteDatum.dag', 'jeugdige.geboorteDatum.maand', 'jeugdige.geboorteDatum.jaar'),
      { 'jeugdige.geboorteDatum.dag': 'die bestaan' },
    ],
    [
      'een maatregel zonder GI',
      { ...goed, 'jeugdige.gi': '' },
      { 'jeugdige.gi': 'Kies de gecertificeerde instelling' },
    ],
    [
      'buiten Haaglanden zonder naam',
      { ...goed, 'jeugdige.gemeente': 'buiten-haaglanden' },
      { 'jeugdige.gemeenteNaam': 'Vul de naam van de gemeente in' },
    ],
    [
      'een risicotaxatie zonder instrument',
      zonder('risicotaxatie.instrument'),
      { 'risicotaxatie.instrument': 'met welk instrument' },
    ],
    [
      'een aanbieder met een te lange naam',
      { ...goed, 'vraag.gevraagdeAanbieders': `Kompas\n${lang}` },
      { 'vraag.gevraagdeAanbieders': 'hoogstens 200 tekens' },
    ],
    [
      'een te lange tekst',
      { ...goed, 'vraag.plek': 'x'.repeat(10_001) },
      { 'vraag.plek': 'hoogstens 10.000 tekens' },
    ],
  ])('%s', async (geval, getypt, verwacht) => {
    const fouten = await foutenNa(getypt, `geval:${geval}`);
    expect(fouten).toEqual(
      Object.fromEntries(
        Object.entries(verwacht).map(([naam, tekst]) => [naam, expect.stringContaining(tekst)]),
      ),
    );
  });

  it('een leeg formulier noemt ieder veld dat het schema noemt, onder zijn eigen label', async () => {
    const fouten = await foutenNa({}, 'leeg');
    const { error } = aanmeldingSchema.safeParse({ kanaal: 'website', ...naarInvoer(aanmeldvelden, {}) });
    const paden = [...new Set(error?.issues.map(({ path }) => path.join('.')))];
    expect(paden.length).toBeGreaterThan(15);
    const verwacht = paden.map((pad) => (pad.endsWith('Datum') ? `${pad}.dag` : pad));
    expect(Object.keys(fouten).sort()).toEqual(verwacht.sort());
    for (const pad of paden) {
      const regel = pagina.locator(`#fouten a[href="#${veldId(pad)}"]`);
      expect(await regel.innerText()).toContain(`${labelVan(pad.split('.'), aanmeldingSchema)}: `);
    }
  });

  it('een veld dat niet bestaat, of twee keer komt, wordt geweigerd en met naam genoemd', async () => {
    for (const extra of [
      { schoenmaat: '38' },
      { 'jeugdige.bns': '1' },
      { 'jeugdige.naam': ['Sam', 'Kim'] },
    ]) {
      const antwoord = await verstuur(api, { ...goed, ...extra }, { adres: 'onbekend' });
      expect(antwoord.statusCode).toBe(400);
      await pagina.setContent(antwoord.body);
      expect(await pagina.locator('#fouten').innerText()).toContain(
        `${Object.keys(extra)[0]}: Dit veld hoort niet`,
      );
      expect(await pagina.locator('[name="jeugdige.bsn"]').inputValue()).toBe(goed['jeugdige.bsn']);
    }
  });
});
