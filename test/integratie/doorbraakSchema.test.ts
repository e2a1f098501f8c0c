/** The Schedule of the doorbraak on the real server: each quarter or month once, made up for after an outage, never twice. */
import { ScheduleOverlapPolicy } from '@temporalio/client';
import { afterAll, describe, expect, it } from 'vitest';
import { type DoorbraakRitme, doorbraakId } from '../../domain/doorbraakCodes.ts';
import { type Periode, periodeOp } from '../../domain/periode.ts';
import { datumInNederland } from '../../domain/werkdagen.ts';
import { doorbraakschema, zorgVoorDoorbraakschema } from '../../workers/doorbraakschema.ts';
import { begin, gelukt, lees, leesZaak, mails, metMaatregel } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

const uur = 60 * 60 * 1000;
const jaar = 365 * 24 * uur;

const opstellingen: Opstelling[] = [];
afterAll(() => Promise.all(opstellingen.map((op) => op.sluit())));

async function maak(ritme: DoorbraakRitme) {
  const op = await maakOpstelling({ tijd: 'echt', instellingen: { ZL_DOORBRAAK_RITME: ritme } });
  opstellingen.push(op);
  const zorg = () => zorgVoorDoorbraakschema(op.client, op.instellingen.ZL_TASK_QUEUE, ritme);
  await zorg();
  return { op, zorg, schema: op.client.schedule.getHandle(doorbraakschema) };
}

/** Waits until at least so many starters have run to their end. */
function totGelopen(op: Opstelling, aantal: number) {
  return wachtTot(
    async () => {
      let klaar = 0;
      for await (const { status } of op.client.workflow.list({ query: "WorkflowType='planDoorbraak'" }))
        if (status.name === 'COMPLETED') klaar += 1;
      return klaar;
    },
    (klaar) => klaar >= aantal,
  );
}

/** How often 06:00 on the first day of a quarter lies in the year before a moment. */
function keren(nu: number): number {
  let aantal = 0;
  for (let periode: Periode = periodeOp('kwartaal', nu - jaar); periode.beginTijdstip + 6 * uur <= nu; ) {
    if (periode.beginTijdstip + 6 * uur >= nu - jaar) aantal += 1;
    periode = periodeOp('kwartaal', periode.eindTijdstip);
  }
  return aantal;
}

const inNederland = (moment: Date | undefined) =>
  moment?.toLocaleString('nl-NL', {
    timeZone: 'Europe/Amsterdam',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });

