/**
 * Records histories for the replay gate: `npm run opnemen`. It only ever adds: those of the stories below, and of every story of
 * dev/verhalen/. A history that is there stays as it was recorded: when it no longer replays, the workflow code is wrong, not
 * the history.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { doorbraakBesluitVoorbeelden } from '../../api/voorbeelden.ts';
import { speelVerhaal } from '../../dev/verhaal.ts';
import { verhalen as demoVerhalen } from '../../dev/verhalen/index.ts';
import { doorbraakId } from '../../domain/doorbraakCodes.ts';
import { trajectWorkflowId } from '../../domain/kenmerk.ts';
import { leesPeriode, periodeOp } from '../../domain/periode.ts';
import { weekoverzichtId } from '../../domain/rapport/weekbericht.ts';
import { uitvraagId } from '../../domain/uitvraagCodes.ts';
import { maakAntwoordpoort } from '../support/antwoordpoort.ts';
import { besproken } from '../support/bespreking.ts';
import { begin, besluit, gelukt, kwartaalNu, leesZaak, metMaatregel } from '../support/doorbraken.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { testSpeelruimte } from '../support/speelruimte.ts';
import { leesTafel, opAgenda, planTafel, verstrijkTot, werkdagOver } from '../support/tafels.ts';
import { alleMailsWeg, beginExtra, leesUitvraag, noemt, tot, totGesloten } from '../support/uitvragen.ts';
import { wachtTot } from '../support/wachtTot.ts';

const map = join(import.meta.dirname, 'histories');

const verhalen: Record<string, (op: Opstelling, kenmerk: string) => Promise<string[]>> = {
  afgewezen: async (op, kenmerk) => {
    await op.besluit(kenmerk, 'triage', { uitkomst: 'afgewezen', reden: 'gezinshuis-of-pleeggezin' });
    return [];
  },
  'ingetrokken-tijdens-onderzoek': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02']);
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    return onderzoeken;
  },
  'zorg-gestart': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02', 'aanbieder-03']);
    const [een = '', twee = ''] = onderzoeken;
    await op.aanbiederZegt(een, 'bevestiging');
    await op.verstrijk('3 days');
    await op.aanbiederZegt(twee, 'antwoord', { antwoord: 'afwijzing', afwijzingReden: 'geen-plek' });
    await op.aanbiederZegt(een, 'nieuws', { nieuws: 'Het team kijkt ernaar.' });
    await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod' });
    await gehoord(op, kenmerk, een);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      verwachteStartDatum: await op.datum(20),
    });
    await op.verstrijk('20 days');
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    return onderzoeken;
  },
  'te-laat-en-terug-naar-tafel': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01']);
    await op.verstrijk('16 days');
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'draagvlak-nodig' });
    await op.besluit(kenmerk, 'complexiteit', {
      complexiteit: 'zeer-complex',
      reden: 'Er is meer aan de hand.',
    });
    await op.verstrijk('30 days');
    await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'aanbieders-niet-eens' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-05'],
      ...besproken,
      verslag: 'Een tweede ronde.',
    });
    const tweede = `onderzoek-${kenmerk}-aanbieder-05-r2`;
    await op.verstrijk('60 days');
    await op.aanbiederZegt(tweede, 'antwoord', {
      antwoord: 'samenwerking',
      metAanbieders: ['aanbieder-06'],
    });
    await gehoord(op, kenmerk, tweede);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-05', 'aanbieder-06'],
      evaluatieDatum: await op.datum(14),
      overbruggingsplan: 'Begeleiding thuis.',
    });
    await op.besluit(kenmerk, 'overbrugging', {
      evaluatieDatum: await op.datum(28),
      overbruggingsplan: 'Begeleiding thuis, langer.',
    });
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    return [...onderzoeken, tweede];
  },
  'afspraken-plan-en-stilstand': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
    const voorDatum = await op.datum(2);
    const aanTafel = {
      aanbieders: ['aanbieder-01', 'aanbieder-02'],
      afspraken: ['aanmelder', 'aanbieder-03'].map((wie) => ({ wie, wat: 'overleg-voeren', voorDatum })),
      ...besproken,
    };
    await op.besluit(kenmerk, 'verslag', { ...aanTafel, verslag: 'Zij onderzoeken.' });
    await op.verstrijk('3 days');
    for (const nummer of [1, 2]) await op.besluit(kenmerk, 'afspraak-gedaan', { nummer });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    // Both go on with the onderzoek that is open already.
    const { onderzoeken } = await op.besluit(kenmerk, 'verslag', {
      aanbieders: aanTafel.aanbieders,
      ...besproken,
      verslag: 'Er is nieuws.',
    });
    const [een = ''] = onderzoeken;
    await op.aanbiederZegt(een, 'antwoord', { antwoord: 'aanbod' });
    await gehoord(op, kenmerk, een);
    await op.besluit(kenmerk, 'opschorting', {
      reden: 'rechter-beslist',
      evaluatieDatum: await op.datum(5),
      toelichting: 'De rechter beslist volgende week.',
    });
    await op.besluit(kenmerk, 'hervatting', {});
    const plan = { overbruggingsplan: 'Begeleiding thuis.' };
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-01'],
      evaluatieDatum: await op.datum(7),
      eigenaar: 'aanmelder',
      ...plan,
    });
    await op.verstrijk('8 days');
    const evaluatieDatum = await op.datum(7);
    await op.besluit(kenmerk, 'overbrugging', { evaluatieDatum, eigenaar: 'aanbieder-03', ...plan });
    await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
    return [...onderzoeken, `onderzoek-${kenmerk}-aanbieder-02-r3`];
  },
  'een-jaar-zonder-antwoord': async (op, kenmerk) => {
    const onderzoeken = await naarAanbieders(op, kenmerk, ['aanbieder-01']);
    await op.trajectWorkflow(kenmerk).cancel();
    await op.trajectWorkflow(kenmerk).signal('onderzoekGemeld', 'onzin');
    await op.verstrijk('365 days');
    const [een = ''] = onderzoeken;
    await op.aanbiederZegt(een, 'antwoord', {
      antwoord: 'meer-tijd',
      totDatum: await op.datum(20),
      meerTijdReden: 'aanvullend-onderzoek',
    });
    await op.verstrijk('10 days');
    await op.besluit(kenmerk, 'intrekking', { reden: 'hulp-niet-meer-nodig' });
    return onderzoeken;
  },
};

async function naarAanbieders(op: Opstelling, kenmerk: string, aanbieders: string[]): Promise<string[]> {
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 0) });
  return (await op.besluit(kenmerk, 'verslag', { aanbieders, ...besproken, verslag: 'Zij onderzoeken.' }))
    .onderzoeken;
}

/** Waits until the traject has heard the answer of this onderzoek. */
function gehoord(op: Opstelling, kenmerk: string, onderzoek: string) {
  return wachtTot(
    () => op.db.traject.findUniqueOrThrow({ where: { kenmerk } }),
    ({ toestand }) =>
      (toestand as { onderzoeken: Record<string, { status: string }> }).onderzoeken[onderzoek]?.status ===
      'beantwoord',
  );
}

