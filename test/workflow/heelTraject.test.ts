import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

describe('een heel traject', () => {
  it('gaat van aanmelding via tafel en onderzoek naar zorg gestart, binnen de ambitie', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', toelichting: 'De vraag is duidelijk.' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 3) });
    await op.verstrijk('3 days');
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-01', 'aanbieder-02', 'aanbieder-03'],
      ...besproken,
      verslag: 'Drie aanbieders gaan aan de slag.',
    });
    const [een, twee, drie] = onderzoeken as [string, string, string];
    await wachtTot(
      () => op.mails(kenmerk).length,
      (aantal) => aantal === 8,
    );

    await op.verstrijk('1 day');
    await op.aanbiederZegt(een, 'bevestiging');
    await op.aanbiederZegt(twee, 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    await op.aanbiederZegt(drie, 'bevestiging');
    await op.verstrijk('3 days');
    await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod' });
    await wachtTot(
      () => op.verhaal(kenmerk),
      (verhaal) => verhaal.filter((soort) => soort === 'onderzoek-gemeld').length === 2,
    );

    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      evaluatieDatum: await op.datum(14),
      overbruggingsplan: 'Tot de start komt er begeleiding thuis.',
    });
    expect(await op.traject(kenmerk)).toMatchObject({
      fase: 'overbrugging',
      wachtOp: 'zorgstart',
      signalen: [],
    });
    await op.besluit(kenmerk, 'overbrugging', {
      evaluatieDatum: await op.datum(28),
      overbruggingsplan: 'Twee weken langer.',
    });
    // The review of the plan passes, and nobody has spoken of the jeugdige since the table: the story tells it.
    await op.verstrijk('30 days');
    const { uitkomst } = await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    expect(uitkomst).toBe('zorg-gestart');

    expect(await op.trajectWorkflow(kenmerk).result()).toMatchObject({
      fase: 'afgesloten',
      uitkomst: 'zorg-gestart',
    });
    for (const id of onderzoeken) await op.workflow(id).result();
    expect((await op.onderzoek(drie)).status).toBe('vervallen');

    expect(await op.verhaal(kenmerk)).toEqual([
      'aangemeld',
      'traject-begonnen',
      'triage',
      'tafeldatum',
      'verslag',
      'onderzoek-gevraagd',
      'onderzoek-gevraagd',
      'onderzoek-gevraagd',
      'onderzoek-bevestiging',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'onderzoek-bevestiging',
      'onderzoek-antwoord',
      'onderzoek-gemeld',
      'keuze',
      'onderzoek-vervallen',
      'overbrugging',
      'vastgelopen',
      'norm-herinnering',
      'vastgelopen',
      'zorgstart',
    ]);
    expect(
      op
        .mails(kenmerk)
        .map((mail) => [mail.to].flat()[0]?.text)
        .sort(),
    ).toMatchInlineSnapshot(`
      [
        "coordinator-1@zorglogistiek.example",
        "coordinator-1@zorglogistiek.example",
        "coordinator-1@zorglogistiek.example",
        "coordinator-1@zorglogistiek.example",
        "coordinator-1@zorglogistiek.example",
        "coordinator-1@zorglogistiek.example",
        "robin.voorbeeld@jeugdteam-den-haag.example",
        "robin.voorbeeld@jeugdteam-den-haag.example",
        "robin.voorbeeld@jeugdteam-den-haag.example",
        "robin.voorbeeld@jeugdteam-den-haag.example",
        "robin.voorbeeld@jeugdteam-den-haag.example",
        "robin.voorbeeld@jeugdteam-den-haag.example",
        "team@zorglogistiek.example",
        "zorglogistiek@aanbieder-01.example",
        "zorglogistiek@aanbieder-01.example",
        "zorglogistiek@aanbieder-02.example",
        "zorglogistiek@aanbieder-03.example",
        "zorglogistiek@aanbieder-03.example",
      ]
    `);
  });
});
