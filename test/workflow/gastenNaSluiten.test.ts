/** Who comes to a table after its agenda has closed: a traject leaves it, another aanmelder comes, or another contact of a tafellid. */
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vraagBesluit } from '../support/dossier.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';
import { bezoek, padIn } from '../support/stukkenLinks.ts';
import {
  Agenda,
  agendabestand,
  leesTafel,
  ontvanger,
  opAgenda,
  planTafel,
  tafelMails,
  verstrijkTot,
  werkdagOver,
} from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

/** A table of which the agenda has closed with one traject for each of these mailboxes; the invitations are out. */
async function gesloten(...postvakken: string[]): Promise<{ datum: string; kenmerken: string[] }> {
  const datum = await werkdagOver(op, 12);
  await planTafel(op, datum);
  const kenmerken: string[] = [];
  for (const postvak of postvakken)
    kenmerken.push(
      await opAgenda(op, datum, ({ aanmelder }) => {
        aanmelder.email = postvak;
      }),
    );
  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
  await wachtTot(
    async () => [(await leesTafel(op, datum)).uitgenodigd.length, tafelMails(op, datum).length],
    ([genodigd = 0, mails]) => genodigd > 0 && genodigd === mails,
  );
  return { datum, kenmerken };
}

const vanAan = (datum: string, postvak: string): ParsedMail[] =>
  tafelMails(op, datum).filter((mail) => ontvanger(mail) === postvak);
/** Everything about a table that has reached a mailbox, once there are so many mails. */
const mailsAan = (datum: string, postvak: string, aantal: number): Promise<ParsedMail[]> =>
  wachtTot(
    () => vanAan(datum, postvak),
    (mails) => mails.length === aantal,
  );
const soortEnNummer = (mails: readonly ParsedMail[]) =>
  mails.map((mail) => {
    const { method, event } = agendabestand(mail);
    return [method, event.sequence];
  });
const uid = (mail: ParsedMail | undefined) => mail && agendabestand(mail).event.uid;
/** The appointments in the calendar of a mailbox, whichever of its mails came last. */
function afspraken(datum: string, postvak: string): number {
  const mails = vanAan(datum, postvak);
  const [heen, terug] = [mails, mails.toReversed()].map((volgorde) => {
    const agenda = new Agenda();
    for (const mail of volgorde) agenda.neem(mail);
    return agenda.afspraken.size;
  });
  expect(heen).toBe(terug);
  return heen ?? 0;
}
const vervang = (kenmerk: string, email: string) =>
  op.besluit(kenmerk, 'aanmelder', { naam: 'Noor Voorbeeld', email, telefoon: '070 000 01 02' });

