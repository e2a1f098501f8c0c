/** One traject of which the decision is never taken does not keep a table from going on: it is left out, and its coördinator hears so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vraagBesluit } from '../support/dossier.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { mailAan } from '../support/stukkenLinks.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import {
  inVoorbereiding,
  ontvangers,
  totVastgelopen,
  verstrijkVoorbij,
  werkdagNa,
} from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const coordinator = 'coordinator-1@zorglogistiek.example';

/** A traject with a decision for a table that nobody takes. */
async function blijftHangen(datum: string): Promise<string> {
  const kenmerk = await inVoorbereiding(op);
  await vraagBesluit(op.db, { kenmerk, soort: 'tafeldatum', codes: { tafelDatum: datum } });
  return kenmerk;
}

/** Waits until the table has asked more than once who is on the way. */
const wacht = (datum: string) =>
  wachtTot(
    () => op.workflow(`tafel-${datum}`).describe(),
    ({ raw }) => raw.pendingActivities?.some(({ attempt }) => (attempt ?? 0) > 1) === true,
  );

describe('een tafel waarnaar een traject blijft hangen', () => {
  it('sluit na een uur haar agenda zonder dit traject; dat wordt gezien als het alsnog op die tafel komt', async () => {
    const datum = await werkdagOver(op, 12);
    await planTafel(op, datum);
    const ander = await opAgenda(op, datum);
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) - 60_000);
    const kenmerk = await blijftHangen(datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 1_000);
    await wacht(datum);
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'gepland' });

    await op.verstrijk('90 minutes');
    expect(
      await wachtTot(
        () => leesTafel(op, datum),
        ({ uitgenodigd }) => uitgenodigd.length === 15,
      ),
    ).toMatchObject({ status: 'agenda-gesloten', agenda: [{ kenmerk: ander }] });
    const mail = await mailAan(
      op,
      coordinator,
      `Traject ${kenmerk} staat niet op de tafel`,
      `tafel-${datum}`,
    );
    expect(mail.text).toContain('gesloten zonder dit traject');
    expect(await ontvangers(op, `tafel-${datum}`, 'tafel-zonder-traject', 1)).toEqual(['coordinator-1']);

    // Only after the table the decision is taken after all: somebody has to look, and is told.
    await verstrijkVoorbij(op, werkdagNa(datum, 3));
    await op.herstel();
    await wachtTot(
      () => op.traject(kenmerk),
      ({ fase, tafelDatum }) => fase === 'bespreking' && tafelDatum === datum,
    );
    await totVastgelopen(op, kenmerk, 'verslag');
    const gemeld = await op.db.bericht.findMany({
      where: { kenmerk, soort: 'norm-verstreken', gegevens: { path: ['wacht'], equals: 'verslag' } },
    });
    expect(gemeld.map(({ geadresseerde }) => geadresseerde)).toEqual(['coordinator-1']);
  });

  it('verdeelt na een uur de andere trajecten als zij vervalt', async () => {
    const datum = await werkdagOver(op, 40);
    const volgende = await werkdagOver(op, 48);
    await planTafel(op, datum);
    await planTafel(op, volgende);
    const ander = await opAgenda(op, datum);
    const kenmerk = await blijftHangen(datum);
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'voorzitter-ziek' });
    await wacht(datum);
    expect(await op.traject(ander)).toMatchObject({ tafelDatum: datum });

    await op.verstrijk('90 minutes');
    expect(await op.workflow(`tafel-${datum}`).result()).toMatchObject({ status: 'vervallen' });
    expect(await op.traject(ander)).toMatchObject({ fase: 'bespreking', tafelDatum: volgende });
    const { bestemmingen } = await leesTafel(op, datum);
    expect(bestemmingen).toContainEqual({ kenmerk: ander, tafelDatum: volgende, aanbieders: null });
    expect(bestemmingen).toContainEqual({ kenmerk, tafelDatum: null, aanbieders: null });
    const mail = await mailAan(
      op,
      coordinator,
      `Traject ${kenmerk} staat niet op de tafel`,
      `tafel-${datum}`,
    );
    expect(mail.text).toContain('overgeslagen');
  });
});
