import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesTafel, opAgenda, planTafel, werkdagOver } from '../support/tafels.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt', instellingen: { ZL_TAFEL_LIMIET: '2' } });
});
afterAll(() => op.sluit());

async function naarBespreking(): Promise<string> {
  const kenmerk = await op.meldAan();
  await op.besluit(kenmerk, 'triage', { uitkomst: 'bespreking' });
  return kenmerk;
}

const zetOp = (kenmerk: string, tafelDatum: string, sleutel = randomUUID() as string) =>
  op.vraag('POST', `/v1/trajecten/${kenmerk}/tafeldatum`, { tafelDatum }, { sleutel });

describe('een agenda die vol is', () => {
  it('neemt niemand meer aan, ook niet van velen tegelijk, en noemt de volgende tafel met plaats', async () => {
    const datum = await werkdagOver(op, 30);
    const volgende = await werkdagOver(op, 37);
    await planTafel(op, datum);
    await planTafel(op, volgende);
    const kenmerken = await Promise.all(Array.from({ length: 6 }, naarBespreking));
    const antwoorden = await Promise.all(kenmerken.map((kenmerk) => zetOp(kenmerk, datum)));
    expect(antwoorden.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409, 409]);
    for (const { inhoud } of antwoorden.filter(({ status }) => status === 409))
      expect(inhoud).toMatchObject({
        type: expect.stringMatching(/:agenda-vol$/),
        detail: expect.stringContaining(`(${volgende})`),
      });
    // A refusal leaves nothing behind: no decision, no change.
    const gebleven = kenmerken.filter((_, i) => antwoorden[i]?.status === 409);
    expect(await op.db.invoer.count({ where: { kenmerk: { in: gebleven }, soort: 'tafeldatum' } })).toBe(0);
    for (const kenmerk of gebleven) expect(await op.traject(kenmerk)).toMatchObject({ tafelDatum: null });

    // Who is on it may be planned on it again, and who leaves it makes room.
    const [eerste = '', tweede = ''] = kenmerken.filter((_, i) => antwoorden[i]?.status === 200);
    expect(await zetOp(eerste, datum)).toMatchObject({ status: 200 });
    await op.besluit(tweede, 'intrekking', { reden: 'plek-gevonden' });
    expect(await zetOp(gebleven[0] ?? '', datum)).toMatchObject({ status: 200 });
    expect(await zetOp(gebleven[1] ?? '', datum)).toMatchObject({ status: 409 });
    expect((await leesTafel(op, datum)).agenda).toHaveLength(2);
  });

  it('geeft wie al een plaats kreeg met dezelfde sleutel het eerste antwoord', async () => {
    const datum = await werkdagOver(op, 50);
    const kenmerk = await naarBespreking();
    const sleutel = randomUUID();
    const eerste = await zetOp(kenmerk, datum, sleutel);
    expect(eerste).toMatchObject({ status: 200 });
    await op.besluit(kenmerk, 'tafeldatum', { tafelDatum: await werkdagOver(op, 60) });
    await opAgenda(op, datum);
    await opAgenda(op, datum);
    expect(await zetOp(kenmerk, datum, sleutel)).toMatchObject({ status: 200, inhoud: eerste.inhoud });
    expect(await zetOp(kenmerk, datum)).toMatchObject({ status: 409 });
  });

  it('telt een besluit mee dat is bewaard en nog niet verwerkt', async () => {
    const datum = await werkdagOver(op, 70);
    await planTafel(op, datum, { agendaLimiet: 1 });
    const onderweg = await naarBespreking();
    const id = randomUUID();
    await op.db.invoer.create({
      data: {
        id,
        wie: 'coordinator-1',
        rol: 'coordinator',
        idempotencyKey: id,
        bodyHash: 'hash',
        soort: 'tafeldatum',
        kenmerk: onderweg,
        codes: { tafelDatum: datum },
        vrijeTekst: {},
        ingediendTijdstip: new Date(),
      },
    });
    expect(await zetOp(await naarBespreking(), datum)).toMatchObject({ status: 409 });
  });
});