async function bewaar(
  { client }: { client: Client },
  naam: string,
  id: string,
  runId?: string,
): Promise<void> {
  const bestand = join(map, `${naam}.json`);
  if (existsSync(bestand)) throw new Error(`${bestand} is er al: een opname verandert nooit`);
  const geschiedenis = await client.workflow.getHandle(id, runId).fetchHistory();
  const history = proto.temporal.api.history.v1.History.toObject(geschiedenis as never, {
    longs: String,
    enums: String,
    bytes: String,
  });
  await writeFile(bestand, `${JSON.stringify({ workflowId: id, history })}\n`);
}

describe('opnemen in virtuele tijd', () => {
  for (const [naam, verhaal] of Object.entries(verhalen)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      // Each story has a clock of its own.
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const kenmerk = await op.meldAan();
      const onderzoeken = await verhaal(op, kenmerk);
      await op.trajectWorkflow(kenmerk).result();
      await bewaar(op, naam, `traject-${kenmerk}`);
      for (const [nummer, id] of onderzoeken.entries()) {
        await op.workflow(id).result();
        await bewaar(op, `${naam}-onderzoek-${nummer + 1}`, id);
      }
      await op.sluit();
    });
  }
});

/** Stories of a table; each takes a day on which two trajecten are planned. */
const tafelverhalen: Record<string, (op: Opstelling, datum: string) => Promise<void>> = {
  'tafel-afgerond': async (op, datum) => {
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await op.workflow(`tafel-${datum}`).cancel();
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: '14:00', plaats: 'online' });
    await op.verstrijk('8 days');
  },
  'tafel-wissel': async (op, datum) => {
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
    const zetLid = (aanbieder: string, perioden: object[]) =>
      op.vraag('PUT', `/v1/aanbieders/${aanbieder}/tafellidmaatschap`, { perioden });
    await zetLid('aanbieder-02', []);
    await zetLid('aanbieder-40', [{ vanafDatum: datum, totDatum: null }]);
    await op.verstrijk('8 days');
  },
  'tafel-vervallen': async (op, datum) => {
    const { agendaSluitTijdstip } = await leesTafel(op, datum);
    await op.vraag('POST', `/v1/tafels/${datum}/wijziging`, { beginTijd: '11:00' });
    await verstrijkTot(op, Date.parse(agendaSluitTijdstip) + 60_000);
    await planTafel(op, await werkdagOver(op, 10));
    await op.vraag('POST', `/v1/tafels/${datum}/vervallen`, { reden: 'te-weinig-deelnemers' });
  },
};

