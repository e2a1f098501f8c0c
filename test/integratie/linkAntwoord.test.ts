/**
 * An aanbieder without an account: from the e-mail, by way of the code in the SMS, to an answer that the traject knows
 * of. In a real browser without JavaScript.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { opent, startBrowser, verwachtToegankelijk } from '../support/browser.ts';
import { laatsteCode, maakBezoeker } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let browser: Browser;
let basis: string;
beforeAll(async () => {
  [op, browser] = await Promise.all([maakOpstelling({ tijd: 'echt' }), startBrowser()]);
  basis = await op.api.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await op.sluit();
});

/** A traject in which two aanbieders were asked; resolves with its kenmerk. */
async function vraagAanbieders(): Promise<string> {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  await op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01', 'aanbieder-02'],
    verslag: 'Besproken is <b>wat</b> al is geprobeerd.\n\nAfgesproken is dat twee aanbieders onderzoeken.',
  });
  return kenmerk;
}

/** The path of the link in the mail that asked an aanbieder. */
async function linkUitMail(kenmerk: string, aanbieder = 'aanbieder-01'): Promise<string> {
  const mail = await op.smtp.wachtOp(
    ({ subject, to }) =>
      subject === `Wilt u onderzoeken of u een aanbod kunt doen? (${kenmerk})` &&
      JSON.stringify(to).includes(`@${aanbieder}.`),
  );
  return new URL(/https?:\/\/\S+\/l\/[\w.-]+/.exec(mail.text ?? '')?.[0] ?? '').pathname;
}

/** Opens a link, asks a code and fills it in. */
async function ga(pad: string, javaScriptEnabled = false): Promise<Page> {
  const pagina = await opent(browser, `${basis}${pad}`, { javaScriptEnabled });
  await pagina.getByRole('button', { name: 'Stuur mij een code' }).click();
  await pagina.getByLabel('Code van zes cijfers').fill(laatsteCode(op.smtp));
  await pagina.getByRole('button', { name: 'Ga verder' }).click();
  return pagina;
}

const formulier = (pagina: Page, soort: string) => pagina.locator(`form[action$="/${soort}"]`);
const verstuur = (pagina: Page, soort: string) =>
  formulier(pagina, soort).getByRole('button', { name: 'Verstuur' }).click();
const antwoorden = (kenmerk: string) => op.db.invoer.findMany({ where: { kenmerk, rol: 'aanbieder' } });

