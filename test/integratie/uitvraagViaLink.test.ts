/** An aanbieder without an account answers an uitvraag: from the e-mail to the figures. In a real browser without JavaScript. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wieWachtZin } from '../../domain/rapport/definities.ts';
import { opent, startBrowser, verwachtToegankelijk } from '../support/browser.ts';
import { laatsteCode } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoord, beginExtra, beginKwartaal, leesCijfers, leesUitvraag, rij } from '../support/uitvragen.ts';

let op: Opstelling;
let browser: Browser;
let basis: string;
beforeAll(async () => {
  [op, browser] = await Promise.all([
    maakOpstelling({ tijd: 'echt', instellingen: { ZL_UITVRAAG_PER_MINUUT: '200' } }),
    startBrowser(),
  ]);
  basis = await op.api.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await op.sluit();
});

/** The path of the link in the mail to an aanbieder. */
async function linkUitMail(code: string, aanbieder: string): Promise<string> {
  const mail = await op.smtp.wachtOp(
    ({ subject, to }) =>
      subject === `Hoeveel jeugdigen wachten bij u? (uitvraag-${code})` &&
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

const verstuur = (pagina: Page) => pagina.getByRole('button', { name: 'Verstuur' }).click();
const veld = (pagina: Page, naam: string) => pagina.locator(`[name="antwoord.${naam}"]`);

describe('een aanbieder zonder account', () => {
  it('vult de aantallen van een kwartaal in, ziet bij een fout wat eraan scheelt, en telt mee', async () => {
    const code = await beginKwartaal(op);
    const pagina = await ga(await linkUitMail(code, 'aanbieder-01'), true);
    expect(await pagina.locator('h1').textContent()).toBe('Hoeveel jeugdigen wachten bij u?');
    expect(await pagina.locator('main').innerText()).toContain('Nog geen antwoord');
    expect(await pagina.locator('main').innerText()).toContain(wieWachtZin);
    await verwachtToegankelijk(pagina);

    // Nothing about who waits is no answer; what was typed stays.
    await veld(pagina, 'weken-kdc').fill('40');
    await verstuur(pagina);
    expect(await pagina.locator('#veld-antwoord-niemand-fout').textContent()).toContain(
      'vink aan dat er niemand wachtte',
    );
    expect(await veld(pagina, 'weken-kdc').inputValue()).toBe('40');
    expect(await op.db.uitvraagAntwoord.count()).toBe(0);

    await veld(pagina, 'lvb-ambulant-wachtend').fill('12');
    await veld(pagina, 'lvb-ambulant-drieMaanden').fill('13');
    await veld(pagina, 'mix-verblijf-wachtend').fill('-3');
    await veld(pagina, 'weken-kdc').fill('een jaar');
    await verstuur(pagina);
    expect(await pagina.title()).toMatch(/^Fout: /);
    expect(await pagina.locator('#veld-antwoord-mix-verblijf-wachtend-fout').textContent()).toContain(
      'heel getal van 0 tot en met 9.999',
    );
    expect(await pagina.locator('#veld-antwoord-weken-kdc-fout').textContent()).toContain('heel getal');
    expect(await veld(pagina, 'weken-kdc').inputValue()).toBe('een jaar');
    await verwachtToegankelijk(pagina);

    await veld(pagina, 'mix-verblijf-wachtend').fill('3');
    await veld(pagina, 'weken-kdc').fill('52');
    await verstuur(pagina);
    expect(await pagina.locator('#veld-antwoord-lvb-ambulant-drieMaanden-fout').textContent()).toContain(
      'meer dan er wachten (12)',
    );
    await veld(pagina, 'lvb-ambulant-drieMaanden').fill('4');
    await pagina.getByLabel('Er is te weinig personeel').check();
    await verstuur(pagina);
    expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
    expect((await leesCijfers(op, code)).kwartaal).toMatchObject({
      geantwoord: 1,
      totaal: { wachtend: 15, drieMaanden: 4 },
    });
    expect(await op.db.invoer.findFirst({ where: { soort: 'antwoord' } })).toMatchObject({
      wie: 'aanbieder-01-contact-1',
      rol: 'aanbieder',
      codes: { aanbieder: 'aanbieder-01' },
    });

    expect(await pagina.locator('main').innerText()).toContain('het laatste antwoord telt');
    await pagina.context().close();
  });

  it('ziet terug wat de organisatie antwoordde, verbetert één getal, en de rest telt door', async () => {
    const code = await beginKwartaal(op);
    const eerder = {
      wachtenden: [rij(8, { drieMaanden: 3, overbrugging: 2 })],
      oorzaken: ['triage'],
      wachttijden: [{ zorgsoort: 'kdc', weken: 52 }],
    };
    // Somebody else of the organisation, with a token.
    expect((await antwoord(op, code, 'aanbieder-03', eerder)).status).toBe(200);
    const pagina = await ga(await linkUitMail(code, 'aanbieder-03'));
    expect(await pagina.locator('main').innerText()).toContain('Laatste antwoord van uw organisatie');
    expect(await pagina.locator('main').innerText()).not.toContain('Nog geen antwoord');
    const getallen = ['lvb-ambulant-wachtend', 'lvb-ambulant-drieMaanden', 'lvb-ambulant-overbrugging'];
    for (const [plaats, getal] of ['8', '3', '2'].entries())
      expect(await veld(pagina, getallen[plaats] ?? '').inputValue()).toBe(getal);
    expect(await veld(pagina, 'lvb-verblijf-wachtend').inputValue()).toBe('');
    expect(await pagina.getByLabel('De analyse of triage').isChecked()).toBe(true);
    await veld(pagina, 'weken-kdc').fill('60');
    await verstuur(pagina);
    const tellend = async () =>
      (
        await op.db.uitvraagAntwoord.findFirstOrThrow({
          where: { uitvraag: code, aanbieder: 'aanbieder-03' },
          orderBy: { versie: 'desc' },
        })
      ).inhoud;
    expect(await tellend()).toMatchObject({ ...eerder, wachttijden: [{ zorgsoort: 'kdc', weken: 60 }] });

    // Emptied, it has to be said that nobody waits.
    await pagina.getByRole('link', { name: 'Terug naar de pagina' }).click();
    for (const naam of getallen) await veld(pagina, naam).fill('');
    await verstuur(pagina);
    expect(await pagina.locator('#veld-antwoord-niemand-fout').textContent()).toContain('niemand wachtte');
    expect(await veld(pagina, 'lvb-ambulant-wachtend').inputValue()).toBe('');
    expect(await veld(pagina, 'weken-kdc').inputValue()).toBe('60');
    await veld(pagina, 'niemand').check();
    await verstuur(pagina);
    expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
    expect(await tellend()).toMatchObject({
      wachtenden: [],
      wachttijden: [{ zorgsoort: 'kdc', weken: 60 }],
    });
    await pagina.getByRole('link', { name: 'Terug naar de pagina' }).click();
    expect(await veld(pagina, 'niemand').isChecked()).toBe(true);
    await pagina.context().close();
  });

  it('plakt de jeugdigen van een extra uitvraag in regels, zonder JavaScript', async () => {
    const code = await beginExtra(op, await op.datum(0), ['aanbieder-01', 'aanbieder-02']);
    const pad = await linkUitMail(code, 'aanbieder-01');
    const pagina = await ga(pad);
    await verstuur(pagina);
    expect(await pagina.locator('#veld-antwoord-regels-fout').textContent()).toContain('niemand wachtte');
    await veld(pagina, 'regels').fill('999990019; Behandelgroep; Verblijf; Delft; 1-9-2024\n123; kdc');
    await verstuur(pagina);
    expect(await pagina.locator('#veld-antwoord-regels-fout').textContent()).toContain('Regel 2');
    // Who began to wait after the peildatum is refused at the field itself, by its line.
    await veld(pagina, 'regels').fill('\n999990019; Behandelgroep; Verblijf; Delft; 1-9-2124');
    await verstuur(pagina);
    expect(await pagina.locator('#veld-antwoord-regels-fout').textContent()).toContain(
      'Regel 2, Wacht sinds: Deze dag ligt na de peildatum',
    );
    await veld(pagina, 'regels').fill('999990019; Behandelgroep; Verblijf; Delft; 1-9-2024');
    await verstuur(pagina);
    expect(await pagina.locator('h1').textContent()).toBe('Uw bericht is ontvangen');
    expect((await leesCijfers(op, code)).extra).toMatchObject({ jeugdigen: 1, geantwoord: 1 });
    expect(await leesUitvraag(op, code)).toMatchObject({ gevraagd: 2, geantwoord: 1 });
    await pagina.getByRole('link', { name: 'Terug naar de pagina' }).click();
    expect(await pagina.locator('main').innerText()).toContain('Uw organisatie noemde één jeugdige.');
    expect(await veld(pagina, 'regels').inputValue()).toBe('');
    const metScript = await ga(await linkUitMail(code, 'aanbieder-02'), true);
    await verwachtToegankelijk(metScript);
  });

  it('leest na het sluiten dat het niet meer kan en wat wel, en na het afronden dat er niets meer kan', async () => {
    const code = await beginKwartaal(op);
    const ander = await linkUitMail(code, 'aanbieder-02');
    await op.db.uitvraag.update({ where: { code }, data: { status: 'gesloten' } });
    const dicht = await opent(browser, `${basis}${ander}`);
    expect(await dicht.locator('h1').textContent()).toBe('Deze uitvraag is gesloten');
    expect(await dicht.locator('main').innerText()).toContain('Vraag de coördinator');
    await verwachtToegankelijk(dicht);

    await op.db.uitvraag.update({ where: { code }, data: { status: 'afgerond' } });
    await dicht.reload();
    expect(await dicht.locator('h1').textContent()).toBe('Deze uitvraag is afgerond');
    expect(await dicht.locator('main').innerText()).toContain('in de volgende uitvraag');
    expect(await dicht.locator('main').innerText()).not.toContain('opnieuw te openen');
  });
});
