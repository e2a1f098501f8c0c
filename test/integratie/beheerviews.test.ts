/** What the manager finds, with the queries as the Temporal UI runs them. */
import { randomUUID } from 'node:crypto';
import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { wachtSoorten } from '../../domain/codes.ts';
import type { TrajectToestand } from '../../domain/traject.ts';
import {
  aanbiederView,
  attributenVan,
  beheerViews,
  type View,
  vastgelopenViews,
} from '../../domain/zoekattributen.ts';
import { zoekwaardenVan } from '../../domain/zoekwaarden.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { werkdagOver } from '../support/tafels.ts';
import { vastgelopenToestand } from '../support/vastgelopen.ts';
import { antwoordt } from '../support/verloop.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({
    tijd: 'echt',
    // Without this the mark comes after the fifth attempt, a minute later.
    dynamisch: { 'system.numConsecutiveWorkflowTaskProblemsToTriggerSearchAttribute': 1 },
  });
});
afterAll(() => op.sluit());

async function gevonden(query: string): Promise<string[]> {
  const ids: string[] = [];
  for await (const { workflowId } of op.client.workflow.list({ query })) ids.push(workflowId);
  return ids.sort();
}

describe('de zoekattributen van een traject', () => {
  it('volgen wat er gebeurt, en een beheerder vindt het terug', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-2' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 1) });
    await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-04', 'aanbieder-05'],
      ...besproken,
      verslag: 'Twee.',
    });
    const id = `traject-${kenmerk}`;
    for (const query of [
      "Fase='onderzoek' AND WachtOp='aanbieder' AND Coordinator='coordinator-2'",
      "Aanbieder='aanbieder-05' AND WorkflowType='traject'",
      "Gemeente='den-haag' AND Complexiteit='gewoon' AND Spoor='zorglogistiek' AND Escalatieniveau=0",
      'AmbitieDatum > "2020-01-01T00:00:00Z" AND WachtSinds > "2020-01-01T00:00:00Z" AND WorkflowType=\'traject\'',
    ])
      expect(
        await wachtTot(
          () => gevonden(query),
          (ids) => ids.includes(id),
        ),
      ).toEqual([id]);

    await op.aanbiederZegt(`onderzoek-${kenmerk}-aanbieder-05-r1`, 'antwoord', { antwoord: 'aanbod' });
    await wachtTot(
      () => gevonden("Aanbieder='aanbieder-05' AND WorkflowType='traject'"),
      (ids) => ids.length === 0,
    );
  });
});

