/**
 * What is written about a jeugdige, or by whom, stays in PostgreSQL: a mark in every field that a person can fill in, every
 * decision there is, and then a search through everything that leaves the database.
 */
import { inspect } from 'node:util';
import proto from '@temporalio/proto';
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onderzoekBesluitVoorbeelden, trajectBesluitVoorbeelden } from '../../api/voorbeelden.ts';
import type { Aanmelding } from '../../domain/aanmelding.ts';
import {
  type OnderzoekBesluitSoort,
  onderzoekBesluiten,
  type TrajectBesluitSoort,
  trajectBesluiten,
} from '../../domain/besluiten.ts';
import { maakLogboek } from '../../infra/logboek.ts';
import { tekstveldenBij } from '../support/besluiten.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { sdkLog } from '../support/runtime.ts';
import { stuurStuk } from '../support/stukken.ts';
import { planTafel, werkdagOver } from '../support/tafels.ts';
import { wachtTot } from '../support/wachtTot.ts';

const { History } = proto.temporal.api.history.v1;
const { DescribeWorkflowExecutionResponse } = proto.temporal.api.workflowservice.v1;

/** What to look for, with where it was put; everything has this word in it, or stands here by itself. */
const woord = 'kanariepiet';
const jeugdige = { naam: `Jeugdige ${woord}`, bsn: '123456782', geboorteDatum: '2013-07-19' };
const merken: Record<string, readonly string[]> = {
  'een naam, een adres, een bestandsnaam of vrije tekst': [woord],
  bsn: [jeugdige.bsn, '1234.56.782', '1234 56 782', '123.456.782'],
  telefoon: ['0709998877', '070 999 88 77', '070-9998877', '+31709998877', '0612349876', '06 12349876'],
  geboortedatum: [
    '2013-07-19',
    '19-07-2013',
    '19-7-2013',
    '19/07/2013',
    '20130719',
    '19 juli 2013',
    '2013-07-18T22:00',
    // The moment in UTC and in the Netherlands, in ms and in seconds.
    String(Date.UTC(2013, 6, 19)),
    String(Date.UTC(2013, 6, 18, 22)),
    `${Date.UTC(2013, 6, 19) / 1000},`,
    // The seventh and the eighteenth birthday tell it as well.
    '2020-07-19',
    '2031-07-19',
    '19 juli 2031',
    String(Date.UTC(2031, 6, 19)),
    String(Date.UTC(2031, 6, 18, 22)),
  ],
};

function merk(a: Aanmelding): void {
  Object.assign(a.jeugdige, jeugdige);
  Object.assign(a.aanmelder, {
    naam: `Aanmelder ${woord}`,
    organisatie: `Organisatie ${woord}`,
    email: `${woord}@aanmelder.example`,
    telefoon: '070 999 88 77',
  });
  Object.assign(a.vraag, {
    plek: `${woord} plek`,
    geprobeerd: `${woord} geprobeerd`,
    waaromGeenPlek: `${woord} waarom`,
    perspectief: `${woord} perspectief`,
    stemJeugdige: `${woord} stem`,
    gevraagdeAanbieders: [`Stichting ${woord}`],
  });
  a.risicotaxatie = { onveiligheid: true, gevalideerd: true, instrument: `${woord}-lijst` };
}

/** Which fields with free text were filled in. */
const gebruikt = new Set<string>();

/** A mark for every field with free text of a decision. */
function teksten(soort: string, tekstvelden: readonly string[]): Record<string, string> {
  const waarden: Record<string, string> = {
    email: `${woord}-2@aanmelder.example`,
    telefoon: '06 12349876',
  };
  return Object.fromEntries(
    tekstvelden.map((veld) => {
      gebruikt.add(`${soort}.${veld}`);
      return [veld, waarden[veld] ?? `${woord} ${soort} ${veld}`];
    }),
  );
}

const logregels: string[] = [];
let op: Opstelling;
/** What PostgreSQL keeps of what was filled in, and there alone. */
let bewaard = '';
/** Everything that was found outside the database, by where that was. */
const gevonden = new Map<string, string>();