describe('een aanbieder zonder account', () => {
  it('leest het verslag, bevestigt, laat iets weten en antwoordt; het traject weet het', async () => {
    const kenmerk = await vraagAanbieders();
    const pagina = await ga(await linkUitMail(kenmerk));
    expect(await pagina.locator('h1').textContent()).toBe(`Uw onderzoek voor ${kenmerk}`);
    expect(await pagina.locator('main').textContent()).toContain('Besproken is <b>wat</b> al is geprobeerd.');

    await verstuur(pagina, 'bevestiging');
    expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
    await pagina.getByRole('link', { name: 'Terug naar de pagina' }).click();
    await formulier(pagina, 'bevestiging').waitFor({ state: 'detached' });
    await pagina.getByLabel('Stand van zaken').fill('Wij praten & zoeken "verder".\nMorgen meer.');
    await verstuur(pagina, 'nieuws');
    await pagina.getByRole('link', { name: 'Terug naar de pagina' }).click();
    expect(await pagina.locator('main').innerText()).toContain('Wij praten & zoeken "verder".');

    await pagina.getByLabel('Een aanbod samen met andere aanbieders').check();
    await formulier(pagina, 'antwoord').getByRole('checkbox').nth(1).check();
    await formulier(pagina, 'antwoord').getByRole('checkbox').nth(2).check();
    await formulier(pagina, 'antwoord').getByLabel('Toelichting bij het antwoord').fill('Samen lukt het.');
    await verstuur(pagina, 'antwoord');
    expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
    await pagina.reload();
    expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
    await pagina.getByRole('link', { name: 'Terug naar de pagina' }).click();
    expect(await pagina.locator('h1').textContent()).toBe('Uw antwoord is binnen');

    const onderzoek = `onderzoek-${kenmerk}-aanbieder-01-r1`;
    expect(await antwoorden(kenmerk)).toMatchObject([
      { soort: 'bevestiging', wie: 'aanbieder-01-contact-1', onderzoekId: onderzoek },
      { soort: 'nieuws', vrijeTekst: { nieuws: 'Wij praten & zoeken "verder".\nMorgen meer.' } },
      { soort: 'antwoord', vrijeTekst: { toelichting: 'Samen lukt het.' } },
    ]);
    const stand = await op.onderzoek(onderzoek);
    expect(stand).toMatchObject({ status: 'beantwoord', antwoord: { antwoord: 'samenwerking' } });
    expect(stand.antwoord.metAanbieders).toHaveLength(2);
    await wachtTot(
      () => op.verhaal(kenmerk),
      (verhaal) => verhaal.filter((soort) => soort === 'onderzoek-gemeld').length > 0,
    );
  });

  it('ziet bij iedere fout wat er staat en wat eraan scheelt, en houdt alles wat is ingevuld', async () => {
    const kenmerk = await vraagAanbieders();
    const pagina = await ga(await linkUitMail(kenmerk), true);
    await verwachtToegankelijk(pagina);
    const antwoord = formulier(pagina, 'antwoord');
    const tekst = '<script>alert(1)</script> & "zo" \'is\' het 🦜';
    await antwoord.getByLabel('Een plek na een wachtlijst').check();
    await antwoord.getByLabel('Dag').fill('31');
    await antwoord.getByLabel('Maand').fill('2');
    await antwoord.getByLabel('Jaar').fill('2027');
    await antwoord.getByLabel('Toelichting bij het antwoord').fill(tekst);
    await verstuur(pagina, 'antwoord');

    expect(await pagina.title()).toMatch(/^Fout: /);
    const samenvatting = pagina.getByRole('alert');
    expect(await samenvatting.innerText()).toContain('Wachtlijst of meer tijd: tot welke datum');
    await samenvatting.getByRole('link').first().click();
    expect(await pagina.evaluate('document.activeElement.name')).toBe('antwoord.totDatum.dag');
    expect(await antwoord.getByLabel('Dag').inputValue()).toBe('31');
    expect(await antwoord.getByLabel('Jaar').inputValue()).toBe('2027');
    expect(await antwoord.getByLabel('Een plek na een wachtlijst').isChecked()).toBe(true);
    expect(await antwoord.getByLabel('Toelichting bij het antwoord').inputValue()).toBe(tekst);
    await verwachtToegankelijk(pagina);

    // A date that exists but cannot be right is told in the same way.
    await antwoord.getByLabel('Dag').fill('1');
    await antwoord.getByLabel('Jaar').fill('2020');
    await verstuur(pagina, 'antwoord');
    expect(await pagina.locator('#veld-antwoord-totDatum-fout').textContent()).toContain('al voorbij');
    expect(await antwoorden(kenmerk)).toEqual([]);

    await antwoord.getByLabel('Jaar').fill('2027');
    await verstuur(pagina, 'antwoord');
    expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
    expect(await antwoorden(kenmerk)).toMatchObject([
      { codes: { antwoord: 'wachtlijst', totDatum: '2027-02-01' }, vrijeTekst: { toelichting: tekst } },
    ]);
  });

  it('ziet toegankelijke pagina’s vóór de code, met een foute code en na het versturen', async () => {
    const kenmerk = await vraagAanbieders();
    const pad = await linkUitMail(kenmerk);
    const pagina = await opent(browser, `${basis}${pad}`);
    await verwachtToegankelijk(pagina);
    await pagina.getByRole('button', { name: 'Stuur mij een code' }).click();
    await verwachtToegankelijk(pagina);
    await pagina.getByLabel('Code van zes cijfers').fill('12');
    await pagina.getByRole('button', { name: 'Ga verder' }).click();
    expect(await pagina.getByRole('alert').innerText()).toContain('Vul de zes cijfers');
    await verwachtToegankelijk(pagina);
    await pagina.getByLabel('Code van zes cijfers').fill(laatsteCode(op.smtp));
    await pagina.getByRole('button', { name: 'Ga verder' }).click();
    await verstuur(pagina, 'bevestiging');
    await verwachtToegankelijk(pagina);
    await pagina.goto(`${basis}/l/kapot`);
    await verwachtToegankelijk(pagina);
  });

  it('verliest niets als de toegang intussen voorbij was', async () => {
    const kenmerk = await vraagAanbieders();
    const pagina = await ga(await linkUitMail(kenmerk));
    await pagina.getByLabel('Stand van zaken').fill('Een lang verhaal, met <tekens> & "quotes".');
    await op.db.linksessie.deleteMany();
    await verstuur(pagina, 'nieuws');
    expect(await pagina.locator('main').innerText()).toContain('Wat u invulde, is er nog');
    await pagina.getByRole('button', { name: 'Stuur mij een' }).click();
    await pagina.getByLabel('Code van zes cijfers').fill('000');
    await pagina.getByRole('button', { name: 'Ga verder' }).click();
    await pagina.getByLabel('Code van zes cijfers').fill(laatsteCode(op.smtp));
    await pagina.getByRole('button', { name: 'Ga verder' }).click();
    expect(await pagina.getByLabel('Stand van zaken').inputValue()).toBe(
      'Een lang verhaal, met <tekens> & "quotes".',
    );
    await verstuur(pagina, 'nieuws');
    expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
    expect(await antwoorden(kenmerk)).toMatchObject([{ soort: 'nieuws' }]);
  });
});

