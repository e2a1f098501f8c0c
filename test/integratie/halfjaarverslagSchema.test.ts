/** The half-year report comes by itself in the first days of July and January, once, also after an outage. */
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { periodeEerder, periodeOp } from '../../domain/periode.ts';
import { verslagschemas, zorgVoorVerslagschemas } from '../../workers/verslagschema.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarVerhaal } from '../support/rapportrijen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

const schema = () => op.client.schedule.getHandle(verslagschemas.halfjaar.id);
const zorg = async () =>
  zorgVoorVerslagschemas(
    { client: op.client, taskQueue: op.instellingen.ZL_TASK_QUEUE, db: op.db },
    await op.nu(),
  );
const rapporten = () => op.db.rapport.findMany({ orderBy: { id: 'asc' } });

it('het halfjaarverslag wordt vanzelf gemaakt, één keer per halfjaar, ook over gemiste halfjaren', async () => {
  const halfjaar = periodeEerder(periodeOp('halfjaar', await op.nu()));
  const over = (dagen: number, { beginTijdstip }: { beginTijdstip: number }) =>
    new Date(beginTijdstip + dagen * 86_400_000).toISOString();
  await bewaarVerhaal(op.db, { kenmerk: `ZL-${halfjaar.jaar}-0001`, moment: over(40, halfjaar) });
  await zorg();
  const beschrijving = await schema().describe();
  expect(beschrijving.spec).toMatchObject({ timezone: 'Europe/Amsterdam' });
  const [volgende] = beschrijving.info.nextActionTimes;
  expect(volgende?.toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' })).toMatch(
    /^5-[17]-\d{4}, 0?7:00:00$/,
  );
  // Nothing is published by the making of the Schedule alone.
  expect(await rapporten()).toEqual([]);

  // By hand: the half-year that ended last.
  await schema().trigger();
  const [gemaakt] = await wachtTot(rapporten, (rijen) => rijen.length === 1);
  expect(gemaakt).toMatchObject({
    id: `halfjaarverslag-${halfjaar.code}`,
    versie: 1,
    wie: 'systeem',
    reden: null,
    gegevens: { periode: halfjaar.code },
  });
  const gegevens = gemaakt?.gegevens as { cijfers: { code: string; waarde: number }[] } | undefined;
  expect(gegevens?.cijfers.find(({ code }) => code === 'aanmeldingen')?.waarde).toBe(1);
  const workflow = op.workflow(`halfjaarverslag-${halfjaar.code}`);
  await workflow.result();
  expect((await workflow.describe()).type).toBe('halfjaarverslag');
  expect(op.mails(`halfjaarverslag-${halfjaar.code}`).length).toBeGreaterThan(0);
  const aantalMails = op.smtp.berichten.length;

  // A year of outage: each half-year that was missed gets its own, and the one that there is stays. Before the first aanmelding there is none.
  const eerste = periodeEerder(halfjaar, 3);
  await bewaarVerhaal(op.db, { kenmerk: 'ZL-2000-0001', moment: over(50, eerste) });
  await schema().backfill({
    start: new Date(eerste.beginTijdstip),
    end: new Date(await op.nu()),
    overlap: ScheduleOverlapPolicy.BUFFER_ALL,
  });
  const alle = await wachtTot(rapporten, (rijen) => rijen.length === 4);
  expect(alle.map(({ id }) => id)).toEqual(
    [halfjaar, ...[1, 2, 3].map((terug) => periodeEerder(halfjaar, terug))]
      .map(({ code }) => `halfjaarverslag-${code}`)
      .sort(),
  );
  expect(alle.find(({ id }) => id === gemaakt?.id)).toEqual(gemaakt);
  for (const { id } of alle) await op.workflow(id).result();
  expect(op.mails(`(${gemaakt?.id})`)).toHaveLength(aantalMails);

  // A worker that starts again leaves the Schedule as it is.
  await zorg();
  expect(await rapporten()).toHaveLength(4);
});

it('wie het zelf start in Temporal krijgt geen rapport over een periode die nog loopt', async () => {
  const loopt = periodeOp('halfjaar', await op.nu()).code;
  for (const [periode, versie] of [
    [loopt, 1],
    ['2025-1', 7],
  ] as const) {
    const handle = await op.client.workflow.start('halfjaarverslag', {
      workflowId: `namaak-${periode}-${versie}`,
      taskQueue: op.instellingen.ZL_TASK_QUEUE,
      args: [{ soort: 'halfjaar', periode, versie }],
    });
    await expect(handle.result()).rejects.toThrow();
    expect(await op.db.rapport.count({ where: { periode, versie } })).toBe(0);
  }
});
