import { ScheduleOverlapPolicy } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { periodeEerder, periodeOp } from '../../domain/periode.ts';
import { uitvraagschema, zorgVoorUitvraagschema } from '../../workers/uitvraagschema.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', instellingen: { ZL_UITVRAAG_PER_MINUUT: '200' } });
  // Few of them: this is about when it begins.
  await op.db.contact.deleteMany({ where: { aanbieder: { gte: 'aanbieder-03' } } });
  await op.db.tafellidmaatschap.deleteMany({ where: { aanbieder: { gte: 'aanbieder-03' } } });
  await op.db.aanbieder.deleteMany({ where: { code: { gte: 'aanbieder-03' } } });
});
afterAll(() => op.sluit());

const schema = () => op.client.schedule.getHandle(uitvraagschema);
const zorg = () => zorgVoorUitvraagschema(op.client, op.instellingen.ZL_TASK_QUEUE);
const codes = async () =>
  (await op.vraag('GET', '/v1/uitvragen')).inhoud.uitvragen.map(({ code }: { code: string }) => code);
/** How many starters have run to their end. */
const gelopen = async () => {
  let aantal = 0;
  for await (const { status } of op.client.workflow.list({ query: "WorkflowType='planUitvraag'" }))
    if (status.name === 'COMPLETED') aantal += 1;
  return aantal;
};
const wachtOpGelopen = (aantal: number) => wachtTot(gelopen, (nu) => nu >= aantal);

describe('het schema van de uitvraag', () => {
  it('begint op de eerste werkdag van een kwartaal om 07:00 uur, één keer, ook achteraf', async () => {
    await zorg();
    const beschrijving = await schema().describe();
    expect(beschrijving.spec).toMatchObject({ timezone: 'Europe/Amsterdam' });
    const volgende = beschrijving.info.nextActionTimes[0];
    expect(volgende?.toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' })).toMatch(/^0?7:00:00$/);
    expect([0, 3, 6, 9]).toContain(volgende?.getMonth());
    expect(await codes()).toEqual([]);

    // New Year 2025 is a holiday: that day nothing begins; the four days after it together begin one.
    await schema().backfill({
      start: new Date('2025-01-01T00:00:00Z'),
      end: new Date('2025-01-01T23:00:00Z'),
      overlap: ScheduleOverlapPolicy.BUFFER_ALL,
    });
    await wachtOpGelopen(1);
    expect(await codes()).toEqual([]);
    await schema().backfill({
      start: new Date('2025-01-02T00:00:00Z'),
      end: new Date('2025-07-31T00:00:00Z'),
      overlap: ScheduleOverlapPolicy.BUFFER_ALL,
    });
    await wachtOpGelopen(15);
    expect(await codes()).toEqual(['2024-K4', '2025-K1', '2025-K2']);
    expect((await op.workflow('uitvraag-2025-K2').describe()).status.name).toBe('RUNNING');
    expect(await op.db.auditRegel.count({ where: { wat: 'uitvraag-begonnen' } })).toBe(3);

    // By hand, now: the quarter that has just ended.
    const voor = await gelopen();
    await schema().trigger();
    await wachtOpGelopen(voor + 1);
    const vorige = periodeEerder(periodeOp('kwartaal', await op.nu())).code;
    expect(await codes()).toContain(vorige);

    // A worker that starts again leaves the Schedule as it is, and begins nothing.
    const keren = await gelopen();
    await zorg();
    expect(await gelopen()).toBe(keren);
    await wachtTot(
      () => op.db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] } } }),
      (onderweg) => onderweg === 0,
    );
  });
});
