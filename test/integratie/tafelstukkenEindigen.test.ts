/** When the access of a tafellid to the stukken ends: at the verslag for who does not investigate, for the others later. */
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';
import { bezoek, mailAan, padIn, postvakVan } from '../support/stukkenLinks.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';

let op: Opstelling;
let wie: ReturnType<typeof bezoek>;
let datum: string;
let kenmerk: string;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  wie = bezoek(op);
  datum = await werkdagOver(op, 9);
  await planTafel(op, datum);
  kenmerk = await opAgenda(op, datum);
  await stuurStuk(op, kenmerk);
  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
});
afterAll(() => op?.sluit());

const tafelLink = async (aanbieder: string) =>
  padIn(await mailAan(op, postvakVan(aanbieder), 'Uitnodiging', datum));
const onderzoekMail = (aanbieder: string): Promise<ParsedMail> =>
  mailAan(op, postvakVan(aanbieder), 'Wilt u onderzoeken', kenmerk);

/** Whether a link shows the stuk to who gives the code; a closed link gives no code. */
async function toontStuk(pad: string): Promise<boolean> {
  const { status, tekst } = await wie.open(pad);
  if (status !== 200 || !tekst.includes('Stuur mij een code')) {
    expect(tekst).not.toContain('plan.pdf');
    return false;
  }
  const koekje = await wie.krijgToegang(pad);
  return (await wie.open(pad, koekje)).tekst.includes('plan.pdf');
}

describe('de link van een tafellid naar de stukken', () => {
  it('werkt tot het verslag is gedeeld; daarna alleen voor wie onderzoekt', async () => {
    const links = {
      'aanbieder-01': await tafelLink('aanbieder-01'),
      'aanbieder-02': await tafelLink('aanbieder-02'),
      'aanbieder-03': await tafelLink('aanbieder-03'),
    };
    for (const pad of Object.values(links)) expect(await toontStuk(pad)).toBe(true);
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).eindTijdstip) + 60_000);
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      verslag: 'Twee aanbieders onderzoeken.',
    });
    expect(await toontStuk(links['aanbieder-01'])).toBe(true);
    expect(await toontStuk(links['aanbieder-02'])).toBe(true);
    expect(await toontStuk(links['aanbieder-03'])).toBe(false);
    const dicht = await wie.open(links['aanbieder-03']);
    expect(dicht.status).toBe(410);
    expect(dicht.tekst).toContain('Er zijn geen stukken meer om te lezen');

    // The page of the onderzoek has them too, with a button.
    const eigen = padIn(await onderzoekMail('aanbieder-01'));
    const koekje = await wie.krijgToegang(eigen);
    const { tekst } = await wie.open(eigen, koekje);
    expect(tekst).toContain('Twee aanbieders onderzoeken.');
    expect((await wie.openEersteStuk(tekst, koekje)).status).toBe(200);
    expect(await op.db.stukInzage.count({ where: { wie: 'aanbieder-01-contact-1' } })).toBe(1);

    // Who has answered has nothing to look into any more.
    await op.aanbiederZegt(onderzoeken[0], 'antwoord', {
      antwoord: 'afwijzing',
      afwijzingReden: 'geen-plek',
    });
    for (const pad of [eigen, links['aanbieder-01']]) expect(await toontStuk(pad)).toBe(false);
    const inzagen = await op.db.stukInzage.count();
    expect((await wie.openEersteStuk(tekst, koekje)).bytes.toString('latin1')).not.toContain('%PDF');
    expect(await op.db.stukInzage.count()).toBe(inzagen);

    // And at the end of the traject nobody has.
    const ander = padIn(await onderzoekMail('aanbieder-02'));
    expect(await toontStuk(ander)).toBe(true);
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    for (const pad of [ander, links['aanbieder-02']]) expect(await toontStuk(pad)).toBe(false);
    expect((await wie.open(ander)).tekst).toContain('Uw antwoord is niet meer nodig');
  });
});
