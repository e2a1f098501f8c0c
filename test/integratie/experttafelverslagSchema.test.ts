/** The report of the Experttafel over a year comes by itself in the first days of January, once, also after an outage. */
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodeEerder, periodeOp } from '../../domain/periode.ts';
import { nietsTePubliceren } from '../../domain/rapport/publicatie.ts';
import { zorgVoorSchema } from '../../workers/schema.ts';
import { vasteDagWachttijden, verslagschemas, zorgVoorVerslagschemas } from '../../workers/verslagschema.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarVerhaal } from '../support/rapportrijen.ts';
import { wachtTot } from '../support/wachtTot.ts';
import { antwoordMet, vak } from '../support/wachttijden.ts';
import { bewaarCijfers, bewaarUitvraag } from '../support/wachttijdrijen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

const schema = () => op.client.schedule.getHandle(verslagschemas.experttafel.id);
const zorg = async () =>
  zorgVoorVerslagschemas(
    { client: op.client, taskQueue: op.instellingen.ZL_TASK_QUEUE, db: op.db },
    await op.nu(),
  );
const rapporten = () => op.db.rapport.findMany({ orderBy: { id: 'asc' } });
/** What the runs of the Schedule said as they ended. */
async function uitkomsten(): Promise<unknown[]> {
  const lijst: unknown[] = [];
  const query = "WorkflowType='planExperttafelverslag' AND ExecutionStatus='Completed'";
  for await (const { workflowId, runId } of op.client.workflow.list({ query }))
    lijst.push(await op.client.workflow.getHandle(workflowId, runId).result());
  return lijst;
}

it('over een jaar van voor de eerste aanmelding wordt niets gepubliceerd: dat is iets anders dan nul', async () => {
  const { eindTijdstip } = periodeEerder(periodeOp('jaar', await op.nu()));
  // On the third of January the team begins, on the fifth the Schedule runs.
  const moment = new Date(eindTijdstip + 2 * 86_400_000 + 36_000_000).toISOString();
  await bewaarVerhaal(op.db, { kenmerk: 'ET-2000-0009', moment });
  await zorg();
  await schema().trigger();
  expect(await wachtTot(uitkomsten, ({ length }) => length > 0)).toEqual([nietsTePubliceren]);
  expect(await rapporten()).toEqual([]);
  expect(op.smtp.berichten).toEqual([]);
});

it('het jaaroverzicht van de Experttafel wordt vanzelf gemaakt, één keer per jaar, ook over gemiste jaren', async () => {
  const jaar = periodeEerder(periodeOp('jaar', await op.nu()));
  const moment = new Date(periodeEerder(jaar, 3).beginTijdstip + 40 * 86_400_000).toISOString();
  await bewaarVerhaal(op.db, { kenmerk: 'ET-2000-0001', moment });
  await zorg();
  const beschrijving = await schema().describe();
  expect(beschrijving.spec).toMatchObject({ timezone: 'Europe/Amsterdam' });
  for (const volgende of beschrijving.info.nextActionTimes)
    expect(volgende.toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' })).toMatch(
      /^5-1-\d{4}, 0?7:00:00$/,
    );
  expect(await rapporten()).toEqual([]);

  // By hand: the year that ended last.
  await schema().trigger();
  const [gemaakt] = await wachtTot(rapporten, (rijen) => rijen.length === 1);
  const id = `experttafelverslag-${jaar.code}`;
  expect(gemaakt).toMatchObject({ id, soort: 'experttafel', versie: 1, wie: 'systeem', reden: null });
  await op.workflow(id).result();
  expect((await op.workflow(id).describe()).type).toBe('rapportage');
  const mails = op.mails(`(${id})`).length;
  expect(mails).toBeGreaterThan(0);

  // Four years of outage: each year that was missed gets its own but the one before the first aanmelding, and the one that there is stays.
  await schema().backfill({
    start: new Date(periodeEerder(jaar, 3).beginTijdstip),
    end: new Date(jaar.eindTijdstip + 10 * 86_400_000),
    overlap: ScheduleOverlapPolicy.BUFFER_ALL,
  });
  const alle = await wachtTot(rapporten, (rijen) => rijen.length === 4);
  expect(alle.map(({ periode }) => periode)).toEqual(
    [3, 2, 1, 0].map((terug) => periodeEerder(jaar, terug).code),
  );
  expect(alle.at(-1)).toEqual(gemaakt);
  for (const rij of alle) await op.workflow(rij.id).result();
  expect(op.mails(`(${id})`)).toHaveLength(mails);
});

describe('het schema dat de wachttijden op een vaste dag publiceerde', () => {
  const oudSchema = () =>
    zorgVoorSchema(op.client, op.instellingen.ZL_TASK_QUEUE, {
      id: vasteDagWachttijden,
      spec: { calendars: [{ month: 'FEBRUARY', dayOfMonth: 10, hour: 7 }] },
      workflowType: 'planWachttijdenverslag',
      workflowId: 'plan-wachttijdenverslag',
      samenvatting: 'Publiceert de wachttijden',
      policies: {},
    });
  const isErNog = async () => {
    const ids: string[] = [];
    for await (const { scheduleId } of op.client.schedule.list()) ids.push(scheduleId);
    return ids.includes(vasteDagWachttijden);
  };
  const kwartaal = async () => periodeEerder(periodeOp('kwartaal', await op.nu())).code;

  it('verdwijnt: het sluiten van de uitvraag doet dat', async () => {
    await oudSchema();
    await bewaarUitvraag(op.db, await kwartaal(), [], 'open');
    await zorg();
    await zorg();
    expect(await isErNog()).toBe(false);
    await expect(op.client.schedule.getHandle(vasteDagWachttijden).describe()).rejects.toThrow();
    // The closing will start it, under the same id.
    await expect(op.workflow(`wachttijdenverslag-${await kwartaal()}`).describe()).rejects.toThrow();
  });

  it('laat niets ongepubliceerd: wat al was gesloten toen het verdween, wordt één keer gepubliceerd', async () => {
    const code = await kwartaal();
    await op.db.uitvraag.updateMany({ where: { code }, data: { status: 'gesloten' } });
    await bewaarCijfers(op.db, code, 1, [antwoordMet([vak('lvb', 'ambulant', 60, 30, 20)])]);
    const id = `wachttijdenverslag-${code}`;
    // Only where there was such a Schedule.
    await zorg();
    await expect(op.workflow(id).describe()).rejects.toThrow();

    await oudSchema();
    await zorg();
    await op.workflow(id).result();
    const waar = { where: { soort: 'wachttijden' } };
    const [rapport] = await op.db.rapport.findMany(waar);
    expect(rapport).toMatchObject({ id, periode: code, versie: 1, wie: 'systeem' });

    await oudSchema();
    await zorg();
    expect(await isErNog()).toBe(false);
    expect(await op.db.rapport.findMany(waar)).toEqual([rapport]);
  });
});
