import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const merken = {
  naam: 'Kanarie Naamveld',
  aanmelder: 'Kanarie Aanmelder',
  email: 'kanarie@aanmelder.example',
  telefoon: '070 999 88 77',
  bsn: '999990019',
  geboorteDatum: '2013-07-19',
  tekst: 'kanarie-vrije-tekst',
};

describe('wat over een jeugdige is opgeschreven', () => {
  it('staat in geen geschiedenis, samenvatting of zoekattribuut, en in geen mail', async () => {
    const kenmerk = await op.meldAan((a) => {
      a.jeugdige.naam = merken.naam;
      a.jeugdige.bsn = merken.bsn;
      a.jeugdige.geboorteDatum = merken.geboorteDatum;
      a.aanmelder.naam = merken.aanmelder;
      a.aanmelder.email = merken.email;
      a.aanmelder.telefoon = merken.telefoon;
      for (const veld of ['plek', 'geprobeerd', 'waaromGeenPlek', 'perspectief', 'stemJeugdige'] as const)
        a.vraag[veld] = merken.tekst;
    });
    const toelichting = merken.tekst;
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', toelichting });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await op.datum(0), toelichting });
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-01'],
      verslag: merken.tekst,
    });
    await op.verstrijk('15 days');
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'wachtlijst', toelichting });
    await op.besluit(kenmerk, 'complexiteit', { complexiteit: 'zeer-complex', reden: merken.tekst });
    await op.aanbiederZegt(onderzoeken[0], 'bevestiging', { toelichting });
    await op.aanbiederZegt(onderzoeken[0], 'nieuws', { nieuws: merken.tekst });
    await op.aanbiederZegt(onderzoeken[0], 'antwoord', { antwoord: 'aanbod', toelichting });
    await wachtTot(
      () => op.traject(kenmerk),
      ({ wachtOp }) => wachtOp === 'coordinator',
    );
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      evaluatieDatum: await op.datum(9),
      overbruggingsplan: merken.tekst,
    });
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0), toelichting });
    await op.trajectWorkflow(kenmerk).result();

    // All of it did reach the database: the test looks for what is really there.
    const bewaard = JSON.stringify([
      await op.db.aanmelding.findMany({ include: { jeugdige: true } }),
      await op.db.invoer.findMany(),
    ]);
    for (const merk of [merken.naam, merken.aanmelder, merken.email, merken.tekst, merken.geboorteDatum])
      expect(bewaard).toContain(merk);

    const { History } = proto.temporal.api.history.v1;
    const geschiedenissen = await Promise.all(
      [`traject-${kenmerk}`, ...onderzoeken].map(async (id) => {
        const geschiedenis = await op.workflow(id).fetchHistory();
        // As the bytes that Temporal keeps: payloads, headers, summaries, memo and search attributes alike.
        return Buffer.from(History.encode(geschiedenis as never).finish()).toString('utf8');
      }),
    );
    const mails = op
      .mails(kenmerk)
      .map((mail) =>
        JSON.stringify([
          mail.subject,
          mail.text,
          mail.html,
          [...mail.headers].filter(([naam]) => naam !== 'to'),
        ]),
      );
    // A code that does travel: the search sees what is in there.
    expect(geschiedenissen[0]).toContain('den-haag');
    expect(mails.length).toBeGreaterThan(8);
    for (const [soort, merk] of Object.entries(merken))
      for (const tekst of [...geschiedenissen, ...mails])
        expect(tekst.toLowerCase().includes(merk.toLowerCase()), `${soort} in ${tekst.slice(0, 80)}`).toBe(
          false,
        );
  });
});
