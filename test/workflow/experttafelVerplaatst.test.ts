import { afterAll, beforeAll, expect, it } from 'vitest';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { antwoordt, inOnderzoek, totRegels, verstrijkVoorbij, verwachtMoment } from '../support/verloop.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

it('heen en weer tussen de teams: één kenmerk, dezelfde klok, het hele verhaal, niets opnieuw ingevoerd', async () => {
  const { kenmerk, onderzoeken } = await inOnderzoek(op, ['aanbieder-01']);
  await antwoordt(op, onderzoeken[0] ?? '', { antwoord: 'aanbod' });
  const begin = await op.traject(kenmerk);
  const aanmelding = await op.db.aanmelding.findUniqueOrThrow({ where: { kenmerk } });
  const verhaal = await op.verhaal(kenmerk);
  const run = (await op.trajectWorkflow(kenmerk).describe()).workflowId;

  for (const spoor of ['experttafel', 'zorgbemiddeling', 'zorglogistiek'] as const) {
    await op.verstrijk('1 day');
    await op.besluit(kenmerk, 'spoor', {
      spoor,
      coordinator: 'coordinator-2',
      toelichting: 'Dit team kan hier verder mee.',
    });
    expect(await op.traject(kenmerk)).toMatchObject({
      kenmerk,
      spoor,
      aanmeldingTijdstip: begin.aanmeldingTijdstip,
      ambitieTijdstip: begin.ambitieTijdstip,
    });
  }
  const daarna = await op.verhaal(kenmerk);
  expect(daarna.slice(0, verhaal.length)).toEqual(verhaal);
  expect(daarna.slice(verhaal.length)).toEqual(['spoor', 'spoor', 'spoor']);
  expect(await op.db.aanmelding.findUniqueOrThrow({ where: { kenmerk } })).toEqual(aanmelding);
  expect(await op.db.traject.count()).toBe(1);
  expect((await op.trajectWorkflow(kenmerk).describe()).workflowId).toBe(run);
  expect(await op.traject(kenmerk)).toMatchObject({
    fase: 'voorbereiding',
    wachttijd: { brutoDagen: 3, nettoDagen: 3 },
  });

  // The clock never stopped: late at the moment that was known from the begin.
  await verstrijkVoorbij(op, Date.parse(begin.ambitieTijdstip));
  const [escalatie] = await totRegels(op, kenmerk, 'escalatie', 1);
  verwachtMoment(escalatie?.tijdstip, Date.parse(begin.ambitieTijdstip));
});
