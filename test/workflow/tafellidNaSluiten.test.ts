/** An aanbieder that leaves or joins the tafelleden after the agenda of a table has closed. */
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDagen } from '../../domain/tafelkalender.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';
import { bezoek, mailAan, padIn, postvakVan } from '../support/stukkenLinks.ts';
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

type Periode = { vanafDatum: string; totDatum: string | null };
const zetLid = async (aanbieder: string, perioden: Periode[]) =>
  expect(await op.vraag('PUT', `/v1/aanbieders/${aanbieder}/tafellidmaatschap`, { perioden })).toMatchObject({
    status: 200,
  });
const vanaf = (vanafDatum: string, totDatum: string | null = null): Periode => ({ vanafDatum, totDatum });
const sinds = '2024-01-01';

const leestStukken = async (kenmerk: string, aanbieder: string): Promise<boolean> =>
  (await op.vraag('GET', `/v1/trajecten/${kenmerk}/stukken`, undefined, { rol: 'aanbieder', aanbieder }))
    .status === 200;

/** Everything about a table that has reached an aanbieder, once there are so many mails. */
const mailsAan = (datum: string, aanbieder: string, aantal: number): Promise<ParsedMail[]> =>
  wachtTot(
    () => tafelMails(op, datum).filter((mail) => ontvanger(mail) === postvakVan(aanbieder)),
    (mails) => mails.length === aantal,
  );
const soortEnNummer = (mail: ParsedMail | undefined) => {
  if (!mail) return null;
  const { method, event } = agendabestand(mail);
  return [method, event.sequence];
};
const stand = async (datum: string, aanbieder: string) =>
  (await leesTafel(op, datum)).uitgenodigd.find(
    ({ geadresseerde }: { geadresseerde: string }) => geadresseerde === `${aanbieder}-contact-1`,
  );

/** A table with one traject on it, of which the agenda has closed and the invitations are out. */
async function gesloten(dagen: number): Promise<{ datum: string; kenmerk: string; genodigd: number }> {
  const datum = await werkdagOver(op, dagen);
  await planTafel(op, datum);
  const kenmerk = await opAgenda(op, datum);
  await stuurStuk(op, kenmerk);
  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
  const { uitgenodigd } = await wachtTot(
    () => leesTafel(op, datum),
    (tafel) => tafel.status === 'agenda-gesloten',
  );
  await wachtTot(
    () => tafelMails(op, datum).length,
    (aantal) => aantal === uitgenodigd.length,
  );
  return { datum, kenmerk, genodigd: uitgenodigd.length };
}

