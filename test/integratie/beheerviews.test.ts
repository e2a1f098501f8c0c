import { defineSearchAttributeKey, type SearchAttributePair } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TrajectToestand } from '../../domain/traject.ts';
import { attributenVan, beheerViews } from '../../domain/zoekattributen.ts';
import { zoekwaardenVan } from '../../domain/zoekwaarden.ts';
import { begonnenTraject } from '../support/berichten.ts';
import { besproken } from '../support/bespreking.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { wachtTot } from '../support/wachtTot.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op.sluit());

describe('de zoekattributen van een traject', () => {
  it('volgen wat er gebeurt, en een beheerder vindt het terug', async () => {
    const kenmerk = await op.meldAan();
    await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking', coordinator: 'coordinator-2' });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await op.datum(1) });
    await op.besluit(kenmerk, 'verslag', {
      aanbieders: ['aanbieder-04', 'aanbieder-05'],
      ...besproken,
      verslag: 'Twee.',
    });
    const gevonden = async (query: string) => {
      const ids = [];
      for await (const { workflowId } of op.client.workflow.list({ query })) ids.push(workflowId);
      return ids;
    };
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
  it('geeft precies de trajecten die erbij horen', async () => {
    const nu = Date.now();
    const dag = 24 * 60 * 60 * 1000;
    const basis = (nummer: number): TrajectToestand => ({
      ...begonnenTraject(`ZL-2020-000${nummer}`, { gemeente: 'delft', aanmeldingTijdstip: nu }),
      versie: 1,
    });
    const open = { aanbieder: 'aanbieder-01', ronde: 1, status: 'gevraagd' as const };
    const gevallen: Record<string, TrajectToestand> = {
      rustig: basis(1),
      teLaat: { ...basis(2), gewaarschuwd: true, escalatieniveau: 1 },
      manager: { ...basis(3), gewaarschuwd: true, escalatieniveau: 2 },
      vast: {
        ...basis(4),
        fase: 'onderzoek',
        wachtOp: 'aanbieder',
        onderzoeken: { a: { ...open, vastgelopen: true } },
      },
      schadelijk: { ...basis(5), schadelijk: true },
    };
    // No worker listens on this queue: the planted cases stay as they were planted.
    await Promise.all(
      Object.values(gevallen).map((toestand) =>
        op.client.workflow.start('traject', {
          workflowId: `traject-${toestand.kenmerk}`,
          taskQueue: 'zonder-worker',
          args: [toestand],
          typedSearchAttributes: attributenVan(zoekwaardenVan(toestand)).flatMap(({ naam, type, waarde }) =>
            waarde === null
              ? []
              : [{ key: defineSearchAttributeKey(naam, type), value: waarde } as SearchAttributePair],
          ),
        }),
      ),
    );
    const kenmerkVan = Object.fromEntries(
      Object.entries(gevallen).map(([naam, t]) => [`traject-${t.kenmerk}`, naam]),
    );
    const verwacht: Record<(typeof beheerViews)[number]['naam'], string[]> = {
      'Alle open trajecten': ['manager', 'rustig', 'schadelijk', 'teLaat', 'vast'],
      'Te laat': ['manager', 'teLaat'],
      Vastgelopen: ['vast'],
      'Wacht op een aanbieder': ['vast'],
      'Geëscaleerd naar de manager': ['manager'],
      'Schadelijk wachtend': ['schadelijk'],
    };
    for (const { naam, query } of beheerViews) {
      const namen = async () => {
        const lijst: string[] = [];
        for await (const { workflowId } of op.client.workflow.list({
          query: `${query} AND Gemeente='delft'`,
        }))
          lijst.push(kenmerkVan[workflowId] ?? workflowId);
        return lijst.sort();
      };
      expect(await wachtTot(namen, (lijst) => lijst.length === verwacht[naam].length), naam).toEqual(
        verwacht[naam],
      );
    }
  });
});