describe('een tafel opnemen in virtuele tijd', () => {
  for (const [naam, verhaal] of Object.entries(tafelverhalen)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const datum = await werkdagOver(op, 14);
      await planTafel(op, datum);
      for (let aantal = 0; aantal < 2; aantal++) await opAgenda(op, datum);
      await verhaal(op, datum);
      await op.workflow(`tafel-${datum}`).result();
      await bewaar(op, naam, `tafel-${datum}`);
      await op.sluit();
    });
  }
});

describe('doorbraken opnemen in virtuele tijd', () => {
  it.skipIf(existsSync(join(map, 'doorbraak-gaat-over.json')))('doorbraak-gaat-over', async () => {
    const op = await maakOpstelling({ tijd: 'virtueel' });
    const blijftOver = await op.meldAan(metMaatregel('999990019'));
    const teLaat = await op.meldAan(metMaatregel('123456782'));
    const afgesloten = await op.meldAan(metMaatregel('111222333'));
    await op.verstrijk('93 days');
    const eerste = await kwartaalNu(op);
    await begin(op, eerste);
    const afspraak = { wie: 'aanmelder', wat: 'overleg-voeren', voorDatum: await op.datum(7) };
    await gelukt(op, eerste, 'afspraak', afspraak, teLaat);
    await op.workflow(doorbraakId(eerste)).cancel();
    await op.workflow(doorbraakId(eerste)).signal('volgendeBegonnen', 'onzin');
    await verstrijkTot(op, (leesPeriode(eerste)?.eindTijdstip ?? 0) + 60_000);
    const tweede = await kwartaalNu(op);
    await begin(op, tweede);
    await wachtTot(
      () => leesZaak(op, eerste, blijftOver),
      ({ overNaar }) => overNaar !== null,
    );
    await op.besluit(afgesloten, 'intrekking', { reden: 'plek-gevonden' });
    await gelukt(op, eerste, 'sluiting');
    for (const kenmerk of [blijftOver, teLaat]) {
      await gelukt(op, tweede, 'afspraak', { ...afspraak, voorDatum: await op.datum(7) }, kenmerk);
      await gelukt(op, tweede, 'lacune', doorbraakBesluitVoorbeelden.lacune, kenmerk);
    }
    expect((await besluit(op, tweede, 'afspraak-gedaan', { nummer: 2 }, teLaat)).status).toBe(409);
    await gelukt(op, tweede, 'afspraak-gedaan', { nummer: 1 }, teLaat);
    await gelukt(op, tweede, 'sluiting');
    await op.verstrijk('30 days');
    for (const periode of [eerste, tweede]) await op.workflow(doorbraakId(periode)).result();
    await op.besluit(blijftOver, 'intrekking', { reden: 'plek-gevonden' });
    await op.trajectWorkflow(blijftOver).result();
    await bewaar(op, 'doorbraak-in-traject', trajectWorkflowId(blijftOver));
    await bewaar(op, 'doorbraak-neemt-over', doorbraakId(tweede));
    await bewaar(op, 'doorbraak-gaat-over', doorbraakId(eerste));
    await op.sluit();
  });
});

