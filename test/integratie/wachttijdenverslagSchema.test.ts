/** The wachttijden are published by themselves once the uitvraag has closed, once per quarter, and then stand in the open data. */
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { periodeEerder, periodeOp } from '../../domain/periode.ts';
import { wachttijdenschema, zorgVoorWachttijdenschema } from '../../workers/wachttijdenschema.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';
import { bewaarUitvraag } from '../support/wachttijdrijen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

const dag = 86_400_000;

it('de wachttijden worden vanzelf gepubliceerd als de uitvraag is gesloten, ook een gemist kwartaal, en staan dan in de open data', async () => {
  const [vorig, daarvoor, nogEerder] = [1, 2, 3].map((terug) =>
    periodeEerder(periodeOp('kwartaal', Date.now()), terug),
  );
  if (!vorig || !daarvoor || !nogEerder) throw new Error('geen kwartaal');
  const antwoord = [antwoordMet([vak('lvb', 'ambulant', 60, 30, 20)])];
  await bewaarUitvraag(op.db, vorig.code, antwoord);
  await bewaarUitvraag(op.db, daarvoor.code, antwoord);
  await bewaarUitvraag(op.db, nogEerder.code, [], 'open');
  await zorgVoorWachttijdenschema(op.client, op.instellingen.ZL_TASK_QUEUE);
  const schema = op.client.schedule.getHandle(wachttijdenschema);
  for (const volgende of (await schema.describe()).info.nextActionTimes)
    expect(volgende.toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' })).toMatch(
      /^10-(2|5|8|11)-\d{4}, 0?7:00:00$/,
    );
  const rapporten = () => op.db.rapport.findMany({ orderBy: { periode: 'asc' } });
  const gestart = async () => {
    let aantal = 0;
    for await (const { status } of op.client.workflow.list({
      query: "WorkflowType='planWachttijdenverslag'",
    }))
      if (status.name === 'COMPLETED') aantal += 1;
    return aantal;
  };
  expect(await rapporten()).toEqual([]);

  await schema.trigger();
  const [eerste] = await wachtTot(rapporten, (rijen) => rijen.length === 1);
  expect(eerste).toMatchObject({ id: `wachttijdenverslag-${vorig.code}`, versie: 1, wie: 'systeem' });

  // A year of outage: the quarter with a closed uitvraag is made up for, one with an open uitvraag or none is not.
  await schema.backfill({
    start: new Date(vorig.beginTijdstip - 300 * dag),
    end: new Date(vorig.eindTijdstip - dag),
    overlap: ScheduleOverlapPolicy.BUFFER_ALL,
  });
  const alle = await wachtTot(rapporten, (rijen) => rijen.length === 2);
  expect(alle.map(({ periode }) => periode)).toEqual([daarvoor.code, vorig.code]);
  await wachtTot(gestart, (aantal) => aantal >= 4);
  expect(await rapporten()).toEqual(alle);
  for (const { id } of alle) await op.workflow(id).result();

  const lijst = (await op.api.inject({ url: '/v1/open-data/wachttijden' })).json();
  expect(lijst.kwartalen.map(({ kwartaal }: { kwartaal: string }) => kwartaal)).toEqual([
    vorig.code,
    daarvoor.code,
  ]);
  // By hand in Temporal nobody publishes what may still change.
  const namaak = await op.client.workflow.start('rapportage', {
    workflowId: 'namaak-wachttijden',
    taskQueue: op.instellingen.ZL_TASK_QUEUE,
    args: [{ soort: 'wachttijden', periode: nogEerder.code, versie: 1 }],
  });
  await expect(namaak.result()).rejects.toThrow();
  expect(await op.db.rapport.count({ where: { periode: nogEerder.code } })).toBe(0);
});
