/** While a traject is opgeschort nobody prepares for its table: the access by that table rests, and the aanmelder hears of the appointment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { stukkenlezersVan } from '../../infra/stukken/lezen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { stuurStuk } from '../support/stukken.ts';
import { mailAan } from '../support/stukkenLinks.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import { ontvangers } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const minuut = 60_000;
const aanmelder = 'robin.voorbeeld@jeugdteam-den-haag.example';
const tafelleden = Array.from(
  { length: 12 },
  (_, plaats) => `aanbieder-${String(plaats + 1).padStart(2, '0')}-contact-1`,
);

/** A traject on the agenda of a table of its own, which has closed: the tafelleden have its stukken. */
async function opGeslotenAgenda() {
  const datum = await werkdagOver(op, 12);
  await planTafel(op, datum);
  const kenmerk = await opAgenda(op, datum);
  const { agendaSluitTijdstip, eindTijdstip } = await leesTafel(op, datum);
  await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + minuut);
  await wachtTot(
    () => stukkenlezersVan(op.db, kenmerk),
    ({ length }) => length === tafelleden.length,
  );
  return { datum, kenmerk, einde: Date.parse(eindTijdstip) };
}

const schortOp = async (kenmerk: string) =>
  op.besluit(kenmerk, 'opschorting', {
    reden: 'veiligheid-eerst',
    evaluatieDatum: await op.datum(60),
    toelichting: 'Eerst moet het veilig zijn.',
  });

/** Who was mailed about a stuk that is sent now. */
async function hoorden(kenmerk: string, aantal: number): Promise<string[]> {
  const voor = await op.db.bericht.count({ where: { kenmerk, soort: 'stuk-toegevoegd' } });
  const { inhoud } = await stuurStuk(op, kenmerk, { velden: { soort: 'risicotaxatie' } });
  await ontvangers(op, kenmerk, 'stuk-toegevoegd', voor + aantal);
  const rijen = await op.db.bericht.findMany({ where: { kenmerk, gelegenheid: inhoud.id } });
  return rijen.map(({ geadresseerde }) => geadresseerde).sort();
}

describe('een traject dat na het sluiten van de agenda wordt opgeschort', () => {
  it('is zolang voor geen tafellid te lezen; gaat het op tijd verder, dan weer wel, en hoort de aanmelder dat de bespreking doorgaat', async () => {
    const { datum, kenmerk } = await opGeslotenAgenda();
    const dag = leesbareDatum(datum);
    await schortOp(kenmerk);
    expect(await stukkenlezersVan(op.db, kenmerk)).toEqual([]);
    expect(await hoorden(kenmerk, 1)).toEqual(['coordinator-1']);
    const stil = await mailAan(op, aanmelder, 'staat tijdelijk stil', kenmerk);
    expect(stil.text).toContain(`de tafel van ${dag}`);
    expect(stil.text).toContain('u hoeft dan niet te komen');

    await op.besluit(kenmerk, 'hervatting', {});
    expect(await stukkenlezersVan(op.db, kenmerk)).toEqual(tafelleden);
    expect(await hoorden(kenmerk, 13)).toEqual([...tafelleden, 'coordinator-1'].sort());
    const verder = await mailAan(op, aanmelder, 'Wij gaan verder met uw aanmelding', kenmerk);
    expect(verder.text).toContain(`De bespreking aan de tafel van ${dag} gaat door.`);
    expect(verder.text).not.toContain('U hoeft nu niets te doen');
  });

  it('blijft dicht als de tafel zonder dit kind is gehouden, ook voor wie onder eerdere regels op die tafel bleef staan', async () => {
    const { datum, kenmerk, einde } = await opGeslotenAgenda();
    await schortOp(kenmerk);
    await verstrijkTot(op, einde + minuut);
    await wachtTot(
      () => leesTafel(op, datum),
      ({ status }) => status === 'gehouden',
    );
    expect(await stukkenlezersVan(op.db, kenmerk)).toEqual([]);
    await op.besluit(kenmerk, 'hervatting', {});
    // The row of a traject of before `regels: 4` as it stands after its hervatting.
    await op.db.$executeRaw`
      UPDATE "Traject" SET "fase" = 'bespreking', "tafelDatum" = ${datum}::date WHERE "kenmerk" = ${kenmerk}`;
    expect(await stukkenlezersVan(op.db, kenmerk)).toEqual([]);
  });
});