async function besluit(kenmerk: string, soort: TrajectBesluitSoort, codes: object = {}): Promise<void> {
  await op.besluit(kenmerk, soort, {
    ...trajectBesluitVoorbeelden[soort],
    ...codes,
    ...teksten(soort, tekstveldenBij(soort, codes)),
  });
}

async function zegt(id: string, soort: OnderzoekBesluitSoort, codes: object = {}): Promise<void> {
  await op.aanbiederZegt(id, soort, {
    ...onderzoekBesluitVoorbeelden[soort],
    ...codes,
    ...teksten(`onderzoek-${soort}`, onderzoekBesluiten[soort].tekstvelden),
  });
}

const afwijkReden = 'individuele-situatie';

/** From intake to care, with everything that can come in between. */
async function langeWeg(): Promise<string> {
  const kenmerk = await op.meldAan(merk);
  await besluit(kenmerk, 'informatievraag');
  await besluit(kenmerk, 'informatie');
  await besluit(kenmerk, 'weging', { elementen: ['gi'] });
  await besluit(kenmerk, 'complexiteit');
  await besluit(kenmerk, 'aanmelder');
  await besluit(kenmerk, 'coordinator', { coordinator: 'coordinator-1' });
  await besluit(kenmerk, 'contact');
  await besluit(kenmerk, 'triage', { uitkomst: 'bespreking', afwijkReden });
  await besluit(kenmerk, 'opschorting', { evaluatieDatum: await op.datum(7) });
  await besluit(kenmerk, 'hervatting');
  await besluit(kenmerk, 'wachtkeuze', { evaluatieDatum: await op.datum(7) });
  await besluit(kenmerk, 'wachtkeuze-einde');
  await besluit(kenmerk, 'verhuizing', { gemeente: 'delft', afloop: 'blijft-hier' });
  const stuk = { naam: `Plan voor ${woord}.pdf` };
  expect((await stuurStuk(op, kenmerk, { bestand: stuk })).status).toBe(201);
  await besluit(kenmerk, 'wachtreden');
  await besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(5) };
  await besluit(kenmerk, 'verslag', { afspraken: [afspraak] });
  const ronde1 = [`onderzoek-${kenmerk}-aanbieder-01-r1`, `onderzoek-${kenmerk}-aanbieder-02-r1`] as const;
  await op.verstrijk('12 days');
  await zegt(ronde1[0], 'bevestiging');
  await zegt(ronde1[0], 'nieuws');
  await zegt(ronde1[0], 'vraag');
  // The question reaches the traject behind the answer to the aanbieder.
  await wachtTot(
    () => op.verhaal(kenmerk),
    (verhaal) => verhaal.filter((soort) => soort === 'informatievraag').length === 2,
  );
  await besluit(kenmerk, 'informatie');
  await zegt(ronde1[1], 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
  await besluit(kenmerk, 'afspraak-gedaan');
  await besluit(kenmerk, 'situatie');
  await besluit(kenmerk, 'direct-voorleggen');
  await zegt(`onderzoek-${kenmerk}-aanbieder-01-r2`, 'antwoord');
  await wachtTot(
    () => op.traject(kenmerk),
    ({ wachtOp }) => wachtOp === 'coordinator',
  );
  await besluit(kenmerk, 'keuze', {
    verwachteStartDatum: await op.datum(3),
    evaluatieDatum: await op.datum(2),
  });
  await besluit(kenmerk, 'overbrugging', { evaluatieDatum: await op.datum(2) });
  await op.verstrijk('3 days');
  await besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
  return kenmerk;
}

async function langsHetExpertteam(): Promise<string> {
  const kenmerk = await op.meldAan(merk);
  await besluit(kenmerk, 'triage', { uitkomst: 'zorgbemiddeling', afwijkReden });
  await besluit(kenmerk, 'stap');
  await besluit(kenmerk, 'spoor', { spoor: 'experttafel' });
  await besluit(kenmerk, 'advies', { opvolgDatum: await op.datum(1) });
  await besluit(kenmerk, 'advies-uitgevoerd', { uitgevoerdDatum: await op.datum(0) });
  return kenmerk;
}

