import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aanmeldingVoorbeeld } from '../../api/voorbeelden.ts';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { opent, startBrowser } from '../support/browser.ts';
import { getyptVoor, verstuur, vulIn } from '../support/formulier.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let browser: Browser;
let adres: string;
beforeAll(async () => {
  [op, browser] = await Promise.all([maakOpstelling({ tijd: 'echt' }), startBrowser()]);
  adres = await op.api.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => Promise.all([op.sluit(), browser.close()]));

/** Fills the form in as a person does, in a browser without JavaScript, and sends it. */
async function meldAanInBrowser(aanmelding: Aanmelding): Promise<Page> {
  const pagina = await opent(browser, `${adres}/`, { javaScriptEnabled: false });
  await pagina.getByRole('link', { name: 'Meld een jeugdige aan' }).click();
  await vulIn(pagina, getyptVoor(aanmelding));
  await pagina.getByRole('button', { name: 'Verstuur de aanmelding' }).click();
  return pagina;
}

const kenmerkUit = (pagina: Page) => /ZL-\d{4}-\d{4,}$/.exec(pagina.url())?.[0] ?? '';
const aantal = () => op.db.aanmelding.count();

describe('aanmelden met het formulier', () => {
  it('van de startpagina tot het kenmerk, zonder JavaScript: bewaard zoals getypt, en het traject loopt', async () => {
    const pagina = await meldAanInBrowser(aanmeldingVoorbeeld);
    const kenmerk = kenmerkUit(pagina);
    expect(pagina.url()).toBe(`${adres}/aanmelden/ontvangen/${kenmerk}`);
    expect(await pagina.locator('main').innerText()).toContain(kenmerk);
    await pagina.context().close();

    const { bsn, ...jeugdige } = aanmeldingVoorbeeld.jeugdige;
    const gelezen = await op.vraag('GET', `/v1/aanmeldingen/${kenmerk}`);
    expect(gelezen.inhoud.aanmelding).toEqual({
      ...aanmeldingVoorbeeld,
      jeugdige: { ...jeugdige, bsn: `*******${bsn.slice(-2)}` },
    });
    expect((await op.trajectWorkflow(kenmerk).describe()).status.name).toBe('RUNNING');
    const rij = await op.db.auditRegel.findFirstOrThrow({ where: { kenmerk, wat: 'aangemeld' } });
    expect(rij).toMatchObject({ rol: 'aanmelder', wie: expect.stringMatching(/^formulier-[0-9a-f-]{36}$/) });
    const [mail] = await wachtTot(
      () =>
        op
          .mails(kenmerk)
          .filter(({ to }) => JSON.stringify(to).includes(aanmeldingVoorbeeld.aanmelder.email)),
      (mails) => mails.length > 0,
    );
    expect(JSON.stringify(mail)).not.toContain(aanmeldingVoorbeeld.jeugdige.naam);
  });

  it('een leeftijd die niet past staat bij de geboortedatum, met al het andere er nog, en is na verbeteren goed', async () => {
    const eerder = await aantal();
    const { jeugdige } = aanmeldingVoorbeeld;
    const pagina = await meldAanInBrowser({
      ...aanmeldingVoorbeeld,
      jeugdige: { ...jeugdige, geboorteDatum: '1990-04-23' },
    });
    expect(await pagina.title()).toMatch(/^Fout: /);
    expect(await pagina.locator('#veld-jeugdige-geboorteDatum-fout').innerText()).toContain(
      '18 jaar of ouder',
    );
    expect(await pagina.locator('[name="jeugdige.bsn"]').inputValue()).toBe(jeugdige.bsn);
    expect(await aantal()).toBe(eerder);
    await pagina.fill('[name="jeugdige.geboorteDatum.jaar"]', '2016');
    await pagina.getByRole('button').click();
    expect(kenmerkUit(pagina)).not.toBe('');
    expect(await aantal()).toBe(eerder + 1);
    await pagina.context().close();
  });

  it('twee keer klikken is één aanmelding, ook tegelijk', async () => {
    const eerder = await aantal();
    const sleutel = '0192f0c1-7d4e-4c3a-9a51-000000000001';
    const antwoorden = await Promise.all(
      Array.from({ length: 5 }, () => verstuur(op.api, getyptVoor(aanmeldingVoorbeeld), { sleutel })),
    );
    expect(antwoorden.map(({ statusCode }) => statusCode)).toEqual(Array(5).fill(303));
    expect(new Set(antwoorden.map(({ headers }) => headers.location)).size).toBe(1);
    expect(await aantal()).toBe(eerder + 1);
  });

  it('hetzelfde formulier met andere antwoorden is geen tweede aanmelding, tot iemand dat bevestigt', async () => {
    const sleutel = '0192f0c1-7d4e-4c3a-9a51-000000000002';
    await verstuur(op.api, getyptVoor(aanmeldingVoorbeeld), { sleutel });
    const eerder = await aantal();
    const anders = getyptVoor({ ...aanmeldingVoorbeeld, complexiteit: 'zeer-complex' });
    const antwoord = await verstuur(op.api, anders, { sleutel });
    expect(antwoord.statusCode).toBe(409);
    expect(antwoord.body).toContain('U verstuurde dit formulier al');
    expect(await aantal()).toBe(eerder);
    const nieuw = /name="sleutel" value="([^"]+)"/.exec(antwoord.body)?.[1] ?? '';
    expect(nieuw).not.toBe(sleutel);
    expect((await verstuur(op.api, anders, { sleutel: nieuw })).statusCode).toBe(303);
    expect(await aantal()).toBe(eerder + 1);
  });

  it('zonder sleutel, of met een die niet van het formulier is, wordt niets bewaard', async () => {
    const eerder = await aantal();
    for (const sleutel of ['', 'verzonnen', "' OR 1=1"]) {
      const antwoord = await verstuur(op.api, getyptVoor(aanmeldingVoorbeeld), { sleutel });
      expect(antwoord.statusCode).toBe(400);
      expect(antwoord.body).toContain('Verstuur het nog eens');
    }
    expect(await aantal()).toBe(eerder);
  });

  it('de bevestiging is dezelfde, of het kenmerk bestaat of niet', async () => {
    const bestaat = await op.meldAan();
    const pagina = async (kenmerk: string) =>
      (await op.api.inject({ url: `/aanmelden/ontvangen/${kenmerk}` })).body.replaceAll(kenmerk, 'KENMERK');
    expect(await pagina('ZL-2099-9999')).toBe(await pagina(bestaat));
  });
});

