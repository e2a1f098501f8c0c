/** Two who plan the same table at the same moment: it is planned once, and the other is told so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { leesTafel, werkdagOver } from '../support/tafels.ts';
import { inVoorbereiding } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'echt' });
});
afterAll(() => op?.sluit());

const plan = (datum: string, sleutel?: string) =>
  op.vraag('POST', '/v1/tafels', { datum }, sleutel ? { sleutel } : {});
const tegelijk = 6;

describe('een tafel die meer mensen op hetzelfde moment plannen', () => {
  it('komt er één keer; de anderen lezen dat zij er al is', async () => {
    for (const dagen of [20, 30, 40]) {
      const datum = await werkdagOver(op, dagen);
      const antwoorden = await Promise.all(Array.from({ length: tegelijk }, () => plan(datum)));
      const [eerste, ...rest] = antwoorden.toSorted((a, b) => a.status - b.status);
      expect(eerste).toMatchObject({ status: 201, inhoud: { datum, status: 'gepland' } });
      for (const ander of rest)
        expect(ander).toMatchObject({
          status: 409,
          inhoud: { type: expect.stringMatching(/:tafel-bestaat$/) },
        });
      expect(await op.db.invoer.count({ where: { kenmerk: `tafel-${datum}` } })).toBe(1);
    }
  });

  it('komt er ook één keer als hetzelfde verzoek tegelijk nog eens komt, met hetzelfde antwoord', async () => {
    const datum = await werkdagOver(op, 50);
    const antwoorden = await Promise.all(
      Array.from({ length: tegelijk }, () => plan(datum, 'een-verzoek-nog-eens')),
    );
    for (const { status, inhoud } of antwoorden) {
      expect(status).toBe(201);
      expect(inhoud).toEqual(antwoorden[0]?.inhoud);
    }
  });

  it('neemt ook het traject op dat er op hetzelfde moment op wordt gezet', async () => {
    const kenmerk = await inVoorbereiding(op);
    const datum = await werkdagOver(op, 60);
    const [tafel, tafeldatum] = await Promise.all([
      plan(datum),
      op.vraag('POST', `/v1/trajecten/${kenmerk}/tafeldatum`, { tafelDatum: datum }),
    ]);
    expect([201, 409]).toContain(tafel.status);
    expect(tafeldatum).toMatchObject({ status: 200, inhoud: { fase: 'bespreking' } });
    expect(await leesTafel(op, datum)).toMatchObject({ status: 'gepland', agenda: [{ kenmerk }] });
  });
});