/** So many aanbieders that two parts of e-mails go out. */
const zeven = ['01', '02', '03', '04', '05', '06', '07'].map((nummer) => `aanbieder-${nummer}`);

describe('een verslag opnemen', () => {
  const verslagen = { halfjaarverslag: 'halfjaar/2024-2', experttafelverslag: 'experttafel/2024' };
  for (const [naam, pad] of Object.entries(verslagen)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const op = await maakOpstelling({ tijd: 'virtueel' });
      const url = `/v1/rapportages/${pad}/publicatie`;
      const { inhoud } = await op.vraag('POST', url, {}, { rol: 'manager' });
      await op.workflow(inhoud.rapportId).result();
      await bewaar(op, naam, inhoud.rapportId);
      await op.sluit();
    });
  }
});

it.skipIf(existsSync(join(map, 'weekoverzicht.json')))('weekoverzicht', async () => {
  const op = await maakOpstelling({ tijd: 'virtueel' });
  const starter = 'plan-weekoverzicht-opname';
  await op.client.workflow.execute('planWeekoverzicht', {
    workflowId: starter,
    taskQueue: op.instellingen.ZL_TASK_QUEUE,
    args: [],
  });
  const id = weekoverzichtId(periodeOp('week', await op.nu()).code);
  await op.workflow(id).result();
  await bewaar(op, 'plan-weekoverzicht', starter);
  await bewaar(op, 'weekoverzicht', id);
  await op.sluit();
});

describe('een uitvraag opnemen in virtuele tijd', () => {
  it.skipIf(existsSync(join(map, 'uitvraag-afgerond.json')))('uitvraag-afgerond', async () => {
    const op = await maakOpstelling({ tijd: 'virtueel', instellingen: { ZL_UITVRAAG_PER_MINUUT: '5' } });
    op.smtp.weigert.add('zorglogistiek@aanbieder-03.example');
    const code = await beginExtra(op, await op.datum(0), zeven);
    const id = uitvraagId(code);
    await alleMailsWeg(op);
    await op.workflow(id).cancel();
    await noemt(op, code, 'aanbieder-01', []);
    await op.verstrijk('61 seconds');
    await alleMailsWeg(op);
    await noemt(op, code, 'aanbieder-01', []);
    await totGesloten(op, code);
    await noemt(op, code, 'aanbieder-02', []);
    const heropening = { aanbieder: 'aanbieder-02', totDatum: await op.datum(5), reden: 'Later.' };
    await op.vraag('POST', `/v1/uitvragen/${code}/heropening`, heropening);
    await noemt(op, code, 'aanbieder-02', []);
    await alleMailsWeg(op);
    const { begin } = await op.db.uitvraag.findUniqueOrThrow({ where: { code } });
    const { afrondTijdstip } = begin as unknown as { afrondTijdstip: number };
    await tot(op, code, afrondTijdstip, ({ status }) => status === 'afgerond');
    expect(await leesUitvraag(op, code)).toMatchObject({ geantwoord: 2, cijferversie: 2 });
    await op.workflow(id).result();
    await bewaar(op, 'uitvraag-afgerond', id);
    await op.sluit();
  });
});

