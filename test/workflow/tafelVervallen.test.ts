import { defaultPayloadConverter, fromPayloadsAtIndex } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesTafel, opAgenda, planTafel, tafelMails, verstrijkTot, werkdagOver } from '../support/tafels.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

/** What the traject was told by a table, from its history. */
async function gemeld(kenmerk: string): Promise<unknown[]> {
  const { events } = await op.trajectWorkflow(kenmerk).fetchHistory();
  return (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signaal }) =>
    signaal?.signalName === 'tafelGemeld'
      ? [fromPayloadsAtIndex(defaultPayloadConverter, 0, signaal.input?.payloads)]
      : [],
  );
}

const sector = (naam: 'lvb' | 'j-ggz') => (a: { vraag: { sector: string } }) => {
  a.vraag.sector = naam;
};

describe('een tafel die vervalt', () => {
  it('stuurt zijn trajecten op volgorde naar de volgende tafel met plaats, en wie niet past rechtstreeks', async () => {
    const datum = await werkdagOver(op, 20);
    const volgende = await werkdagOver(op, 27);
    const teVer = await werkdagOver(op, 45);
    await planTafel(op, datum);
    await planTafel(op, volgende, { agendaLimiet: 2 });
    await planTafel(op, teVer);
    const bezet = await opAgenda(op, volgende);
    const eerste = await opAgenda(op, datum, sector('j-ggz') as never);
    const tweede = await opAgenda(op, datum, sector('lvb') as never);
    const ingetrokken = await opAgenda(op, datum);
    await op.besluit(ingetrokken, 'intrekking', { reden: 'plek-gevonden' });

    const antwoord = await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
    expect(antwoord).toMatchObject({ status: 200, inhoud: { status: 'vervallen' } });
    await op.workflow(`tafel-${datum}`).result();

    const tafel = `tafel-${datum}`;
    const gelegenheid = expect.stringMatching(/^vervallen-\d+$/);
    expect(await gemeld(eerste)).toEqual([{ tafel, gelegenheid, naar: { tafelDatum: volgende } }]);
    // The room that was left has gone to the oldest aanmelding; every fifth aanbieder works in lvb, and jeugdhulp with lvb.
    const aanbieders = ['aanbieder-03', 'aanbieder-05', 'aanbieder-08', 'aanbieder-10'];
    expect(await gemeld(tweede)).toEqual([{ tafel, gelegenheid, naar: { aanbieders } }]);
    expect(await gemeld(bezet)).toEqual([]);
    expect(await gemeld(ingetrokken)).toEqual([]);
    expect(await leesTafel(op, datum)).toMatchObject({
      status: 'vervallen',
      vervalreden: 'voorzitter-ziek',
      bestemmingen: [
        { kenmerk: eerste, tafelDatum: volgende, aanbieders: null },
        { kenmerk: tweede, tafelDatum: null, aanbieders },
      ],
    });

    // Who is on the way has its place: the agenda of the next table is full, before the traject itself has moved.
    const later = await op.meldAan();
    await op.besluit(later, 'triage', { uitkomst: 'bespreking' });
    const vol = await op.vraag('POST', `/v1/trajecten/${later}/tafeldatum`, { tafelDatum: volgende });
    expect(vol).toMatchObject({ status: 409, inhoud: { detail: expect.stringContaining(teVer) } });
    // The coördinator can decide otherwise, by an ordinary decision.
    await op.besluit(tweede, 'tafeldatum', { tafelDatum: teVer });

    const nogEens = await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'anders' });
    expect(nogEens).toMatchObject({ status: 409 });
    const opVervallen = await op.vraag('POST', `/v1/trajecten/${later}/tafeldatum`, { tafelDatum: datum });
    expect(opVervallen).toMatchObject({
      status: 409,
      inhoud: { detail: expect.stringContaining('vervallen') },
    });
    const opnieuw = await op.vraag('POST', '/v1/tafels', { datum });
    expect(opnieuw).toMatchObject({
      status: 409,
      inhoud: { type: expect.stringMatching(/:tafel-bestaat$/) },
    });
  });

  it('vervalt vanzelf als er niets te bespreken is, en nodigt niemand uit', async () => {
    const datum = await werkdagOver(op, 90);
    await planTafel(op, datum);
    await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
    expect(await leesTafel(op, datum)).toMatchObject({ vervalreden: 'geen-aanmeldingen', uitgenodigd: [] });
    expect(tafelMails(op, datum)).toEqual([]);
  });
});
