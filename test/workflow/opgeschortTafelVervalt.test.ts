/** A table that is cancelled takes along who is opgeschort: it goes on by the same rule, behind who can be discussed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { mailAan } from '../support/stukkenLinks.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import { totRegels } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
const coordinator = 'coordinator-1@zorglogistiek.example';
const sector = (a: Aanmelding) => {
  a.vraag.sector = 'lvb';
};
/** The tafelleden that work in lvb. */
const vanSector = ['aanbieder-03', 'aanbieder-05', 'aanbieder-08', 'aanbieder-10'];

async function schortOp(kenmerk: string): Promise<void> {
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(30),
    toelichting: 'Eerst moet het veilig zijn.',
  });
}
const laatVervallen = (datum: string) =>
  op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });

describe('een traject dat is opgeschort als zijn tafel vervalt', () => {
  it('gaat zonder volgende plaats pas bij het hervatten naar aanbieders, en neemt niemand een plaats af', async () => {
    const datum = await werkdagOver(op, 12);
    const volgende = await werkdagOver(op, 20);
    await planTafel(op, datum);
    await planTafel(op, volgende, { agendaLimiet: 1 });
    // It came first, so that it would also be first on the agenda.
    const opgeschort = await opAgenda(op, datum, sector);
    await op.verstrijk('1 hour');
    const ander = await opAgenda(op, datum, sector);
    await schortOp(opgeschort);
    await laatVervallen(datum);
    for (const kenmerk of [opgeschort, ander]) await totRegels(op, kenmerk, 'bespreking-vervallen', 1);

    expect(await op.traject(ander)).toMatchObject({ fase: 'bespreking', tafelDatum: volgende });
    expect(await op.traject(opgeschort)).toMatchObject({
      fase: 'onderzoek',
      wachtOp: 'coordinator',
      tafelDatum: null,
      signalen: ['opgeschort'],
    });
    expect(await op.db.onderzoek.count({ where: { kenmerk: opgeschort } })).toBe(0);
    const naarAanmelder = await mailAan(op, aanmelder, 'Uw vraag gaat straks naar aanbieders', opgeschort);
    expect(naarAanmelder.text).toContain('Gaat het verder, dan');
    const naarCoordinator = await mailAan(op, coordinator, 'Een bespreking gaat niet door', opgeschort);
    expect(naarCoordinator.text).toContain('Het traject is opgeschort.');

    await op.besluit(opgeschort, 'hervatting', {});
    const onderzoeken = await wachtTot(
      () => op.db.onderzoek.findMany({ where: { kenmerk: opgeschort } }),
      ({ length }) => length === 4,
    );
    expect(onderzoeken.map(({ aanbieder }) => aanbieder).sort()).toEqual(vanSector);
  });

  it('gaat mee naar de volgende tafel als daar plaats is, en staat daar op de agenda als het op tijd is hervat', async () => {
    const datum = await werkdagOver(op, 50);
    const volgende = await werkdagOver(op, 58);
    await planTafel(op, datum);
    await planTafel(op, volgende);
    const kenmerk = await opAgenda(op, datum);
    await schortOp(kenmerk);
    await laatVervallen(datum);
    await totRegels(op, kenmerk, 'bespreking-vervallen', 1);
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'bespreking', tafelDatum: volgende });
    await op.besluit(kenmerk, 'hervatting', {});
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'bespreking', tafelDatum: volgende });
    await verstrijkTot(op, Date.parse((await leesTafel(op, volgende)).agendaSluitTijdstip) + 60_000);
    await wachtTot(
      () => leesTafel(op, volgende),
      ({ status, agenda }) =>
        status === 'agenda-gesloten' && agenda.some((punt: { kenmerk: string }) => punt.kenmerk === kenmerk),
    );
  });
});