async function kortsteWegen(): Promise<string[]> {
  const ingetrokken = await op.meldAan(merk);
  await besluit(ingetrokken, 'informatievraag');
  await besluit(ingetrokken, 'vraag-ingetrokken');
  await besluit(ingetrokken, 'intrekking');
  const doorverwezen = await op.meldAan(merk);
  const naar = { uitkomst: 'doorverwezen', doorverwezenNaar: 'andere-organisatie' };
  await besluit(doorverwezen, 'triage', { ...naar, afwijkReden });
  const crisis = await op.meldAan(merk);
  await besluit(crisis, 'crisis');
  const verhuisd = await op.meldAan(merk);
  await besluit(verhuisd, 'verhuizing');
  const geboorteDatum = (await op.datum(-365 * 17.75)).slice(0, 10);
  const bijnaAchttien = await op.meldAan((a) => {
    merk(a);
    Object.assign(a.jeugdige, { geboorteDatum });
  });
  await besluit(bijnaAchttien, 'overdracht');
  return [ingetrokken, doorverwezen, crisis, verhuisd, bijnaAchttien];
}

/** A table that is changed, closed and cancelled, with a traject on it; gives the kenmerk and the day. */
async function vervallenTafel(): Promise<[kenmerk: string, datum: string]> {
  const datum = await werkdagOver(op, 20);
  await planTafel(op, datum);
  const kenmerk = await op.meldAan(merk);
  await besluit(kenmerk, 'triage', { uitkomst: 'bespreking', afwijkReden });
  await besluit(kenmerk, 'tafeldatum', { tafelDatum: datum });
  const toelichting = `${woord} tafel`;
  for (const [soort, codes] of [
    ['wijziging', { beginTijd: '11:00' }],
    ['vervallen', { reden: 'te-weinig-deelnemers' }],
  ] as const) {
    const { status, inhoud } = await op.vraag('POST', `/v1/tafels/${datum}/${soort}`, {
      ...codes,
      toelichting,
    });
    expect(status, JSON.stringify(inhoud)).toBe(200);
  }
  return [kenmerk, datum];
}

/** Waits until Temporal shows what went wrong in an activity that is tried again. */
async function totActiviteitFaalt(kenmerk: string): Promise<void> {
  await wachtTot(
    async () => (await op.trajectWorkflow(kenmerk).describe()).raw.pendingActivities ?? [],
    (activiteiten) => activiteiten.some(({ lastFailure }) => lastFailure),
  );
}