describe('nadat de agenda is gesloten', () => {
  it('krijgt een tafellid dat weggaat een afzegging en leest het de stukken niet meer; wie komt krijgt beide alsnog', async () => {
    const { datum, kenmerk, genodigd } = await gesloten(12);
    const link = padIn(await mailAan(op, postvakVan('aanbieder-02'), 'Uitnodiging', datum));
    expect(await leestStukken(kenmerk, 'aanbieder-02')).toBe(true);
    expect(await leestStukken(kenmerk, 'aanbieder-40')).toBe(false);

    // The day after the table is no change for this table.
    await zetLid('aanbieder-03', [vanaf(sinds, plusDagen(datum, 1))]);
    await zetLid('aanbieder-02', [vanaf(sinds, datum)]);
    const [, afzegging] = await mailsAan(datum, 'aanbieder-02', 2);
    expect(afzegging?.subject).toContain('niet meer uitgenodigd');
    expect(soortEnNummer(afzegging)).toEqual(['CANCEL', 1]);
    expect(await stand(datum, 'aanbieder-02')).toMatchObject({ status: 'afgezegd', volgnummer: 1 });
    expect(await leestStukken(kenmerk, 'aanbieder-02')).toBe(false);
    expect((await bezoek(op).open(link)).tekst).toContain('Er zijn geen stukken meer om te lezen');

    await zetLid('aanbieder-40', [vanaf(datum)]);
    const [uitnodiging] = await mailsAan(datum, 'aanbieder-40', 1);
    expect(soortEnNummer(uitnodiging)).toEqual(['REQUEST', 2]);
    expect(uitnodiging?.text).toContain('staat één traject');
    expect(await stand(datum, 'aanbieder-40')).toMatchObject({ status: 'uitgenodigd', volgnummer: 2 });
    expect(await leestStukken(kenmerk, 'aanbieder-40')).toBe(true);
    // For the others nothing has changed.
    expect(tafelMails(op, datum)).toHaveLength(genodigd + 2);
    expect(await stand(datum, 'aanbieder-03')).toMatchObject({ status: 'uitgenodigd', volgnummer: 0 });

    // A change of the table goes to who is invited now; who left and comes back is invited anew.
    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: '13:15' });
    expect((await mailsAan(datum, 'aanbieder-40', 2)).map(soortEnNummer)).toEqual([
      ['REQUEST', 2],
      ['REQUEST', 3],
    ]);
    await zetLid('aanbieder-02', [vanaf(sinds)]);
    const alle = await mailsAan(datum, 'aanbieder-02', 3);
    expect(alle.map(soortEnNummer)).toEqual([
      ['REQUEST', 0],
      ['CANCEL', 1],
      ['REQUEST', 4],
    ]);
    expect(new Set(alle.map((mail) => agendabestand(mail).event.uid)).size).toBe(1);
    expect(await leestStukken(kenmerk, 'aanbieder-02')).toBe(true);
    // A calendar ends with what was decided last, in whatever order the mails come.
    const agenda = new Agenda();
    for (const mail of alle.toReversed()) agenda.neem(mail);
    expect([...agenda.afspraken.values()]).toMatchObject([{ volgnummer: 4, begin: `${datum}T13:15:00` }]);
    const vroeg = new Agenda();
    for (const mail of [alle[1], alle[0]]) if (mail) vroeg.neem(mail);
    expect(vroeg.afspraken.size).toBe(0);
    expect(
      await op.db.auditRegel.count({ where: { kenmerk: `tafel-${datum}`, wat: 'genodigden-gewijzigd' } }),
    ).toBe(3);
  });

  it('houdt wie al onderzoekt de stukken, en nodigt een tafel die is begonnen niemand meer uit', async () => {
    const { datum, kenmerk } = await gesloten(12);
    const ander = await op.db.traject.count({ where: { tafelDatum: new Date(datum) } });
    expect(ander).toBe(1);
    const { beginTijdstip } = await leesTafel(op, datum);
    await verstrijkTot(op, Date.parse(beginTijdstip) + 60_000);
    await op.besluit(kenmerk, 'verslag', {
      aanwezig: ['aanmelder', 'aanbieder-04'],
      aanbieders: ['aanbieder-04'],
      geprobeerd: 'Logeren.',
      waaromNiet: 'Geen plaats.',
      verslag: 'Eén aanbieder onderzoekt.',
    });
    await zetLid('aanbieder-04', []);
    await mailsAan(datum, 'aanbieder-04', 2);
    expect(await leestStukken(kenmerk, 'aanbieder-04')).toBe(true);
    await zetLid('aanbieder-41', [vanaf(datum)]);
    await wachtTot(
      () =>
        op.db.invoer.findMany({
          where: { soort: 'tafelleden', kenmerk: `tafel-${datum}` },
          include: { uitkomst: true },
        }),
      (rijen) => rijen.length === 2 && rijen.every(({ uitkomst }) => uitkomst?.uitkomst === 'verwerkt'),
    );
    expect(await stand(datum, 'aanbieder-41')).toBeUndefined();
    expect(await leestStukken(kenmerk, 'aanbieder-41')).toBe(false);
  });

  it('houdt wie in een vorige ronde onderzocht de stukken niet: weg van tafel is weg', async () => {
    // Early enough for another date within the ambitie, whatever weekday it is.
    const { datum: vorige, kenmerk } = await gesloten(8);
    await verstrijkTot(op, Date.parse((await leesTafel(op, vorige)).beginTijdstip) + 60_000);
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      ...besproken,
      aanbieders: ['aanbieder-05', 'aanbieder-06'],
      verslag: 'Twee aanbieders onderzoeken.',
    });
    await op.aanbiederZegt(onderzoeken[0], 'antwoord', {
      antwoord: 'afwijzing',
      afwijzingReden: 'geen-plek',
    });
    await wachtTot(
      () => op.verhaal(kenmerk),
      (soorten) => soorten.includes('onderzoek-gemeld'),
    );
    const datum = await werkdagOver(op, 12);
    await planTafel(op, datum);
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: datum });
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    await wachtTot(
      () => leesTafel(op, datum),
      (tafel) => tafel.status === 'agenda-gesloten',
    );
    for (const aanbieder of ['aanbieder-05', 'aanbieder-06'])
      expect(await leestStukken(kenmerk, aanbieder)).toBe(true);

    for (const aanbieder of ['aanbieder-05', 'aanbieder-06']) {
      await zetLid(aanbieder, [vanaf(sinds, datum)]);
      await mailsAan(datum, aanbieder, 2);
    }
    expect(await leestStukken(kenmerk, 'aanbieder-05')).toBe(false);
    const voorDezeTafel = { kenmerk, tafelDatum: new Date(datum) };
    expect(await op.db.stuktoegang.count({ where: { ...voorDezeTafel, aanbieder: 'aanbieder-05' } })).toBe(0);
    // Who is still looking into it goes on reading.
    expect(await leestStukken(kenmerk, 'aanbieder-06')).toBe(true);
  });

  it('krijgt wie van tafel ging terwijl de toegang was ingetrokken, die niet terug voor deze tafel', async () => {
    const { datum, kenmerk } = await gesloten(12);
    const verwijder = async (pad: string) =>
      expect(
        await op.api.inject({
          method: 'DELETE',
          url: `/v1/stuktoegangen/${pad}`,
          headers: { authorization: `Bearer ${await op.token({})}` },
        }),
      ).toMatchObject({ statusCode: 204 });
    const toegang = async (aanbieder: string) =>
      (await op.db.stuktoegang.findFirstOrThrow({ where: { kenmerk, aanbieder } })).id;
    const [weg, blijft] = [await toegang('aanbieder-07'), await toegang('aanbieder-08')];
    for (const id of [weg, blijft]) await verwijder(id);
    await zetLid('aanbieder-07', [vanaf(sinds, datum)]);
    await mailsAan(datum, 'aanbieder-07', 2);
    for (const id of [weg, blijft]) await verwijder(`${id}/intrekking`);
    expect(await leestStukken(kenmerk, 'aanbieder-07')).toBe(false);
    expect(await leestStukken(kenmerk, 'aanbieder-08')).toBe(true);
  });
});
