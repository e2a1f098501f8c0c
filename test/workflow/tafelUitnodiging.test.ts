import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tafelMomenten } from '../../domain/tafelkalender.ts';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
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
afterAll(() => op.sluit());

const merken = {
  naam: 'Kanarie Naamveld',
  aanmelder: 'Kanarie Aanmelder',
  telefoon: '070 999 88 77',
  bsn: '999990019',
  geboorteDatum: '2013-07-19',
  tekst: 'kanarie-vrije-tekst',
};
const aanmelderEmail = 'kanarie@aanmelder.example';

describe('een uitnodiging voor de tafel', () => {
  it('staat in de agenda, verandert mee en verdwijnt; zonder persoonsgegevens', async () => {
    const datum = await werkdagOver(op, 12);
    await planTafel(op, datum);
    const metMerken: Parameters<Opstelling['meldAan']>[0] = (a) => {
      a.jeugdige.naam = merken.naam;
      a.jeugdige.bsn = merken.bsn;
      a.jeugdige.geboorteDatum = merken.geboorteDatum;
      a.aanmelder.naam = merken.aanmelder;
      a.aanmelder.email = aanmelderEmail;
      a.aanmelder.telefoon = merken.telefoon;
      a.vraag.plek = merken.tekst;
    };
    // One aanmelder with two trajecten, one with another.
    const eerste = await opAgenda(op, datum, metMerken);
    await opAgenda(op, datum, metMerken);
    await opAgenda(op, datum);

    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    const personen = 16;
    const mailsNa = (ronden: number) =>
      wachtTot(
        () => tafelMails(op, datum),
        (mails) => mails.length === ronden * personen,
      );
    const uitnodigingen = await mailsNa(1);
    expect(new Set(uitnodigingen.map(ontvanger)).size).toBe(personen);
    expect(uitnodigingen.filter((mail) => ontvanger(mail) === aanmelderEmail)).toHaveLength(1);
    for (const mail of uitnodigingen) {
      expect(mail.text).toContain('staan 3 trajecten');
      // A tafellid reads the stukken with a link of its own, an aanmelder the own aanmelding.
      const isVanTeam = ontvanger(mail).endsWith('@zorglogistiek.example');
      const doel = isVanTeam ? `tafels/${datum}` : 'l/';
      expect(mail.text).toContain(`http://zorglogistiek.example/${doel}`);
      expect(agendabestand(mail).bron.replaceAll('\r\n ', '')).toContain(
        `http://zorglogistiek.example/${doel}`,
      );
    }
    const vanTeam = uitnodigingen.map(ontvanger).filter((adres) => adres.endsWith('@zorglogistiek.example'));
    expect(vanTeam.sort()).toEqual(
      ['coordinator-1', 'voorzitter-1'].map((code) => `${code}@zorglogistiek.example`),
    );
    const eigen = uitnodigingen.find((mail) => ontvanger(mail) === aanmelderEmail);
    const pad = padIn(eigen);
    const wie = bezoek(op);
    const { status, tekst } = await wie.open(pad, await wie.krijgToegang(pad));
    expect(status).toBe(200);
    expect(tekst).toContain(eerste);
    expect(tekst).toContain(leesbareDatum(datum));

    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, {
      beginTijd: '13:15',
      plaats: 'online',
      toelichting: merken.tekst,
    });
    const gewijzigd = (await mailsNa(2)).slice(personen);
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, {
      reden: 'voorzitter-ziek',
      toelichting: merken.tekst,
    });
    const afgezegd = (await mailsNa(3)).slice(2 * personen);
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });

    const begin = (beginTijd: string) => tafelMomenten(datum, beginTijd, 0).beginTijdstip;
    const uids = new Set<string>();
    for (const uitnodiging of uitnodigingen) {
      const van = (mails: typeof gewijzigd) =>
        mails.filter((mail) => ontvanger(mail) === ontvanger(uitnodiging))[0];
      const tweede = van(gewijzigd);
      const derde = van(afgezegd);
      if (!tweede || !derde) throw new Error(`no mail for ${ontvanger(uitnodiging)}`);
      const bestanden = [uitnodiging, tweede, derde].map(agendabestand);
      expect(new Set(bestanden.map(({ event }) => event.uid)).size).toBe(1);
      expect(bestanden.map(({ event }) => event.sequence)).toEqual([0, 1, 2]);
      expect(bestanden.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
      expect(bestanden.map(({ event }) => event.startDate.toJSDate().getTime())).toEqual([
        begin('09:30'),
        begin('13:15'),
        begin('13:15'),
      ]);
      uids.add(bestanden[0]?.event.uid ?? '');

      const agenda = new Agenda();
      agenda.neem(uitnodiging);
      agenda.neem(tweede);
      // The mail of the change came first to somebody else's server: the late one changes nothing.
      agenda.neem(uitnodiging);
      expect([...agenda.afspraken.values()]).toEqual([
        { volgnummer: 1, begin: `${datum}T13:15:00`, plaats: expect.stringContaining('online') },
      ]);
      agenda.neem(derde);
      agenda.neem(tweede);
      expect(agenda.afspraken.size).toBe(0);
    }
    expect(uids.size).toBe(personen);
    for (const uid of uids)
      expect(uid).toMatch(new RegExp(`^tafel-${datum}-[0-9a-f]{16}@zorglogistiek\\.example$`));

    const { History } = proto.temporal.api.history.v1;
    const geschiedenis = await op.workflow(`tafel-${datum}`).fetchHistory();
    const teksten = [
      Buffer.from(History.encode(geschiedenis as never).finish()).toString('utf8'),
      ...tafelMails(op, datum).map((mail) => JSON.stringify([mail.subject, mail.text, mail.html])),
      ...tafelMails(op, datum).map((mail) => agendabestand(mail).bron),
    ];
    expect(teksten[0]).toContain('aanbieder-01-contact-1');
    expect(JSON.stringify(await op.db.invoer.findMany())).toContain(merken.tekst);
    for (const [soort, merk] of Object.entries(merken))
      for (const tekst of teksten)
        expect(tekst.toLowerCase().includes(merk.toLowerCase()), `${soort} in ${tekst.slice(0, 80)}`).toBe(
          false,
        );
    // An address stands in nothing but the file of its own reader.
    for (const mail of tafelMails(op, datum)) {
      const adressen =
        agendabestand(mail)
          .bron.replaceAll('\r\n ', '')
          .match(/mailto:[^\s]+/gi) ?? [];
      expect(new Set(adressen.map((adres) => adres.toLowerCase()))).toEqual(
        new Set([`mailto:${ontvanger(mail)}`, 'mailto:team@zorglogistiek.example']),
      );
    }
    expect(teksten[0]).not.toContain(aanmelderEmail);
  });

  it('komt als uitnodiging aan, niet alleen als bijlage', async () => {
    const [mail] = op.smtp.berichten.filter(({ subject }) =>
      subject?.startsWith('Uitnodiging voor de tafel'),
    );
    const soorten = mail?.attachments.map(({ headers }) => headers.get('content-type')) ?? [];
    expect(soorten).toContainEqual(
      expect.objectContaining({
        value: 'text/calendar',
        params: expect.objectContaining({ method: 'REQUEST' }),
      }),
    );
  });
});