/** Everything that goes wrong: refused decisions and messages, a mail server that refuses, a database that is away. */
async function watMisgaat(): Promise<string> {
  const kenmerk = await op.meldAan(merk);
  const workflow = op.trajectWorkflow(kenmerk);
  const toelichting = `${woord} geweigerd`;
  const stuur = (soort: string, inhoud: object) =>
    op.vraag('POST', `/v1/trajecten/${kenmerk}/${soort}`, inhoud);
  expect((await stuur('zorgstart', { startDatum: await op.datum(0), toelichting })).status).toBe(409);
  expect((await stuur('triage', { uitkomst: `${woord}`, [`${woord}`]: toelichting })).status).toBe(400);
  // Past the API: as anybody with the Temporal UI can.
  const invoerId = '00000000-0000-4000-8000-000000000000';
  for (const invoer of [
    { invoerId, codes: { wachtreden: woord } },
    { invoerId: woord, codes: { wachtreden: 'wachtlijst' } },
    { invoerId, codes: { wachtreden: 'wachtlijst', toelichting } },
    woord,
  ])
    await expect(workflow.executeUpdate('wachtreden', { args: [invoer] })).rejects.toThrow();
  // The activity itself fails: this decision is nobody's.
  const zonderInvoer = { invoerId, codes: { wachtreden: 'wachtlijst' } };
  await expect(workflow.executeUpdate('wachtreden', { args: [zonderInvoer] })).rejects.toThrow();

  // A mail server that says who it does not know, for now and then for good.
  await op.smtp.zet('weigertTijdelijk');
  await besluit(kenmerk, 'triage', { uitkomst: 'bespreking', afwijkReden });
  await totActiviteitFaalt(kenmerk);
  await bewaar(`traject-${kenmerk}`, 'met een mail die niet weg kan');
  op.smtp.weigert.add(`${woord}@aanmelder.example`);
  await op.smtp.zet('aan');
  await wachtTot(
    () => op.db.bericht.count({ where: { kenmerk, status: 'mislukt' } }),
    (aantal) => aantal > 0,
  );
  op.smtp.weigert.clear();

  await op.db.$executeRawUnsafe('ALTER TABLE "Gebeurtenis" RENAME TO "Gebeurtenis_weg"');
  const contact = { ...trajectBesluitVoorbeelden.contact, verslag: `${woord} terwijl de database weg is` };
  const besluitZonderDatabase = stuur('contact', contact);
  await totActiviteitFaalt(kenmerk);
  await bewaar(`traject-${kenmerk}`, 'zonder database');
  await op.db.$executeRawUnsafe('ALTER TABLE "Gebeurtenis_weg" RENAME TO "Gebeurtenis"');
  await besluitZonderDatabase;
  await besluit(kenmerk, 'intrekking');
  return kenmerk;
}

/** Keeps what Temporal has of a workflow, as its bytes: payloads, headers, failures, summaries, memo and attributes alike. */
async function bewaar(id: string, wanneer = 'aan het eind'): Promise<void> {
  const workflow = op.workflow(id);
  const tekst = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
  const geschiedenis = History.encode((await workflow.fetchHistory()) as never).finish();
  gevonden.set(`geschiedenis van ${id} ${wanneer}`, tekst(geschiedenis));
  const beschrijving = DescribeWorkflowExecutionResponse.encode((await workflow.describe()).raw as never);
  gevonden.set(`beschrijving van ${id} ${wanneer}`, tekst(beschrijving.finish()));
  // Holds the current details.
  const metagegevens = await workflow.query('__temporal_workflow_metadata');
  gevonden.set(`details van ${id} ${wanneer}`, JSON.stringify(metagegevens));
}

/** All of a mail as it came, save the address of who got it. */
function alles(mail: ParsedMail): string {
  const aan = [mail.to].flat()[0]?.value[0]?.address ?? '';
  const headers = mail.headerLines.filter(({ key }) => key !== 'to').map(({ line }) => line);
  const bijlagen = mail.attachments.map(
    ({ content, filename }) => `${filename}\n${content.toString('utf8')}`,
  );
  return [...headers, mail.subject, mail.text, mail.html, mail.textAsHtml, ...bijlagen]
    .join('\n')
    .replaceAll(aan, '(eigen adres)');
}

/** Runs these roads on a program of its own, and keeps everything that left its database. */
async function loop(tijd: 'virtueel' | 'echt', wegen: () => Promise<string[]>): Promise<void> {
  op = await maakOpstelling({
    tijd,
    logboek: maakLogboek('test', 'trace', { write: (regel) => logregels.push(regel) }),
  });
  try {
    const ids = await wegen();
    await wachtTot(
      () => op.db.bericht.count({ where: { status: { in: ['klaar', 'onbekend'] } } }),
      (onderweg) => onderweg === 0,
    );
    const onderzoeken = await op.db.onderzoek.findMany({ select: { id: true } });
    for (const id of [...ids, ...onderzoeken.map(({ id }) => id)]) await bewaar(id);
    for (const mail of op.smtp.berichten)
      gevonden.set(`e-mail ${mail.subject} ${mail.messageId}`, alles(mail));
    const metCodes = [
      await op.db.bericht.findMany(),
      await op.db.traject.findMany(),
      await op.db.onderzoek.findMany(),
      await op.db.gebeurtenis.findMany(),
      await op.db.auditRegel.findMany(),
    ];
    gevonden.set(`register, leesmodel, verhaal en auditspoor (${tijd})`, JSON.stringify(metCodes));
    bewaard += JSON.stringify([
      await op.db.invoer.findMany(),
      await op.db.aanmelding.findMany({ include: { jeugdige: true } }),
      await op.db.stuk.findMany(),
    ]);
  } finally {
    await op.sluit();
  }
}

