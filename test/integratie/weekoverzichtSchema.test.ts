/** Every Monday the manager gets a link to the overview of the week, once, and opens it without an account. */
import { ScheduleOverlapPolicy } from '@temporalio/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { periodeEerder, periodeOp } from '../../domain/periode.ts';
import { weekoverzichtId } from '../../domain/rapport/weekbericht.ts';
import { weekschema, zorgVoorWeekschema } from '../../workers/weekschema.ts';
import { opent, startBrowser, verwachtToegankelijk } from '../support/browser.ts';
import { laatsteCode } from '../support/links.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { bewaarVerhaal } from '../support/rapportrijen.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
let browser: Browser;
let basis: string;
beforeAll(async () => {
  [op, browser] = await Promise.all([maakOpstelling({ tijd: 'echt' }), startBrowser()]);
  basis = await op.api.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await browser.close();
  await op.sluit();
});

const schema = () => op.client.schedule.getHandle(weekschema);
const zorg = () => zorgVoorWeekschema(op.client, op.instellingen.ZL_TASK_QUEUE);
const managers = () => op.db.medewerker.findMany({ where: { rol: 'manager' }, select: { email: true } });
async function gestart(): Promise<number> {
  let aantal = 0;
  for await (const { status } of op.client.workflow.list({ query: "WorkflowType='planWeekoverzicht'" }))
    if (status.name === 'COMPLETED') aantal += 1;
  return aantal;
}

it('het schema loopt iedere maandag om 08:00 uur in Nederland, bericht één keer per week, en haalt een voorbije week niet in', async () => {
  const week = periodeOp('week', await op.nu());
  const id = weekoverzichtId(week.code);
  await bewaarVerhaal(op.db, { kenmerk: 'ZL-2025-0001', moment: '2025-05-12T10:00:00+02:00' });
  await op.db.traject.updateMany({
    data: { signalen: ['vastgelopen'], vastgelopenRedenen: ['antwoord'] },
  });
  await zorg();
  for (const volgende of (await schema().describe()).info.nextActionTimes)
    expect(
      volgende.toLocaleString('nl-NL', {
        timeZone: 'Europe/Amsterdam',
        weekday: 'long',
        hour: 'numeric',
        minute: 'numeric',
      }),
    ).toMatch(/^maandag (om )?0?8:00$/);
  expect(op.smtp.berichten).toEqual([]);

  await schema().trigger();
  const verwacht = (await managers()).length;
  expect(verwacht).toBeGreaterThan(0);
  await wachtTot(
    () => op.mails(`(${id})`).length,
    (aantal) => aantal === verwacht,
  );
  await op.workflow(id).result();

  // Once more by hand, and three weeks of outage: no second mail about this week, and none about one that is over.
  await schema().trigger();
  await schema().backfill({
    start: new Date(periodeEerder(week, 3).beginTijdstip),
    end: new Date(week.beginTijdstip),
    overlap: ScheduleOverlapPolicy.BUFFER_ALL,
  });
  await wachtTot(gestart, (aantal) => aantal === 5);
  for (const eerder of [1, 2, 3])
    await op.workflow(weekoverzichtId(periodeEerder(week, eerder).code)).result();
  await zorg();
  expect(op.smtp.berichten).toHaveLength(verwacht);
  expect(await op.db.bericht.count()).toBe(verwacht);
});

it('de manager opent de link met een code, en leest zonder namen wat vastloopt en waarom', async () => {
  const id = weekoverzichtId(periodeOp('week', await op.nu()).code);
  const [mail] = op.mails(`(${id})`);
  expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Kanarievogel|ZL-2025-0001/);
  const pad = new URL(/https?:\/\/\S+\/l\/[\w.-]+/.exec(mail?.text ?? '')?.[0] ?? '').pathname;
  const pagina = await opent(browser, `${basis}${pad}`);
  expect(await pagina.locator('main').innerText()).not.toContain('ZL-2025-0001');
  await pagina.getByRole('button', { name: 'Stuur mij een code' }).click();
  await pagina.getByLabel('Code van zes cijfers').fill(laatsteCode(op.smtp));
  await pagina.getByRole('button', { name: 'Ga verder' }).click();
  expect(await pagina.locator('h1').textContent()).toMatch(/^Weekoverzicht: week \d+ van \d{4}$/);
  const tekst = await pagina.locator('main').innerText();
  expect(tekst).toContain('ZL-2025-0001');
  expect(tekst).toContain('een aanbieder heeft niet geantwoord'.slice(4));
  expect(tekst).not.toMatch(/Kanarievogel|2012/);
  await verwachtToegankelijk(pagina);
  await pagina.context().close();

  // Who is no manager any more reads nothing.
  await op.db.medewerker.updateMany({ where: { rol: 'manager' }, data: { rol: 'coordinator' } });
  const daarna = await opent(browser, `${basis}${pad}`);
  expect(await daarna.locator('h1').textContent()).toBe('Deze link werkt niet');
  await daarna.context().close();
});