describe('de weg van een formulier', () => {
  const sleutelIn = (html: string, soort: string) =>
    new RegExp(`/${soort}"[^>]*>.*?name="sleutel" value="([^"]+)"`, 's').exec(html)?.[1] ?? '';

  async function binnen(kenmerk: string, aanbieder = 'aanbieder-01') {
    const bezoeker = maakBezoeker(op.api);
    const pad = await linkUitMail(kenmerk, aanbieder);
    await bezoeker.stuur(`${pad}/code`);
    const { koekje = '' } = await bezoeker.stuur(`${pad}/toegang`, { code: laatsteCode(op.smtp) });
    return { bezoeker, pad, koekje };
  }

  it('twee keer versturen, ook tegelijk, is één besluit', async () => {
    const kenmerk = await vraagAanbieders();
    const { bezoeker, pad, koekje } = await binnen(kenmerk);
    const sleutel = sleutelIn((await bezoeker.open(pad, koekje)).tekst, 'nieuws');
    const velden = { sleutel, 'nieuws.nieuws': 'Eén keer.' };
    const stuur = () => bezoeker.stuur(`${pad}/nieuws`, velden, koekje);
    const samen = [...(await Promise.all([stuur(), stuur(), stuur()])), await stuur()];
    expect(samen.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(new Set(samen.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await antwoorden(kenmerk)).toHaveLength(1);

    const anders = await bezoeker.stuur(`${pad}/nieuws`, { ...velden, 'nieuws.nieuws': 'Nog iets.' }, koekje);
    expect(anders.status).toBe(409);
    expect(anders.tekst).toContain('U heeft dit formulier al een keer verstuurd');
    expect(anders.tekst).toContain('Nog iets.');
    const nieuw = sleutelIn(anders.tekst, 'nieuws');
    expect(nieuw).not.toBe(sleutel);
    await bezoeker.stuur(`${pad}/nieuws`, { sleutel: nieuw, 'nieuws.nieuws': 'Nog iets.' }, koekje);
    expect(await antwoorden(kenmerk)).toHaveLength(2);
  });

  it('een onbekend veld, een ontbrekende sleutel en een onbekend besluit veranderen niets', async () => {
    const kenmerk = await vraagAanbieders();
    const { bezoeker, pad, koekje } = await binnen(kenmerk);
    const sleutel = sleutelIn((await bezoeker.open(pad, koekje)).tekst, 'nieuws');
    const nieuws = { 'nieuws.nieuws': 'Iets.' };
    const stuur = (soort: string, velden: Record<string, string>) =>
      bezoeker.stuur(`${pad}/${soort}`, velden, koekje);
    expect(await stuur('nieuws', { ...nieuws, sleutel, 'nieuws.extra': 'x' })).toMatchObject({
      status: 400,
      tekst: expect.stringContaining('Dit veld kennen wij niet'),
    });
    expect((await stuur('nieuws', nieuws)).status).toBe(400);
    expect((await stuur('keuze', { sleutel })).status).toBe(404);
    expect((await stuur('constructor', { sleutel })).status).toBe(404);
    expect((await stuur('nieuws', { sleutel, 'nieuws.nieuws': 'x'.repeat(2_000_000) })).status).toBe(413);
    expect(await antwoorden(kenmerk)).toEqual([]);
  });

  it('wat nu niet kan wordt geweigerd, met de reden en wat was ingevuld', async () => {
    const kenmerk = await vraagAanbieders();
    const { bezoeker, pad, koekje } = await binnen(kenmerk);
    const { tekst } = await bezoeker.open(pad, koekje);
    await bezoeker.stuur(`${pad}/bevestiging`, { sleutel: sleutelIn(tekst, 'bevestiging') }, koekje);
    const nogEens = await bezoeker.stuur(
      `${pad}/bevestiging`,
      { sleutel: sleutelIn(tekst, 'antwoord'), 'bevestiging.toelichting': 'Dubbel.' },
      koekje,
    );
    expect(nogEens.status).toBe(409);
    expect(nogEens.tekst).toContain('Dit onderzoek is al bevestigd.');
    expect(nogEens.tekst).toContain('Dubbel.</textarea>');
  });

  it('wie de bevestiging van een ander opent, krijgt niets te zien', async () => {
    const kenmerk = await vraagAanbieders();
    const een = await binnen(kenmerk);
    const ander = await binnen(kenmerk, 'aanbieder-02');
    const sleutel = sleutelIn((await een.bezoeker.open(een.pad, een.koekje)).tekst, 'nieuws');
    const velden = { sleutel, 'nieuws.nieuws': 'Van de eerste.' };
    const { headers } = await een.bezoeker.stuur(`${een.pad}/nieuws`, velden, een.koekje);
    const ontvangen = String(headers.location);
    expect((await een.bezoeker.open(ontvangen, een.koekje)).status).toBe(200);
    expect((await ander.bezoeker.open(ontvangen, ander.koekje)).tekst).toContain('Stuur mij een code');
    const overgezet = ontvangen.replace(een.pad, ander.pad);
    expect((await ander.bezoeker.open(overgezet, ander.koekje)).status).toBe(404);
  });

  it('na een intrekking is het antwoord niet meer nodig', async () => {
    const kenmerk = await vraagAanbieders();
    const { bezoeker, pad, koekje } = await binnen(kenmerk);
    const sleutel = sleutelIn((await bezoeker.open(pad, koekje)).tekst, 'antwoord');
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await wachtTot(
      () => op.onderzoek(`onderzoek-${kenmerk}-aanbieder-01-r1`),
      ({ status }) => status === 'vervallen',
    );
    const antwoord = await bezoeker.stuur(
      `${pad}/antwoord`,
      { sleutel, 'antwoord.antwoord': 'aanbod' },
      koekje,
    );
    expect(antwoord.status).toBe(410);
    expect(antwoord.tekst).toContain('Uw antwoord is niet meer nodig');
    expect(await antwoorden(kenmerk)).toEqual([]);
  });

  it('wie als contact wordt vervangen, komt er niet meer in; een ander nummer is dezelfde persoon', async () => {
    const kenmerk = await vraagAanbieders();
    const { bezoeker, pad, koekje } = await binnen(kenmerk, 'aanbieder-02');
    const { inhoud: contacten } = await op.vraag('GET', '/v1/aanbieders/aanbieder-02/contacten');
    const wijzig = (contact: object) =>
      op.vraag('PUT', '/v1/aanbieders/aanbieder-02/contacten', {
        ...contacten,
        contact: { ...contacten.contact, ...contact },
      });
    expect((await wijzig({ telefoon: '070 030 0003' })).status).toBe(200);
    expect((await bezoeker.open(pad, koekje)).tekst).toContain('Uw onderzoek voor');
    expect((await wijzig({ naam: 'Iemand Anders', email: 'anders@aanbieder-02.example' })).status).toBe(200);
    expect((await bezoeker.open(pad, koekje)).status).toBe(410);
    expect((await bezoeker.stuur(`${pad}/bevestiging`, {}, koekje)).status).toBe(410);
  });
});