describe('iedere view van de manager', () => {
  let nummer = 1000;
  const kenmerk = () => {
    nummer += 1;
    return `ZL-2020-${nummer}`;
  };
  const basis = (deel: Partial<TrajectToestand> = {}): TrajectToestand => ({
    ...begonnenTraject(kenmerk()),
    versie: 1,
    ...deel,
  });
  const laat = { gewaarschuwd: true, escalatieniveau: 1 } as const;
  const manager = { gewaarschuwd: true, escalatieniveau: 2 } as const;
  const stil = { reden: 'veiligheid-eerst', evaluatieDatum: '2099-01-01', sindsTijdstip: 0 } as const;
  const keuze = {
    reden: 'behandeling-later',
    evaluatieDatum: '2099-01-01',
    sindsTijdstip: 0,
    opgeschortDuur: 0,
  } as const;
  const gekozen = (deel: Partial<TrajectToestand> = {}) =>
    basis({
      fase: 'overbrugging',
      wachtOp: 'zorgstart',
      gekozen: ['aanbieder-01'],
      duidelijkheidTijdstip: 1,
      ...deel,
    });
  const plan = { evaluatieDatum: '2099-01-01', eigenaar: 'aanmelder' };
  const gevallen: Record<string, TrajectToestand> = {
    'gekozen, met een datum': gekozen({ verwachteStartDatum: '2099-01-01' }),
    'gekozen, met een plan': gekozen(plan),
    'gekozen, met een plan van een ander': gekozen({ ...plan, eigenaar: 'aanbieder-03' }),
    'gekozen, en opgeschort': gekozen({ ...plan, opgeschort: stil }),
    'een afspraak': basis({
      fase: 'voorbereiding',
      afspraken: [{ wie: 'aanbieder-03', wat: 'overleg-voeren', voorDatum: '2099-01-01' }],
    }),
    rustig: basis(),
    laat: basis(laat),
    'bij de manager': basis(manager),
    'laat, en nu duidelijk': basis({ ...manager, duidelijkheidTijdstip: 1 }),
    'laat, en opgeschort': basis({ ...manager, opgeschort: stil }),
    opgeschort: basis({ opgeschort: stil }),
    schadelijk: basis({ schadelijk: true }),
    'in de doorbraak': basis({ doorbraak: { id: 'doorbraak-2025-K3', sindsTijdstip: 0 } }),
    'drie maanden, naar keuze': basis({ schadelijk: true, wachtkeuze: keuze }),
    ...Object.fromEntries(
      wachtSoorten.map((reden) => [`vast: ${reden}`, vastgelopenToestand(reden, kenmerk())]),
    ),
  };
  const gesloten = 'gesloten';
  const kapot = { taskQueue: `kapot-${randomUUID()}` };
  const naamVan = new Map<string, string>();

  beforeAll(async () => {
    const plant = async (
      naam: string,
      toestand: TrajectToestand,
      waar: { taskQueue: string; type?: string },
    ) => {
      const workflowId = `traject-${toestand.kenmerk}`;
      naamVan.set(workflowId, naam);
      return op.client.workflow.start(waar.type ?? 'traject', {
        workflowId,
        taskQueue: waar.taskQueue,
        args: [toestand],
        typedSearchAttributes: attributenVan({ ...zoekwaardenVan(toestand), Gemeente: 'delft' }).flatMap(
          ({ naam: attribuut, type, waarde }) =>
            waarde === null
              ? []
              : [{ key: defineSearchAttributeKey(attribuut, type), value: waarde } as SearchAttributePair],
        ),
      });
    };
    // No worker listens on this queue: the planted cases stay as they were planted.
    await Promise.all(
      Object.entries(gevallen).map(([naam, toestand]) =>
        plant(naam, toestand, { taskQueue: 'zonder-worker' }),
      ),
    );
    const alles = { ...vastgelopenToestand('bevestiging', kenmerk()), ...manager, schadelijk: true };
    await (await plant(gesloten, alles, { taskQueue: 'zonder-worker' })).terminate();

    const worker = await Worker.create({
      connection: op.verbinding,
      namespace: op.namespace,
      taskQueue: kapot.taskQueue,
      workflowsPath: new URL('../support/kapotteWorkflow.ts', import.meta.url).pathname,
    });
    await worker.runUntil(async () => {
      await plant('kapot traject', basis(), kapot);
      await plant('kapot onderzoek', basis(), { ...kapot, type: 'aanbiederOnderzoek' });
      await plant('onbekend bij deze worker', basis(), { ...kapot, type: 'bestaatNiet' });
      await wachtTot(
        () => gevonden('TemporalReportedProblems IS NOT NULL'),
        (ids) => ids.length === 3,
      );
    });
  });

  const open = [...Object.keys(gevallen), 'kapot traject'];
  const vast = wachtSoorten.map((reden) => `vast: ${reden}`);
  const vanAanbieders = ['antwoord', 'bevestiging', 'nieuws'].map((reden) => `vast: ${reden}`);

  const verwacht: Record<(typeof beheerViews)[number]['naam'], string[]> = {
    'Alle open trajecten': open,
    'Te laat': ['laat', 'bij de manager'],
    Vastgelopen: vast,
    'Wacht op een aanbieder': vanAanbieders,
    'Geëscaleerd naar de manager': ['bij de manager'],
    Opgeschort: ['opgeschort', 'laat, en opgeschort', 'gekozen, en opgeschort', 'vast: opschorting'],
    'Schadelijk wachtend': ['schadelijk'],
    'In de doorbraak': ['in de doorbraak'],
    'Technisch vastgelopen': ['kapot traject', 'kapot onderzoek', 'onbekend bij deze worker'],
  };

  async function geeft({ query }: View, namen: readonly string[]): Promise<void> {
    // Only what was planted here; another test has a traject in another gemeente.
    const lees = async () =>
      (await gevonden(`${query} AND Gemeente='delft'`)).map((id) => naamVan.get(id) ?? id).sort();
    expect(await wachtTot(lees, (lijst) => lijst.length === namen.length)).toEqual([...namen].sort());
  }

  it.each(beheerViews.map((view) => [view.naam, view] as const))(
    '“%s” geeft precies wat erbij hoort',
    (naam, view) => geeft(view, verwacht[naam]),
  );

  it.each(vastgelopenViews.map((view, i) => [view.naam, view, wachtSoorten[i]] as const))(
    '“%s” geeft precies wat daarop vastzit',
    (_naam, view, reden) => geeft(view, [`vast: ${reden}`]),
  );

  it('van een aanbieder geeft precies wat op die aanbieder wacht', async () => {
    const naDeKeuze = [
      'gekozen, met een datum',
      'gekozen, met een plan',
      'gekozen, met een plan van een ander',
      'vast: overbrugging',
      'vast: zorgstart',
    ];
    await geeft(aanbiederView('aanbieder-01'), [...vanAanbieders, ...naDeKeuze]);
    await geeft(aanbiederView('aanbieder-02'), ['vast: zorgstart']);
    await geeft(aanbiederView('aanbieder-03'), ['gekozen, met een plan van een ander', 'een afspraak']);
    await geeft(aanbiederView('aanbieder-04'), []);
    expect(() => aanbiederView("x' OR Fase='intake")).toThrow();
  });

  it('toont niet langer als technisch vastgelopen wat met een beter programma verdergaat', async () => {
    const worker = await Worker.create({
      connection: op.verbinding,
      namespace: op.namespace,
      taskQueue: kapot.taskQueue,
      workflowBundle: { codePath: inject('servers').bundel },
    });
    const technisch = { naam: '', query: 'TemporalReportedProblems IS NOT NULL' };
    await worker.runUntil(() => geeft(technisch, ['onbekend bij deze worker']));
  });
});

