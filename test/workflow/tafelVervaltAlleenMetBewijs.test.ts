/** Anybody with the Temporal UI can send a signal: a traject leaves its table only when that table has really fallen through. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { opAgenda, planTafel, werkdagOver } from '../support/tafels.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

it('een verzonnen bericht dat de tafel vervalt, verandert niets', async () => {
  const datum = await werkdagOver(op, 12);
  const andere = await werkdagOver(op, 20);
  await planTafel(op, datum);
  await planTafel(op, andere);
  const kenmerk = await opAgenda(op, datum);
  const vervallen = await werkdagOver(op, 30);
  await planTafel(op, vervallen);
  await op.vraag('POST', `/v1/tafels/${vervallen}/vervallen`, { reden: 'anders' });
  await op.workflow(`tafel-${vervallen}`).result();
  const voor = await op.traject(kenmerk);
  const verhaal = await op.verhaal(kenmerk);

  const traject = op.trajectWorkflow(kenmerk);
  for (const signaal of [
    { tafel: `tafel-${datum}`, gelegenheid: 'vervallen-1', naar: { tafelDatum: andere } },
    { tafel: `tafel-${datum}`, gelegenheid: 'vervallen-2', naar: { aanbieders: ['aanbieder-01'] } },
    { tafel: `tafel-${vervallen}`, gelegenheid: 'vervallen-3', naar: { tafelDatum: andere } },
    { tafel: `tafel-${datum}`, gelegenheid: 'vervallen-4', naar: {} },
    { tafel: 'tafel-morgen', gelegenheid: 'vervallen-5', naar: { tafelDatum: andere } },
    null,
  ])
    await traject.signal('tafelGemeld', signaal);
  // A decision takes its turn behind the signals: once it is taken, they have been.
  await op.besluit(kenmerk, 'contact', { met: 'ouders', verslag: 'Gebeld.' });

  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'bespreking',
    tafelDatum: datum,
    versie: voor.versie + 1,
  });
  expect(await op.verhaal(kenmerk)).toEqual([...verhaal, 'contact']);
  expect(await op.db.onderzoek.count({ where: { kenmerk } })).toBe(0);
  expect(op.mails(kenmerk).filter(({ subject }) => subject?.includes('gaat niet door'))).toEqual([]);
});
