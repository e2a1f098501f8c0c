/**
 * What is written about a jeugdige in a doorbraak, and who the jeugdige is, stays in PostgreSQL: a mark in every field, and then
 * a search through everything that leaves it (as geenPersoonsgegevens.test.ts for a traject).
 */
import { inspect } from 'node:util';
import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorbraakBesluitVoorbeelden } from '../../api/voorbeelden.ts';
import { dag } from '../../domain/beleid.ts';
import {
  type DoorbraakBesluitSoort,
  doorbraakBesluiten,
  doorbraakzaakBesluiten,
} from '../../domain/doorbraakBesluiten.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { maakLogboek } from '../../infra/logboek.ts';
import { begin, besluit, gelukt, kwartaalNu, mails } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { sdkLog } from '../support/runtime.ts';
import { ontvanger } from '../support/tafels.ts';

const { History } = proto.temporal.api.history.v1;
const { DescribeWorkflowExecutionResponse } = proto.temporal.api.workflowservice.v1;

const woord = 'kanariepiet';
const merken = [woord, '123456782', '2013-07-19', '19 juli 2013', '0709998877', '070 999 88 77'];
const logregels: string[] = [];
/** Everything that was found outside the database, by where that was. */
const gevonden = new Map<string, string>();
const gebruikt = new Set<string>();
let bewaard = '';
let op: Opstelling;

function teksten(soort: DoorbraakBesluitSoort): Record<string, string> {
  return Object.fromEntries(
    doorbraakBesluiten[soort].tekstvelden.map((veld) => {
      gebruikt.add(`${soort}.${veld}`);
      return [veld, `${woord} ${soort} ${veld}`];
    }),
  );
}

const alsTekst = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');

async function bewaar(id: string): Promise<void> {
  const workflow = op.workflow(id);
  gevonden.set(
    `geschiedenis van ${id}`,
    alsTekst(History.encode((await workflow.fetchHistory()) as never).finish()),
  );
  const { raw } = await workflow.describe();
  gevonden.set(
    `beschrijving van ${id}`,
    alsTekst(DescribeWorkflowExecutionResponse.encode(raw as never).finish()),
  );
  gevonden.set(`details van ${id}`, JSON.stringify(await workflow.query('__temporal_workflow_metadata')));
}

beforeAll(async () => {
  sdkLog.hoor = (regel) => logregels.push(inspect(regel, { depth: 12 }));
  op = await maakOpstelling({
    tijd: 'virtueel',
    logboek: maakLogboek('test', 'trace', { write: (regel) => logregels.push(regel) }),
  });
  const kenmerk = await op.meldAan((a) => {
    Object.assign(a.jeugdige, {
      naam: `Jeugdige ${woord}`,
      bsn: '123456782',
      geboorteDatum: '2013-07-19',
      maatregel: 'ots',
      gi: 'william-schrikker',
    });
    Object.assign(a.aanmelder, {
      naam: woord,
      organisatie: woord,
      email: `${woord}@aanmelder.example`,
      telefoon: '070 999 88 77',
    });
  });
  await op.verstrijk(93 * dag);
  const periode = await kwartaalNu(op);
  await begin(op, periode);
  const voorDatum = await op.datum(3);
  for (const soort of ['afspraak', 'lacune'] as const) {
    const codes = { ...doorbraakBesluitVoorbeelden[soort], ...(soort === 'afspraak' ? { voorDatum } : {}) };
    await gelukt(op, periode, soort, { ...codes, ...teksten(soort) }, kenmerk);
  }
  // Refused, by the API and by the workflow: a failure tells nothing either.
  const fout = { wie: woord, wat: woord, voorDatum, toelichting: woord };
  expect((await besluit(op, periode, 'afspraak', fout, kenmerk)).status).toBe(400);
  expect(
    (await besluit(op, periode, 'afspraak-gedaan', { nummer: 9, toelichting: woord }, kenmerk)).status,
  ).toBe(409);
  const workflow = op.workflow(doorbraakId(periode));
  for (const invoer of [woord, { invoerId: woord, codes: { traject: kenmerk, nummer: 1 } }])
    await expect(workflow.executeUpdate('afspraak-gedaan', { args: [invoer] })).rejects.toThrow();
  // A decision that is nobody's: the activity itself refuses it.
  const vals = { invoerId: '00000000-0000-4000-8000-000000000000', codes: { traject: kenmerk, nummer: 1 } };
  await expect(workflow.executeUpdate('afspraak-gedaan', { args: [vals] })).rejects.toThrow();
  await op.verstrijk(20 * dag);
  await mails(op, periode, 'doorbraak-te-laat', 1);
  await gelukt(op, periode, 'afspraak-gedaan', { nummer: 1, ...teksten('afspraak-gedaan') }, kenmerk);
  await gelukt(op, periode, 'sluiting', teksten('sluiting'));
  await workflow.result();
  await mails(op, periode, 'doorbraak-bren', 1);

  for (const id of [doorbraakId(periode), `traject-${kenmerk}`]) await bewaar(id);
  for (const mail of op.smtp.berichten) {
    const bijlagen = mail.attachments.map(({ content }) => content.toString('utf8'));
    const alles = [
      ...mail.headerLines.filter(({ key }) => key !== 'to').map(({ line }) => line),
      mail.text,
      mail.html,
      ...bijlagen,
    ];
    gevonden.set(`e-mail ${mail.subject}`, alles.join('\n').replaceAll(ontvanger(mail), '(eigen adres)'));
  }
  const metCodes = [
    await op.db.bericht.findMany(),
    await op.db.doorbraak.findMany(),
    await op.db.doorbraakzaak.findMany(),
    await op.db.gebeurtenis.findMany(),
    await op.db.auditRegel.findMany(),
  ];
  gevonden.set('register, leesmodel, verhaal en auditspoor', JSON.stringify(metCodes));
  gevonden.set('logboek', logregels.join('\n'));
  bewaard = JSON.stringify(await op.db.invoer.findMany());
}, 120_000);
afterAll(async () => {
  sdkLog.hoor = () => {};
  await op.sluit();
});

describe('wat in een doorbraak over een jeugdige is opgeschreven', () => {
  it('is in ieder veld van ieder besluit ingevuld, en staat in de database', () => {
    const velden = Object.entries(doorbraakBesluiten).flatMap(([soort, { tekstvelden }]) =>
      tekstvelden.map((veld) => `${soort}.${veld}`),
    );
    expect(Object.keys(doorbraakzaakBesluiten)).toHaveLength(4);
    expect([...gebruikt].sort()).toEqual(velden.sort());
    for (const veld of velden) expect(bewaard).toContain(`${woord} ${veld.replace('.', ' ')}`);
  });

  it('staat nergens anders, en wie het is evenmin', () => {
    expect(gevonden.size).toBeGreaterThan(12);
    for (const [waar, inhoud] of gevonden)
      for (const merk of merken) expect(inhoud.includes(merk), `${merk} staat in ${waar}`).toBe(false);
    expect([...gevonden.keys()].some((waar) => waar.includes('Wat er ontbreekt'))).toBe(true);
  });
});
