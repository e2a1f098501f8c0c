import { ScheduleOverlapPolicy } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tafelVanSchema } from '../../domain/tafelkalender.ts';
import { tafelschema, zorgVoorTafelschema } from '../../workers/tafelschema.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { planTafel } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

const week = 7 * 24 * 60 * 60 * 1000;

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', instellingen: { ZL_TAFEL_DAG: 'dinsdag', ZL_TAFEL_WEKEN: '1' } });
});
afterAll(() => op.sluit());

const data = async () =>
  (await op.vraag('GET', '/v1/tafels?limiet=100')).inhoud.tafels.map(({ datum }: { datum: string }) => datum);
const schema = () => op.client.schedule.getHandle(tafelschema);
const zorg = () => zorgVoorTafelschema(op.client, op.instellingen.ZL_TASK_QUEUE, 'dinsdag');
/** How many starters have run to their end. */
const gelopen = async () => {
  let aantal = 0;
  for await (const { status } of op.client.workflow.list({ query: "WorkflowType='planTafel'" }))
    if (status.name === 'COMPLETED') aantal += 1;
  return aantal;
};
const wachtOpGelopen = (aantal: number) => wachtTot(gelopen, (nu) => nu >= aantal);

describe('het schema van de tafel', () => {
  it('heeft meteen de komende weken, ook met een tafel die er al was; daarna iedere week één erbij', async () => {
    const nu = await op.nu();
    const verst = tafelVanSchema(nu, 'dinsdag', 1) ?? '';
    const metDeHand = tafelVanSchema(nu - 2 * week, 'dinsdag', 1) ?? '';
    await planTafel(op, metDeHand, { beginTijd: '16:00' });
    await zorg();
    await wachtOpGelopen(6);
    const eerste = await data();
    expect(eerste).toContain(metDeHand);
    // All of them on the day of the table, or on the next werkdag when that is a holiday.
    const verwacht = Array.from({ length: 7 }, (_, i) => tafelVanSchema(nu - i * week, 'dinsdag', 1));
    for (const datum of eerste) expect(verwacht).toContain(datum);
    expect(eerste.length).toBeGreaterThanOrEqual(5);
    const handmatig = await op.vraag('GET', `/v1/tafels/${metDeHand}`);
    expect(handmatig.inhoud).toMatchObject({ beginTijd: '16:00' });

    // By hand, now: the table of the week that is six weeks ahead.
    const voor = await gelopen();
    await schema().trigger();
    await wachtOpGelopen(voor + 1);
    expect(await data()).toContain(verst);
    expect((await op.workflow(`tafel-${verst}`).describe()).status.name).toBe('RUNNING');

    // The same again, and a whole month again: not one table more.
    const gepland = await data();
    const eerder = await gelopen();
    // A Schedule names what it starts after the second: two triggers in one second are one run.
    const seconde = Math.floor(Date.now() / 1000);
    await wachtTot(
      () => Math.floor(Date.now() / 1000),
      (nu) => nu > seconde,
    );
    await schema().trigger();
    await schema().backfill({
      start: new Date(nu - 4 * week),
      end: new Date(nu),
      overlap: ScheduleOverlapPolicy.ALLOW_ALL,
    });
    await wachtOpGelopen(eerder + 5);
    expect(await data()).toEqual(gepland);
    expect(await op.db.auditRegel.count({ where: { wat: 'tafel-gepland' } })).toBe(gepland.length);

    // A worker that starts again leaves the Schedule as it is, and does not make up for weeks a second time.
    const keren = await gelopen();
    await zorg();
    const beschrijving = await schema().describe();
    expect(beschrijving.spec).toMatchObject({ timezone: 'Europe/Amsterdam' });
    const [volgende] = beschrijving.info.nextActionTimes;
    expect(volgende && new Date(volgende).toLocaleString('nl-NL', { timeZone: 'Europe/Amsterdam' })).toMatch(
      / 0?6:00:00$/,
    );
    expect(volgende?.getUTCDay()).toBe(2);
    expect(await gelopen()).toBe(keren);
  });
});
