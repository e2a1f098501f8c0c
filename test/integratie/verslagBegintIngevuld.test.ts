/** A verslag begins with what is known: who is expected, what was tried, why that gave no place, and what was agreed. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const tafelleden = Array.from(
  { length: 12 },
  (_, plaats) => `aanbieder-${String(plaats + 1).padStart(2, '0')}`,
);

it('een verslag kan met het sjabloon worden gemaakt, en het volgende sjabloon noemt wat toen is afgesproken', async () => {
  const datum = await werkdagOver(op, 9);
  await planTafel(op, datum);
  const kenmerk = await opAgenda(op, datum);
  const lees = () => op.vraag('GET', `/v1/trajecten/${kenmerk}/verslagsjabloon`);
  const verwacht = {
    aanwezig: ['aanmelder', 'coordinator-1', ...tafelleden],
    geprobeerd: 'Anderhalf jaar in een gezinshuis, met traumabehandeling.',
    waaromNiet: expect.stringContaining('Drie groepen nemen geen kinderen'),
  };
  const vooraf = await lees();
  expect(vooraf).toMatchObject({ status: 200, inhoud: verwacht });
  expect(vooraf.inhoud.verslag).not.toContain('vorige bespreking');

  // After the agenda closed it is who was invited, whoever leaves the table then.
  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).agendaSluitTijdstip) + 60_000);
  await wachtTot(
    () => op.db.tafeluitnodiging.count(),
    (aantal) => aantal === 15,
  );
  await op.db.tafellidmaatschap.deleteMany({ where: { aanbieder: 'aanbieder-12' } });
  const { inhoud } = await lees();
  expect(inhoud).toMatchObject(verwacht);

  await verstrijkTot(op, Date.parse((await leesTafel(op, datum)).eindTijdstip) + 60_000);
  const voorDatum = await op.datum(5);
  await op.besluit(kenmerk, 'verslag', {
    ...inhoud,
    afspraken: [{ wie: 'aanmelder', wat: 'informatie-aanvullen', voorDatum }],
  });
  const volgende = await werkdagOver(op, 12);
  await planTafel(op, volgende);
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: volgende });
  const opnieuw = await lees();
  expect(opnieuw.inhoud.aanwezig).toEqual(['aanmelder', 'coordinator-1', ...tafelleden.slice(0, -1)]);
  expect(opnieuw.inhoud.verslag).toContain(
    `- informatie aanvullen door de aanmelder, uiterlijk ${leesbareDatum(voorDatum)}`,
  );
});
