/** A table that falls through while there is no next one and nobody sits at the table: the coördinator chooses. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { mailAan } from '../support/stukkenLinks.ts';
import { leesTafel, opAgenda, planTafel, werkdagOver } from '../support/tafels.ts';
import { naWerkdagen, totRegels, totVastgelopen, verstrijkVoorbij } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

describe('een tafel die vervalt, zonder volgende tafel en zonder tafelleden', () => {
  it('laat het traject wachten op de coördinator, die dat hoort; wacht het te lang, dan is het vastgelopen', async () => {
    await op.db.tafellidmaatschap.deleteMany();
    const datum = await werkdagOver(op, 12);
    await planTafel(op, datum);
    const kenmerk = await opAgenda(op, datum);
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
    await op.workflow(`tafel-${datum}`).result();
    const [regel] = await totRegels(op, kenmerk, 'bespreking-vervallen', 1);
    expect(regel?.codes).toEqual({ tafelDatum: datum, naar: { wachtOp: 'coordinator' } });

    expect(await op.traject(kenmerk)).toMatchObject({
      fase: 'voorbereiding',
      wachtOp: 'coordinator',
      tafelDatum: null,
      vastgelopen: [],
    });
    expect((await leesTafel(op, datum)).bestemmingen).toEqual([
      { kenmerk, tafelDatum: null, aanbieders: null },
    ]);
    const aanCoordinator = await mailAan(
      op,
      'coordinator-1@zorglogistiek.example',
      'Een bespreking gaat niet door',
      kenmerk,
    );
    expect(aanCoordinator.text).toContain('Het traject wacht nu op u.');
    const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
    const aanAanmelder = await mailAan(op, aanmelder, 'Een bespreking gaat niet door', kenmerk);
    expect(aanAanmelder.text).toContain('Er is nog geen nieuwe datum.');
    const { gebeurtenissen } = (await op.vraag('GET', `/v1/trajecten/${kenmerk}/gebeurtenissen`)).inhoud;
    expect(gebeurtenissen.at(-1).tekst).toContain('De coördinator kiest wat er nu gebeurt.');

    await verstrijkVoorbij(op, naWerkdagen(regel?.tijdstip.getTime() ?? 0, 5));
    await totVastgelopen(op, kenmerk, 'planning');
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 10) });
    await totVastgelopen(op, kenmerk, 'planning', false);
  });
});
