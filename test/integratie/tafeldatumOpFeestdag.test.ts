/** A traject is planned on a werkdag: a day in a weekend or a holiday is refused, with the first day that can. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginTafel } from '../../domain/tafel.ts';
import { eersteWerkdag, plusDagen, tafelMomenten } from '../../domain/tafelkalender.ts';
import { leesbareDatum } from '../../domain/werkdagen.ts';
import { tafelRij } from '../../infra/tafels.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { feestdagNa, opAgenda, planTafel, zaterdagNa } from '../support/tafels.ts';
import { inVoorbereiding } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op?.sluit());

const plan = (kenmerk: string, tafelDatum: string) =>
  op.vraag('POST', `/v1/trajecten/${kenmerk}/tafeldatum`, { tafelDatum });

/** What is stored by now: a refusal adds nothing to it. */
const bewaard = () => Promise.all([op.db.invoer.count(), op.db.tafel.count(), op.db.gebeurtenis.count()]);

async function verwachtAdvies(kenmerk: string, datum: string, dag: string): Promise<void> {
  const voor = await bewaard();
  const { status, inhoud } = await plan(kenmerk, datum);
  expect(status).toBe(400);
  expect(inhoud.velden).toEqual([
    {
      veld: 'tafelDatum',
      label: expect.any(String),
      melding: `Op deze dag komt de tafel niet bij elkaar: het is weekend of een feestdag. Kies een werkdag. De eerste die kan, is ${leesbareDatum(dag)} (${dag}).`,
    },
  ]);
  expect(await bewaard()).toEqual(voor);
  expect(await op.traject(kenmerk)).toMatchObject({ fase: 'voorbereiding', tafelDatum: null });
}

describe('een tafeldatum', () => {
  it.each([
    ['op zaterdag', async () => zaterdagNa(await op.datum(10))],
    ['op zondag', async () => plusDagen(zaterdagNa(await op.datum(10)), 1)],
    ['op een feestdag', async () => feestdagNa(await op.datum(10))],
  ])('%s wordt geweigerd, met de eerstvolgende werkdag, en die kan dan ook', async (_naam, maakDatum) => {
    const kenmerk = await inVoorbereiding(op);
    const datum = await maakDatum();
    const dag = eersteWerkdag(datum);
    expect(dag > datum).toBe(true);
    await verwachtAdvies(kenmerk, datum, dag);
    expect((await plan(kenmerk, dag)).status).toBeLessThan(300);
  });

  it('noemt geen dag waarvan de tafel vol of vervallen is', async () => {
    const zaterdag = zaterdagNa(await op.datum(200));
    const [vol, weg, vrij] = [2, 3, 4].map((dagen) => plusDagen(zaterdag, dagen)) as [string, string, string];
    await planTafel(op, vol, { agendaLimiet: 1 });
    await opAgenda(op, vol);
    await planTafel(op, weg);
    await op.vraag('POST', `/v1/tafels/${weg}/vervallen`, { reden: 'anders' });
    await verwachtAdvies(await inVoorbereiding(op), zaterdag, vrij);
  });

  it('kan wel op een dag in het weekend waarop al een tafel is', async () => {
    const datum = zaterdagNa(await op.datum(300));
    const begin = {
      datum,
      beginTijd: '09:30',
      plaats: 'kantoor',
      agendaLimiet: 6,
      gemaaktTijdstip: await op.nu(),
      basisUrl: op.instellingen.ZL_PUBLIC_URL,
    } as const;
    const tafel = beginTafel(begin, tafelMomenten(datum, begin.beginTijd, begin.gemaaktTijdstip));
    await op.db.tafel.create({ data: tafelRij(tafel) });
    expect((await plan(await inVoorbereiding(op), datum)).status).toBeLessThan(300);
  });
});
