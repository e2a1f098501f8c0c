/** Every way in which a link leads nowhere: a friendly page, no code, no access, and nothing is decided. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { maakLinkzegel, trekLinksIn } from '../../infra/links.ts';
import { type Linkopstelling, maakLinkopstelling } from '../support/links.ts';

let op: Linkopstelling;
const opstellingen: Linkopstelling[] = [];
beforeEach(async () => {
  op = await maakLinkopstelling();
  opstellingen.push(op);
});
afterAll(() => Promise.all(opstellingen.map((een) => een.sluit())));

const dag = 24 * 60 * 60 * 1000;

/** All that can be done with a link gives the same page. */
async function isDicht(pad: string, status: number, titel: string, koekje?: string): Promise<void> {
  const voor = [await op.db.eenmaalcode.count(), await op.db.invoer.count(), op.smtp.berichten.length];
  for (const antwoord of [
    await op.open(pad),
    await op.open(pad, koekje),
    await op.stuur(`${pad}/code`),
    await op.stuur(`${pad}/toegang`, { code: '123456' }),
    await op.stuur(`${pad}/antwoord`, { 'antwoord.antwoord': 'aanbod' }, koekje),
  ]) {
    expect(antwoord.status).toBe(status);
    expect(antwoord.tekst).toContain(`<h1 class="nl-heading nl-heading--level-1">${titel}</h1>`);
    expect(antwoord.tekst).not.toContain('papegaai');
    expect(antwoord.koekje).toBeUndefined();
  }
  expect([await op.db.eenmaalcode.count(), await op.db.invoer.count(), op.smtp.berichten.length]).toEqual(
    voor,
  );
}

describe('een link', () => {
  it('die niemand heeft gemaakt', async () => {
    const [id = '', zegel = ''] = (await op.link()).slice(3).split('.');
    const vreemd = maakLinkzegel(Buffer.alloc(32, 99)).token('0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10');
    const onbekend = op.zegel.token('0192f0c1-7d4e-7c3a-9a51-2f5d0c3b7e10');
    for (const token of ['x', id, `${id}.`, `${id}.${zegel.slice(1)}`, `${zegel}.${id}`, vreemd, onbekend])
      await isDicht(`/l/${token}`, 404, 'Deze link werkt niet');
  });

  it('die is verlopen; een nieuwe e-mail maakt haar weer dertig dagen geldig', async () => {
    const pad = await op.link();
    op.verstrijk(30 * dag - 1);
    const koekje = await op.krijgToegang(pad);
    op.verstrijk(1);
    await isDicht(pad, 410, 'Deze link is verlopen', koekje);
    expect(await op.link()).toBe(pad);
    expect((await op.open(pad)).status).toBe(200);
  });

  it('die is ingetrokken, ook voor wie al binnen was; daarna komt er een andere', async () => {
    const pad = await op.link();
    const koekje = await op.krijgToegang(pad);
    await trekLinksIn(op.db, { doel: 'onderzoek', onderwerp: op.onderzoek }, op.nu());
    await isDicht(pad, 410, 'Deze link werkt niet meer', koekje);
    const nieuw = await op.link();
    expect(nieuw).not.toBe(pad);
    expect((await op.open(nieuw)).status).toBe(200);
  });

  it('van wie geen contact meer is', async () => {
    const pad = await op.link({ geadresseerde: 'aanbieder-01-contact-2' });
    const koekje = await op.krijgToegang(pad);
    await op.db.contact.delete({ where: { code: 'aanbieder-01-contact-2' } });
    await isDicht(pad, 404, 'Deze link werkt niet', koekje);
  });

  it('voor een contact van een andere aanbieder', async () => {
    const pad = await op.link({ geadresseerde: 'aanbieder-02-contact-1' });
    await isDicht(pad, 404, 'Deze link werkt niet');
  });

  it('naar een onderzoek dat al is beantwoord', async () => {
    const pad = await op.link();
    const koekje = await op.krijgToegang(pad);
    await op.db.onderzoek.update({
      where: { id: op.onderzoek },
      data: { status: 'beantwoord', antwoord: { antwoord: 'aanbod' } },
    });
    await isDicht(pad, 200, 'Uw antwoord is binnen', koekje);
  });

  it('naar een onderzoek dat is vervallen, bijvoorbeeld na een intrekking', async () => {
    const pad = await op.link();
    const koekje = await op.krijgToegang(pad);
    await op.db.onderzoek.update({ where: { id: op.onderzoek }, data: { status: 'vervallen' } });
    await isDicht(pad, 410, 'Uw antwoord is niet meer nodig', koekje);
  });

  it('van de aanmelder, naar een traject dat is afgesloten', async () => {
    const pad = await op.link({ doel: 'informatie', onderwerp: op.kenmerk, geadresseerde: 'aanmelder' });
    const koekje = await op.krijgToegang(pad);
    const { toestand } = await op.db.traject.findUniqueOrThrow({ where: { kenmerk: op.kenmerk } });
    await op.db.traject.update({
      where: { kenmerk: op.kenmerk },
      data: {
        fase: 'afgesloten',
        uitkomst: 'ingetrokken',
        toestand: { ...(toestand as object), fase: 'afgesloten', uitkomst: 'ingetrokken' },
      },
    });
    await isDicht(pad, 410, 'De aanmelding is ingetrokken', koekje);
    // The onderzoek of an aanbieder is not asked either once the traject is closed.
    await isDicht(await op.link(), 410, 'Uw antwoord is niet meer nodig');
  });
});

it('de toegang bij één link opent geen andere', async () => {
  const eigen = await op.link();
  const koekje = await op.krijgToegang(eigen);
  const ander = await op.maakOnderzoek('aanbieder-02');
  for (const pad of [
    await op.link({ onderwerp: ander, geadresseerde: 'aanbieder-02-contact-1' }),
    await op.link({ geadresseerde: 'aanbieder-01-contact-2' }),
    await op.link({ doel: 'informatie', onderwerp: op.kenmerk, geadresseerde: 'aanmelder' }),
  ]) {
    expect((await op.open(pad, koekje)).tekst).toContain('Stuur mij een code');
    const voor = await op.db.invoer.count();
    expect((await op.stuur(`${pad}/bevestiging`, {}, koekje)).status).toBe(403);
    expect(await op.db.invoer.count()).toBe(voor);
  }
});

it('zonder code, met een verzonnen koekje, en met de code van een ander komt niemand binnen', async () => {
  const pad = await op.link();
  const ander = await op.link({ geadresseerde: 'aanbieder-01-contact-2' });
  await op.stuur(`${pad}/code`);
  const voorAnder = await op.db.linksessie.count();
  await op.stuur(`${ander}/code`);
  const [mijn] = op.smtp.berichten;
  const code = /(\d{6})/.exec(mijn?.text ?? '')?.[1] ?? '';
  expect((await op.stuur(`${ander}/toegang`, { code })).koekje).toBeUndefined();
  for (const koekje of [undefined, 'zl_toegang=', 'zl_toegang=verzonnen', `zl_toegang=${'A'.repeat(43)}`])
    expect((await op.open(pad, koekje)).tekst).not.toContain('papegaai');
  expect(await op.db.linksessie.count()).toBe(voorAnder);
});