describe('opnemen van de verhalen van npm run demo', () => {
  for (const verhaal of demoVerhalen) {
    const naam = `verhaal-${verhaal.naam}`;
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const ruimte = await testSpeelruimte();
      const { kenmerk, onderzoeken, verschillen } = await speelVerhaal(ruimte, verhaal);
      expect(verschillen).toEqual([]);
      await bewaar(ruimte, naam, trajectWorkflowId(kenmerk));
      for (const [nummer, id] of onderzoeken.entries())
        await bewaar(ruimte, `${naam}-onderzoek-${nummer + 1}`, id);
      await ruimte.sluit();
    });
  }
});

/** Decisions that a traject takes while the answer of the first aanbieder is on its way. */
const onderweg: Record<string, (op: Opstelling, kenmerk: string) => Promise<unknown>> = {
  'antwoord-tijdens-keuze': async (op, kenmerk) =>
    op.besluit(kenmerk, 'keuze', { aanbieders: ['aanbieder-02'], verwachteStartDatum: await op.datum(5) }),
  'antwoord-na-afsluiting': async (op, kenmerk) => {
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await op.trajectWorkflow(kenmerk).result();
  },
};

describe('een antwoord dat onderweg is opnemen', () => {
  for (const [naam, besluit] of Object.entries(onderweg)) {
    it.skipIf(existsSync(join(map, `${naam}.json`)))(naam, async () => {
      const poort = maakAntwoordpoort();
      const op = await maakOpstelling({ tijd: 'echt', worker: poort.worker });
      const kenmerk = await op.meldAan();
      const [een = '', twee = ''] = await naarAanbieders(op, kenmerk, ['aanbieder-01', 'aanbieder-02']);
      await op.aanbiederZegt(twee, 'antwoord', { antwoord: 'aanbod' });
      await gehoord(op, kenmerk, twee);
      await poort.terwijlHetAntwoordOnderweg(op, een, { antwoord: 'aanbod' }, () => besluit(op, kenmerk));
      await op.workflow(een).result();
      if (naam === 'antwoord-tijdens-keuze') {
        await gehoord(op, kenmerk, een);
        await op.besluit(kenmerk, 'zorgstart', { startDatum: await op.datum(0) });
        await op.trajectWorkflow(kenmerk).result();
      }
      await bewaar(op, naam, `traject-${kenmerk}`);
      await bewaar(op, `${naam}-onderzoek-1`, een);
      await op.sluit();
    });
  }
});

describe('opnemen op een echte server', () => {
  let op: Opstelling;
  beforeAll(async () => {
    op = await maakOpstelling({ tijd: 'echt', dynamisch: { 'limit.historyCount.suggestContinueAsNew': 60 } });
  });
  afterAll(() => op.sluit());

  it.skipIf(existsSync(join(map, 'als-nieuw-doorgegaan-1.json')))('als-nieuw-doorgegaan', async () => {
    const kenmerk = await op.meldAan();
    const traject = op.trajectWorkflow(kenmerk);
    const { runId } = await traject.describe();
    const verhuisd = async () => (await traject.describe()).runId !== runId;
    while (!(await verhuisd())) await op.besluit(kenmerk, 'wachtreden', { wachtreden: 'wachtlijst' });
    await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
    await traject.result();
    await bewaar(op, 'als-nieuw-doorgegaan-1', `traject-${kenmerk}`, runId);
    await bewaar(op, 'als-nieuw-doorgegaan-2', `traject-${kenmerk}`);
  });

  it.skipIf(existsSync(join(map, 'uitvraag-als-nieuw-1.json')))('uitvraag-als-nieuw', async () => {
    const code = await beginExtra(op, await op.datum(0), zeven);
    const uitvraag = op.workflow(uitvraagId(code));
    const { runId } = await uitvraag.describe();
    const isDoor = async () => (await uitvraag.describe()).runId !== runId;
    while (!(await isDoor())) await noemt(op, code, 'aanbieder-01', []);
    await noemt(op, code, 'aanbieder-02', []);
    await bewaar(op, 'uitvraag-als-nieuw-1', uitvraagId(code), runId);
    await bewaar(op, 'uitvraag-als-nieuw-2', uitvraagId(code));
  });
});