describe('het schema van de doorbraak', () => {
  it('haalt na uitval alleen het kwartaal van nu in, met de eerste dag als peildatum', async () => {
    const { op, schema } = await maak('kwartaal');
    const nu = await op.nu();
    const { code, beginTijdstip } = periodeOp('kwartaal', nu);
    const { spec, policies, info } = await schema.describe();
    expect(spec).toMatchObject({ timezone: 'Europe/Amsterdam' });
    expect(policies).toMatchObject({ overlap: ScheduleOverlapPolicy.BUFFER_ALL });
    expect(inNederland(info.nextActionTimes[0])).toMatch(/^1\D+0?6:00/);

    // A whole year at once, one after the other, as after a long outage.
    const inhaal = {
      start: new Date(nu - jaar),
      end: new Date(nu),
      overlap: ScheduleOverlapPolicy.BUFFER_ALL,
    };
    await schema.backfill(inhaal);
    await totGelopen(op, keren(nu));
    const { inhoud } = await op.vraag('GET', '/v1/doorbraken');
    expect(inhoud.doorbraken.map(({ periode }: { periode: string }) => periode)).toEqual([code]);
    // Nobody has waited that long: there is nothing to meet for, and nobody is invited.
    const leeg = await wachtTot(
      () => lees(op, code),
      ({ versie }) => versie > 0,
    );
    expect(leeg).toMatchObject({
      status: 'afgerond',
      zaken: 0,
      peilDatum: datumInNederland(beginTijdstip),
      groepen: [],
    });
    expect(await op.workflow(doorbraakId(code)).result()).toMatchObject({ status: 'afgerond' });
    expect(await op.db.bericht.count({ where: { kenmerk: doorbraakId(code) } })).toBe(0);
  });

  it('begint een maand één keer, hoe vaak het ook loopt, en laat een doorbraak die open staat met rust', async () => {
    const { op, schema, zorg } = await maak('maand');
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
    const { code } = periodeOp('maand', await op.nu());
    await schema.trigger();
    await totGelopen(op, 1);
    const open = await wachtTot(
      () => lees(op, code),
      ({ versie }) => versie > 0,
    );
    expect(open).toMatchObject({
      status: 'open',
      zaken: 1,
      groepen: [{ zaken: [{ kenmerk, schadelijk: true }] }],
    });

    // A Schedule names what it starts after the second: two triggers in one second are one run.
    const seconde = Math.floor(Date.now() / 1000);
    await wachtTot(
      () => Math.floor(Date.now() / 1000),
      (nu) => nu > seconde,
    );
    await schema.trigger();
    await totGelopen(op, 2);
    expect((await op.vraag('GET', '/v1/doorbraken')).inhoud.doorbraken).toHaveLength(1);
    expect(await op.db.auditRegel.count({ where: { wat: 'doorbraak-begonnen' } })).toBe(1);
    expect((await op.workflow(doorbraakId(code)).describe()).status.name).toBe('RUNNING');

    // A worker that starts again leaves the Schedule as it is.
    await zorg();
    const { info } = await schema.describe();
    expect(inNederland(info.nextActionTimes[0])).toMatch(/^1\D+0?6:00/);
    expect(inNederland(info.nextActionTimes[1])).toMatch(/^1\D+0?6:00/);
  });

  it('begint een nieuwe periode ook als de vorige doorbraak nog open is, en neemt over wat daar niet is afgesproken', async () => {
    const { op, schema } = await maak('maand');
    const blijftOver = await op.meldAan(metMaatregel('999990019'));
    const afgesproken = await op.meldAan(metMaatregel('123456782', 'leger-des-heils'));
    for (const kenmerk of [blijftOver, afgesproken])
      await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbod-ontbreekt' });
    const nu = await op.nu();
    const [vorige, nieuwe] = [periodeOp('kwartaal', nu).code, periodeOp('maand', nu).code];
    await begin(op, vorige);
    const afspraak = { wie: 'coordinator-1', wat: 'overleg-voeren', voorDatum: await op.datum(9) };
    await gelukt(op, vorige, 'afspraak', afspraak, afgesproken);
    await mails(op, vorige, 'doorbraak-uitnodiging', 4);

    await schema.trigger();
    await totGelopen(op, 1);
    const begonnen = await wachtTot(
      () => lees(op, nieuwe),
      ({ versie }) => versie > 0,
    );
    expect(begonnen).toMatchObject({ status: 'open', zaken: 2, zonderAfspraak: 2 });
    expect(await leesZaak(op, nieuwe, blijftOver)).toMatchObject({ overVan: doorbraakId(vorige) });
    expect(await leesZaak(op, nieuwe, afgesproken)).toMatchObject({ overVan: null });
    const over = await wachtTot(
      () => leesZaak(op, vorige, blijftOver),
      ({ overNaar }) => overNaar !== null,
    );
    expect(over).toMatchObject({ overNaar: doorbraakId(nieuwe) });
    expect(await leesZaak(op, vorige, afgesproken)).toMatchObject({ overNaar: null });
    expect(await lees(op, vorige)).toMatchObject({ status: 'open', zonderAfspraak: 0 });
    // Its meeting was still to come: of the GI of which nothing is left there, it is called off.
    const afgezegd = await mails(op, vorige, 'doorbraak-afgezegd', 2);
    expect(afgezegd.map(({ geadresseerde }) => geadresseerde)).toEqual(['team', 'william-schrikker']);
    for (const periode of [vorige, nieuwe])
      expect((await op.workflow(doorbraakId(periode)).describe()).status.name).toBe('RUNNING');
  });
});