beforeAll(async () => {
  sdkLog.hoor = (regel) => logregels.push(inspect(regel, { depth: 12 }));
  const trajecten = (...kenmerken: string[]) => kenmerken.map((kenmerk) => `traject-${kenmerk}`);
  await loop('virtueel', async () => {
    const [kenmerk, datum] = await vervallenTafel();
    return [`tafel-${datum}`, ...trajecten(kenmerk, await langeWeg())];
  });
  await loop('echt', async () =>
    trajecten(await watMisgaat(), await langsHetExpertteam(), ...(await kortsteWegen())),
  );
  gevonden.set('logboek', logregels.join('\n'));
}, 240_000);
afterAll(() => {
  sdkLog.hoor = () => {};
});

describe('wat over een jeugdige is opgeschreven', () => {
  it('is in ieder veld van ieder besluit ingevuld, en staat in de database', () => {
    const velden = [
      ...Object.entries(trajectBesluiten).map(([soort, { tekstvelden }]) => [soort, tekstvelden] as const),
      ...Object.entries(onderzoekBesluiten).map(
        ([soort, { tekstvelden }]) => [`onderzoek-${soort}`, tekstvelden] as const,
      ),
    ].flatMap(([soort, tekstvelden]) => tekstvelden.map((veld) => `${soort}.${veld}`));
    expect([...gebruikt].sort()).toEqual(velden.sort());
    for (const veld of velden.filter((naam) => !naam.startsWith('aanmelder.')))
      expect(bewaard).toContain(`${woord} ${veld.replace('.', ' ')}`);
    for (const tekst of [jeugdige.naam, jeugdige.geboorteDatum, `${woord} stem`, `Plan voor ${woord}`])
      expect(bewaard).toContain(tekst);
  });

  it('is gezocht waar het zou kunnen staan', () => {
    const van = (deel: string) => [...gevonden].filter(([waar]) => waar.startsWith(deel));
    expect(van('geschiedenis').length).toBeGreaterThan(12);
    // A code that does travel, a summary, a failure and a detail: the search sees what is in there.
    expect(van('geschiedenis').some(([, tekst]) => tekst.includes('besluit triage vastleggen'))).toBe(true);
    expect(van('geschiedenis').some(([, tekst]) => tekst.includes('invoer-ongeldig'))).toBe(true);
    expect(van('beschrijving').some(([, tekst]) => tekst.includes('is nog niet verzonden'))).toBe(true);
    expect(van('details').every(([, tekst]) => tekst.includes('currentDetails'))).toBe(true);
    expect(van('e-mail').length).toBeGreaterThan(40);
    for (const deel of ['"msg":"verzoek"', 'Activity', 'kan niet worden bezorgd'])
      expect(gevonden.get('logboek')).toContain(deel);
  });

  it.each(Object.entries(merken))(
    'staat in geen geschiedenis, zoekattribuut, zin, foutmelding, logregel of e-mail: %s',
    (_soort, spellingen) => {
      const gelekt = [...gevonden].flatMap(([waar, tekst]) =>
        spellingen
          .filter((spelling) => tekst.toLowerCase().includes(spelling.toLowerCase()))
          .map((spelling) => {
            const plaats = tekst.toLowerCase().indexOf(spelling.toLowerCase());
            return `${waar}: ${tekst.slice(Math.max(0, plaats - 80), plaats + 80)}`;
          }),
      );
      expect(gelekt).toEqual([]);
    },
  );
});
