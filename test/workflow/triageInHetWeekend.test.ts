/** The norm of the triage counts whole werkdagen: neither a weekend nor a holiday is one. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { datumInNederland, isWerkdag, negenUurOp } from '../../domain/werkdagen.ts';
import { maakOpstelling, type Opstelling } from '../support/opstelling.ts';
import { dagenLater, evenNa, momenten, springNaar, totVastgelopen } from '../support/volgen.ts';

let op: Opstelling;
beforeAll(async () => {
  op = await maakOpstelling({ tijd: 'virtueel' });
});
afterAll(() => op.sluit());

const driekwartUur = 45 * 60 * 1000;
const weekdag = (datum: string) => new Date(datum).getUTCDay();
const isFeestdag = (datum: string) => weekdag(datum) % 6 !== 0 && !isWerkdag(datum);

/** The first day from tomorrow on that fits, yyyy-mm-dd. */
async function eersteDag(past: (datum: string) => boolean): Promise<string> {
  let datum = await op.datum(1);
  while (!past(datum)) datum = dagenLater(datum, 1);
  return datum;
}

/** The day at whose 09:00 the traject becomes vastgelopen when it is signed up at `moment` (ms since the epoch). */
async function vastgelopenOp(moment: number, verwacht: string): Promise<string> {
  await springNaar(op, moment);
  const kenmerk = await op.meldAan();
  await springNaar(op, negenUurOp(verwacht) - driekwartUur);
  expect((await op.traject(kenmerk)).vastgelopen).toEqual([]);
  await springNaar(op, evenNa(negenUurOp(verwacht)));
  await totVastgelopen(op, kenmerk, ['triage']);
  const [vastgelopen = 0] = await momenten(op, kenmerk, 'vastgelopen');
  expect(vastgelopen).toBeGreaterThanOrEqual(negenUurOp(verwacht));
  await op.besluit(kenmerk, 'intrekking', { reden: 'plek-gevonden' });
  return datumInNederland(vastgelopen);
}

it('wie op zaterdag aanmeldt: maandag en dinsdag tellen, woensdag om negen uur is het te laat', async () => {
  const zaterdag = await eersteDag(
    (datum) => weekdag(datum) === 6 && [2, 3, 4].every((na) => isWerkdag(dagenLater(datum, na))),
  );
  const woensdag = dagenLater(zaterdag, 4);
  expect(await vastgelopenOp(negenUurOp(zaterdag) + driekwartUur, woensdag)).toBe(woensdag);
});

it('wie op vrijdagmiddag aanmeldt, ook: het weekend telt niet mee', async () => {
  const vrijdag = await eersteDag(
    (datum) => weekdag(datum) === 5 && [0, 3, 4, 5].every((na) => isWerkdag(dagenLater(datum, na))),
  );
  const woensdag = dagenLater(vrijdag, 5);
  expect(await vastgelopenOp(negenUurOp(vrijdag) + driekwartUur, woensdag)).toBe(woensdag);
});

it('een feestdag op een doordeweekse dag telt niet mee', async () => {
  const feestdag = await eersteDag((datum) => isFeestdag(datum) && !isFeestdag(dagenLater(datum, -1)));
  // The evening before, whatever day that is: then only whole days count.
  const avond = negenUurOp(dagenLater(feestdag, -1)) + 12 * 60 * 60 * 1000;
  const werkdagen = Array.from({ length: 14 }, (_, na) => dagenLater(feestdag, na)).filter(isWerkdag);
  expect(werkdagen).not.toContain(feestdag);
  expect(await vastgelopenOp(avond, werkdagen[2] ?? '')).toBe(werkdagen[2]);
});