describe('aanmelden in een crisis', () => {
  it('zegt meteen om het CIT te bellen, en bewaart de aanmelding als crisis', async () => {
    const pagina = await meldAanInBrowser({ ...aanmeldingVoorbeeld, crisis: true });
    const kenmerk = kenmerkUit(pagina);
    expect(pagina.url()).toBe(`${adres}/aanmelden/crisis/${kenmerk}`);
    const [opdracht] = await pagina.getByRole('alert').allInnerTexts();
    expect(opdracht).toContain('Bel nu het Crisis Interventie Team (CIT): 070 000 00 00 (voorbeeldnummer)');
    const { inhoud } = await op.db.aanmelding.findUniqueOrThrow({ where: { kenmerk } });
    expect(inhoud).toMatchObject({ crisis: true });
    // The traject is closed: nobody reads it for the intake.
    const tekst = await pagina.locator('main').innerText();
    expect(tekst).toContain('het traject is meteen afgesloten');
    for (const intake of ['leest uw aanmelding', 'leest haar', 'Mist er informatie'])
      expect(tekst).not.toContain(intake);
    await pagina.context().close();
  });

  it('noemt het antwoord van de API het CIT, en anders niet', async () => {
    const meldAan = (aanmelding: Aanmelding) =>
      op.vraag('POST', '/v1/aanmeldingen', aanmelding, { rol: 'aanmelder' });
    const { status, inhoud } = await meldAan({ ...aanmeldingVoorbeeld, crisis: true });
    expect(status).toBe(201);
    expect(inhoud.crisis).toEqual({
      melding: expect.stringContaining('Bel nu het Crisis Interventie Team (CIT)'),
      naam: 'Crisis Interventie Team (CIT)',
      telefoon: '070 000 00 00 (voorbeeldnummer)',
      pagina: 'https://cit.zorglogistiek.example/voorbeeld',
    });
    expect((await meldAan(aanmeldingVoorbeeld)).inhoud).not.toHaveProperty('crisis');
    expect((await meldAan({ ...aanmeldingVoorbeeld, crisis: false })).inhoud).not.toHaveProperty('crisis');
  });
});
