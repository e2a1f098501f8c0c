/** A table that falls through after the invitations have gone out: every traject of it goes on, and everybody is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';
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
beforeEach(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterEach(() => op?.sluit());

const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
const coordinator = 'coordinator-1@zorglogistiek.example';
const sector = (a: Aanmelding) => {
  a.vraag.sector = 'lvb';
};
/** The tafelleden that work in lvb. */
const vanSector = ['aanbieder-03', 'aanbieder-05', 'aanbieder-08', 'aanbieder-10'];

async function vervalt(datum: string): Promise<void> {
  const antwoord = await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
  expect(antwoord).toMatchObject({ status: 200, inhoud: { status: 'vervallen' } });
  expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
}

const verhaalMet = (kenmerk: string) =>
  wachtTot(
    () => op.verhaal(kenmerk),
    (soorten) => soorten.includes('bespreking-vervallen'),
  );

const leestStukken = async (kenmerk: string, aanbieder: string): Promise<boolean> =>
  (await op.vraag('GET', `/v1/trajecten/${kenmerk}/stukken`, undefined, { rol: 'aanbieder', aanbieder }))
    .status === 200;

describe('een tafel die vervalt nadat de uitnodigingen uit zijn', () => {
  it('stuurt wie er past naar de volgende tafel en de rest rechtstreeks naar aanbieders; de coördinator kan dat veranderen', async () => {
    const datum = await werkdagOver(op, 12);
    const volgende = await werkdagOver(op, 20);
    const later = await werkdagOver(op, 40);
    await planTafel(op, datum);
    await planTafel(op, volgende, { agendaLimiet: 1 });
    await planTafel(op, later);
    const gewoon = await opAgenda(op, datum, sector);
    const voorrang = await opAgenda(op, datum, sector);
    await op.besluit(gewoon, 'weging', { besluit: 'geen-voorrang', elementen: [] });
    await op.besluit(voorrang, 'weging', { besluit: 'voorrang', elementen: ['gi'] });
    for (const kenmerk of [gewoon, voorrang]) await stuurStuk(op, kenmerk);
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    const link = padIn(await mailAan(op, postvakVan('aanbieder-01'), 'Uitnodiging', datum));
    expect(await leestStukken(voorrang, 'aanbieder-01')).toBe(true);

    await vervalt(datum);
    for (const kenmerk of [gewoon, voorrang])
      expect((await verhaalMet(kenmerk)).filter((soort) => soort === 'bespreking-vervallen')).toHaveLength(1);

    // Who has voorrang got the one place that was left.
    expect(await op.traject(voorrang)).toMatchObject({ fase: 'bespreking', tafelDatum: volgende });
    expect(await op.traject(gewoon)).toMatchObject({ fase: 'onderzoek', wachtOp: 'aanbieder' });
    const onderzoeken = await op.db.onderzoek.findMany({ where: { kenmerk: gewoon } });
    expect(onderzoeken.map(({ aanbieder }) => aanbieder).sort()).toEqual(vanSector);
    expect(await op.db.onderzoek.count({ where: { kenmerk: voorrang } })).toBe(0);

    for (const kenmerk of [gewoon, voorrang])
      await mailAan(op, coordinator, 'Een bespreking gaat niet door', kenmerk);
    await mailAan(op, aanmelder, 'Uw vraag ligt nu bij aanbieders', gewoon);
    for (const aanbieder of vanSector) await mailAan(op, postvakVan(aanbieder), 'Wilt u onderzoeken', gewoon);
    const afgezegd = await wachtTot(
      () => tafelMails(op, datum).filter(({ subject }) => subject?.includes('gaat niet door')),
      ({ length }) => length === 15,
    );
    for (const mail of afgezegd) expect(agendabestand(mail).method).toBe('CANCEL');
    const gepland = op.mails(voorrang).filter(({ text }) => text?.includes('bespreking'));
    expect(gepland.length).toBeGreaterThan(0);

    // The access that this table gave is gone; who was asked to look into the question has its own.
    expect(await leestStukken(voorrang, 'aanbieder-01')).toBe(false);
    expect((await bezoek(op).open(link)).tekst).toContain('Er zijn geen stukken meer om te lezen');
    expect(await leestStukken(gewoon, 'aanbieder-01')).toBe(false);
    for (const aanbieder of vanSector) expect(await leestStukken(gewoon, aanbieder)).toBe(true);

    // An ordinary decision changes where it went.
    await op.besluit(gewoon, 'tafeldatum', { tafelDatum: later });
    expect(await op.traject(gewoon)).toMatchObject({ fase: 'bespreking', tafelDatum: later });
    await op.besluit(voorrang, 'direct-voorleggen', { aanbieders: ['aanbieder-01'], reden: 'tijd-winnen' });
    expect(await op.traject(voorrang)).toMatchObject({ fase: 'onderzoek' });
    expect(await leestStukken(voorrang, 'aanbieder-01')).toBe(true);
  });

  it('geeft de tafelleden van de volgende tafel opnieuw toegang', async () => {
    const datum = await werkdagOver(op, 12);
    const volgende = await werkdagOver(op, 20);
    await planTafel(op, datum);
    await planTafel(op, volgende);
    const kenmerk = await opAgenda(op, datum);
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    await vervalt(datum);
    await verhaalMet(kenmerk);
    expect(await leestStukken(kenmerk, 'aanbieder-01')).toBe(false);
    await verstrijkTot(op, Date.parse((await leesTafel(op, volgende)).agendaSluitTijdstip) + 60_000);
    await mailAan(op, postvakVan('aanbieder-01'), 'Uitnodiging', volgende);
    expect(await leestStukken(kenmerk, 'aanbieder-01')).toBe(true);
  });

  it('geeft ook op de dag zelf toegang aan wie de vraag rechtstreeks krijgt', async () => {
    const datum = await werkdagOver(op, 12);
    await planTafel(op, datum);
    const kenmerk = await opAgenda(op, datum, sector);
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).beginTijdstip) - 60_000);
    await vervalt(datum);
    await verhaalMet(kenmerk);
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'onderzoek' });
    for (const aanbieder of vanSector) expect(await leestStukken(kenmerk, aanbieder)).toBe(true);
    expect(await leestStukken(kenmerk, 'aanbieder-01')).toBe(false);
  });
});
