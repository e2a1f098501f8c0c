/** A case that is discussed before the day of its table leaves that table (docs/decisions/0024); a table with nothing left says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { stukkenlezersVan } from '../../infra/stukken/lezen.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bezoek, mailAan, padIn } from '../support/stukkenLinks.ts';
import {
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

const team = 'team@zorglogistiek.example';
const bespreek = (kenmerk: string) =>
  op.besluit(kenmerk, 'verslag', {
    ...besproken,
    aanbieders: ['aanbieder-01'],
    verslag: 'Eerder besproken, aan de telefoon.',
  });

describe('een verslag van voor de dag van de tafel', () => {
  it('maakt de plaats vrij zolang de agenda open is; wacht er niets meer, dan vervalt de tafel en wordt niemand uitgenodigd', async () => {
    const datum = await werkdagOver(op, 12);
    await planTafel(op, datum, { agendaLimiet: 1 });
    const aanmelder = 'vroeg@aanmelder.example';
    const kenmerk = await opAgenda(op, datum, (a) => {
      a.aanmelder.email = aanmelder;
    });
    await bespreek(kenmerk);
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek' });
    expect(await leesTafel(op, datum)).toMatchObject({ agenda: [] });
    // The aanmelder does not read that it is still to be discussed on that day.
    const wie = bezoek(op);
    const pad = padIn(await mailAan(op, aanmelder, 'verslag', kenmerk));
    const { tekst } = await wie.open(pad, await wie.krijgToegang(pad));
    expect(tekst).toContain(kenmerk);
    expect(tekst).not.toContain(leesbareDatum(datum));

    const ander = await opAgenda(op, datum);
    expect(await leesTafel(op, datum)).toMatchObject({ agenda: [{ kenmerk: ander }] });
    await bespreek(ander);
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
    expect(await leesTafel(op, datum)).toMatchObject({ vervalreden: 'geen-aanmeldingen', uitgenodigd: [] });
    expect(tafelMails(op, datum)).toEqual([]);
  });

  it('van het laatste traject op een gesloten agenda: de aanmelder krijgt een afzegging, de stukken gaan dicht, en het team hoort dat er niets meer te bespreken is', async () => {
    const datum = await werkdagOver(op, 12);
    await planTafel(op, datum);
    const kenmerk = await opAgenda(op, datum, ({ aanmelder }) => {
      aanmelder.email = 'laatste@aanmelder.example';
    });
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    await wachtTot(
      () => tafelMails(op, datum).length,
      (aantal) => aantal === 15,
    );
    await bespreek(kenmerk);
    expect(await stukkenlezersVan(op.db, kenmerk)).toEqual(['aanbieder-01-contact-1']);
    for (const postvak of [team, 'voorzitter-1@zorglogistiek.example']) {
      const mail = await mailAan(op, postvak, 'niets te bespreken', datum);
      expect(mail.text).toContain('geen-aanmeldingen');
      expect(mail.attachments).toEqual([]);
    }
    const afgezegd = tafelMails(op, datum).filter(({ subject }) =>
      subject?.includes('niet meer uitgenodigd'),
    );
    expect(afgezegd.map(ontvanger).sort()).toEqual(
      ['coordinator-1@zorglogistiek.example', 'laatste@aanmelder.example'].sort(),
    );
    for (const mail of afgezegd) expect(agendabestand(mail).method).toBe('CANCEL');
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'agenda-gesloten', agenda: [] });
    // What the mail asks.
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'geen-aanmeldingen' });
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
  });
});

it('een tafel waar na het sluiten alleen nog wacht wat stilstaat, vertelt dat ook', async () => {
  const datum = await werkdagOver(op, 12);
  await planTafel(op, datum);
  const kenmerk = await opAgenda(op, datum);
  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
  await wachtTot(
    () => tafelMails(op, datum).length,
    (aantal) => aantal === 15,
  );
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(60),
    toelichting: 'Eerst moet het veilig zijn.',
  });
  expect((await mailAan(op, team, 'niets te bespreken', datum)).text).toContain('staat stil');
});
