import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDagen } from '../../domain/tafelkalender.ts';
import { vraagBesluit } from '../support/dossier.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import {
  dinsdagNaFeestdag,
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

describe('de agenda van een tafel', () => {
  it('sluit drie werkdagen van tevoren om 09:00 uur, ook over een feestdag; dan pas gaan de uitnodigingen uit', async () => {
    const datum = await dinsdagNaFeestdag(op, 10);
    await planTafel(op, datum);
    const sluit = Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip);
    // Wednesday, Thursday and Friday are the three werkdagen before a Tuesday whose Monday is off.
    expect(new Date(sluit).toISOString().slice(0, 10)).toBe(plusDagen(datum, -6));
    await verstrijkTot(op, sluit - 3 * 60 * 60 * 1000);
    const kenmerk = await opAgenda(op, datum);

    await verstrijkTot(op, sluit - 60_000);
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'gepland', uitgenodigd: [] });
    expect(tafelMails(op, datum)).toEqual([]);

    await verstrijkTot(op, sluit + 60_000);
    await wachtTot(
      () => tafelMails(op, datum).length,
      (aantal) => aantal === 15,
    );
    const tafel = await leesTafel(op, datum);
    expect(tafel).toMatchObject({ status: 'agenda-gesloten', agenda: [{ kenmerk }] });
    expect(tafel.uitgenodigd).toHaveLength(15);
    const adressen = tafelMails(op, datum).map(ontvanger).sort();
    expect(adressen).toContain('zorglogistiek@aanbieder-12.example');
    expect(adressen).not.toContain('zorglogistiek@aanbieder-13.example');

    const ander = await op.meldAan();
    await op.besluit(ander, 'triage', { uitkomst: 'bespreking' });
    const volgende = plusDagen(datum, 7);
    await planTafel(op, volgende);
    const geweigerd = await op.vraag('POST', `/v1/trajecten/${ander}/tafeldatum`, { tafelDatum: datum });
    expect(geweigerd).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:agenda-gesloten$/), detail: expect.stringContaining(volgende) },
    });
    expect(await op.traject(ander)).toMatchObject({ fase: 'voorbereiding', tafelDatum: null });

    const details = await op.workflow(`tafel-${datum}`).describe();
    expect(await details.staticSummary()).toMatch(/^Tafelbespreking \d{1,2} [a-z]+ \d{4}$/);

    await verstrijkTot(op, Date.parse(tafel.eindTijdstip) + 60_000);
    await wachtTot(
      () => leesTafel(op, datum),
      ({ status }) => status === 'gehouden',
    );
    await op.verstrijk('1 day');
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'afgerond' });
    const laat = await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'anders' });
    expect(laat).toMatchObject({ status: 409, inhoud: { detail: expect.stringContaining('voorbij') } });
  });

  it('wacht bij het sluiten op een besluit dat is bewaard en nog niet verwerkt', async () => {
    const datum = await werkdagOver(op, 20);
    await planTafel(op, datum);
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) - 60_000);
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await vraagBesluit(op.db, { kenmerk, soort: 'tafeldatum', codes: { tafelDatum: datum } });
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 1_000);
    await wachtTot(
      () => op.workflow(`tafel-${datum}`).describe(),
      ({ raw }) => raw.pendingActivities?.some(({ attempt }) => (attempt ?? 0) > 1) === true,
    );
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'gepland', agenda: [] });
    await op.herstel();
    await wachtTot(
      () => leesTafel(op, datum),
      ({ uitgenodigd }) => uitgenodigd.length === 15,
    );
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'agenda-gesloten', agenda: [{ kenmerk }] });
  });
});