describe('GET /v1/views', () => {
  it('geeft de vaste views, één per reden, en één per aanbieder waarop nu iets wacht, met een link', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', {
      uitkomst: 'direct-voorleggen',
      afwijkReden: 'individuele-situatie',
      aanbieders: ['aanbieder-06', 'aanbieder-07'],
    });
    await wachtTot(
      () => op.db.onderzoek.count({ where: { kenmerk } }),
      (aantal) => aantal === 2,
    );
    await antwoordt(op, `onderzoek-${kenmerk}-aanbieder-06-r1`, { antwoord: 'aanbod' });
    const { status, inhoud } = await op.vraag('GET', '/v1/views', undefined, { rol: 'manager' });
    expect(status).toBe(200);
    const namen = inhoud.views.map(({ naam }: View) => naam);
    for (const { naam } of [...beheerViews, ...vastgelopenViews, aanbiederView('aanbieder-07')])
      expect(namen).toContain(naam);
    // This one has answered.
    expect(namen).not.toContain(aanbiederView('aanbieder-06').naam);
    await op.besluit(kenmerk, 'keuze', {
      aanbieders: ['aanbieder-06'],
      verwachteStartDatum: await op.datum(10),
    });
    const daarna = await op.vraag('GET', '/v1/views', undefined, { rol: 'manager' });
    const namenDaarna = daarna.inhoud.views.map(({ naam }: View) => naam);
    expect(namenDaarna).toContain(aanbiederView('aanbieder-06').naam);
    expect(namenDaarna).not.toContain(aanbiederView('aanbieder-07').naam);
    for (const { query, url } of inhoud.views) {
      const adres = new URL(url);
      expect(adres.href.startsWith('https://temporal.example/ui/namespaces/')).toBe(true);
      expect(adres.searchParams.get('query')).toBe(query);
      expect(url).not.toContain("'");
    }
  });

  it('is niet voor een aanbieder of een aanmelder', async () => {
    for (const wie of [{ rol: 'aanbieder', aanbieder: 'aanbieder-01' }, { rol: 'aanmelder' }] as const)
      expect((await op.vraag('GET', '/v1/views', undefined, wie)).status).toBe(403);
  });
});
