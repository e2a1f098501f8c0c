/** A table goes by while a traject is opgeschort: once it goes on it needs another date, and the coördinator hears so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { mailAan } from '../support/stukkenLinks.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import {
  naWerkdagen,
  ontvangers,
  regels,
  totVastgelopen,
  vastgelopen,
  verstrijkVoorbij,
  werkdagNa,
} from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const minuut = 60_000;

async function schortOp(kenmerk: string): Promise<void> {
  await op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(60),
    toelichting: 'Eerst moet het veilig zijn.',
  });
}

/** A traject on a table of its own, and the moments of that table. */
async function opEigenTafel() {
  const datum = await werkdagOver(op, 12);
  await planTafel(op, datum);
  const kenmerk = await opAgenda(op, datum);
  const { agendaSluitTijdstip, eindTijdstip } = await leesTafel(op, datum);
  return { datum, kenmerk, sluit: Date.parse(agendaSluitTijdstip), einde: Date.parse(eindTijdstip) };
}

const totStatus = (datum: string, wil: string) =>
  wachtTot(
    () => leesTafel(op, datum),
    ({ status }) => status === wil,
  );

describe('een traject dat is opgeschort terwijl zijn tafel voorbijgaat', () => {
  it('is na het hervatten terug bij de planning als de agenda zonder dit traject sloot', async () => {
    const { datum, kenmerk, sluit } = await opEigenTafel();
    await schortOp(kenmerk);
    await verstrijkTot(op, sluit + minuut);
    expect(await totStatus(datum, 'agenda-gesloten')).toMatchObject({ agenda: [], uitgenodigd: [] });
    // Long after the table nobody is late with a verslag.
    await verstrijkVoorbij(op, werkdagNa(datum, 4));
    expect(await vastgelopen(op, kenmerk)).toEqual([]);

    await op.besluit(kenmerk, 'hervatting', {});
    expect(await op.traject(kenmerk)).toMatchObject({
      fase: 'voorbereiding',
      wachtOp: 'coordinator',
      tafelDatum: null,
    });
    const coordinator = 'coordinator-1@zorglogistiek.example';
    const mail = await mailAan(op, coordinator, 'Plan een nieuwe bespreking', kenmerk);
    expect(mail.text).toContain('niet besproken');
    const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
    const hervat = await mailAan(op, aanmelder, 'Wij gaan verder met uw aanmelding', kenmerk);
    expect(hervat.text).toContain('ging voorbij zonder dit traject');
    const [regel] = await regels(op, kenmerk, 'hervatting');
    expect(regel?.codes).toMatchObject({ gemisteTafel: datum });

    await verstrijkVoorbij(op, naWerkdagen(regel?.tijdstip.getTime() ?? 0, 5));
    await totVastgelopen(op, kenmerk, 'planning');
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'veiligheid-eerst' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 10) });
    await totVastgelopen(op, kenmerk, 'planning', false);
  });

  it('ook als het pas na het sluiten van de agenda werd opgeschort en de tafel is gehouden', async () => {
    const { datum, kenmerk, sluit, einde } = await opEigenTafel();
    await verstrijkTot(op, sluit + minuut);
    await totStatus(datum, 'agenda-gesloten');
    await schortOp(kenmerk);
    await verstrijkTot(op, einde + minuut);
    await totStatus(datum, 'gehouden');
    await op.besluit(kenmerk, 'hervatting', {});
    expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', tafelDatum: null });
    expect(await ontvangers(op, kenmerk, 'tafel-gemist', 1)).toEqual(['coordinator-1']);
  });

  it('blijft op zijn tafel als het er toch bij kan zijn, of er al was besproken', async () => {
    const opTijd = await opEigenTafel();
    await schortOp(opTijd.kenmerk);
    await op.besluit(opTijd.kenmerk, 'hervatting', {});
    expect(await op.traject(opTijd.kenmerk)).toMatchObject({
      fase: 'bespreking',
      tafelDatum: opTijd.datum,
    });
    await verstrijkTot(op, opTijd.sluit + minuut);
    expect(await totStatus(opTijd.datum, 'agenda-gesloten')).toMatchObject({
      agenda: [{ kenmerk: opTijd.kenmerk }],
    });
    // Invited for, opgeschort and back before the table; and opgeschort again after it.
    for (const moment of [opTijd.sluit + 2 * minuut, opTijd.einde + minuut]) {
      await verstrijkTot(op, moment);
      await schortOp(opTijd.kenmerk);
      await op.besluit(opTijd.kenmerk, 'hervatting', {});
      expect(await op.traject(opTijd.kenmerk)).toMatchObject({
        fase: 'bespreking',
        tafelDatum: opTijd.datum,
      });
    }
    expect(await op.db.bericht.count({ where: { kenmerk: opTijd.kenmerk, soort: 'tafel-gemist' } })).toBe(0);
  });
});
