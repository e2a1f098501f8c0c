/** Three werkdagen before a table each tafellid gets a personal link to the stukken of everything on the agenda. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { pdf, stuurStuk } from '../support/stukken.ts';
import { bezoek, mailAan, padIn, postvakVan } from '../support/stukkenLinks.ts';
import {
  agendabestand,
  leesTafel,
  opAgenda,
  planTafel,
  tafelMails,
  verstrijkTot,
  werkdagOver,
} from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let wie: ReturnType<typeof bezoek>;
let datum: string;
let eerste: string;
let tweede: string;
let buiten: string;

beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
  wie = bezoek(op);
  datum = await werkdagOver(op, 12);
  await planTafel(op, datum);
  // The one that came later has voorrang, so it stands first.
  tweede = await opAgenda(op, datum);
  eerste = await opAgenda(op, datum);
  await op.besluit(tweede, 'weging', { besluit: 'geen-voorrang', elementen: [] });
  await op.besluit(eerste, 'weging', { besluit: 'voorrang', elementen: ['gi'] });
  buiten = await op.meldAan();
  for (const [kenmerk, naam] of [
    [eerste, 'plan-eerste.pdf'],
    [tweede, 'plan-tweede.pdf'],
    [buiten, 'plan-buiten.pdf'],
  ] as const)
    await stuurStuk(op, kenmerk, { bestand: { naam, inhoud: pdf(naam) } });
});
afterAll(() => op?.sluit());

const linkVan = async (aanbieder: string) =>
  padIn(await mailAan(op, postvakVan(aanbieder), 'Uitnodiging', datum));

describe('de stukken voor een tafel', () => {
  it('zijn tot drie werkdagen van tevoren voor geen enkel tafellid', async () => {
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) - 60_000);
    expect(await op.db.stuktoegang.count()).toBe(0);
    expect(tafelMails(op, datum)).toEqual([]);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
    await wachtTot(
      () => tafelMails(op, datum).length,
      (aantal) => aantal === 15,
    );
    expect(await op.db.stuktoegang.count()).toBe(24);
    expect(await op.db.stuktoegang.count({ where: { kenmerk: buiten } })).toBe(0);
  });

  it('komen met een link voor iedere genodigde apart; in de e-mail en het agendabestand staat niets over een traject', async () => {
    const uitnodigingen = tafelMails(op, datum);
    const links = uitnodigingen.flatMap(({ text }) => /\/l\/[\w-]+\.[\w-]+/.exec(text ?? '') ?? []);
    // Of each tafellid, and of the aanmelder to the own aanmelding.
    expect(new Set(links).size).toBe(13);
    for (const mail of uitnodigingen) {
      const { bron } = agendabestand(mail);
      for (const { filename } of mail.attachments) expect([undefined, 'tafel.ics']).toContain(filename);
      for (const tekst of [mail.subject, mail.text, String(mail.html), bron])
        for (const geheim of [eerste, tweede, 'plan-eerste', 'Voorbeeld, Robin'])
          expect(tekst).not.toContain(geheim);
    }
    const eigen = padIn(await mailAan(op, postvakVan('aanbieder-01'), 'Uitnodiging', datum));
    expect(
      agendabestand(await mailAan(op, postvakVan('aanbieder-01'), 'Uitnodiging', datum)).event.description,
    ).toContain(eigen);
  });

  it('staan na de code per traject op de pagina, in de volgorde van de agenda; vóór de code staat er niets', async () => {
    const pad = await linkVan('aanbieder-01');
    for (const { status, tekst } of [await wie.open(pad), await wie.hoofd(pad)]) {
      expect(status).toBe(200);
      for (const geheim of [eerste, tweede, 'plan-eerste']) expect(tekst).not.toContain(geheim);
    }
    const { status, tekst } = await wie.open(pad, await wie.krijgToegang(pad));
    expect(status).toBe(200);
    expect((await leesTafel(op, datum)).agenda.map(({ kenmerk }: { kenmerk: string }) => kenmerk)).toEqual([
      eerste,
      tweede,
    ]);
    const plaatsen = [eerste, 'plan-eerste.pdf', tweede, 'plan-tweede.pdf'].map((woord) =>
      tekst.indexOf(woord),
    );
    expect(plaatsen).toEqual([...plaatsen].sort((a, b) => a - b));
    expect(plaatsen[0]).toBeGreaterThan(0);
    expect(tekst).toContain('Plan: plan-eerste.pdf, versie 1, van ');
    expect(tekst).not.toContain(buiten);
    expect(tekst).not.toContain('plan-buiten');
  });

  it('worden geopend met de knop, als bijlage, en dat wordt vastgelegd; met GET of HEAD gebeurt er niets', async () => {
    const pad = await linkVan('aanbieder-02');
    const koekje = await wie.krijgToegang(pad);
    const { tekst } = await wie.open(pad, koekje);
    const { url, status, bytes, headers } = await wie.openEersteStuk(tekst, koekje);
    expect(status).toBe(200);
    expect(bytes.equals(pdf('plan-eerste.pdf'))).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; filename="?plan-eerste\.pdf/),
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    const inzagen = () => op.db.stukInzage.findMany({ where: { stuk: { kenmerk: eerste } } });
    expect(await inzagen()).toMatchObject([
      { wie: 'aanbieder-02-contact-1', rol: 'aanbieder', aanbieder: 'aanbieder-02' },
    ]);
    for (const antwoord of [await wie.open(url, koekje), await wie.hoofd(url, koekje)])
      expect(antwoord.status).toBe(404);
    expect(await inzagen()).toHaveLength(1);
  });

  it('gaan niet open zonder code, met de code van een ander, of als ze niet op de pagina staan', async () => {
    const mijn = await linkVan('aanbieder-03');
    const van = await linkVan('aanbieder-04');
    const koekje = await wie.krijgToegang(mijn);
    const { tekst } = await wie.open(mijn, koekje);
    const { url } = await wie.openEersteStuk(tekst, koekje);
    const voor = await op.db.stukInzage.count();
    const zonderCode = await wie.stuur(url);
    const opAndermans = await wie.stuur(url.replace(mijn, van), {}, koekje);
    for (const antwoord of [zonderCode, opAndermans]) {
      expect(antwoord.status).toBe(403);
      expect(antwoord.tekst).toContain('Uw toegang bij');
    }
    expect((await wie.open(van, koekje)).tekst).not.toContain('plan-eerste');
    const vreemd = await op.db.stuk.findFirstOrThrow({ where: { kenmerk: buiten } });
    expect((await wie.stuur(`${mijn}/stukken/${vreemd.id}`, {}, koekje)).status).toBe(404);
    expect((await wie.stuur(`${mijn}/stuk`, {}, koekje)).status).toBe(404);
    expect(await op.db.stukInzage.count()).toBe(voor);
  });

  it('zijn weg voor één persoon en één traject als u die toegang intrekt, ook voor wie al binnen was', async () => {
    const pad = await linkVan('aanbieder-05');
    const koekje = await wie.krijgToegang(pad);
    const { tekst } = await wie.open(pad, koekje);
    const trekIn = async (kenmerk: string) => {
      const { id } = await op.db.stuktoegang.findFirstOrThrow({
        where: { kenmerk, contact: 'aanbieder-05-contact-1' },
      });
      const { statusCode } = await op.api.inject({
        method: 'DELETE',
        url: `/v1/stuktoegangen/${id}`,
        headers: { authorization: `Bearer ${await op.token({})}` },
      });
      expect(statusCode).toBe(204);
    };
    await trekIn(eerste);
    const rest = await wie.open(pad, koekje);
    expect(rest.tekst).toContain(tweede);
    expect(rest.tekst).not.toContain(eerste);
    expect((await wie.openEersteStuk(tekst, koekje)).status).toBe(404);
    await trekIn(tweede);
    const leeg = await wie.open(pad, koekje);
    expect(leeg.status).toBe(410);
    expect(leeg.tekst).toContain('Er zijn geen stukken meer om te lezen');
    expect((await wie.stuur(`${pad}/code`)).status).toBe(410);

    // A change of the table shares the stukken out again; what was revoked stays so.
    const wijziging = await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: '13:15' });
    expect(wijziging.status).toBe(200);
    expect((await wie.open(pad, koekje)).status).toBe(410);
  });
});