describe('nadat de agenda is gesloten', () => {
  it('krijgt de aanmelder van een traject dat de tafel verlaat een afzegging, en verder niets', async () => {
    const [gaat, tweede, blijft] = ['gaat@een.example', 'tweede@een.example', 'blijft@een.example'];
    const { datum, kenmerken } = await gesloten(gaat, tweede, blijft);
    const [eerste = '', andere = ''] = kenmerken;
    const alle = tafelMails(op, datum).length;
    await op.besluit(eerste, 'intrekking', { reden: 'plek-gevonden' });
    const [, afzegging] = await mailsAan(datum, gaat, 2);
    expect(soortEnNummer(vanAan(datum, gaat))).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ]);
    expect(afzegging?.text).toContain('geen aanmelding van u meer op de agenda');
    expect(afspraken(datum, gaat)).toBe(0);
    await op.besluit(andere, 'tafeldatum', { tafelDatum: await werkdagOver(op, 30) });
    await mailsAan(datum, tweede, 2);
    expect(tafelMails(op, datum)).toHaveLength(alle + 2);
    expect(
      await op.db.auditRegel.findMany({ where: { kenmerk: `tafel-${datum}`, wat: 'genodigden-gewijzigd' } }),
    ).toMatchObject([{ wie: 'coordinator-1' }, { wie: 'coordinator-1' }]);

    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
    const [, vervallen] = await mailsAan(datum, blijft, 2);
    expect(vervallen?.text).toContain('Uw aanmelding blijft niet liggen');
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
    expect([vanAan(datum, gaat), vanAan(datum, tweede)].map(({ length }) => length)).toEqual([2, 2]);
  });

  it('hoort de tafel het ook als niemand op het antwoord wacht', async () => {
    const { datum, kenmerken } = await gesloten('gaat@twee.example', 'blijft@twee.example');
    const [kenmerk = ''] = kenmerken;
    await vraagBesluit(op.db, { kenmerk, soort: 'intrekking', codes: { reden: 'plek-gevonden' } });
    for (let keer = 0; keer < 2; keer += 1) {
      await op.verstrijk('20 seconds');
      await op.herstel();
    }
    await mailsAan(datum, 'gaat@twee.example', 2);
    expect(afspraken(datum, 'gaat@twee.example')).toBe(0);
    expect(await op.db.openInvoer.count({ where: { invoer: { kenmerk: `tafel-${datum}` } } })).toBe(0);
  });

  it('krijgt een nieuwe aanmelder de uitnodiging en wie het was een afzegging, tenzij die nog een traject aan tafel heeft', async () => {
    const [beide, ander] = ['beide@drie.example', 'ander@drie.example'];
    const [tweede, derde, laatste] = ['tweede@drie.example', 'derde@drie.example', 'laatste@drie.example'];
    const { datum, kenmerken } = await gesloten(beide, beide, ander);
    const [een = '', twee = '', drie = ''] = kenmerken;
    expect(vanAan(datum, beide)).toHaveLength(1);

    await vervang(een, tweede);
    const [genodigd] = await mailsAan(datum, tweede, 1);
    expect(soortEnNummer(genodigd ? [genodigd] : [])).toEqual([['REQUEST', 1]]);
    await vervang(drie, derde);
    await mailsAan(datum, derde, 1);
    const [eerst, daarna] = await mailsAan(datum, ander, 2);
    expect(soortEnNummer(vanAan(datum, ander))).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 2],
    ]);
    expect(uid(daarna)).toBe(uid(eerst));
    expect(vanAan(datum, beide)).toHaveLength(1);

    // A change reaches who comes now, in the appointment that they have.
    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: '13:15' });
    for (const postvak of [beide, tweede, derde]) {
      const [voor, na] = await mailsAan(datum, postvak, 2);
      expect(uid(na)).toBe(uid(voor));
      expect(afspraken(datum, postvak)).toBe(1);
    }
    // Twice another aanmelder, and the one who had two has none left.
    await vervang(een, laatste);
    await mailsAan(datum, laatste, 1);
    await vervang(twee, laatste.toUpperCase());
    await mailsAan(datum, beide, 3);
    await mailsAan(datum, tweede, 3);
    for (const postvak of [beide, tweede, ander]) expect(afspraken(datum, postvak)).toBe(0);
    for (const postvak of [derde, laatste]) expect(afspraken(datum, postvak)).toBe(1);

    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
    await mailsAan(datum, derde, 3);
    await mailsAan(datum, laatste, 2);
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
    for (const [postvak, aantal] of [
      [beide, 3],
      [tweede, 3],
      [ander, 2],
    ] as const)
      expect(vanAan(datum, postvak)).toHaveLength(aantal);
    const leesbaar = Buffer.from(
      JSON.stringify(await op.workflow(`tafel-${datum}`).fetchHistory()),
    ).toString();
    for (const postvak of [beide, ander, tweede, derde, laatste]) {
      expect(leesbaar).not.toContain(postvak);
      expect(leesbaar).not.toContain(Buffer.from(postvak).toString('base64').slice(0, -4));
    }
  });

  it('hoort het team het als een aanmelder die aan tafel komt, niet te bereiken is', async () => {
    const { datum, kenmerken } = await gesloten('weg@vijf.example');
    op.smtp.weigert.add('weg@vijf.example');
    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { plaats: 'online' });
    const mail = await op.smtp.wachtOp(
      ({ subject, text }) =>
        subject?.includes(`kan niet worden bezorgd (tafel-${datum})`) === true &&
        text?.includes(`aan aanmelder-van-${kenmerken[0]} over`) === true,
    );
    expect(mail.text).toContain('tafel-gewijzigd');
    op.smtp.weigert.delete('weg@vijf.example');
  });

  it('krijgt een ander contact van een tafellid de uitnodiging en de stukken, en wie het was een afzegging zonder link', async () => {
    const { datum, kenmerken } = await gesloten('blijft@vier.example');
    await stuurStuk(op, kenmerken[0] ?? '');
    const oud = 'zorglogistiek@aanbieder-02.example';
    const [eerste] = vanAan(datum, oud);
    expect(eerste).toBeDefined();
    const zet = async (naam: string, email: string) =>
      expect(
        await op.vraag('PUT', '/v1/aanbieders/aanbieder-02/contacten', {
          contact: { naam, email, telefoon: '070 010 0002' },
          contactAchterContact: null,
        }),
      ).toMatchObject({ status: 200 });
    const nieuw = 'opvolger@aanbieder-02.example';
    await zet('Sam Opvolger', nieuw);
    const [, afzegging] = await mailsAan(datum, oud, 2);
    expect(soortEnNummer(vanAan(datum, oud))).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
    ]);
    expect(uid(afzegging)).toBe(uid(eerste));
    expect(afzegging?.text).toContain('iemand anders uitgenodigd');
    expect(afzegging?.text).not.toContain('/l/');
    const [uitnodiging] = await mailsAan(datum, nieuw, 1);
    expect(soortEnNummer(uitnodiging ? [uitnodiging] : [])).toEqual([['REQUEST', 1]]);
    const ingetrokken = 'werkt niet meer';
    for (const [mail, is] of [
      [eerste, true],
      [uitnodiging, false],
    ] as const)
      expect((await bezoek(op).open(padIn(mail))).tekst.includes(ingetrokken)).toBe(is);

    // Somebody else at the same mailbox: the appointment stands there, only the link has to be another.
    await zet('Kim Opvolger', nieuw);
    const [, weer] = await mailsAan(datum, nieuw, 2);
    expect(afspraken(datum, nieuw)).toBe(1);
    expect((await bezoek(op).open(padIn(uitnodiging))).tekst).toContain(ingetrokken);
    const link = bezoek(op);
    const pad = padIn(weer);
    expect((await link.open(pad, await link.krijgToegang(pad))).tekst).toContain('plan.pdf');
    // A new telephone number is the same person.
    const aantal = tafelMails(op, datum).length;
    expect(
      await op.vraag('PUT', '/v1/aanbieders/aanbieder-03/contacten', {
        contact: {
          ...(await op.vraag('GET', '/v1/aanbieders/aanbieder-03/contacten')).inhoud.contact,
          telefoon: '070 010 0099',
        },
        contactAchterContact: null,
      }),
    ).toMatchObject({ status: 200 });
    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { plaats: 'online' });
    await wachtTot(
      () => tafelMails(op, datum).length,
      (nu) => nu === aantal + (aantal - 3),
    );
    expect(vanAan(datum, oud)).toHaveLength(2);
    expect(afspraken(datum, oud)).toBe(0);
  });
});
